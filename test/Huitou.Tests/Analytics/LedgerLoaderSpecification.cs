using Huitou.Analytics;
using Huitou.Engine;
using Huitou.Tests.Support;

namespace Huitou.Tests.Analytics;

public sealed class LedgerLoaderSpecification
{
    [Theory, EachDatabase(1), EachDatabase(2), EachDatabase(3)]
    public async Task Everybody_is_read_as_the_definition_says(DatabaseKind kind, int seed)
    {
        var book = RandomBook.Make(seed);
        await using var installation = await TestInstallation.CreateAsync(kind);
        await book.SaveAsync(installation);

        var found = await installation.Get<LedgerLoader>().ReadAllAsync(TestContext.Current.CancellationToken);

        Same(book.Facts(installation.Get<RegionDictionary>().CodeOf), Enumerable.Range(0, Ledger.Stages).SelectMany(found.Take));
    }

    [Theory, EachDatabase]
    public async Task Some_customers_are_read_as_if_only_they_were_asked_for(DatabaseKind kind)
    {
        var book = RandomBook.Make(7);
        await using var installation = await TestInstallation.CreateAsync(kind);
        await book.SaveAsync(installation);
        long[] wanted = [0, 3, 5, 8, 13, 21, 34, 55, 1_000_000];

        await using var db = installation.Open();
        var found = await installation.Get<LedgerLoader>().ReadAsync(db, wanted, TestContext.Current.CancellationToken);

        var expected = book.Facts(installation.Get<RegionDictionary>().CodeOf).Where(facts => wanted.Contains(facts.Key)).ToDictionary();
        Assert.Contains(0, expected.Keys);
        Same(expected, found);
    }

    [Theory, EachDatabase]
    public async Task An_empty_shop_has_an_empty_ledger(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);

        var found = await installation.Get<LedgerLoader>().ReadAllAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, Ledger.Build(found.Take).CustomerCount);
    }

    [Fact]
    public void What_a_node_owns_that_came_after_the_nodes_were_read_goes_to_nobody()
    {
        var homes = new LedgerHomes();
        homes.Place(node: 3, customer: 7);
        homes.Detail(details: 10, order: 1, node: 3);
        homes.Detail(details: 11, order: 2, node: 4);
        homes.Detail(details: 12, order: 3, node: null);

        Assert.Equal([7L, null, null, 0L], new[] { homes.CustomerOf(3), homes.CustomerOf(2), homes.CustomerOf(4), homes.CustomerOf(null) });
        Assert.Equal([(1L, 7L), null, (3L, 0L)], new (long, long)?[] { homes.OrderOf(10), homes.OrderOf(11), homes.OrderOf(12) });
    }

    private static void Same(Dictionary<long, CustomerFacts> expected, IEnumerable<CustomerFacts> found)
    {
        var customers = found.ToList();
        Assert.Equal(expected.Keys.Order(), customers.Select(customer => customer.Id).Order());
        foreach (var customer in customers)
        {
            var wanted = expected[customer.Id];
            Assert.Equal(wanted.Region, customer.Region);
            Assert.Equal(wanted.Orders.Select(Text), customer.Orders.Select(Text));
            Assert.Equal(wanted.LooseRefunds.OrderBy(Key), customer.LooseRefunds.OrderBy(Key));
            Assert.Equal(wanted.Touches.OrderBy(Key), customer.Touches.OrderBy(Key));
            Assert.Equal(wanted.TouchLives, customer.TouchLives);
        }
    }

    private static (DateOnly, long, int) Key(RefundFacts refund) => (refund.Day, refund.Amount, refund.Shop);

    private static (DateOnly, int, int, int, (int, int, int)) Key(TouchFacts touch) =>
        (touch.Day, touch.Minute, touch.Kind, touch.Shop, (touch.Channel, touch.Product, touch.Rating));

    private static string Text(OrderFacts order) =>
        $"{order with { Lines = [], Refunds = [] }} | {string.Join(';', order.Lines.OrderBy(l => l.Product).ThenBy(l => l.Amount).ThenBy(l => l.Quantity))} | {string.Join(';', order.Refunds)}";
}
