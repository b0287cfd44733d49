using Huitou.Access;
using Huitou.Data;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>Limits of the grid that somebody sets.</summary>
/// <param name="ShopId">The shop; null: all shops together, and each that has none of its own.</param>
/// <param name="ValidFrom">From when on they hold.</param>
/// <param name="ActiveMax">Largest recency in days that is active.</param>
/// <param name="SilentMax">Largest that is silent.</param>
/// <param name="DormantMax">Largest that is dormant.</param>
/// <param name="FanMin">Smallest number of paid orders that makes a fan.</param>
public sealed record NewGridLimits(int? ShopId, DateOnly ValidFrom, int ActiveMax, int SilentMax, int DormantMax, int FanMin);

/// <summary>
/// Sets the limits of the grid from a day on. Earlier versions stay, so that a past day is answered by the limits of its time; setting
/// the same day again replaces that version.
/// </summary>
public sealed class SetGridLimits(IDbContextFactory<HuitouDb> databases, AuditLog audit, TimeProvider time)
{
    public async Task<Outcome<LimitsVersion>> SetAsync(NewGridLimits wanted, Actor actor, CancellationToken cancel)
    {
        if (GridLimitsCheck.Of(wanted.ActiveMax, wanted.SilentMax, wanted.DormantMax, wanted.FanMin) is { } fault) return fault;
        if (wanted.ValidFrom < CivilDay.First || wanted.ValidFrom > CivilDay.Last)
            return new Refusal(ProblemCode.InvalidField, $"{wanted.ValidFrom:yyyy-MM-dd} is outside {CivilDay.First:yyyy-MM-dd} to {CivilDay.Last:yyyy-MM-dd}.", "validFrom");

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (wanted.ShopId is { } id && !await db.Shops.AnyAsync(shop => shop.Id == id, cancel))
            return new Refusal(ProblemCode.NotFound, $"There is no shop {id}.", "shopId");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var version = await db.GridLimits.FirstOrDefaultAsync(
            known => known.ShopId == wanted.ShopId && known.ValidFrom == wanted.ValidFrom, cancel);
        if (version is null) db.GridLimits.Add(version = new() { ShopId = wanted.ShopId, ValidFrom = wanted.ValidFrom, Actor = actor.Name });
        (version.ActiveMax, version.SilentMax, version.DormantMax, version.FanMin) = (wanted.ActiveMax, wanted.SilentMax, wanted.DormantMax, wanted.FanMin);
        (version.Actor, version.CreatedAt) = (actor.Name, time.GetUtcNow());
        audit.Add(db, actor, wanted.ShopId is { } shop ? $"gridLimits:{shop}" : "gridLimits:all",
            AuditFact.GridLimitsSet(wanted.ValidFrom, wanted.ActiveMax, wanted.SilentMax, wanted.DormantMax, wanted.FanMin));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return LimitsVersion.Of(version);
    }
}

/// <summary>Whether numbers can be limits of the grid.</summary>
public static class GridLimitsCheck
{
    private const int MostDays = 36_500;
    private const int MostOrders = 100_000;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public static Refusal? Of(int activeMax, int silentMax, int dormantMax, int fanMin)
    {
        if (activeMax < 0) return Fault("activeMax", $"Active cannot end at {activeMax} days. Give 0 or more.");
        if (silentMax <= activeMax) return Fault("silentMax", $"Silent must end after active: give more than {activeMax} days, not {silentMax}.");
        if (dormantMax <= silentMax) return Fault("dormantMax", $"Dormant must end after silent: give more than {silentMax} days, not {dormantMax}.");
        if (dormantMax > MostDays) return Fault("dormantMax", $"Dormant cannot end after {dormantMax} days. Give up to {MostDays}.");
        if (fanMin is < 4 or > MostOrders) return Fault("fanMin", $"A fan cannot begin at {fanMin} orders. Give 4 to {MostOrders}: 1 is new, 2 second-time, 3 old.");
        return null;
    }

    private static Refusal Fault(string path, string message) => new(ProblemCode.InvalidField, message, path);
}
