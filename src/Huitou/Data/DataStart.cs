using Huitou.Data.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Huitou.Data;

/// <summary>
/// The first thing that runs: becomes the host and brings the database to this version. The stages' own services start after it,
/// so none of them ever meets an old schema; they stop before it, so the lock covers all their work.
/// </summary>
internal sealed class DataStart(DataFolder folder, IDbContextFactory<HuitouDb> databases, Vault vault) : IHostedService, IDisposable
{
    private HostLock? _lock;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _lock = HostLock.Take(folder);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await SchemaUpdate.IsNewerAsync(db, cancellationToken)) throw new NewerDatabaseException(folder.Root);
        await SchemaUpdate.RunAsync(db, cancellationToken);
        if (db.Database.IsNpgsql()) await RestoredFeed.SettleAsync(db, cancellationToken);
        await BlindLinks.BeginAsync(db, vault, cancellationToken);
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
}

/// <summary>An older version was started on a newer one's data.</summary>
public sealed class NewerDatabaseException(string folder) : Exception(
    $"The database of {folder} was written by a newer Huitou. Start that version; this one would not understand it.");
