using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>Brings a database to the schema of this version.</summary>
internal static class SchemaUpdate
{
    /// <summary>Only by the holder of the host lock.</summary>
    internal static async Task RunAsync(HuitouDb db, CancellationToken cancel)
    {
        // The file remembers this one; readers then never wait for the writer.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        var pending = await db.Database.GetPendingMigrationsAsync(cancel);
        if (!pending.Any()) return;

        // On SQLite, EF keeps a row while it migrates and waits for ever if a crash left one behind. The host lock says that nobody
        // else can be migrating, so whatever is found here is stale.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>Whether a newer version has been at this database, so that this one cannot read it.</summary>
    internal static async Task<bool> IsNewerAsync(HuitouDb db, CancellationToken cancel) =>
        (await db.Database.GetAppliedMigrationsAsync(cancel)).Except(db.Database.GetMigrations()).Any();
}
