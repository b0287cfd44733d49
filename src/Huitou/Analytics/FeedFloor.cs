using System.Text.Json;
using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>From where on the change feed has all its rows, and up to where it may be pruned next.</summary>
/// <param name="Below">Whoever has not come up to this position cannot follow: rows before it are gone.</param>
/// <param name="Mark">The end of the feed a while ago.</param>
/// <param name="Marked">When that was.</param>
internal sealed record FeedFloor(long Below, long Mark, DateTimeOffset? Marked)
{
    private const string Key = "feed_floor";

    /// <summary>Null where nothing was ever pruned. A floor beyond the end is that of the server that a dump was taken of, and holds for nobody here.</summary>
    internal static async Task<FeedFloor?> ReadAsync(HuitouDb db, long end, CancellationToken cancel)
    {
        var floor = Settings.Parse<FeedFloor?>(await Settings.StoredAsync(db, Key, cancel), null);
        return floor is null || floor.Below <= end ? floor : floor with { Below = 0 };
    }

    /// <summary>It is no setting that anything depends on, so the feed does not tell of it.</summary>
    internal static async Task WriteAsync(HuitouDb db, FeedFloor floor, CancellationToken cancel)
    {
        var value = JsonSerializer.Serialize(floor, JsonSerializerOptions.Web);
        if (await db.Settings.Where(setting => setting.Key == Key).ExecuteUpdateAsync(set => set.SetProperty(setting => setting.Value, value), cancel) > 0) return;
        db.Settings.Add(new Setting { Key = Key, Value = value });
        await db.SaveChangesAsync(cancel);
    }
}
