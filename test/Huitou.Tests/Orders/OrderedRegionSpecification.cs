using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Orders;

/// <summary>Where customers live of whom nobody tells it: by their orders, on the page, in lists and in the ledger alike.</summary>
public sealed class OrderedRegionSpecification
{
    private const int Day = 24;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SourceLine Order(string orderNo, int days, string region, string? buyer = "b1") =>
        ListSource.Line(2, orderNo, null, 100, days * Day) with { Buyer = new(buyer), Region = "", Receiver = region.Length == 0 ? null : new("", "", "", new(region)) };

    private static async Task<ImportBench> ShopAsync(DatabaseKind kind, params SourceRow[] rows)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.ImportAsync(new ListSource(rows));
        return bench;
    }

    /// <summary>As the page, the list under that region, and the list of all tell it; one word, for they must agree.</summary>
    private static async Task<string> RegionAsync(ImportBench bench, string buyer = "b1")
    {
        Assert.True(await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel));
        var id = await bench.CustomerOfAsync(buyer);
        var page = (await bench.Installation.Get<Customer360>().AskAsync(id, new(), Cancel)).Value!;
        var all = (await bench.Installation.Get<CustomerList>().AskAsync(new() { Sort = "-netSales", Page = 1, Limit = 10 }, Cancel)).Value!;
        Assert.Equal(page.Customer.Region, Assert.Single(all.Items, item => item.Id == id).Region);
        if (page.Customer.Region.Length == 0) return "";
        var under = (await bench.Installation.Get<CustomerList>().AskAsync(new() { Region = page.Customer.Region, Sort = "-netSales", Page = 1, Limit = 10 }, Cancel)).Value!;
        Assert.Contains(id, under.Items.Select(item => item.Id));
        return page.Customer.Ordered is { } ordered ? $"{page.Customer.Region} by {ordered.Orders} of {ordered.Of}" : page.Customer.Region;
    }

    [Theory, EachDatabase]
    public async Task Most_orders_of_the_year_up_to_the_last_one_decide_and_of_several_regions_the_last(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(
            kind, Order("1", 0, "四川"), Order("2", 1, "四川"), Order("3", 2, "四川"), Order("4", 400, "浙江"), Order("5", 401, "浙江"), Order("6", 402, "广东"), Order("7", 403, ""),
            Order("8", 1, "四川", "b2"), Order("9", 2, "浙江", "b2"), Order("10", 3, "", "b3"));
        Assert.Equal("浙江 by 2 of 3", await RegionAsync(bench));
        Assert.Equal("浙江 by 1 of 2", await RegionAsync(bench, "b2"));
        Assert.Equal("", await RegionAsync(bench, "b3"));
    }

    [Theory, EachDatabase]
    public async Task What_a_file_or_a_person_tells_stands_before_it_and_it_follows_the_orders(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(kind, Order("1", 0, "四川"));
        var customer = await bench.CustomerOfAsync("b1");
        var more = await bench.ImportAsync(new ListSource(Order("2", 1, "浙江"), Order("3", 2, "浙江", null)));
        Assert.Equal("浙江 by 1 of 2", await RegionAsync(bench));
        await bench.ImportAsync(new ListSource(new SourceOrderBuyer(2) { OrderNo = "3", Buyer = new("b1") }) { Kind = FileKind.Buyers });
        Assert.Equal("浙江 by 2 of 3", await RegionAsync(bench));
        await bench.UndoAsync(more.Id);
        Assert.Equal("四川 by 1 of 1", await RegionAsync(bench));

        var told = await bench.ImportAsync(new ListSource(new SourceCustomer(2) { Buyer = new("b1"), Region = "湖北" }) { Kind = FileKind.Customers });
        Assert.Equal("湖北", await RegionAsync(bench));
        await bench.UndoAsync(told.Id);
        Assert.Equal("四川 by 1 of 1", await RegionAsync(bench));
        foreach (var written in (string[])["江西", ""])
        {
            var act = (await bench.Installation.Get<EditProfile>().WriteAsync([customer], [new("region", written)], ImportBench.Somebody, Cancel)).Value!.Act;
            Assert.Equal(written, await RegionAsync(bench));
            Assert.Null((await bench.Installation.Get<EditProfile>().TakeBackAsync(act, ImportBench.Somebody, Cancel)).Refusal);
            Assert.Equal("四川 by 1 of 1", await RegionAsync(bench));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_sees_some_shops_is_answered_by_their_orders(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(kind, Order("1", 0, "四川"));
        Assert.Equal("四川 by 1 of 1", await RegionAsync(bench));
        using (DataScope.Enter(DataScope.Of([1]))) Assert.Equal("四川 by 1 of 1", await RegionAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task A_ledger_that_is_built_anew_tells_the_same(DatabaseKind kind)
    {
        await using var bench = await ShopAsync(kind, Order("1", 0, "四川"), Order("2", 1, "浙江"), Order("3", 2, "浙江", "b2"));
        var loader = bench.Installation.Get<LedgerLoader>();
        await using var db = bench.Installation.Open();
        var some = (await loader.ReadAsync(db, [await bench.CustomerOfAsync("b1"), await bench.CustomerOfAsync("b2")], Cancel)).Select(customer => (customer.Id, customer.Region)).Order();
        var all = new List<(long Id, int Region)>();
        var stages = await loader.ReadAllAsync(Cancel);
        for (var stage = 0; stage < Ledger.Stages; stage++) all.AddRange(stages.Take(stage).Select(customer => (customer.Id, customer.Region)));
        Assert.Equal(some, all.Where(customer => customer.Id != 0).Order());
        Assert.All(all.Where(customer => customer.Id != 0), customer => Assert.NotEqual(0, customer.Region));
    }
}
