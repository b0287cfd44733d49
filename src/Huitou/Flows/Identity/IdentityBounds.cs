using Huitou.Connect;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// Holds decisions about who is who to the shops that their maker sees: whom a shop beyond these knows too is not theirs to join or to part.
/// </summary>
internal static class IdentityBounds
{
    /// <summary>Whether the caller sees a customer.</summary>
    internal static async Task<bool> SeesAsync(IDbContextFactory<HuitouDb> databases, long customer, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Customers.AnyAsync(known => known.Id == customer, cancel);
    }

    /// <summary>Whether a shop beyond the scope speaks of any of the customers.</summary>
    internal static async Task<bool> ReachBeyondAsync(HuitouDb whole, DataScope scope, IReadOnlyCollection<long> customers, CancellationToken cancel)
    {
        if (scope.Shops is not { } shops) return false;
        return await (
            from node in whole.EvidenceNodes
            where customers.Contains(node.CustomerId)
            join said in whole.BuyerStatements on node.Id equals said.NodeId
            join import in whole.Imports on said.ImportId equals import.Id
            where !shops.Contains(import.ShopId) && import.State == ImportState.Committed
            select said.NodeId).AnyAsync(cancel);
    }

    /// <summary>Of decisions that the caller sees, those of acts of which they see all.</summary>
    internal static async Task<List<IdentityDecision>> WhollySeenAsync(
        IDbContextFactory<HuitouDb> databases, IReadOnlyCollection<IdentityDecision> seen, CancellationToken cancel)
    {
        Guid[] acts = [.. seen.Select(decision => decision.Act).Distinct()];
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var whole = databases.OpenWhole();
        var ofSeen = await CountsAsync(db, acts, cancel);
        var ofAll = await CountsAsync(whole, acts, cancel);
        return [.. seen.Where(decision => ofSeen[decision.Act] == ofAll[decision.Act])];
    }

    private static Task<Dictionary<Guid, int>> CountsAsync(HuitouDb db, Guid[] acts, CancellationToken cancel) =>
        db.IdentityDecisions.Where(decision => acts.Contains(decision.Act)).GroupBy(decision => decision.Act).ToDictionaryAsync(act => act.Key, act => act.Count(), cancel);
}
