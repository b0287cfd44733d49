using Huitou.Connect;
using Huitou.Connect.Files;
using Huitou.Connect.Presets;
using Huitou.Engine;

namespace Huitou.Tests.Connect;

public sealed class RowParserTests
{
    private static readonly string[] Headers =
    [
        "order no", "paid time", "created time", "modified time", "buyer id", "buyer name", "region", "channel", "product code", "product name",
        "quantity", "unit price", "line amount", "line discount", "order amount", "refund amount", "refunded at", "status",
    ];

    /// <summary>An ordinary row; what a test changes of it is said as column=value.</summary>
    private static SourceRow Parse(params string[] changes) => Parse(2, changes);

    private static SourceRow Parse(int digits, string[] changes, string[]? without = null)
    {
        var row = new Dictionary<string, string>
        {
            ["order no"] = "A1", ["paid time"] = "2025-03-04 05:06:07", ["buyer id"] = "b1", ["product code"] = "p1",
            ["quantity"] = "3", ["unit price"] = "1.25",
        };
        foreach (var change in changes) row[change.Split('=', 2)[0]] = change.Split('=', 2)[1];
        string[] headers = [.. Headers.Except(without ?? [])];
        var reading = new FileReading { Preset = "generic", Columns = Generic.Orders.Map(headers) };
        var parser = RowParser.Of(headers, reading, Books.In("Asia/Shanghai", digits));
        return parser.Parse(new TextRow(7, [.. headers.Select(h => row.GetValueOrDefault(h, ""))]));
    }

    private static SourceLine Line(params string[] changes) => Assert.IsType<SourceLine>(Parse(changes));

    [Fact]
    public void An_ordinary_row_is_read_whole()
    {
        var line = Line("buyer name=王芳", "region=浙江", "channel=直播", "product name=衬衫");
        Assert.Equal(
            ("A1", "b1", "王芳", "浙江", "直播", "p1", "衬衫", 3, 12_500L, 375L, LineMarks.None),
            (line.OrderNo, line.Buyer.Id, line.BuyerName, line.Region, line.Channel, line.ProductCode, line.ProductName, line.Quantity, line.UnitPrice,
                line.Amount, line.Marks));
        Assert.Equal(new DateTimeOffset(2025, 3, 3, 21, 6, 7, TimeSpan.Zero), line.PaidAt);
        Assert.Equal(line.PaidAt, line.CreatedAt);
    }

    [Theory]
    [InlineData("order no=", RejectReason.MissingOrderNo, "order no")]
    [InlineData("paid time=soon", RejectReason.BadTime, "paid time")]
    [InlineData("paid time=", RejectReason.MissingTime, "paid time")]
    [InlineData("paid time=1989-12-31 23:59:59", RejectReason.TimeOutOfRange, "paid time")]
    [InlineData("paid time=2026-01-02 08:00:01", RejectReason.TimeOutOfRange, "paid time")]
    [InlineData("quantity=", RejectReason.MissingQuantity, "quantity")]
    [InlineData("quantity=1.5", RejectReason.BadQuantity, "quantity")]
    [InlineData("quantity=many", RejectReason.BadQuantity, "quantity")]
    [InlineData("quantity=0", RejectReason.NegativeQuantity, "quantity")]
    [InlineData("quantity=-2", RejectReason.NegativeQuantity, "quantity")]
    [InlineData("unit price=", RejectReason.MissingPrice, "unit price")]
    [InlineData("unit price=1,23", RejectReason.BadPrice, "unit price")]
    [InlineData("unit price=-1", RejectReason.NegativePrice, "unit price")]
    [InlineData("unit price=99999999999999", RejectReason.AmountTooLarge, "unit price")]
    [InlineData("line amount=x", RejectReason.BadAmount, "line amount")]
    [InlineData("line amount=-1", RejectReason.BadAmount, "line amount")]
    [InlineData("line discount=3.76", RejectReason.BadAmount, "line discount")]
    [InlineData("order amount=9999999999999", RejectReason.AmountTooLarge, "order amount")]
    public void A_row_that_cannot_be_taken_says_why_and_where(string change, RejectReason reason, string column)
    {
        var reject = Assert.IsType<RowReject>(Parse(change));
        Assert.Equal((7L, reason, column, change.Split('=')[1]), (reject.Number, reject.Reason, reject.Column, reject.Value));
        Assert.Equal(Headers.Length, reject.Cells.Count);
    }

