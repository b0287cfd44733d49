using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>Limits as the shop's own rhythm suggests them.</summary>
public sealed record SuggestedFigures(int ActiveMax, int SilentMax, int DormantMax, int FanMin, CutOffOrigin Origin, long Gaps);

/// <summary>One version of the limits that somebody set.</summary>
public sealed record LimitsVersion(
    int Id, int? ShopId, DateOnly ValidFrom, int ActiveMax, int SilentMax, int DormantMax, int FanMin, string Actor, DateTimeOffset CreatedAt)
{
    internal static LimitsVersion Of(GridLimitsVersion version) => new(
        version.Id, version.ShopId, version.ValidFrom, version.ActiveMax, version.SilentMax, version.DormantMax, version.FanMin, version.Actor,
        version.CreatedAt);
}

/// <summary>The limits of a shop, or of all together: in force today, suggested, and set over time (the newest first).</summary>
public sealed record GridLimitsAnswer(LimitsFigures Current, SuggestedFigures Suggested, IReadOnlyList<LimitsVersion> Versions);

/// <summary>Shows what limits hold, what the data suggest, and who set what when.</summary>
public sealed class GridLimitsHistory(
    InProcessLedgerHost host, ScopeReader scopes, GridLimitsFor limitsFor, IDbContextFactory<HuitouDb> databases)
{
    /// <param name="shop">A shop's id, as written; null or empty: all shops together.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<Outcome<GridLimitsAnswer>> AskAsync(string? shop, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(new() { Shops = shop }, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } badShop) return badShop with { Path = "shop" };
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        var (ledger, scope) = (waited.Value!, read.Value!.Scope);
        var current = await limitsFor.FindAsync(ledger, scope, scope.AsOf, cancel);
        var suggested = SuggestedLimits.Of(ledger, scope, scope.AsOf);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var only = read.Value.OnlyShop;
        var versions = await db.GridLimits.AsNoTracking().Where(version => version.ShopId == only)
            .OrderByDescending(version => version.ValidFrom).ToListAsync(cancel);
        return new GridLimitsAnswer(LimitsFigures.Of(current), Figures(suggested), versions.ConvertAll(LimitsVersion.Of));
    }

    private static SuggestedFigures Figures(SuggestedLimits suggested)
    {
        var limits = suggested.Limits;
        return new(limits.ActiveMax, limits.SilentMax, limits.DormantMax, limits.FanMin, suggested.Origin, suggested.Gaps);
    }
}
