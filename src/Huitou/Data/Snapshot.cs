using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huitou.Data;

/// <summary>Reading several tables as they were at one moment.</summary>
internal static class Snapshot
{
    /// <summary>Whatever the context reads until this is disposed of is of the moment of its first statement. Nothing is locked, nobody waits.</summary>
    internal static async Task<IDbContextTransaction> SnapshotAsync(this HuitouDb db, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql()) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        // EF's own transactions take the one writer's turn on SQLite from the start; a deferred one that only reads never does.
        return (await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancel))!;
    }
}
