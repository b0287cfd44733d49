using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Who a customer is, unmasked: for operations, never for an answer as it is.</summary>
internal sealed record CustomerName(long Id, string Name, string Region, string City, string Buyer, DateTimeOffset CreatedAt)
{
    /// <summary>Nobody tells a region, and nobody cleared it: that of their orders stands in for it.</summary>
    internal bool IsUntold { get; init; }

    /// <summary>The region that most of their orders went to, where it stands in for one that nobody tells.</summary>
    internal OrderedRegion? Ordered { get; init; }

    /// <summary>The level of service that somebody set for them; empty for none.</summary>
    internal string Level { get; init; } = "";

    /// <summary>Told to who sees some shops alone: for who sees all, the traits hold it.</summary>
    internal string District { get; init; } = "";

    internal static readonly CustomerName Unknown = new(0, "", "", "", "", default);
}

/// <summary>
/// Names and places of customers; the ledger holds none. Who sees some shops reads what these say: the customer's own row follows from the word
/// of all.
/// </summary>
internal static class CustomerNames
{
    private const int CustomersAtOnce = 1_000;

    internal static async Task<CustomerName?> FindAsync(HuitouDb db, Vault vault, long id, CancellationToken cancel) =>
        (await ReadPlacedAsync(db, vault, [id], cancel)).GetValueOrDefault(id);

    /// <summary>The same with the region that most orders went to, where nobody tells one: for pages, not for files that come in again.</summary>
    internal static async Task<Dictionary<long, CustomerName>> ReadPlacedAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var names = await ReadAsync(db, vault, ids, cancel);
        long[] untold = [.. names.Values.Where(name => name.IsUntold).Select(name => name.Id)];
        foreach (var (id, ordered) in await OrderedRegions.OfAsync(db, untold, cancel)) names[id] = names[id] with { Region = ordered.Region, Ordered = ordered };
        return names;
    }

    /// <summary>Of those whom the caller sees.</summary>
    internal static async Task<Dictionary<long, CustomerName>> ReadAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var buyers = (await db.EvidenceNodes.AsNoTracking().Where(node => ids.Contains(node.CustomerId) && node.Kind == EvidenceKind.SourceId).OrderBy(node => node.Id)
            .ToListAsync(cancel))
            .GroupBy(node => node.CustomerId).ToDictionary(nodes => nodes.Key, nodes => nodes.First().Name(vault));
        var levels = await ProfileEdits.LevelsAsync(db, [.. ids], cancel);
        if (!db.Scope.IsAll) return await SaidAsync(db, ids, buyers, levels, cancel);
        var customers = await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id)).ToListAsync(cancel);
        return customers.ToDictionary(
            customer => customer.Id,
            customer => new CustomerName(
                customer.Id, customer.Name, customer.Region, customer.City, buyers.GetValueOrDefault(customer.Id, ""), customer.CreatedAt)
            { Level = levels.GetValueOrDefault(customer.Id, ""), IsUntold = customer.Region.Length == 0 && customer.RegionAt < DatedText.ByHand });
    }

    /// <summary>Who is of a place by the word of the shops that the caller sees: the places that the ledger and customers' rows tell are the word of all.</summary>
    internal static async Task<IReadOnlyList<long>> FromPlaceAsync(HuitouDb db, Vault vault, string? region, string? city, string? district, CancellationToken cancel)
    {
        // Whoever is of all of it was once told to be of the narrowest.
        var told = district is not null ? db.BuyerStatements.Where(said => said.More != null && said.More.Contains(Told.Opening(BuyerAttribute.District, district)))
            : city is not null ? db.BuyerStatements.Where(said => said.City == city) : db.BuyerStatements.Where(said => said.Region == region);
        var written = district is not null ? (ProfileAttribute.District, district) : city is not null ? (ProfileAttribute.City, city) : (ProfileAttribute.Region, region!);
        var once = await told.Join(db.EvidenceNodes, said => said.NodeId, node => node.Id, (_, node) => node.CustomerId)
            .Union(ProfileEdits.OfText(db, written.Item1, written.Item2)).ToListAsync(cancel);
        if (region is not null && city is null && district is null) once = [.. once.Union(await OrderedRegions.Candidates(db, region).ToListAsync(cancel))];
        var now = new List<long>();
        foreach (var some in once.Chunk(CustomersAtOnce))
            now.AddRange((await ReadPlacedAsync(db, vault, some, cancel)).Values
                .Where(who => (region is null || who.Region == region) && (city is null || who.City == city) && (district is null || who.District == district)).Select(who => who.Id));
        return now;
    }

    private static async Task<Dictionary<long, CustomerName>> SaidAsync(
        HuitouDb db, IReadOnlyCollection<long> ids, Dictionary<long, string> buyers, Dictionary<long, string> levels, CancellationToken cancel)
    {
        var said = await (
            from node in db.EvidenceNodes
            where ids.Contains(node.CustomerId)
            join statement in db.BuyerStatements on node.Id equals statement.NodeId
            join import in db.Imports on statement.ImportId equals import.Id
            where import.State == ImportState.Committed
            select new { node.CustomerId, Statement = statement, import.StartedAt }).AsNoTracking().ToListAsync(cancel);
        var written = await ProfileEdits.ColumnsAsync(db, [.. ids], cancel);
        var districts = await ProfileEdits.DistrictsAsync(db, db.EvidenceNodes.Where(node => ids.Contains(node.CustomerId)), cancel);
        return said.GroupBy(one => one.CustomerId).ToDictionary(all => all.Key, all =>
        {
            var newest = new BuyerDescription();
            foreach (var one in all) newest.Take(BuyerDescription.Of(one.Statement));
            if (written.TryGetValue(all.Key, out var byHand)) newest.Take(byHand);
            var district = districts.TryGetValue(all.Key, out var standing) ? standing : all.Select(one => Told.Read(one.Statement.More)[BuyerAttribute.District])
                .Aggregate(DatedText.None, (newest, said) => newest.Or(said.Text, said.At));
            return new CustomerName(
                all.Key, newest.Name.Text, newest.Region.Text, newest.City.Text, buyers.GetValueOrDefault(all.Key, ""), all.Min(one => one.StartedAt))
            {
                Level = levels.GetValueOrDefault(all.Key, ""),
                IsUntold = newest.Region is { Text.Length: 0, IsByHand: false },
                District = BuyerDescription.HasDistrict(newest.Region, newest.City, district) ? district.Text : "",
            };
        });
    }
}
