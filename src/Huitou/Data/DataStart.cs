using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Huitou.Data;

/// <summary>
/// The first thing that runs: becomes the host and brings the database to this version. The stages' own services start after it,
/// so none of them ever meets an old schema; they stop before it, so the lock covers all their work.
/// </summary>
internal sealed class DataStart(DataFolder folder, IDbContextFactory<HuitouDb> databases) : IHostedService, IDisposable
{
    private HostLock? _lock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _lock = HostLock.Take(folder);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        if (!pending.Any()) return;

        await BreakStaleLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    /// <summary>
    /// On SQLite, EF keeps a row while it migrates and waits for ever if a crash left one behind. The host lock says that nobody
    /// else can be migrating, so a row found here is stale.
    /// </summary>
    private static async Task BreakStaleLockAsync(HuitouDb db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return;
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
    }
}
