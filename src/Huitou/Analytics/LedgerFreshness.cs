using Huitou.Data;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>How fresh the figures are, and what they are made of.</summary>
/// <param name="UpTo">Every change committed before this instant is counted; null while the first ledger is being built.</param>
/// <param name="AgeSeconds">How long ago that was; figures of a host that follows are a second or two old.</param>
/// <param name="Behind">Committed changes that are not counted yet.</param>
/// <param name="Building">Whether the first ledger is being built.</param>
/// <param name="Customers">Named customers with an order.</param>
/// <param name="Orders">Paid orders.</param>
/// <param name="Lines">Their lines.</param>
/// <param name="FirstDay">Civil day of the first order; null while there is none.</param>
/// <param name="LastDay">Civil day of the last order.</param>
/// <param name="Bytes">What the ledger takes in memory; 0 for who sees a part of it.</param>
public sealed record Freshness(
    DateTimeOffset? UpTo, double? AgeSeconds, long Behind, bool Building, long Customers, long Orders, long Lines, DateOnly? FirstDay, DateOnly? LastDay, long Bytes);

/// <summary>Tells how fresh the ledger is.</summary>
public sealed class LedgerFreshness(InProcessLedgerHost host, TimeProvider time)
{
    public async Task<Freshness> AskAsync(CancellationToken cancel)
    {
        var behind = await host.BehindAsync(cancel);
        var seen = DataScope.Current;
        // Who sees some shops learns that something is to follow, not how much of it: it may be another shop's.
        if (!seen.IsAll) behind = Math.Min(behind, 1);
        if (host.Current is not { } state) return new(null, null, behind, true, 0, 0, 0, null, null, 0);
        var everything = new Scope { AsOf = CivilDay.Last, Shops = seen.Shops, Counting = new CountingRules(OrderMarks.None) };
        var summary = state.Ledger.AskOnce(new LedgerSummaryQuery(), everything);
        return new(
            state.UpTo, Math.Max(0, (time.GetUtcNow() - state.UpTo).TotalSeconds), behind, false, summary.Customers, summary.Orders, summary.Lines, summary.FirstDay, summary.LastDay, seen.IsAll ? state.Ledger.ByteSize : 0);
    }
}
