using Huitou.Access;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>Customers by one number, bar by bar.</summary>
public sealed record HistogramAnswer(Currency Currency, DateOnly AsOf, IReadOnlyList<HistogramBar> Bars);

/// <summary>How long ago and how often customers bought.</summary>
public sealed class HistogramReport(InProcessLedgerHost host, ScopeReader scopes)
{
    /// <summary>Months of thirty days for a year, where most of a shop's rhythm lies, then quarters and years.</summary>
    private static readonly int[] RecencyBounds = [30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 365, 455, 545, 730, 1095];

    /// <summary>The last bar is this number of orders and more.</summary>
    private const int LastFrequency = 20;

    /// <summary>By days since the last purchase.</summary>
    public Task<Outcome<HistogramAnswer>> RecencyAsync(ScopeQuery query, CancellationToken cancel) =>
        AskAsync(query, (ledger, scope) => ledger.Ask(new RecencyHistogramQuery(RecencyBounds), scope, cancellationToken: cancel), cancel);

    /// <summary>By number of purchases.</summary>
    public Task<Outcome<HistogramAnswer>> FrequencyAsync(ScopeQuery query, CancellationToken cancel) =>
        AskAsync(query, (ledger, scope) => ledger.Ask(new FrequencyHistogramQuery(LastFrequency), scope, cancellationToken: cancel), cancel);

    private async Task<Outcome<HistogramAnswer>> AskAsync(
        ScopeQuery query, Func<Ledger, Scope, IReadOnlyList<HistogramBar>> ask, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(query, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        return new HistogramAnswer(read.Value!.Currency, read.Value.Scope.AsOf, ask(waited.Value!, read.Value.Scope));
    }
}
