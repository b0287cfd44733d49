using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Engine;
using Huitou.Flows.Exports;
using Huitou.Orders;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

/// <summary>How an order is laid out in rows where a row's cells hold less than the order says.</summary>
public sealed class OrderRowsTests
{
    private const long Most = RowAmounts.MostAmount;
    private static readonly DateOnly Day = new(2025, 3, 4);

    private static WholeOrder Order(long amount, long discount, WholeLine[] lines, params DayRefund[] refunds) => new()
    {
        Shop = new OrderShop(1, "shop", new ShopClock("UTC")), OrderNo = "1", Kind = OrderKind.Sale, Status = OrderStatus.Paid, Marks = OrderMarks.None,
        CreatedAt = default, PaidAt = default, RankedAt = default, Buyer = null, Channel = "", Amount = amount, Discount = discount, Lines = lines, Refunds = refunds,
    };

    private static WholeLine Line(long amount, long price) => new("p", "", "", 1, price, amount, LineMarks.None);

    [Fact]
    public void A_discount_that_prices_explain_stands_where_they_say()
    {
        var rows = OrderRows.Of(Order(1_500, 500, [Line(1_000, 100_000), Line(500, 100_000)]), 2);
        Assert.Equal([0, 500], rows.Select(row => row.Discount));
    }

    [Fact]
    public void Another_one_stands_on_the_first_line() =>
        Assert.Equal([700, 0], OrderRows.Of(Order(1_500, 700, [Line(1_000, 100_000), Line(500, 100_000)]), 2).Select(row => row.Discount));

    [Fact]
    public void Refunds_beyond_the_lines_get_rows_without_goods()
    {
        var rows = OrderRows.Of(Order(1_000, 0, [Line(1_000, 100_000)], new(Day, 10), new(Day.AddDays(1), 20), new(Day.AddDays(2), 30)), 2).ToList();
        Assert.Equal([10, 20, 30], rows.Select(row => row.Refund!.Value.Amount));
        Assert.Equal([true, false, false], rows.Select(row => row.Line is not null));
    }

    [Fact]
    public void An_order_without_lines_is_one_row() => Assert.Equal((null, 1_000L), OrderRows.Of(Order(1_000, 0, []), 2).Select(row => (row.Line, row.OrderAmount)).Single());

    [Fact]
    public void What_no_cell_may_say_is_said_by_several()
    {
        var order = Order(2 * Most, 2 * Most + 5, [Line(Most, 0), Line(Most, 0), Line(0, 0)], new DayRefund(Day, Most + 1));
        var rows = OrderRows.Of(order, 2).ToList();
        Assert.Equal([Most, Most, 5], rows.Select(row => row.Discount));
        Assert.Equal([Most, 1, 0], rows.Select(row => row.Refund?.Amount ?? 0));
        Assert.All(rows, row => Assert.Null(row.OrderAmount));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    [InlineData("key")]
    public async Task The_generic_layout_knows_every_header_of_order_lines(string language)
    {
        await using var shop = await TestInstallation.CreateAsync(DatabaseKind.Sqlite);
        var table = shop.Get<ExportTables>().For(Role.Owner).Single(info => info.Key == "orderLines");
        var look = new ExportLook(language, 2, false, new ShopClock("UTC"));
        string[] headers = [.. table.Columns.Select(column => look.Header(column.Key, column.Name))];

        Assert.Equal("generic", PresetList.Recognise(headers)?.Key);
        var known = Generic.Orders.Map(headers);
        foreach (var (column, header) in table.Columns.Zip(headers))
            if (column.Key != "shop") Assert.Equal(header, known.GetValueOrDefault(column.Key));
    }
}
