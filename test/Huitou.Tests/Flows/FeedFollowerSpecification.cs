using Huitou.Connect;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Flows.Traits;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Huitou.Tests.Flows;

/// <summary>What follows the change feed goes on when the database was away, and leaves nothing behind while nothing happens.</summary>
public sealed class FeedFollowerSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_database_that_was_away_ends_neither_names_nor_traits(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var databases = new AwayDatabases(bench.Installation.Databases);
        using var names = new NameIndex(databases, new ChangeSignal(), new HastyTime(), NullLogger<NameIndex>.Instance);
        using var traits = new TraitIndex(databases, new ChangeSignal(), new HastyTime(), NullLogger<TraitIndex>.Instance);
        await names.StartAsync(Cancel);
        await traits.StartAsync(Cancel);

        await UntilAsync(() => databases.Refused > 10);
        Assert.False(names.ExecuteTask!.IsCompleted || traits.ExecuteTask!.IsCompleted);
        databases.IsAway = false;
        await bench.ImportAsync(new ListSource(new SourceCustomer(2) { Buyer = new("b1", "+8613800000001"), Name = "王小明" }) { Kind = FileKind.Customers });
        var customer = await bench.CustomerOfAsync("b1");
        await UntilAsync(async () => (await names.FindAsync("小明", Cancel)).Contains(customer) && (await traits.ReadAsync(Cancel))[customer].Has(TraitMarks.HasPhone));

        await names.StopAsync(Cancel);
        await traits.StopAsync(Cancel);
    }

    [Fact]
    public async Task Looking_while_nothing_happens_leaves_nothing_behind()
    {
        using var idle = new Idle(new ChangeSignal(), new HastyTime());
        await idle.StartAsync(Cancel);
        await UntilAsync(() => idle.Looks > 1_000);
        var (before, since) = (GC.GetTotalMemory(forceFullCollection: true), idle.Looks);
        await UntilAsync(() => idle.Looks > since + 50_000);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        await idle.StopAsync(Cancel);

        Assert.InRange(grown, long.MinValue, 8_000_000);
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 2_000; tries++)
        {
            if (await holds()) return;
            await Task.Delay(10, Cancel);
        }
        Assert.Fail("It did not follow within twenty seconds.");
    }

    private sealed class Idle(ChangeSignal signal, TimeProvider time) : FeedFollower(signal, time, NullLogger.Instance)
    {
        private int _looks;

        internal int Looks => Volatile.Read(ref _looks);

        protected override Task FollowAsync(CancellationToken cancel)
        {
            Interlocked.Increment(ref _looks);
            return Task.CompletedTask;
        }
    }

    /// <summary>Whoever waits has waited long enough.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private sealed class AwayDatabases(IDbContextFactory<HuitouDb> databases) : IDbContextFactory<HuitouDb>
    {
        private int _refused;

        internal bool IsAway { get; set; } = true;

        internal int Refused => Volatile.Read(ref _refused);

        public HuitouDb CreateDbContext()
        {
            if (!IsAway) return databases.CreateDbContext();
            Interlocked.Increment(ref _refused);
            throw new InvalidOperationException("The database is away.");
        }
    }
}
