using Huitou.Connect;
using Huitou.Connect.Presets;

namespace Huitou.Tests.Connect;

/// <summary>What the words of each platform make of an order's money.</summary>
public sealed class StandingTests
{
    [Theory]
    [InlineData("买家已付款，等待卖家发货", "Paid")]
    [InlineData("买家已付款,等待卖家发货", "Paid")]
    [InlineData("卖家已发货，等待买家确认", "Paid")]
    [InlineData("交易成功", "Paid")]
    [InlineData("等待买家付款", "Unpaid")]
    [InlineData("交易关闭", "Closed")]
    [InlineData("待发货", "Unsaid")]
    [InlineData("已签收", "Unsaid")]
    [InlineData("已发货，退款成功", "Refunded")]
    [InlineData("部分退款成功", "Unsaid")]
    [InlineData("(删除)等待出库", "Closed")]
    [InlineData("partially_refunded", "Paid")]
    [InlineData("wc-on-hold", "Unpaid")]
    [InlineData("On-Hold", "Unpaid")]
    [InlineData("wc-completed", "Paid")]
    [InlineData("failed", "Closed")]
    [InlineData("", "Unsaid")]
    public void Words_say_where_an_order_stands(string status, string expected) => Assert.Equal(expected, StatusWords.Of(status).ToString());

    private static readonly string[] TaobaoHeaders =
    [
        "订单编号", "买家会员名", "买家支付宝账号", "总金额", "买家实际支付金额", "订单状态", "收货地址 ", "订单创建时间", "订单付款时间 ", "是否手机订单", "订单关闭原因", "退款金额",
    ];

    /// <summary>An ordinary order; what a test changes of it is said as column=value.</summary>
    private static SourceLine Taobao(params string[] changes)
    {
        string[] usual =
            ["订单编号==\"1\"", "订单创建时间=2017-07-08 00:42:32", "总金额=104.00", "买家实际支付金额=104.00", "订单关闭原因=订单未关闭", "退款金额=0.00"];
        var kept = usual.Where(cell => !changes.Any(change => change.StartsWith(cell.Split('=')[0] + "=", StringComparison.Ordinal)));
        return new Sheet(TaobaoHeaders).Fact<SourceLine>([.. kept, .. changes]);
    }

    [Theory]
    [InlineData("交易成功", "2017-07-08 00:42:39", "订单未关闭", "0.00", "104.00", true, false, 10_400, 0)]
    [InlineData("交易成功", "2017-07-08 00:42:39", "订单未关闭", "20.00", "104.00", true, false, 10_400, 2_000)]
    [InlineData("交易关闭", "2017-07-08 00:42:39", "退款", "104.00", "104.00", true, false, 10_400, 10_400)]
    [InlineData("交易关闭", "2017-07-08 00:42:39", "退款", "0.00", "0.00", true, false, 10_400, 10_400)]
    [InlineData("交易关闭", "2017-07-08 00:42:39", "退款", "100.00", "104.00", true, false, 10_400, 10_000)]
    [InlineData("交易关闭", "", "买家未付款", "0.00", "0.00", false, true, 10_400, 0)]
    [InlineData("等待买家付款", "", "订单未关闭", "0.00", "0.00", false, false, 10_400, 0)]
    public void Taobao_gives_back_what_it_closes_after_the_payment(string status, string paid, string closing, string refund, string amount, bool isPaid, bool isClosed, long order, long given)
    {
        var line = Taobao($"订单状态={status}", $"订单付款时间={paid}", $"订单关闭原因={closing}", $"退款金额={refund}", $"买家实际支付金额={amount}");
        Assert.Equal((isPaid, isClosed, order, given), (line.PaidAt is not null, line.IsClosed, line.OrderAmount, line.RefundAmount));
    }

