using Huitou.Access;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// The evidence of customers on which a caller may write. What follows from it is found out over all shops, and so it is written through a context
/// that sees all; which it is, is looked up through the caller's own eyes, and what another shop speaks of too is not theirs to write on.
/// </summary>
internal static class SeenEvidence
{
    /// <summary>The pieces of each customer, that which the customer goes by first.</summary>
    internal static async Task<List<EvidenceNode>> OfAsync(IDbContextFactory<HuitouDb> databases, long[] ids, CancellationToken cancel)
    {
        var nodes = await SharedAsync(databases, ids, cancel);
        if (DataScope.Current.Shops is not { } shops) return nodes;
        long[] seen = [.. nodes.Select(node => node.Id)];
        await using var whole = databases.OpenWhole();
        var others = await (
            from said in whole.BuyerStatements
            where EF.Parameter(seen).Contains(said.NodeId)
            join import in whole.Imports on said.ImportId equals import.Id
            where !shops.Contains(import.ShopId)
            select said.NodeId).Distinct().ToListAsync(cancel);
        return nodes.FindAll(node => !others.Contains(node.Id));
    }

    /// <summary>All that the caller sees, whoever else speaks of it.</summary>
    internal static async Task<List<EvidenceNode>> SharedAsync(IDbContextFactory<HuitouDb> databases, long[] ids, CancellationToken cancel)
    {
        var customers = await CustomersAsync(databases, ids, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.EvidenceNodes.AsNoTracking().Where(node => EF.Parameter(customers).Contains(node.CustomerId)).OrderBy(node => node.Id != node.CustomerId).ThenBy(node => node.Id).ToListAsync(cancel);
    }

    /// <summary>Who those of the numbers are today whom the caller sees.</summary>
    internal static async Task<long[]> CustomersAsync(IDbContextFactory<HuitouDb> databases, long[] ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await CustomerRows.CurrentAsync(db, ids, cancel);
    }

    /// <summary>Why nothing can be written of customers: none of them is there for the caller, or all are other shops' too.</summary>
    internal static async Task<Refusal> WhyNoneAsync(IDbContextFactory<HuitouDb> databases, IReadOnlyCollection<long> ids, string path, CancellationToken cancel)
    {
        if ((await CustomersAsync(databases, [.. ids], cancel)).Length > 0) return Beyond(path);
        return new(ProblemCode.NotFound, ids.Count == 1 ? $"There is no customer {ids.First()}." : "None of these customers is there.", path);
    }

    internal static Refusal Beyond(string path) =>
        new(ProblemCode.BeyondScope, "A shop that you do not see knows the customer too. Somebody who sees both shops can do this.", path);
}
