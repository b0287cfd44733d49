using System.Data.Common;
using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// The right to import. Several hosts may share one PostgreSQL, and imports still go one at a time; SQLite has one host, and so needs none.
/// It is given back by hand: a pooled connection would keep it.
/// </summary>
internal sealed class ImportTurn : IAsyncDisposable
{
    private readonly HuitouDb _db;

    private ImportTurn(HuitouDb db) => _db = db;

    /// <exception cref="JobFaultException">Another host has it.</exception>
    internal static async Task<ImportTurn> TakeAsync(HuitouDb db, CancellationToken cancel) => await TryAsync(db, cancel)
        ?? throw new JobFaultException(ProblemCode.ImportRunning, "Another host is importing. Start again when it is done.");

    /// <summary>Null where another host has it.</summary>
    internal static async Task<ImportTurn?> TryAsync(HuitouDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        return !db.Database.IsNpgsql() || await AskAsync(db, "SELECT pg_try_advisory_lock(4837462)", cancel) ? new(db) : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_db.Database.IsNpgsql()) await AskAsync(_db, "SELECT pg_advisory_unlock(4837462)", CancellationToken.None);
    }

    private static async Task<bool> AskAsync(HuitouDb db, string sql, CancellationToken cancel)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