    [Fact]
    public void Taobao_buyers_are_names_and_accounts_and_masked_ones_are_nobody()
    {
        Assert.Equal(new SourceBuyer("甲", "+8613800000001", null, new(null, null, null, null, "甲", "taobao")), Taobao("买家会员名=甲", "买家支付宝账号=13800000001").Buyer);
        var masked = Taobao("买家会员名=t**3", "买家支付宝账号=138****0001", "收货地址=浙江省 杭州市 西湖区 ****(310000)");
        Assert.Equal((default(SourceBuyer), "t**3", "浙江", "杭州"), (masked.Buyer, masked.BuyerName, masked.Region, masked.City));
        Assert.Equal(("", ""), (Taobao("收货地址=****").Region, Taobao("收货地址=****").City));
    }

    private static Sheet Shopify(params string[] more) =>
        new(["Name", "Email", "Financial Status", "Paid at", "Total", "Created at", "Lineitem quantity", "Lineitem price", "Refunded Amount", "Cancelled at", .. more]);

    [Theory]
    [InlineData("paid", "2024-01-15", "0.00", "", true, false, 0)]
    [InlineData("partially_refunded", "2024-01-15", "3.00", "", true, false, 300)]
    [InlineData("refunded", "2024-01-15", "10.00", "2024-01-20", true, false, 1_000)]
    [InlineData("refunded", "2024-01-15", "0.00", "", true, false, 1_000)]
    [InlineData("voided", "2024-01-15", "0.00", "2024-01-20", false, true, 0)]
    [InlineData("expired", "", "0.00", "", false, true, 0)]
    [InlineData("paid", "2024-01-15", "0.00", "2024-01-20", true, false, 0)]
    [InlineData("pending", "", "0.00", "", false, false, 0)]
    [InlineData("pending", "", "0.00", "2024-01-20", false, true, 0)]
    [InlineData("authorized", "", "0.00", "", false, false, 0)]
    public void Shopify_says_all_in_its_financial_status(string status, string paid, string refund, string cancelled, bool isPaid, bool isClosed, long given)
    {
        var line = Shopify().Fact<SourceLine>(
            "Name=#1", $"Financial Status={status}", $"Paid at={paid}", "Total=10.00", "Created at=2024-01-14", "Lineitem quantity=1", "Lineitem price=9.00",
            $"Refunded Amount={refund}", $"Cancelled at={cancelled}");
        Assert.Equal((isPaid, isClosed, given), (line.PaidAt is not null, line.IsClosed, line.RefundAmount));
        Assert.Equal(given > 0 && cancelled.Length > 0, line.RefundedAt is not null);
    }

    [Fact]
    public void Shopify_rows_say_the_same_whether_the_order_is_repeated_or_carried_down()
    {
        string[] first = ["Name=#1", "Email=ann@example.com", "Financial Status=partially_refunded", "Paid at=2024-01-15", "Total=10", "Created at=2024-01-14", "Lineitem quantity=1", "Lineitem price=4", "Refunded Amount=2"];
        var (repeated, carried) = (Shopify(), Shopify());
        SourceLine[] one = [repeated.Fact<SourceLine>(first), repeated.Fact<SourceLine>(first)];
        SourceLine[] other = [carried.Fact<SourceLine>(first), carried.Fact<SourceLine>("Name=#1", "Lineitem quantity=1", "Lineitem price=4")];
        Assert.Equal(one, other);
        Assert.Equal([200L, 0L], one.Select(line => line.RefundAmount));
    }

    [Fact]
    public void A_row_that_begins_an_order_must_say_where_it_stands()
    {
        var sheet = Shopify();
        sheet.Fact<SourceLine>("Name=#1", "Financial Status=paid", "Paid at=2024-01-15", "Total=10", "Created at=2024-01-14", "Lineitem quantity=1", "Lineitem price=4");
        Assert.Equal((RejectReason.MissingKey, "Financial Status"), sheet.Reject("Name=#2", "Created at=2024-01-14", "Lineitem quantity=1", "Lineitem price=4"));
        Assert.Equal((RejectReason.MissingTime, "Paid at"), sheet.Reject("Name=#3", "Financial Status=paid", "Lineitem quantity=1", "Lineitem price=4"));
    }

