using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// Renames a shop, says which platform it is on (what was imported keeps what was said then), or moves its clock while nothing has been told by it: the days of stored orders follow the zone they came in under,
/// and one shop must not have two clocks.
/// </summary>
public sealed class ShopChange(IDbContextFactory<HuitouDb> databases, Shops shops)
{
    public async Task<Outcome<ShopItem>> RunAsync(int id, ShopFields fields, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var zone = await db.Shops.Where(shop => shop.Id == id).Select(shop => shop.TimeZone).FirstOrDefaultAsync(cancel);
        if (zone is not null && zone != fields.TimeZone && await db.Imports.AnyAsync(import => import.ShopId == id, cancel))
        {
            return new Refusal(
                ProblemCode.TimeZoneInUse, $"The days of this shop's orders were told by the clock of {zone}. Add another shop for {fields.TimeZone}.", "timeZone");
        }

        return await shops.ChangeAsync(id, fields, actor, cancel);
    }
}
