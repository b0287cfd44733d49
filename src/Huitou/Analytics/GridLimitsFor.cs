using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>Where limits or edges come from.</summary>
public enum CutOffOrigin
{
    /// <summary>Somebody set them, valid from a day on.</summary>
    Set,

    /// <summary>Published from the whole population on a day.</summary>
    Published,

    /// <summary>Computed for the question, as of its day.</summary>
    Computed,

    /// <summary>Too few repurchases to tell the shop's rhythm: 90, 180 and 365 days.</summary>
    Fallback,

    /// <summary>Given with the question, as a what-if.</summary>
    Given,
}

/// <summary>The limits that hold on a day.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="ValidFrom">From when on they hold; null where they were made for the question.</param>
public sealed record LimitsInForce(GridLimits Limits, CutOffOrigin Origin, DateOnly? ValidFrom);

/// <summary>Limits computed from the gaps between purchase days.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Gaps">How many gaps they were computed from.</param>
public sealed record SuggestedLimits(GridLimits Limits, long Gaps)
{
    public CutOffOrigin Origin => Gaps < DefaultLimits.LeastGaps ? CutOffOrigin.Fallback : CutOffOrigin.Computed;

    /// <summary>What the rhythm of the scope's shops says on a day. Channels, period and chosen customers play no part in it.</summary>
    public static SuggestedLimits Of(Ledger ledger, Scope scope, DateOnly day)
    {
        var shops = new Scope { AsOf = day, Shops = scope.Shops, Counting = scope.Counting };
        var gaps = ledger.AskOnce(new GapQuantilesQuery(), shops);
        return new(DefaultLimits.From(gaps), gaps.Count);
    }
}

/// <summary>
/// Tells which limits hold on a day: what somebody set for the shop, else for all shops; else what was published; else, for days before
/// the first publication and for sets of shops that nothing is published for, what the ledger says as of that day.
/// </summary>
public sealed class GridLimitsFor(IDbContextFactory<HuitouDb> databases)
{
    public async Task<LimitsInForce> FindAsync(Ledger ledger, Scope scope, DateOnly day, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var shop = scope.Shops is [var only] ? only : (int?)null;
        if (await SetAsync(db, shop, day, cancel) is { } set) return new(set.Limits, CutOffOrigin.Set, set.ValidFrom);
        if (await PublishedAsync(db, scope, shop, day, cancel) is { } published) return published;
        var computed = SuggestedLimits.Of(ledger, scope, day);
        return new(computed.Limits, computed.Origin, null);
    }

    private static async Task<GridLimitsVersion?> SetAsync(HuitouDb db, int? shop, DateOnly day, CancellationToken cancel)
    {
        var versions = await db.GridLimits.AsNoTracking()
            .Where(version => version.ValidFrom <= day && (version.ShopId == shop || version.ShopId == null))
            .OrderByDescending(version => version.ValidFrom).ThenByDescending(version => version.Id).ToListAsync(cancel);
        return versions.Find(version => version.ShopId == shop) ?? versions.Find(version => version.ShopId is null);
    }

    private static async Task<LimitsInForce?> PublishedAsync(HuitouDb db, Scope scope, int? shop, DateOnly day, CancellationToken cancel)
    {
        if (shop is null && scope.Shops is not null) return null;
        if (await PublishedCutOff.NewestAsync(db, CutOffKind.GridDefaults, shop, day, cancel) is not { } newest) return null;
        var values = PublishedLimits.Read(newest.Values);
        if (values.Excluded != scope.Counting.Excluded) return null;
        // Published when there was too little to go by: by now there may be more.
        return values.Gaps < DefaultLimits.LeastGaps ? null : new(values.Limits, CutOffOrigin.Published, newest.ValidFrom);
    }
}
