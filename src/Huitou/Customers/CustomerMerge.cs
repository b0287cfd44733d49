using System.Globalization;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;

namespace Huitou.Customers;

/// <summary>
/// Merges what customer files say. Each attribute is a statement with its time, so an older file changes nothing that a newer one
/// said. Agreements need a proof; a refusal is taken as it is.
/// </summary>
internal sealed class CustomerMerge(MergeContext context, BuyerBook buyers) : IFactMerge
{
    private sealed class Chunk : IMergeChunk
    {
        internal List<IReadOnlyList<SourceFact>> Customers { get; } = [];

        public RejectReason? Take(IReadOnlyList<SourceFact> rows)
        {
            Customers.Add(rows);
            return null;
        }
    }

    public IMergeChunk Begin() => new Chunk();

    public async Task<MergeCounts> RunAsync(IMergeChunk chunk, CancellationToken cancel)
    {
        var customers = ((Chunk)chunk).Customers;
        var known = customers.Select(rows => buyers.Of(((SourceCustomer)rows[0]).Buyer)).Where(buyer => !buyer.IsNew).Select(buyer => buyer.CustomerId).Distinct().ToList();
        var stored = known.Count == 0 ? [] : await CustomerRows.SaidAsync(context.Db, context.Vault, known, context.Samples?.Sees ?? DataScope.All, cancel);
        var counts = default(MergeCounts);
        foreach (var rows in customers) counts += Merge(rows, stored);
        return counts;
    }

    private MergeCounts Merge(IReadOnlyList<SourceFact> rows, Dictionary<long, BuyerDescription> stored)
    {
        var buyer = buyers.Of(((SourceCustomer)rows[0]).Buyer);
        var told = new BuyerDescription();
        foreach (var row in rows) Tell(buyer, told, (SourceCustomer)row);
        var standing = buyer.IsNew ? null : stored.GetValueOrDefault(buyer.CustomerId);
        var before = standing is null ? null : Shown(standing);
        var after = standing ?? new BuyerDescription();
        after.Take(told);
        var verdict = before is null ? Verdict.New : before.SequenceEqual(Shown(after)) ? Verdict.Known : Verdict.Changed;
        if (verdict == Verdict.Changed) buyers.Touch(buyer);
        if (context.Samples is { } samples && samples.Wants(verdict)) samples.Add(rows[0].Key.StartsWith("id:", StringComparison.Ordinal) ? rows[0].Key[3..] : "***", Masked(before), Masked(Shown(after))!);
        return MergeCounts.Of(verdict, namesBuyer: true);
    }

    private void Tell(Buyer buyer, BuyerDescription told, SourceCustomer row)
    {
        var at = row.ModifiedAt?.ToUnixTimeMilliseconds() ?? context.Import.TakenAt;
        buyers.Describe(buyer, row.Buyer, row.Name, new(row.Region, row.City, row.District), at);
        (told.Name, told.Region, told.City) = (told.Name.OrName(row.Name, at), told.Region.Or(row.Region, at), told.City.Or(row.City, at));
        told.More.Tell(BuyerAttribute.District, row.District, at);
        foreach (var carried in buyers.IdsOf(row.Buyer)) told.More.Tell(carried.Attribute, carried.Text, at);
        foreach (var (attribute, text) in Attributes(row))
        {
            told.More.Tell(attribute, text, at);
            BuyerBook.Tell(buyer, attribute, text, at);
        }
        Agree(buyer, ConsentChannel.Sms, row.SmsConsent, row);
        Agree(buyer, ConsentChannel.Email, row.EmailConsent, row);
    }

    private void Agree(Buyer buyer, ConsentChannel channel, bool? isGiven, SourceCustomer row)
    {
        if (isGiven is { } given)
            buyers.Agree(buyer, channel, given, row.ConsentAt ?? row.ModifiedAt ?? DateTimeOffset.FromUnixTimeMilliseconds(context.Import.TakenAt), row.ConsentProof);
    }

    /// <summary>What the buyer goes by is no attribute besides.</summary>
    private static IEnumerable<(string Attribute, string Text)> Attributes(SourceCustomer row) =>
    [
        (BuyerAttribute.Phone, (row.Buyer.Id ?? row.Buyer.Email) is null ? "" : row.Buyer.Phone ?? ""), (BuyerAttribute.Email, row.Buyer.Id is null ? "" : row.Buyer.Email ?? ""), (BuyerAttribute.Address, row.Address),
        (BuyerAttribute.Birthday, row.Birthday), (BuyerAttribute.Gender, row.Gender is { } gender ? gender.ToString() : ""),
        (BuyerAttribute.Tags, string.Join(",", row.Tags)),
        (BuyerAttribute.JoinedAt, row.JoinedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? ""),
    ];

    private static List<(string Field, string Value)> Shown(BuyerDescription told) =>
    [
        ("buyerName", told.Name.Text), ("region", told.Region.Text), ("city", told.City.Text),
        .. told.More.All.Where(attribute => !ShownValue.Is(attribute.Key) && !BuyerAttribute.IsFurtherAddress(attribute.Key)).Select(attribute => (BuyerAttribute.Base(attribute.Key), attribute.Value.Text)),
    ];

    /// <summary>A sample is shown to whoever may import, who need not be allowed to see people.</summary>
    private static List<(string Field, string Value)>? Masked(List<(string Field, string Value)>? told) =>
        told?.ConvertAll(t => t.Field == "buyerName" || BuyerAttribute.IsSealed(t.Field) ? (t.Field, NameMask.Of(t.Value)) : t);
}
