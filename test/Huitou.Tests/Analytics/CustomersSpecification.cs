using Huitou.Customers;
using System.Text;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Flows.Exports;
using Huitou.Orders;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

public sealed class CustomersSpecification
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    /// <summary>A hundred days after the book begins.</summary>
    private static readonly ScopeQuery AsOf = new() { AsOf = "2026-04-11" };

    [Theory, EachDatabase]
    public async Task A_list_shows_figures_and_masked_names_page_by_page(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var first = await ListAsync(shop, new() { Scope = AsOf, Limit = 2 });
        var second = await ListAsync(shop, new() { Scope = AsOf, Limit = 2, Page = 2 });

        Assert.Equal(4, first.Total);
        Assert.Equal([1, 2, 3, 4], first.Items.Concat(second.Items).Select(item => item.Id));
        Assert.Equal(["王*", "J***", "=***", ""], first.Items.Concat(second.Items).Select(item => item.Name));
        var best = first.Items[0];
        Assert.Equal(("B1", "浙江", 3, 60_000L, 55_000L, 10), (best.Buyer, best.Region, best.Orders, best.GrossSales, best.NetSales, best.Recency));
        Assert.Equal((RClass.Active, FClass.Old), (best.R, best.F));
        Assert.Equal(55_000 / 3.0, best.Aov);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "王小", 1)]
    [InlineData(DatabaseKind.Postgres, "王小", 1)]
    [InlineData(DatabaseKind.Sqlite, "jane", 2)]
    [InlineData(DatabaseKind.Postgres, "jane", 2)]
    [InlineData(DatabaseKind.Sqlite, "B3", 3)]
    [InlineData(DatabaseKind.Postgres, "B3", 3)]
    [InlineData(DatabaseKind.Sqlite, "N7", 4)]
    [InlineData(DatabaseKind.Postgres, "N7", 4)]
    [InlineData(DatabaseKind.Sqlite, "100%_\\", 3)]
    [InlineData(DatabaseKind.Postgres, "100%_\\", 3)]
    public async Task A_search_finds_part_of_a_name_or_exactly_a_buyer_or_an_order(DatabaseKind kind, string text, long id)
    {
        await using var shop = await ShopAsync(kind);

        Assert.Equal([id], (await ListAsync(shop, new() { Scope = AsOf, Search = text })).Items.Select(item => item.Id));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("N")]
    [InlineData("b3")]
    [InlineData("N8")]
    public async Task Wildcards_parts_of_ids_and_hidden_orders_find_nobody_they_should_not(string text)
    {
        await using var shop = await ShopAsync(DatabaseKind.Sqlite);
        var expected = text is "%" or "_" ? (long[])[3] : text == "N" ? [2] : [];

        Assert.Equal(expected, (await ListAsync(shop, new() { Scope = AsOf, Search = text })).Items.Select(item => item.Id));
    }

    [Theory, EachDatabase]
    public async Task Filters_hold_all_at_once(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);

        Assert.Equal([1, 3], await IdsAsync(shop, new() { Region = "浙江" }));
        Assert.Empty(await IdsAsync(shop, new() { Region = "Atlantis" }));
        Assert.Equal([2, 4], await IdsAsync(shop, new() { Orders = (null, 1) }));
        Assert.Equal([1], await IdsAsync(shop, new() { R = RClass.Active, F = FClass.Old, NetSales = (55_000, 55_000) }));
        Assert.Equal([3], await IdsAsync(shop, new() { Recency = (60, 80), FirstDay = (OrderBook.FirstDay, OrderBook.FirstDay.AddDays(9)) }));
        Assert.Equal([3, 4], await IdsAsync(shop, new() { WhatIf = new GridLimits(10, 20, 30, 4), R = RClass.Lost }));
    }

    [Theory, EachDatabase]
    public async Task A_page_says_why_a_customer_is_where_they_are(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);

        var page = (await shop.Get<Customer360>().AskAsync(1, AsOf, Cancel)).Value!;

        Assert.Equal("王*", page.Customer.Name);
        Assert.Equal([("shop:1", "B1")], page.Customer.Evidence.Select(evidence => (evidence.Scope, evidence.Value)));
        Assert.Equal(new CellReason(10, OrderBook.FirstDay.AddDays(90), OrderBook.FirstDay.AddDays(181), 3, 1), page.Cell!.Reason);
        Assert.Equal(CutOffOrigin.Fallback, page.Cell.Limits.Origin);
        Assert.Equal(new RfmScore(page.Rfm!.R, page.Rfm.F, page.Rfm.M).Group, page.Rfm.Group);
        Assert.Equal(page.Figures!.Group, page.Rfm.Group);
        Assert.Equal((5, 5, 5), (page.Rfm.R, page.Rfm.F, page.Rfm.M));

        var before = (await shop.Get<Customer360>().AskAsync(1, new() { AsOf = "2025-12-31" }, Cancel)).Value!;
        Assert.Null(before.Figures);
        Assert.Null(before.Cell);
        Assert.Equal(ProblemCode.NotFound, (await shop.Get<Customer360>().AskAsync(99, AsOf, Cancel)).Refusal!.Code);
    }

    [Theory, EachDatabase]
    public async Task A_timeline_gives_every_visible_order_once_newest_first(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        List<TimelineOrder> found = [];
        string? cursor = null;
        do
        {
            var stretch = (await shop.Get<CustomerOrders>().AskAsync(3, cursor, 1, Cancel)).Value!;
            found.AddRange(stretch.Items);
            cursor = stretch.Next;
        }
        while (cursor is not null);

        Assert.Equal(["N10", "N9", "N6", "N5"], found.Select(order => order.OrderNo));
        Assert.Equal((OrderStatus.Unpaid, (DateOnly?)null), (found[0].Status, found[0].Day));
        Assert.Equal(OrderKind.Return, found[1].Kind);
        Assert.Equal(("Silk", "Search", "P1"), (found[3].Shop.Name, found[3].Channel!.Name, found[3].Lines[0].Product.Code));
        Assert.Equal(ProblemCode.InvalidField, (await shop.Get<CustomerOrders>().AskAsync(3, "x", 1, Cancel)).Refusal!.Code);
    }

    [Theory, EachDatabase]
    public async Task A_reveal_is_written_down(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);

        var revealed = await shop.Get<CustomerReveal>().RevealAsync(1, new Actor("mei", Role.Service), Cancel);

        Assert.Equal("王小明", revealed.Value!.Name);
        await using var db = shop.Installation.Open();
        var entry = await db.Audit.SingleAsync(Cancel);
        Assert.Equal(("mei", AuditAction.Reveal, "customer:1"), (entry.Actor, entry.Action, entry.Subject));
        Assert.DoesNotContain("王", entry.Values, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_export_is_harmless_in_a_spreadsheet_and_written_down(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var text = await ExportAsync(shop, new Actor("mei", Role.Operator), unmasked: true);
        var rows = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("\uFEFFid,buyer,name,", text, StringComparison.Ordinal);
        Assert.Equal(5, rows.Length);
        Assert.StartsWith("1,B1,王小明,浙江,,2026-01-02,2026-04-01,10,3,3,3,600.00,550.00,183.33,active,old,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",\"'=100%_\\,\"\"李\"\"\",", rows[3], StringComparison.Ordinal);
        Assert.Contains(",J***,", await ExportAsync(shop, new Actor("mei", Role.Operator), unmasked: false), StringComparison.Ordinal);
        await using var db = shop.Installation.Open();
        Assert.Equal(
            ["Customers: 4 rows, 18 columns, personal data in full", "Customers: 4 rows, 18 columns, personal data masked"],
            (await db.Audit.Where(entry => entry.Action == AuditAction.Export).OrderBy(entry => entry.Id).ToListAsync(Cancel)).Select(entry => AuditWords.Sentence(entry.Fact, "en")));
    }

    [Theory]
    [InlineData("name", 1, 10, "sort")]
    [InlineData("netSales", 0, 10, "page")]
    [InlineData("netSales", 1, 501, "limit")]
    [InlineData("netSales", 300_000, 500, "page")]
    public async Task Pages_out_of_reach_are_refused(string sort, int page, int limit, string path)
    {
        await using var shop = await ShopAsync(DatabaseKind.Sqlite);

        Assert.Equal(path, (await shop.Get<CustomerList>().AskAsync(new() { Sort = sort, Page = page, Limit = limit }, Cancel)).Refusal?.Path);
    }

    [Theory]
    [InlineData("王小明", "王*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData(" Jane Doe ", "J***")]
    [InlineData("Ж", "Ж***")]
    [InlineData("", "")]
    public void A_mask_keeps_one_character(string name, string masked) => Assert.Equal(masked, NameMask.Of(name));

    private static async Task<RunningShop> ShopAsync(DatabaseKind kind)
    {
        var book = OrderBook.Empty();
        book.AddCustomer(1, "王小明", "浙江");
        book.AddCustomer(2, "Jane Doe", "France");
        book.AddCustomer(3, "=100%_\\,\"李\"", "浙江").Name = "=100%_\\,\"李\"";
        book.AddCustomer(4);
        book.AddOrder(1, 1, 10_000);
        book.AddOrder(1, 40, 20_000);
        book.AddOrder(1, 90, 30_000);
        book.AddOrder(2, 85, 25_000);
        book.AddOrder(3, 2, 9_000);
        book.AddOrder(3, 30, 9_000);
        book.AddOrder(4, 50, 1_000, shop: 2);
        book.AddOrder(4, 60, 1_000).HiddenByImportId = 1;
        var back = book.AddOrder(3, 35, 500);
        back.Kind = OrderKind.Return;
        var unpaid = book.AddOrder(3, 95, 7_000);
        (unpaid.Status, unpaid.Day, unpaid.PaidAt) = (OrderStatus.Unpaid, null, null);
        book.Refunds.Add(new() { OrderId = 3, RefundNo = 1, Day = CivilDay.Number(OrderBook.FirstDay.AddDays(95)), Amount = 5_000 });
        return await RunningShop.StartAsync(kind, book, new StillTime(new DateTimeOffset(2026, 11, 21, 4, 0, 0, TimeSpan.Zero)));
    }

    private static async Task<CustomerListAnswer> ListAsync(RunningShop shop, CustomerQuestion question) =>
        (await shop.Get<CustomerList>().AskAsync(question, Cancel)).Value!;

    private static async Task<IEnumerable<long>> IdsAsync(RunningShop shop, CustomerQuestion question) =>
        (await ListAsync(shop, question with { Scope = AsOf })).Items.Select(item => item.Id).Order();

    private static async Task<string> ExportAsync(RunningShop shop, Actor actor, bool unmasked) => Encoding.UTF8.GetString(
        await shop.Installation.FileAsync(new ExportRequest { Table = "customers", Language = "key", Unmasked = unmasked }, new() { Scope = AsOf }, actor));
}
