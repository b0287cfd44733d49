using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>The quintile edges that hold on a day.</summary>
/// <param name="Edges">The edges; null where nobody has bought.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="ValidFrom">From when on they hold; null where they were made for the question.</param>
public sealed record EdgesInForce(RfmEdges? Edges, CutOffOrigin Origin, DateOnly? ValidFrom);

/// <summary>
/// Tells which RFM edges hold on a day: the published ones where the question is asked of a shop's whole population and life; else those
/// of the scope's own population as of that day. Chosen customers are scored against everybody, never against themselves.
/// </summary>
public sealed class RfmEdgesFor(IDbContextFactory<HuitouDb> databases)
{
    public async Task<EdgesInForce> FindAsync(Ledger ledger, Scope scope, MoneyBasis basis, DateOnly day, CancellationToken cancel)
    {
        if (IsWholePopulation(scope) && await PublishedAsync(scope, basis, day, cancel) is { } published) return published;
        var population = scope with { AsOf = day, Customers = null };
        return new(ledger.Ask(new RfmEdgesQuery(basis), population, cancellationToken: cancel), CutOffOrigin.Computed, null);
    }

    private static bool IsWholePopulation(Scope scope) =>
        scope.Channels is null && scope.From is null && (scope.To is null || scope.To >= scope.AsOf) && scope.Shops is null or [_];

    private async Task<EdgesInForce?> PublishedAsync(Scope scope, MoneyBasis basis, DateOnly day, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var kind = basis == MoneyBasis.Net ? CutOffKind.RfmNet : CutOffKind.RfmGross;
        var shop = scope.Shops is [var only] ? only : (int?)null;
        if (await PublishedCutOff.NewestAsync(db, kind, shop, day, cancel) is not { } newest) return null;
        var values = PublishedEdges.Read(newest.Values);
        return values.Edges is null || values.Excluded != scope.Counting.Excluded ? null : new(values.Edges, CutOffOrigin.Published, newest.ValidFrom);
    }
}