    private static readonly string[] JdHeaders = ["订单号", "商品ID", "商品名称", "订购数量", "下单时间", "京东价", "余额支付", "应付金额", "订单状态", "下单帐号", "客户姓名", "付款确认时间", "订单渠道"];

    [Fact]
    public void Jd_repeats_the_orders_money_and_names_its_buyer_by_account()
    {
        var sheet = new Sheet(JdHeaders);
        SourceLine Row(string product, string status) => sheet.Fact<SourceLine>(
            "订单号=1", $"商品ID={product}", "订购数量=2", "京东价=10.00", "余额支付=5.00", "应付金额=40.00", $"订单状态={status}", "下单帐号=jd_a", "客户姓名=乙", "下单时间=2016-05-01 10:00:00",
            "付款确认时间=2016-05-01 10:01:00");
        var (one, two) = (Row("1", "完成"), Row("2", "完成"));
        Assert.Equal((4_500L, 4_500L, 2_000L, "jd_a", ""), (one.OrderAmount, two.OrderAmount, one.Amount, one.Buyer.Id, one.BuyerName));
        sheet = new Sheet(JdHeaders);
        Assert.Equal([4_500L, 0L], new[] { Row("1", "(删除)等待出库"), Row("2", "(删除)等待出库") }.Select(line => line.RefundAmount));
    }

    [Fact]
    public void Jd_is_paid_on_delivery_when_it_is_done()
    {
        SourceLine Row(string status) => new Sheet(JdHeaders).Fact<SourceLine>(
            "订单号=1", "商品ID=1", "订购数量=1", "京东价=10.00", "应付金额=10.00", $"订单状态={status}", "下单帐号=a", "下单时间=2016-05-01 10:00:00");
        Assert.Equal((false, true), (Row("等待出库").PaidAt is not null, Row("完成").PaidAt is not null));
    }

    private static readonly string[] PinduoduoHeaders =
        ["商品", "订单号", "订单状态", "商品总价(元)", "邮费(元)", "店铺优惠折扣(元)", "用户实付金额(元)", "商品数量(件)", "省", "市", "支付时间", "商家编码-规格维度", "售后状态", "订单成交时间"];

    [Theory]
    [InlineData("待发货", "无售后或售后取消", "2024-01-15 10:00:00", true, false, 0)]
    [InlineData("已签收", "退款成功", "2024-01-15 10:00:00", true, false, 2_350)]
    [InlineData("未发货，退款成功", "", "2024-01-15 10:00:00", true, false, 2_350)]
    [InlineData("已取消", "", "", false, true, 0)]
    [InlineData("待付款", "", "", false, false, 0)]
    public void Pinduoduo_has_a_row_for_each_order_and_no_buyer(string status, string afterSales, string paid, bool isPaid, bool isClosed, long given)
    {
        var line = new Sheet(PinduoduoHeaders).Fact<SourceLine>(
            "商品=茶", "订单号=240115-1", $"订单状态={status}", "商品总价(元)=30.00", "邮费(元)=1.00", "店铺优惠折扣(元)=5.00", "用户实付金额(元)=23.50", "商品数量(件)=3", "省=浙江省", "市=杭州市",
            $"支付时间={paid}", "商家编码-规格维度=T-1", $"售后状态={afterSales}", "订单成交时间=2024-01-15 09:59:00");
        Assert.Equal((isPaid, isClosed, given), (line.PaidAt is not null, line.IsClosed, line.RefundAmount));
        Assert.Equal((2_500L, 500L, 2_350L, 3, "T-1", "浙江", true), (line.Amount, line.Discount, line.OrderAmount, line.Quantity, line.ProductCode, line.Region, line.Buyer.IsNobody));
    }

    private static readonly string[] DouyinHeaders =
        ["主订单编号", "子订单编号", "选购商品", "商品数量", "商家编码", "订单应付金额", "收件人", "收件人手机号", "订单提交时间", "订单状态", "售后状态"];

