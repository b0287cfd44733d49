using System.Diagnostics;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Bench.Live;

/// <summary>What a run of changes beside questions showed, in milliseconds.</summary>
/// <param name="Fresh">From each commit until the ledger held it, ascending.</param>
/// <param name="Questions">How long each question took meanwhile, ascending.</param>
/// <param name="Still">The same with nothing changing.</param>
/// <param name="Pauses">The longest pause of the collector, and all of them, of the run with changes.</param>
internal sealed record Followed(double[] Fresh, double[] Questions, double[] Still, (double Longest, double All) Pauses);

/// <summary>A host in this process that follows changes while somebody asks without pause.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private const int CommitsASecond = 10, CustomersACommit = 10;

    private readonly IHost _host;

    private Follower(IHost host) => _host = host;

    internal static async Task<Follower> OpenAsync(string folder, CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddHuitou(new HuitouOptions { DataFolder = folder });
        var follower = new Follower(builder.Build());
        await follower._host.StartAsync(cancel);
        while (follower.Ledger.Current is null) await Task.Delay(5, cancel);
        return follower;
    }

    private InProcessLedgerHost Ledger => _host.Services.GetRequiredService<InProcessLedgerHost>();

    internal async Task<Followed> RunAsync(TimeSpan time, CancellationToken cancel)
    {
        var still = await AskAsync(time, cancel);
        using var pauses = new Pauses();
        var asked = AskAsync(time, cancel);
        var fresh = await ChangeAsync(time, cancel);
        return new(fresh, await asked, still, pauses.Found());
    }

    /// <summary>Asks for classes and grid, one after the other, as long as it is given.</summary>
    private Task<double[]> AskAsync(TimeSpan time, CancellationToken cancel) => Task.Run(() =>
    {
        List<double> times = [];
        var scope = new Scope { AsOf = CivilDay.Last };
        for (var run = Stopwatch.StartNew(); run.Elapsed < time; cancel.ThrowIfCancellationRequested())
        {
            var start = Stopwatch.GetTimestamp();
            var ledger = Ledger.Current!.Ledger;
            ledger.Ask(new RfmQuery(ledger.Ask(new RfmEdgesQuery(MoneyBasis.Net), scope)), scope);
            ledger.Ask(new GridQuery(GridLimits.Fallback), scope);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ToArray();
    });

    /// <summary>Changes an order of some customers, tells the feed, commits, and waits for the ledger; in the meantime the next are due.</summary>
    private async Task<double[]> ChangeAsync(TimeSpan time, CancellationToken cancel)
    {
        var random = new Random(4);
        var signal = _host.Services.GetRequiredService<ChangeSignal>();
        List<Task<double>> waits = [];
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / CommitsASecond));
        for (var run = Stopwatch.StartNew(); run.Elapsed < time && await beat.WaitForNextTickAsync(cancel);)
        {
            await CommitAsync(random, cancel);
            waits.Add(HeldAsync(TimeProvider.System.GetUtcNow(), cancel));
            signal.Raise();
        }

        return [.. (await Task.WhenAll(waits)).Order()];
    }

    private async Task CommitAsync(Random random, CancellationToken cancel)
    {
        await using var db = await _host.Services.GetRequiredService<IDbContextFactory<HuitouDb>>().CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ledger = Ledger.Current!.Ledger;
        for (var i = 0; i < CustomersACommit; i++)
        {
            var customer = random.NextInt64(1, ledger.CustomerCount);
            if (ledger.Facts(customer) is not { Orders: [var first, ..] }) continue;
            await db.Set<OrderFact>().Where(order => order.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(order => order.Amount, order => order.Amount + 1), cancel);
            db.Changes.Add(new Change { Kind = ChangeKind.Customer, SubjectId = customer });
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<double> HeldAsync(DateTimeOffset committed, CancellationToken cancel)
    {
        while (Ledger.Current!.UpTo < committed) await Task.Delay(1, cancel);
        return (TimeProvider.System.GetUtcNow() - committed).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
