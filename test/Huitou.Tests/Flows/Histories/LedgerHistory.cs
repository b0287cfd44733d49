using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Engine.Tests;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Histories;

/// <summary>The ledger that follows the change feed is, after whatever happened, the one that a restart would build, and holds the orders and touches that are to be seen.</summary>
public sealed class LedgerHistory
{
    private const int Steps = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind, int> Seeds =>
    [
        .. Enumerable.Range(1, Campaign.Cases(8)).Select(seed => (DatabaseKind.Sqlite, seed)),
        .. Enumerable.Range(5_001, Campaign.Cases(3)).Select(seed => (DatabaseKind.Postgres, seed)),
    ];

    [Theory, MemberData(nameof(Seeds))]
    public async Task What_is_followed_is_what_is_read_afresh(DatabaseKind kind, int seed)
    {
        var random = new Random(seed);
        await using var shop = await HistoryBench.CreateAsync(kind);
        var host = shop.Bench.Installation.Get<InProcessLedgerHost>();
        await host.StartAsync(Cancel);
        Assert.Null((await host.LedgerAsync(Cancel)).Refusal);
        for (var step = 0; step < Steps; step++)
        {
            await HistorySpecification.StepAsync(shop, random, step);
            Assert.True(await host.CatchUpAsync(Cancel));
            await SameAsync(shop, host.Current!.Ledger);
        }
        await host.StopAsync(Cancel);
    }

    [Theory, EachDatabase]
    public async Task Who_cancels_once_it_is_committed_is_too_late(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var host = bench.Installation.Get<InProcessLedgerHost>();
        await host.StartAsync(Cancel);
        var import = await bench.CancelAsync(new ListSource(ListSource.Line(2, "1", "b1", 100)), "follow");
        await host.StopAsync(Cancel);

        Assert.Equal(ImportState.Committed, import.State);
        Assert.Equal(Huitou.Flows.JobState.Done, (await bench.Installation.Get<Huitou.Flows.Jobs>().ListAsync(1, Cancel))[0].State);
    }

    private static async Task SameAsync(HistoryBench shop, Ledger followed)
    {
        var loader = shop.Bench.Installation.Get<LedgerLoader>();
        var afresh = Ledger.Build((await loader.ReadAllAsync(Cancel)).Take);
        await using var db = shop.Bench.Installation.Open();
        var customers = await db.Customers.Select(customer => customer.Id).ToListAsync(Cancel);
        var expected = Text(afresh, [0, .. customers]);
        Assert.True(
            expected.SequenceEqual(Text(followed, [0, .. customers])) && followed.CustomerCount == afresh.CustomerCount && followed.OrderCount == afresh.OrderCount,
            $"expected:\n{string.Join('\n', expected)}\nfound:\n{string.Join('\n', Text(followed, [0, .. customers]))}\nafter:\n{string.Join('\n', shop.Log)}");
        Assert.Equal(await PaidAsync(db), expected.Where(line => line.StartsWith("order", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        List<string> touches = [.. await TouchesAsync(db)], found = [.. expected.Where(line => line.StartsWith("touch", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.True(touches.SequenceEqual(found), $"expected:\n{string.Join('\n', touches)}\nfound:\n{string.Join('\n', found)}\nafter:\n{string.Join('\n', shop.Log)}");
    }

    private static List<string> Text(Ledger ledger, IEnumerable<long> customers) =>
    [
        .. from id in customers
           let facts = ledger.Facts(id)
           where facts is not null
           from line in (string[])[$"customer {id} in {facts.Region}", .. facts.Orders.OrderBy(order => order.Id).Select(order => Text(id, order)), .. facts.Touches.Select(touch => TouchText(id, touch)), .. facts.TouchLives.Select(life => $"{id}: {life}")]
           select line,
    ];

    private static string TouchText(long customer, TouchFacts touch) => $"touch of {customer}: {touch}";

    private static string Text(long customer, OrderFacts order) =>
        $"order {order.Id} of {customer} on {CivilDay.Number(order.Day)} {order.Minute} by {order.Channel}: {order.Amount}, "
        + $"{string.Join(' ', order.Lines.Select(line => $"{line.Product}x{line.Amount}").Order(StringComparer.Ordinal))} back {string.Join(' ', order.Refunds.Select(refund => $"{refund.Amount} on {CivilDay.Number(refund.Day)}").Order(StringComparer.Ordinal))}";

    /// <summary>Customers by node; who is in the bin is nobody.</summary>
    private static Task<Dictionary<long, long>> CustomersAsync(HuitouDb db) => (
        from node in db.EvidenceNodes
        join customer in db.Customers on node.CustomerId equals customer.Id
        select new { node.Id, Customer = customer.BinnedAt == null ? customer.Id : 0 }).ToDictionaryAsync(node => node.Id, node => node.Customer, Cancel);

    /// <summary>The touches of who they name, or else of their order's buyer.</summary>
    private static async Task<IEnumerable<string>> TouchesAsync(HuitouDb db)
    {
        var heads = await VisibleOrders.Of(db).AsNoTracking().ToListAsync(Cancel);
        var nodes = (await OrderContents.ReadAsync(db, heads, Cancel)).Nodes;
        var customerOf = await CustomersAsync(db);
        var touches = await VisibleFacts.Of(db, db.Touches).AsNoTracking().ToListAsync(Cancel);
        return touches.Select(touch =>
        {
            var order = heads.Find(head => head.ShopId == touch.ShopId && head.OrderNo == touch.OrderNo);
            var node = touch.EvidenceNodeId ?? (order is not null && nodes.TryGetValue(order.Id, out var buyer) ? buyer : null);
            return TouchText(node is { } id ? customerOf[id] : 0, new TouchFacts(
                CivilDay.Of(touch.Day), touch.Minute, (int)touch.Kind, touch.ShopId, touch.ChannelId, touch.ProductId, touch.Rating ?? 0));
        }).Order(StringComparer.Ordinal);
    }

    /// <summary>The paid orders as the rest of the product puts them together.</summary>
    private static async Task<IEnumerable<string>> PaidAsync(HuitouDb db)
    {
        var heads = await VisibleOrders.Of(db).AsNoTracking().Where(order => order.Status == OrderStatus.Paid).ToListAsync(Cancel);
        var contents = await OrderContents.ReadAsync(db, heads, Cancel);
        var customerOf = await CustomersAsync(db);
        return heads.Select(head => Text(
            contents.Nodes.TryGetValue(head.Id, out var node) ? customerOf[node] : 0,
            new(
                head.Id, CivilDay.Of(head.Day!.Value), head.Minute, head.ShopId, head.ChannelId, head.Marks, head.Amount, head.Discount,
                [.. contents.Lines[head.Id].Select(line => new LineFacts(line.ProductId, line.Quantity, line.Amount, line.Marks))],
                [.. contents.Refunds[head.Id].Where(refund => refund.Amount > 0).Select(refund => new RefundFacts(CivilDay.Of(refund.Day), refund.Amount, 0, 0))])))
            .Order(StringComparer.Ordinal);
    }
}