    [Fact]
    public void Douyin_has_a_row_for_each_sub_order_and_masks_everybody()
    {
        var sheet = new Sheet(DouyinHeaders);
        SourceLine Row(string sub, string quantity, string status, string afterSales) => sheet.Fact<SourceLine>(
            "主订单编号=\t6917000000000000001", $"子订单编号=\t{sub}", "选购商品=\t茶", $"商品数量={quantity}", "商家编码=-", "订单应付金额=12.50", "收件人=##密文", "收件人手机号=$$密文",
            "订单提交时间=2024-01-15 10:00:00", $"订单状态={status}", $"售后状态={afterSales}");
        var line = Row("6917000000000000002", "2", "已完成", "-");
        Assert.Equal(
            ("6917000000000000001", "", "茶", 2, 1_250L, true, "", true, true),
            (line.OrderNo, line.ProductCode, line.ProductName, line.Quantity, line.Amount, line.Buyer.IsNobody, line.BuyerName, line.PaidAt is not null, line.HasGoods));
        Assert.Equal(1_250, Row("6917000000000000003", "1", "已关闭", "退款成功").RefundAmount);
        Assert.True(Row("6917000000000000004", "1", "已关闭", "-").IsClosed);
        var joined = Row("6917000000000000005;6917000000000000006", "1;2", "已完成", "-");
        Assert.Equal((false, 1_250L, 1_250L, ""), (joined.HasGoods, joined.Amount, joined.OrderAmount, joined.ProductName));
    }

    [Fact]
    public void Qianniu_details_tell_their_refunds()
    {
        var sheet = new Sheet(["子订单编号", "主订单编号", "商品标题", "商品价格", "购买数量", "订单状态", "买家实付金额", "退款状态", "退款金额", "商品ID"]);
        long Refund(string status, string amount) => sheet.Fact<SourceLine>(
            "主订单编号=1", "商品标题=茶", "商品价格=20.00", "购买数量=1", "买家实付金额=15.00", $"退款状态={status}", $"退款金额={amount}", "商品ID=9").RefundAmount;
        Assert.Equal((0L, 1_500L, 700L), (Refund("没有申请退款", "无退款申请"), Refund("退款成功", "无退款申请"), Refund("退款成功", "7.00")));
    }

    [Theory]
    [InlineData("completed", true, false, 0)]
    [InlineData("processing", true, false, 0)]
    [InlineData("refunded", true, false, 1_000)]
    [InlineData("on-hold", false, false, 0)]
    [InlineData("pending", false, false, 0)]
    [InlineData("failed", false, true, 0)]
    [InlineData("cancelled", false, true, 0)]
    public void WooCommerce_reports_say_all_in_their_status(string status, bool isPaid, bool isClosed, long given)
    {
        var line = new Sheet(["Date", "Order #", "Status", "Customer", "Product(s)", "N. Revenue"]).Fact<SourceLine>(
            "Date=2024-01-15", "Order #=7", $"Status={status}", "Customer=Ann", "Product(s)=1× A, B", "N. Revenue=10");
        Assert.Equal((isPaid, isClosed, given, false), (line.PaidAt is not null, line.IsClosed, line.RefundAmount, line.HasGoods));
    }

    [Theory]
    [InlineData("refunded", "", "", 3_000)]
    [InlineData("paid", "", "退款成功", 3_000)]
    [InlineData("paid", "5.00", "退款成功", 500)]
    [InlineData("closed", "", "", 3_000)]
    [InlineData("paid", "", "退款关闭", 0)]
    public void Any_file_may_say_that_money_went_back(string status, string refund, string afterSales, long given)
    {
        var line = new Sheet(["order no", "paid time", "unit price", "quantity", "status", "refund amount", "售后状态", "test order"]).Fact<SourceLine>(
            "order no=1", "paid time=2025-01-01", "unit price=10", "quantity=3", $"status={status}", $"refund amount={refund}", $"售后状态={afterSales}", "test order=是");
        Assert.Equal((given, Engine.OrderMarks.Test), (line.RefundAmount, line.OrderMarks));
    }
}
