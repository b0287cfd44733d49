using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Who a customer is, unmasked: for operations, never for an answer as it is.</summary>
internal sealed record CustomerName(long Id, string Name, string Region, string City, string Buyer, DateTimeOffset CreatedAt)
{
    internal static readonly CustomerName Unknown = new(0, "", "", "", "", default);
}

/// <summary>
/// Names and places of customers; the ledger holds none. Who sees some shops reads what these say: the customer's own row follows from the word
/// of all.
/// </summary>
internal static class CustomerNames
{
    private const int CustomersAtOnce = 1_000;

    internal static async Task<CustomerName?> FindAsync(HuitouDb db, long id, CancellationToken cancel) =>
        (await ReadAsync(db, [id], cancel)).GetValueOrDefault(id);

    /// <summary>Of those whom the caller sees.</summary>
    internal static async Task<Dictionary<long, CustomerName>> ReadAsync(HuitouDb db, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var buyers = (await db.EvidenceNodes.AsNoTracking().Where(node => ids.Contains(node.CustomerId) && node.Kind == EvidenceKind.SourceId).OrderBy(node => node.Id)
            .Select(node => new { node.CustomerId, node.Value }).ToListAsync(cancel))
            .GroupBy(node => node.CustomerId).ToDictionary(nodes => nodes.Key, nodes => nodes.First().Value);
        if (!db.Scope.IsAll) return await SaidAsync(db, ids, buyers, cancel);
        var customers = await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id)).ToListAsync(cancel);
        return customers.ToDictionary(
            customer => customer.Id,
            customer => new CustomerName(
                customer.Id, customer.Name, customer.Region, customer.City, buyers.GetValueOrDefault(customer.Id, ""), customer.CreatedAt));
    }

    /// <summary>Who is of a region by the word of the shops that the caller sees: the ledger's regions are the word of all.</summary>
    internal static async Task<IReadOnlyList<long>> FromRegionAsync(HuitouDb db, string region, CancellationToken cancel)
    {
        var once = await (
            from said in db.BuyerStatements
            where said.Region == region
            join node in db.EvidenceNodes on said.NodeId equals node.Id
            select node.CustomerId).Distinct().ToListAsync(cancel);
        var now = new List<long>();
        foreach (var some in once.Chunk(CustomersAtOnce))
            now.AddRange((await ReadAsync(db, some, cancel)).Values.Where(who => who.Region == region).Select(who => who.Id));
        return now;
    }

    private static async Task<Dictionary<long, CustomerName>> SaidAsync(
        HuitouDb db, IReadOnlyCollection<long> ids, Dictionary<long, string> buyers, CancellationToken cancel)
    {
        var said = await (
            from node in db.EvidenceNodes
            where ids.Contains(node.CustomerId)
            join statement in db.BuyerStatements on node.Id equals statement.NodeId
            join import in db.Imports on statement.ImportId equals import.Id
            where import.State == ImportState.Committed
            select new { node.CustomerId, Statement = statement, import.StartedAt }).AsNoTracking().ToListAsync(cancel);
        return said.GroupBy(one => one.CustomerId).ToDictionary(all => all.Key, all =>
        {
            var newest = new BuyerDescription();
            foreach (var one in all) newest.Take(BuyerDescription.Of(one.Statement));
            return new CustomerName(
                all.Key, newest.Name.Text, newest.Region.Text, newest.City.Text, buyers.GetValueOrDefault(all.Key, ""), all.Min(one => one.StartedAt));
        });
    }
}
