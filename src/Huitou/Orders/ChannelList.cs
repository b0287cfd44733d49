using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>A channel as callers see it.</summary>
public sealed record ChannelItem(int Id, string Name);

/// <summary>Lists the channels that orders came through.</summary>
public sealed class ChannelList(IDbContextFactory<HuitouDb> databases)
{
    public async Task<IReadOnlyList<ChannelItem>> RunAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Channels.OrderBy(c => c.Id).Select(c => new ChannelItem(c.Id, c.Name)).ToListAsync(cancel);
    }
}
