using System.Diagnostics;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

public sealed class LedgerHostSpecification
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_a_writer_commits_is_in_the_ledger_within_a_second(DatabaseKind kind)
    {
        await using var shop = await RunningShop.StartAsync(kind, RandomBook.Make(1));
        var before = shop.Ledger.OrderCount;

        var buyer = shop.Book.Nodes[4];
        var order = shop.Book.AddOrder(buyer.Id, 12, 4_200);
        var clock = Stopwatch.StartNew();
        await shop.CommitAsync(order, buyer.CustomerId);
        await RunningShop.UntilAsync(() => shop.Ledger.OrderCount == before + 1);

        Assert.InRange(clock.ElapsedMilliseconds, 0, 1_500);
        Assert.Contains(shop.Ledger.Facts(buyer.CustomerId)!.Orders, found => found.Id == order.Id && found.Amount == 4_200);
        shop.SameAsTheBook();
    }

    [Theory, EachDatabase]
    public async Task A_customer_whose_last_order_is_hidden_leaves_the_ledger(DatabaseKind kind)
    {
        var book = OrderBook.Empty();
        for (var id = 1; id <= 3; id++)
        {
            book.AddCustomer(id);
            book.AddOrder(id, id, 1_000);
        }

        await using var shop = await RunningShop.StartAsync(kind, book);
        Assert.NotNull(shop.Ledger.Facts(2));

        book.Orders[1].HiddenByImportId = 1;
        await using (var db = shop.Installation.Open())
        {
            await db.OrderFacts.Where(order => order.Id == 2).ExecuteUpdateAsync(set => set.SetProperty(order => order.HiddenByImportId, 1), Cancel);
            await RunningShop.FeedAsync(db, 2);
        }

        shop.Installation.Get<ChangeSignal>().Raise();
        await RunningShop.UntilAsync(() => shop.Ledger.Facts(2) is null);
        shop.SameAsTheBook();
    }

    [Theory]
    [EachDatabase(false), EachDatabase(true)]
    public async Task So_many_changes_that_reading_anew_is_faster_are_read_anew(DatabaseKind kind, bool anImportToo)
    {
        await using var shop = await RunningShop.StartAsync(kind, OrderBook.Empty());
        // Somebody writes all the while, if only to another database of the server: what is committed beside is to be read once, not again by each customer.
        await using var elsewhere = await TestInstallation.CreateAsync(kind);
        await using var other = elsewhere.Open();
        await using var open = await other.Database.BeginTransactionAsync(Cancel);
        await RunningShop.FeedAsync(other, 1);
        var orders = new List<Huitou.Orders.OrderFact>();
        for (var id = 1; id <= 3_000; id++)
        {
            shop.Book.AddCustomer(id);
            orders.Add(shop.Book.AddOrder(id, id % 200, 100 + id));
        }

        await using (var db = shop.Installation.Open())
        {
            await BulkRows.InsertAsync(db, shop.Book.Customers);
            await BulkRows.InsertAsync(db, shop.Book.Nodes);
            await BulkRows.InsertAsync(db, orders);
            await BulkRows.InsertAsync(db, shop.Book.Lines);
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            if (anImportToo) db.Changes.Add(new Change { Kind = ChangeKind.Import, SubjectId = 99 });
            await db.SaveChangesAsync(Cancel);
            await RunningShop.FeedAsync(db, [.. shop.Book.Customers.Select(customer => customer.Id)]);
            await transaction.CommitAsync(Cancel);
        }

        shop.Installation.Get<ChangeSignal>().Raise();
        await RunningShop.UntilAsync(() => shop.Ledger.OrderCount == 3_000);
        shop.SameAsTheBook();
    }

    [Fact]
    public async Task A_change_that_commits_after_a_later_one_is_not_passed_over()
    {
        await using var shop = await RunningShop.StartAsync(DatabaseKind.Postgres, RandomBook.Make(2));
        var slow = shop.Book.AddOrder(7, 1, 111);
        var fast = shop.Book.AddOrder(8, 1, 222);

        await using (var db = shop.Installation.Open())
        {
            await using var open = await db.Database.BeginTransactionAsync(Cancel);
            await RunningShop.FeedAsync(db, 7);
            await shop.CommitAsync(fast, 8);
            // The host takes the later change in, and must not move past the one that is still open.
            Assert.True(await shop.Get<InProcessLedgerHost>().CatchUpAsync(Cancel));
            Assert.True(Holds(8, fast.Id));
            Assert.False(Holds(7, slow.Id));
            Assert.Equal(0, await shop.Get<InProcessLedgerHost>().BehindAsync(Cancel));
            db.OrderFacts.Add(slow);
            db.BuyerOrders.AddRange(OrderBook.Filed(slow));
            await db.SaveChangesAsync(Cancel);
            await open.CommitAsync(Cancel);
        }

        shop.Book.Lines.RemoveAll(line => line.OrderId == slow.Id);
        shop.Installation.Get<ChangeSignal>().Raise();
        await RunningShop.UntilAsync(() => Holds(7, slow.Id));
        shop.SameAsTheBook();

        bool Holds(long customer, long order) => shop.Ledger.Facts(customer)?.Orders.Any(found => found.Id == order) == true;
    }

    [Theory, EachDatabase]
    public async Task Freshness_says_what_is_not_counted_yet(DatabaseKind kind)
    {
        var book = RandomBook.Make(4);
        await using var installation = await TestInstallation.CreateAsync(kind);
        await book.SaveAsync(installation);
        var host = installation.Get<InProcessLedgerHost>();
        var freshness = installation.Get<LedgerFreshness>();
        Assert.True((await freshness.AskAsync(Cancel)).Building);

        await host.StartAsync(Cancel);
        Assert.Null((await host.LedgerAsync(Cancel)).Refusal);
        await host.StopAsync(Cancel);
        await using (var db = installation.Open()) await RunningShop.FeedAsync(db, 1, 2, 3);

        var found = await freshness.AskAsync(Cancel);
        var facts = book.Facts(_ => 0);
        Assert.Equal(3, found.Behind);
        Assert.False(found.Building);
        Assert.Equal(facts.Values.Sum(customer => customer.Orders.Count), found.Orders);
        Assert.Equal(facts.Count(customer => customer.Key != 0 && customer.Value.Orders.Count > 0), found.Customers);
        Assert.Equal(facts.Values.SelectMany(customer => customer.Orders).Min(order => order.Day), found.FirstDay);
        Assert.Equal(facts.Values.SelectMany(customer => customer.Orders).Max(order => order.Day), found.LastDay);
    }
}
