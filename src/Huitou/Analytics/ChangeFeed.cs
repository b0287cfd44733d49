using System.Data.Common;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>How far a follower of the change feed has come. On SQLite the last row's number; on PostgreSQL a transaction: all below it are done with.</summary>
internal readonly record struct FeedPosition(long Value);

/// <summary>What has changed since a position.</summary>
/// <param name="Position">Where to go on from.</param>
/// <param name="Customers">Each customer once; null when they are more than the reader wants one by one, or rows in between were pruned.</param>
/// <param name="HasImports">Imports were committed or taken out: customers came or went.</param>
/// <param name="IsWhole">Nothing is committed that lies beyond the position, behind somebody who is still writing.</param>
internal sealed record FeedRead(FeedPosition Position, IReadOnlyCollection<long>? Customers, bool HasImports, bool IsWhole);

/// <summary>
/// Reads the change feed so that no committed row is ever passed over. PostgreSQL hands out sequence numbers before commit, so a lower
/// number may appear after a higher one; there the feed is followed by transaction, and only below the oldest one still running.
/// </summary>
internal sealed class ChangeFeed(IDbContextFactory<HuitouDb> databases)
{
    private const string OldestRunning = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private const string LastRow = "SELECT coalesce(max(seq), 0) FROM change";
    private const string SincePostgres = "transaction >= @from AND transaction < @to";
    private const string SinceSqlite = "seq > @from AND seq <= @to";

    /// <summary>The end of the feed: whoever reads the tables after this and then follows from here misses nothing.</summary>
    internal async Task<FeedPosition> EndAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await EndAsync(db, cancel);
    }

    /// <summary>The customers that changed after <paramref name="from"/>; those of whom something was written alone, where it is asked for.</summary>
    internal async Task<FeedRead> ReadAsync(FeedPosition from, int mostCustomers, CancellationToken cancel, bool withProfiles = false)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var end = await EndAsync(db, cancel);
        var whole = !db.Database.IsNpgsql() || await CountAsync(db, end, cancel) == 0;
        if (end.Value <= from.Value) return new(from, [], false, whole);
        var customers = new HashSet<long>();
        var subjects = await SubjectsAsync(db, from, end, mostCustomers, withProfiles, cancel);
        // Asked for after the rows: they are only taken out once the floor says so.
        if ((await FeedFloor.ReadAsync(db, end.Value, cancel))?.Below > from.Value) return new(end, null, true, whole);
        // Then there are more than were read, whatever an import among them speaks of.
        var imports = subjects.Exists(subject => subject.Kind == ChangeKind.Import);
        if (subjects.Count > mostCustomers) return new(end, null, imports, whole);
        foreach (var (kind, subject) in subjects)
        {
            if (kind is ChangeKind.Customer or ChangeKind.Profile) customers.Add(subject);
            else customers.UnionWith(await OrderChanges.OfImportAsync(db, subject, mostCustomers + 1, cancel));
            if (customers.Count > mostCustomers) return new(end, null, imports, whole);
        }
        // What changes about somebody in the bin changes what is nobody's.
        if (customers.Count > 0 && !customers.Contains(0) && await AnyBinnedAsync(db, customers, cancel)) customers.Add(0);
        return new(end, customers, imports, whole);
    }

    private static async Task<bool> AnyBinnedAsync(HuitouDb db, HashSet<long> customers, CancellationToken cancel) =>
        (await db.ListAsync($"{OrderSelection.Binned} AND id {SqlList.Of(db, "ids")} LIMIT 1", row => row.GetInt64(0), cancel, ("ids", SqlList.Value(db, customers)))).Count > 0;

    private static async Task<List<(ChangeKind Kind, long Subject)>> SubjectsAsync(
        HuitouDb db, FeedPosition from, FeedPosition to, int most, bool withProfiles, CancellationToken cancel)
    {
        var profiles = withProfiles ? $", {(int)ChangeKind.Profile}" : "";
        await using var command = Command(
            db, $"SELECT DISTINCT kind, subject_id FROM change WHERE {Since(db)} AND kind IN ({(int)ChangeKind.Customer}, {(int)ChangeKind.Import}{profiles}) LIMIT {most + 1}",
            from, to);
        List<(ChangeKind, long)> subjects = [];
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) subjects.Add(((ChangeKind)reader.GetInt16(0), reader.GetInt64(1)));
        return subjects;
    }

    /// <summary>How many committed rows lie after <paramref name="from"/>.</summary>
    internal async Task<long> CountAsync(FeedPosition from, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await CountAsync(db, from, cancel);
    }

    private static async Task<long> CountAsync(HuitouDb db, FeedPosition from, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = Command(db, $"SELECT count(*) FROM change WHERE {Since(db)}", from, new(long.MaxValue));
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<FeedPosition> EndAsync(HuitouDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsNpgsql() ? OldestRunning : LastRow;
        return new(Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Since(HuitouDb db) => db.Database.IsNpgsql() ? SincePostgres : SinceSqlite;

    private static DbCommand Command(HuitouDb db, string sql, FeedPosition from, FeedPosition to)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        Add("from", from.Value);
        Add("to", to.Value);
        return command;

        void Add(string name, long value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
