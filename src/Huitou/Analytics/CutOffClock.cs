using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Analytics;

/// <summary>
/// Decides when to publish: for a shop when its civil day turns, for all together when the first shop's does, and again within the day
/// when so much was read into the ledger that the morning's cut-offs no longer fit it.
/// </summary>
public sealed partial class CutOffClock(
    InProcessLedgerHost host, PublishCutOffs publish, IDbContextFactory<HuitouDb> databases, CivilClock clock, TimeProvider time,
    ILogger<CutOffClock> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>One customer in this many changed makes new cut-offs.</summary>
    private const int BulkShare = 20;

    private const int AllShops = 0;

    private readonly Dictionary<int, Publication> _published = [];

    private readonly SemaphoreSlim _looking = new(1);

    /// <summary>Has the ledger hold what was committed before this call, and what depends on it published, where a host does that.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        try
        {
            if (await host.CatchUpAsync(cancel)) await LookAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // What was committed stands all the same; the next look publishes it.
        }
    }

    /// <summary>Publishes whatever is due.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            await PublishDueAsync(cancel);
        }
        finally
        {
            _looking.Release();
        }
    }

    public override void Dispose()
    {
        _looking.Dispose();
        base.Dispose();
    }

    private async Task PublishDueAsync(CancellationToken cancel)
    {
        if (host.Current is not { } state) return;
        var read = host.CustomersRead;
        foreach (var (shop, day) in await DaysAsync(cancel))
        {
            if (_published.TryGetValue(shop, out var last) && last.Day == day
                && (read == last.CustomersRead || (read - last.CustomersRead) * BulkShare < state.Ledger.CustomerCount)) continue;
            await publish.PublishAsync(state.Ledger, shop == AllShops ? null : shop, day, cancel);
            _published[shop] = new(day, read);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                PublishingFailed(log, fault);
                await timer.WaitForNextTickAsync(CancellationToken.None);
            }
        }
    }

    private async Task<List<(int Shop, DateOnly Day)>> DaysAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var shops = await db.Shops.AsNoTracking().OrderBy(shop => shop.Id).ToListAsync(cancel);
        return shops.Count == 0 ? [] : [(AllShops, clock.Today(shops[0])), .. shops.Select(shop => (shop.Id, clock.Today(shop)))];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cut-offs could not be published; the clock tries again.")]
    private static partial void PublishingFailed(ILogger log, Exception fault);

    private readonly record struct Publication(DateOnly Day, long CustomersRead);
}
