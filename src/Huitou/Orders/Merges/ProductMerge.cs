using System.Globalization;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Engine;

namespace Huitou.Orders;

/// <summary>Merges what product files say. Each attribute is a statement with its time, so an older file changes nothing that a newer one said.</summary>
internal sealed class ProductMerge(MergeContext context, Catalogue catalogue) : IFactMerge
{
    private sealed class Chunk(ProductMerge merge) : IMergeChunk
    {
        internal List<(string Code, Told Told)> Products { get; } = [];

        public RejectReason? Take(IReadOnlyList<SourceFact> rows)
        {
            var told = new Told();
            foreach (var row in rows) merge.Tell(told, (SourceProduct)row);
            Products.Add((rows[0].Key, told));
            return null;
        }
    }

    public IMergeChunk Begin() => new Chunk(this);

    private void Tell(Told told, SourceProduct row)
    {
        var at = row.ModifiedAt?.ToUnixTimeMilliseconds() ?? context.Import.TakenAt;
        told.Tell(ProductAttribute.Name, row.Name, at);
        told.Tell(ProductAttribute.Category, row.Category, at);
        told.Tell(ProductAttribute.Brand, row.Brand, at);
        told.Tell(ProductAttribute.Season, row.Season, at);
        told.Tell(ProductAttribute.Style, row.Style, at);
        told.Tell(ProductAttribute.ListPrice, Text(row.ListPrice), at);
        told.Tell(ProductAttribute.UnitCost, Text(row.UnitCost), at);
        told.Tell(ProductAttribute.LaunchDay, row.LaunchedOn is { } day ? Text(CivilDay.Number(day)) : "", at);
    }

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public async Task<MergeCounts> RunAsync(IMergeChunk chunk, CancellationToken cancel)
    {
        var products = ((Chunk)chunk).Products;
        if (products.Count == 0) return default;
        var codes = products.ConvertAll(product => product.Code);
        var stored = (await context.Db.ListAsync(
            $"SELECT code, told FROM product WHERE shop_id = @shop AND code {SqlList.Of(context.Db, "codes")}",
            row => (Code: row.GetString(0), Told: Told.Read(row.GetString(1))), cancel,
            ("shop", context.Import.ShopId), ("codes", SqlList.Value(context.Db, codes)))).ToDictionary(product => product.Code, product => product.Told);
        var counts = default(MergeCounts);
        foreach (var (code, told) in products) counts += Merge(code, told, stored.GetValueOrDefault(code));
        return counts;
    }

    private MergeCounts Merge(string code, Told told, Told? stored)
    {
        catalogue.Describe(code, told);
        var before = stored is null ? null : Shown(stored);
        var after = stored ?? new Told();
        after.Take(told);
        var verdict = before is null ? Verdict.New : before.SequenceEqual(Shown(after)) ? Verdict.Known : Verdict.Changed;
        if (context.Samples is { } samples && samples.Wants(verdict)) samples.Add(code, before, Shown(after));
        return MergeCounts.Of(verdict, namesBuyer: false);
    }

    private static List<(string Field, string Value)> Shown(Told told) => [.. told.All.Select(attribute => (attribute.Key, Value(attribute.Key, attribute.Value.Text)))];

    private static string Value(string attribute, string text) => attribute switch
    {
        ProductAttribute.ListPrice or ProductAttribute.UnitCost => MoneyText.Of(long.Parse(text, CultureInfo.InvariantCulture), 4),
        ProductAttribute.LaunchDay => CivilDay.Of(int.Parse(text, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => text,
    };
}
