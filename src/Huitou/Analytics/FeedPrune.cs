using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Analytics;

/// <summary>
/// Takes rows out of the change feed, which would grow for ever: those that are older than a day and that the files of the ledger hold. Who follows in
/// memory has passed them long since; whoever has not, finds it out (<see cref="FeedFloor"/>) and reads anew.
/// </summary>
public sealed partial class FeedPrune(InProcessLedgerHost host, IDbContextFactory<HuitouDb> databases, TimeProvider time, ILogger<FeedPrune> log) : BackgroundService
{
    /// <summary>So many rows at once: on SQLite nobody else writes meanwhile.</summary>
    private const int RowsAtOnce = 20_000;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>How long rows are kept at least, and twice as long at most.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ChangeFeed _feed = new(databases);

    /// <summary>Takes out what may go; gives how many rows that was.</summary>
    internal async Task<long> RunAsync(CancellationToken cancel)
    {
        if (await host.KeepAsync(cancel) is not { } kept) return 0;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (end, now) = ((await _feed.EndAsync(cancel)).Value, time.GetUtcNow());
        var known = await FeedFloor.ReadAsync(db, end, cancel);
        if (known is not { Marked: { } marked } || known.Mark > end)
        {
            await FeedFloor.WriteAsync(db, new FeedFloor(known?.Below ?? 0, end, now), cancel);
            return 0;
        }
        if (now - marked < Kept) return 0;
        var below = Math.Min(known.Mark, kept.Value);
        // It is said before it is done: who reads rows and then asks for the floor never takes half of them for all.
        await FeedFloor.WriteAsync(db, new FeedFloor(Math.Max(below, known.Below), end, now), cancel);
        return await DeleteAsync(db, below, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
            {
                PruningFailed(log, fault);
            }
        }
    }

    /// <summary>The last row stays: by it the files of the ledger know their database.</summary>
    private static async Task<long> DeleteAsync(HuitouDb db, long below, CancellationToken cancel)
    {
        var passed = db.Database.IsNpgsql() ? "transaction < @below" : "seq <= @below";
        long deleted = 0;
        while (true)
        {
            var some = await db.RunAsync(
                $"DELETE FROM change WHERE seq IN (SELECT seq FROM change WHERE {passed} AND seq < (SELECT max(seq) FROM change) ORDER BY seq LIMIT {RowsAtOnce})", cancel, ("below", below));
            deleted += some;
            if (some < RowsAtOnce) return deleted;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old rows of the change feed could not be taken out; it is tried again.")]
    private static partial void PruningFailed(ILogger log, Exception fault);
}
