using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>What day it is, where the shops are.</summary>
public sealed class CivilClock(IDbContextFactory<HuitouDb> databases, TimeProvider time)
{
    /// <summary>The civil day in the first shop's zone; in UTC while there is no shop.</summary>
    public async Task<DateOnly> TodayAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var zone = await db.Shops.OrderBy(shop => shop.Id).Select(shop => shop.TimeZone).FirstOrDefaultAsync(cancel);
        return Today(zone ?? "UTC");
    }

    /// <summary>The civil day in the shop's zone.</summary>
    public DateOnly Today(Shop shop) => Today(shop.TimeZone);

    private DateOnly Today(string zone) => new ShopClock(zone).Day(time.GetUtcNow());
}
