using Huitou.Analytics;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

/// <summary>Whoever asks while others write sees all of a commit or nothing of it.</summary>
public sealed class WholeChangesSpecification
{
    private const int Customers = 30, Commits = 150;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>Writers carry money from one customer's order to another's, each in one transaction: what all have paid never changes.</summary>
    [Theory, EachDatabase]
    public async Task Readers_never_see_half_a_change(DatabaseKind kind)
    {
        await using var shop = await RunningShop.StartAsync(kind, Book());
        var paid = Paid(shop.Ledger);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => LedgersSeen(shop, paid, done.Token))).ToArray();
        // One writer is all that SQLite takes; PostgreSQL's overlap, and commit in another order than they begin.
        await Task.WhenAll(Enumerable.Range(0, kind == DatabaseKind.Postgres ? 3 : 1).Select(writer => Task.Run(() => WriteAsync(shop, new Random(writer)))));
        Assert.True(await shop.Get<InProcessLedgerHost>().CatchUpAsync(Cancel));
        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.All(seen, count => Assert.True(count > Commits / 10, $"{count} ledgers were seen: the host hardly followed."));
        await HoldsWhatTheTablesHoldAsync(shop);
    }

    private static OrderBook Book()
    {
        var book = OrderBook.Empty();
        for (var id = 1; id <= Customers; id++)
        {
            book.AddCustomer(id);
            book.AddOrder(id, id % 200, 1_000_000);
        }

        return book;
    }

    private static int LedgersSeen(RunningShop shop, long paid, CancellationToken done)
    {
        var count = 0;
        for (Ledger? last = null; !done.IsCancellationRequested;)
        {
            if (shop.Ledger is var ledger && ledger == last) continue;
            Assert.Equal(paid, Paid(ledger));
            (last, count) = (ledger, count + 1);
        }

        return count;
    }

    private static long Paid(Ledger ledger) =>
        ledger.Ask(new GridQuery(GridLimits.Fallback), new Scope { AsOf = CivilDay.Last }).Cells.Sum(cell => cell.GrossSales);

    private static async Task WriteAsync(RunningShop shop, Random random)
    {
        for (var i = 0; i < Commits; i++)
        {
            // By ascending id, so that two writers never wait for each other.
            var (first, second) = (random.Next(1, Customers), 0);
            second = random.Next(first + 1, Customers + 1);
            var carried = random.Next(-500, 500);
            await using var db = shop.Installation.Open();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await AddAsync(db, first, carried);
            if (random.Next(4) == 0) await Task.Delay(random.Next(20), Cancel);
            await AddAsync(db, second, -carried);
            await RunningShop.FeedAsync(db, first, second);
            await transaction.CommitAsync(Cancel);
            shop.Get<ChangeSignal>().Raise();
        }
    }

    private static Task<int> AddAsync(HuitouDb db, long customer, int amount) =>
        db.OrderFacts.Where(order => order.EvidenceNodeId == customer).ExecuteUpdateAsync(set => set.SetProperty(order => order.Amount, order => order.Amount + amount), Cancel);

    private static async Task HoldsWhatTheTablesHoldAsync(RunningShop shop)
    {
        await using var db = shop.Installation.Open();
        foreach (var order in await db.OrderFacts.AsNoTracking().ToListAsync(Cancel))
            Assert.Equal(order.Amount, Assert.Single(shop.Ledger.Facts(order.EvidenceNodeId!.Value)!.Orders).Amount);
    }
}
