using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>How fresh the figures are, and what they are made of.</summary>
/// <param name="UpTo">Every change committed before this instant is counted; null while the first ledger is being built.</param>
/// <param name="Behind">Committed changes that are not counted yet.</param>
/// <param name="Building">Whether the first ledger is being built.</param>
/// <param name="Customers">Named customers with an order.</param>
/// <param name="Orders">Paid orders.</param>
/// <param name="Lines">Their lines.</param>
/// <param name="FirstDay">Civil day of the first order; null while there is none.</param>
/// <param name="LastDay">Civil day of the last order.</param>
/// <param name="Bytes">What the ledger takes in memory.</param>
public sealed record Freshness(
    DateTimeOffset? UpTo, long Behind, bool Building, long Customers, long Orders, long Lines, DateOnly? FirstDay, DateOnly? LastDay, long Bytes);

/// <summary>Tells how fresh the ledger is.</summary>
public sealed class LedgerFreshness(InProcessLedgerHost host)
{
    public async Task<Freshness> AskAsync(CancellationToken cancel)
    {
        var behind = await host.BehindAsync(cancel);
        if (host.Current is not { } state) return new(null, behind, true, 0, 0, 0, null, null, 0);
        var everything = new Scope { AsOf = CivilDay.Last, Counting = new CountingRules(OrderMarks.None) };
        var summary = state.Ledger.Ask(new LedgerSummaryQuery(), everything, cancellationToken: cancel);
        return new(
            state.UpTo, behind, false, summary.Customers, summary.Orders, summary.Lines, summary.FirstDay, summary.LastDay, state.Ledger.ByteSize);
    }
}