    [Fact]
    public void Keys_are_never_cut_and_titles_are()
    {
        Assert.Equal(RejectReason.ValueTooLong, Assert.IsType<RowReject>(Parse("order no=" + new string('9', 65))).Reason);
        Assert.Equal(300, Line("product name=" + new string('长', 400)).ProductName.Length);
        Assert.Equal(299, Line("product name=" + new string('x', 299) + "😀").ProductName.Length);
    }

    [Theory]
    [InlineData(0, "1.5", 3, 5)]
    [InlineData(2, "0.005", 1, 1)]
    [InlineData(2, "0.0049", 1, 0)]
    [InlineData(3, "1.0005", 1, 1_001)]
    public void Money_rounds_half_away_from_zero_to_the_currencys_minor_unit(int digits, string price, int quantity, long expected)
    {
        var line = Assert.IsType<SourceLine>(Parse(digits, [$"unit price={price}", $"quantity={quantity}"]));
        Assert.Equal(expected, line.Amount);
    }

    [Theory]
    [InlineData("0", LineMarks.ZeroPriced)]
    [InlineData("0.00", LineMarks.ZeroPriced)]
    [InlineData("0.001", LineMarks.None)]
    [InlineData("0.00001", LineMarks.None)]
    public void A_price_is_zero_as_written_not_as_rounded(string price, LineMarks expected) =>
        Assert.Equal(expected, Line($"unit price={price}", "quantity=1").Marks);

    [Fact]
    public void The_line_amount_outranks_price_times_quantity()
    {
        Assert.Equal(300, Line("line amount=3.00").Amount);
        var alone = Line("line amount=10.00", "unit price=");
        Assert.Equal((1_000L, 33_333L), (alone.Amount, alone.UnitPrice));
        Assert.Equal((275L, 100L), (Line("line discount=1.00").Amount, Line("line discount=1.00").Discount));
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("交易成功", true, false)]
    [InlineData("交易关闭", true, false)]
    [InlineData("等待买家付款", false, false)]
    public void Status_and_paid_time_say_where_an_order_stands(string status, bool isPaid, bool isClosed)
    {
        var line = Line($"status={status}", "created time=2025-03-04 05:00");
        Assert.Equal((isPaid, isClosed), (line.PaidAt is not null, line.IsClosed));
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("cancelled", false, true)]
    [InlineData("unpaid", false, false)]
    public void Without_a_paid_column_the_created_time_pays_unless_the_status_says_no(string status, bool isPaid, bool isClosed)
    {
        var line = Assert.IsType<SourceLine>(Parse(2, ["created time=2025-03-04 05:00", $"status={status}"], ["paid time"]));
        Assert.Equal((isPaid, isClosed), (line.PaidAt is not null, line.IsClosed));
    }

    [Theory]
    [InlineData("无退款申请", 0)]
    [InlineData("-", 0)]
    [InlineData("1.50", 150)]
    [InlineData("-1.50", 150)]
    public void Words_are_no_refund(string cell, long expected) => Assert.Equal(expected, Line($"refund amount={cell}").RefundAmount);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("NULL")]
    public void A_dash_names_no_buyer(string cell) => Assert.Null(Line($"buyer id={cell}").Buyer.Id);

    [Fact]
    public void Trailing_empty_cells_are_no_fault_and_trailing_values_are()
    {
        string[] headers = ["order no", "paid time", "unit price"];
        var reading = new FileReading { Columns = Generic.Orders.Map(headers) };
        var parser = RowParser.Of(headers, reading, Books.In("UTC"));
        Assert.IsType<SourceLine>(parser.Parse(new TextRow(2, ["1", "2025-01-01", "2", "", " "])));
        Assert.Equal(RejectReason.WrongFieldCount, Assert.IsType<RowReject>(parser.Parse(new TextRow(3, ["1", "2025-01-01", "2", "", "x"]))).Reason);
    }
}
