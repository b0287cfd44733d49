using System.Data.Common;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Analytics;

/// <summary>
/// How far a follower of the change feed has come. On SQLite the last row's number; on PostgreSQL a transaction: all below it are done with,
/// and of those above it the ones in <see cref="Held"/>, which committed while an older one was still writing.
/// </summary>
internal readonly record struct FeedPosition(long Value, IReadOnlyList<long>? Held = null);

/// <summary>What has changed since a position.</summary>
/// <param name="Position">Where to go on from.</param>
/// <param name="Customers">Each customer once; null when they are more than the reader wants one by one, or rows in between were pruned.</param>
/// <param name="HasImports">Imports were committed or taken out: customers came or went.</param>
internal sealed record FeedRead(FeedPosition Position, IReadOnlyCollection<long>? Customers, bool HasImports);

/// <summary>
/// Reads the change feed so that no committed row is ever passed over. PostgreSQL hands out sequence numbers before commit, so a lower
/// number may appear after a higher one; there the feed is followed by transaction, and those above the oldest one still running are
/// remembered one by one. Feed and tables are read in one snapshot: a change that is seen is seen whole.
/// </summary>
internal sealed class ChangeFeed(IDbContextFactory<HuitouDb> databases)
{
    private const string OldestRunning = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private const string CommittedSince = "SELECT DISTINCT transaction FROM change WHERE transaction >= @end";
    private const string LastRow = "SELECT coalesce(max(seq), 0) FROM change";
    private const string SincePostgres = "transaction >= @from AND transaction <> ALL (@held)";
    private const string SinceSqlite = "seq > @from";

    /// <summary>The end of the feed: whoever reads the tables after this and then follows from here misses nothing.</summary>
    internal async Task<FeedPosition> EndAsync(CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        await using var snapshot = await db.SnapshotAsync(cancel);
        return await EndAsync(db, cancel);
    }

    /// <summary>The customers that changed after <paramref name="from"/>; those of whom something was written alone, where it is asked for.</summary>
    internal async Task<FeedRead> ReadAsync(FeedPosition from, int mostCustomers, CancellationToken cancel, bool withProfiles = false)
    {
        await using var db = await OpenAsync(cancel);
        await using var snapshot = await db.SnapshotAsync(cancel);
        return await ReadAsync(db, from, mostCustomers, cancel, withProfiles);
    }

    /// <summary>The same, in the snapshot of a context, from which the customers can then be read as they were.</summary>
    internal static async Task<FeedRead> ReadAsync(HuitouDb db, FeedPosition from, int mostCustomers, CancellationToken cancel, bool withProfiles = false)
    {
        var end = await EndAsync(db, cancel);
        if (!db.Database.IsNpgsql() && end.Value <= from.Value) return new(from, [], false);
        var customers = new HashSet<long>();
        if ((await FeedFloor.ReadAsync(db, end.Value, cancel))?.Below > from.Value) return new(end, null, true);
        var subjects = await SubjectsAsync(db, from, mostCustomers, withProfiles, cancel);
        // Then there are more than were read, whatever an import among them speaks of.
        var imports = subjects.Exists(subject => subject.Kind == ChangeKind.Import);
        if (subjects.Count > mostCustomers) return new(end, null, imports);
        foreach (var (kind, subject) in subjects)
        {
            if (kind is ChangeKind.Customer or ChangeKind.Profile) customers.Add(subject);
            else customers.UnionWith(await OrderChanges.OfImportAsync(db, subject, mostCustomers + 1, cancel));
            if (customers.Count > mostCustomers) return new(end, null, imports);
        }
        // What changes about somebody in the bin changes what is nobody's.
        if (customers.Count > 0 && !customers.Contains(0) && await AnyBinnedAsync(db, customers, cancel)) customers.Add(0);
        return new(end, customers, imports);
    }

    /// <summary>The feed is one for all shops, also where somebody who sees some of them asks: what they are told of it is narrowed by who tells.</summary>
    private async Task<HuitouDb> OpenAsync(CancellationToken cancel)
    {
        using var everything = DataScope.Enter(DataScope.All);
        return await databases.CreateDbContextAsync(cancel);
    }

    private static async Task<bool> AnyBinnedAsync(HuitouDb db, HashSet<long> customers, CancellationToken cancel) =>
        (await db.ListAsync($"{OrderSelection.Binned} AND id {SqlList.Of(db, "ids")} LIMIT 1", row => row.GetInt64(0), cancel, ("ids", SqlList.Value(db, customers)))).Count > 0;

    private static async Task<List<(ChangeKind Kind, long Subject)>> SubjectsAsync(HuitouDb db, FeedPosition from, int most, bool withProfiles, CancellationToken cancel)
    {
        var profiles = withProfiles ? $", {(int)ChangeKind.Profile}" : "";
        await using var command = Since(
            db, $"SELECT DISTINCT kind, subject_id FROM change WHERE {{0}} AND kind IN ({(int)ChangeKind.Customer}, {(int)ChangeKind.Import}{profiles}) LIMIT {most + 1}", from);
        List<(ChangeKind, long)> subjects = [];
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) subjects.Add(((ChangeKind)reader.GetInt16(0), reader.GetInt64(1)));
        return subjects;
    }

    /// <summary>How many committed rows lie after <paramref name="from"/>.</summary>
    internal async Task<long> CountAsync(FeedPosition from, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        await using var command = Since(db, "SELECT count(*) FROM change WHERE {0}", from);
        return await NumberAsync(command, cancel);
    }

    /// <summary>The end as a snapshot sees it.</summary>
    private static async Task<FeedPosition> EndAsync(HuitouDb db, CancellationToken cancel)
    {
        var isPostgres = db.Database.IsNpgsql();
        await using var command = db.Sql(isPostgres ? OldestRunning : LastRow);
        var end = await NumberAsync(command, cancel);
        return isPostgres ? new(end, await db.ListAsync(CommittedSince, row => row.GetInt64(0), cancel, ("end", end))) : new(end);
    }

    private static async Task<long> NumberAsync(DbCommand command, CancellationToken cancel) =>
        Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A question of the rows after a position.</summary>
    private static DbCommand Since(HuitouDb db, string sql, FeedPosition from)
    {
        var isPostgres = db.Database.IsNpgsql();
        var command = db.Sql(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, isPostgres ? SincePostgres : SinceSqlite), ("from", from.Value));
        if (isPostgres)
        {
            var held = command.CreateParameter();
            (held.ParameterName, held.Value) = ("held", (from.Held ?? []).ToArray());
            command.Parameters.Add(held);
        }

        return command;
    }
}
