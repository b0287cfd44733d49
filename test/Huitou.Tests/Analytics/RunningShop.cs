using System.Diagnostics;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

/// <summary>An installation with a book in its tables and a ledger that follows them.</summary>
internal sealed class RunningShop : IAsyncDisposable
{
    private RunningShop(TestInstallation installation, OrderBook book) => (Installation, Book) = (installation, book);

    internal TestInstallation Installation { get; }

    internal OrderBook Book { get; }

    internal Ledger Ledger => Installation.Get<InProcessLedgerHost>().Current!.Ledger;

    internal static async Task<RunningShop> StartAsync(DatabaseKind kind, OrderBook book, TimeProvider? time = null)
    {
        var installation = await TestInstallation.CreateAsync(kind, time is null ? null : services => services.AddSingleton(time));
        await book.SaveAsync(installation);
        return await StartAsync(installation, book);
    }

    /// <summary>The same shop in another process, after this one has stopped.</summary>
    internal Task<RunningShop> RestartAsync() => StartAsync(TestInstallation.Over(Installation.Options), Book);

    internal Task StopAsync() => Get<InProcessLedgerHost>().StopAsync(CancellationToken.None);

    private static async Task<RunningShop> StartAsync(TestInstallation installation, OrderBook book)
    {
        var shop = new RunningShop(installation, book);
        var host = installation.Get<InProcessLedgerHost>();
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Null((await host.LedgerAsync(TestContext.Current.CancellationToken)).Refusal);
        return shop;
    }

    internal T Get<T>()
        where T : notnull => Installation.Get<T>();

    /// <summary>Writes an order with its lines and tells the feed, in one transaction, as an import does.</summary>
    internal async Task CommitAsync(OrderFact order, params long[] changed)
    {
        await using var db = Installation.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.OrderFacts.Add(order);
        db.BuyerOrders.AddRange(OrderBook.Filed(order));
        db.OrderLines.AddRange(Book.Lines.Where(line => line.OrderId == order.Id));
        await db.SaveChangesAsync();
        await FeedAsync(db, changed);
        await transaction.CommitAsync();
        Installation.Get<ChangeSignal>().Raise();
    }

    internal static async Task FeedAsync(HuitouDb db, params long[] customers)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO change (kind, subject_id, transaction) SELECT 1, id, pg_current_xact_id()::text::bigint FROM unnest({customers}) AS id");
            return;
        }

        db.Changes.AddRange(customers.Select(id => new Change { Kind = ChangeKind.Customer, SubjectId = id }));
        await db.SaveChangesAsync();
    }

    /// <summary>Until the ledger has passed all that was told to the feed: on PostgreSQL it does once nobody older writes, to whichever database of the server.</summary>
    internal async Task PassedAsync()
    {
        var host = Get<InProcessLedgerHost>();
        for (var tries = 0; tries < 1_000 && !await HasPassedAsync(); tries++) await Task.Delay(20);
        Assert.True(await HasPassedAsync(), "Somebody wrote for twenty seconds.");

        async Task<bool> HasPassedAsync()
        {
            await host.CatchUpAsync(CancellationToken.None);
            return await host.BehindAsync(CancellationToken.None) == 0 && host.Current!.Position.Held is null or { Count: 0 };
        }
    }

    internal static async Task UntilAsync(Func<bool> holds)
    {
        var patience = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(10), "The ledger did not follow within ten seconds.");
            await Task.Delay(10);
        }
    }

    /// <summary>The followed ledger equals one built of the book.</summary>
    internal void SameAsTheBook()
    {
        var expected = Book.Facts(Installation.Get<RegionDictionary>().CodeOf);
        Assert.Equal(expected.Count, Ledger.CustomerCount);
        foreach (var (id, facts) in expected)
        {
            var found = Ledger.Facts(id);
            Assert.NotNull(found);
            Assert.Equal(facts.Orders.Select(o => (o.Id, o.Day, o.Amount, o.Marks)), found.Orders.Select(o => (o.Id, o.Day, o.Amount, o.Marks)));
            Assert.Equal(facts.LooseRefunds.Sum(refund => refund.Amount), found.LooseRefunds.Sum(refund => refund.Amount));
            Assert.Equal(facts.TouchLives, found.TouchLives);
            Assert.Equal(
                facts.Touches.Where(touch => touch.Day >= Ledger.TouchesFrom).OrderBy(touch => (touch.Day, touch.Minute)).Select(touch => (touch.Day, touch.Minute, touch.Kind)),
                found.Touches.Where(touch => touch.Day >= Ledger.TouchesFrom).Select(touch => (touch.Day, touch.Minute, touch.Kind)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Installation.DisposeAsync();
    }
}
