using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Connect.Regions;
using Huitou.Tests.Support;

namespace Huitou.Tests.Connect;

/// <summary>Every set of columns that platforms are known to export, and the files with their real layout.</summary>
public sealed class LayoutTests
{
    private const string TaobaoList =
        "orderNo=订单编号 paidAt=订单付款时间 createdAt=订单创建时间 buyer=买家会员名 account=买家支付宝账号 platformNickname=买家会员名 region=收货地址 city=收货地址 channel=是否手机订单 "
        + "orderAmount=买家实际支付金额 dueAmount=总金额 refundAmount=退款金额 status=订单状态 afterSales=订单关闭原因 receiverName=收货人姓名 receiverPhone=联系手机 receiverAddress=收货地址";

    [Theory]
    [InlineData("taobao_ExportOrderList_2017-07", "taobao_orders", FileKind.Orders, false, TaobaoList)]
    [InlineData("taobao_ExportOrderList_2018-09", "taobao_orders", FileKind.Orders, false, TaobaoList)]
    [InlineData("taobao_ExportOrderList_ca2020", "taobao_orders", FileKind.Orders, false, TaobaoList)]
    [InlineData("taobao_qianniu_xlsx_2026_order", "qianniu_orders", FileKind.Orders, false,
        "orderNo=订单编号 createdAt=订单创建时间 region=收货地址 city=收货地址 orderAmount=买家实付金额 dueAmount=买家应付货款 status=订单状态 receiverAddress=收货地址")]
    [InlineData("taobao_ExportOrderDetailList_2017-07", "taobao_details", FileKind.OrderDetails, false,
        "orderNo=订单编号 productCode=商家编码 productName=标题 quantity=购买数量 unitPrice=价格")]
    [InlineData("taobao_qianniu_xlsx_2026_suborder", "qianniu_details", FileKind.OrderDetails, false,
        "orderNo=主订单编号 productCode=商品ID productName=商品标题 quantity=购买数量 unitPrice=商品价格 lineAmount=买家实付金额 refundAmount=退款金额 afterSales=退款状态")]
    [InlineData("pinduoduo_subset", "pinduoduo_orders", FileKind.Orders, true,
        "orderNo=订单号 paidAt=支付时间 createdAt=订单成交时间 region=省 city=市 district=区 productCode=商家编码-规格维度 productName=商品 quantity=商品数量(件) "
        + "lineAmount=商品总价(元) lineDiscount=店铺优惠折扣(元) orderAmount=用户实付金额(元) status=订单状态 afterSales=售后状态 "
        + "receiverRegion=省 receiverCity=市 receiverDistrict=区 receiverAddress=街道/镇")]
    [InlineData("douyin_subset", "douyin_orders", FileKind.Orders, true,
        "orderNo=主订单编号 createdAt=订单提交时间 productCode=商家编码 productName=选购商品 quantity=商品数量 lineAmount=订单应付金额 "
        + "lineDiscount=商家实际承担优惠金额 status=订单状态 afterSales=售后状态 receiverName=收件人 receiverPhone=收件人手机号 receiverAddress=详细地址")]
    [InlineData("jd_2016", "jd_orders", FileKind.Orders, false,
        "orderNo=订单号 paidAt=付款确认时间 createdAt=下单时间 buyer=下单帐号 platformNickname=下单帐号 channel=订单渠道 productCode=商品ID productName=商品名称 quantity=订购数量 "
        + "unitPrice=京东价 orderAmount=应付金额 alsoPaid=余额支付 status=订单状态 receiverName=客户姓名 receiverPhone=联系电话 receiverAddress=客户地址")]
    [InlineData("shopify_orders_79", "shopify_orders", FileKind.Orders, false,
        "orderNo=Name paidAt=Paid_at createdAt=Created_at phone=Phone email=Email buyerName=Billing_Name region=Billing_Province_Name city=Billing_City "
        + "channel=Source productCode=Lineitem_sku productName=Lineitem_name quantity=Lineitem_quantity unitPrice=Lineitem_price "
        + "lineDiscount=Lineitem_discount orderAmount=Total refundAmount=Refunded_Amount status=Financial_Status cancelledAt=Cancelled_at currency=Currency "
        + "receiverName=Shipping_Name receiverPhone=Shipping_Phone receiverRegion=Shipping_Province_Name receiverCity=Shipping_City receiverAddress=Shipping_Street")]
    [InlineData("shopify_customers", "shopify_customers", FileKind.Customers, false,
        "buyerName=First_Name lastName=Last_Name email=Email phone=Phone address=Address1 city=City region=Province tags=Tags "
        + "emailConsent=Accepts_Email_Marketing smsConsent=Accepts_SMS_Marketing")]
    [InlineData("woocommerce_analytics_orders", "woocommerce_orders", FileKind.Orders, false,
        "orderNo=Order_# createdAt=Date buyerName=Customer orderAmount=N._Revenue status=Status")]
    [InlineData("woocommerce_analytics_customers", "woocommerce_customers", FileKind.Customers, false,
        "buyer=Username buyerName=Name email=Email region=Region city=City joinedAt=Sign_Up")]
    public void A_known_header_is_recognised_wherever_its_columns_stand(string variant, string key, FileKind kind, bool needsConfirmation, string mapping)
    {
        var headers = Columns(variant);
        for (var seed = 0; seed < 3; seed++)
        {
            var preset = PresetList.Recognise(headers);
            Assert.Equal((key, kind, needsConfirmation), (preset?.Key, preset?.Kind, preset?.NeedsConfirmation(headers)));
            var told = preset!.Map(headers).Select(c => $"{c.Key}={c.Value.Trim().Replace(' ', '_')}").Order();
            Assert.Equal(mapping.Split(' ').Order(), told);
            new Random(seed).Shuffle(headers);
        }
    }

    [Fact]
    public void A_header_that_lacks_columns_of_its_layout_is_to_be_confirmed()
    {
        var headers = Columns("taobao_ExportOrderList_2017-07").Except(["退款金额"]).ToArray();
        var preset = PresetList.Recognise(headers)!;
        Assert.Equal(("taobao_orders", true), (preset.Key, preset.NeedsConfirmation(headers)));
        Assert.False(Generic.Orders.NeedsConfirmation(["order no", "paid time", "amount"]));
    }

    [Fact]
    public void No_column_of_a_receiver_is_ever_taken_for_the_buyers()
    {
        string[] receivers =
            ["收货人姓名", "联系电话", "联系手机", "收件人", "收件人手机号", "客户姓名", "客户地址", "Shipping Name", "Shipping Phone", "Billing Phone", "oaid"];
        var ofBuyers = PresetList.All.Except(Generic.All).SelectMany(preset => preset.Names).Where(names => !Fields.OfReceiver.Contains(names.Key));
        Assert.DoesNotContain(ofBuyers.SelectMany(names => names.Value), name => receivers.Contains(name));
    }

    private static string[] Columns(string variant) =>
    [
        .. File.ReadLines(OracleData.File("formats/columns.csv")).Select(line => line.Split(',', 3))
            .Where(cells => cells[0] == variant).Select(cells => cells[2]),
    ];

    private static SourceLine[] Specimen(string file, string key, ShopBooks? books = null)
    {
        var (preset, _, rows) = Sheet.Of(OracleData.File($"formats/{file}"), books);
        Assert.Equal(key, preset.Key);
        return [.. rows.Select(Assert.IsType<SourceLine>)];
    }

    private static BuyerIds Nick(string nickname) => new(null, null, null, null, nickname, "taobao");

    private static DateTimeOffset China(string civil) => new ShopClock("Asia/Shanghai").Instant(DateTime.Parse(civil, null));

    [Fact]
    public void The_taobao_list_gives_orders_without_goods()
    {
        var orders = Specimen("taobao_ExportOrderList_SPECIMEN_gbk.csv", "taobao_orders");
        SourceLine[] expected =
        [
            new(2)
            {
                OrderNo = "100000000000000001", HasGoods = false, Quantity = 1, Amount = 20_112, OrderAmount = 20_112, Channel = "手机订单",
                CreatedAt = China("2017-07-08 00:42:32"), PaidAt = China("2017-07-08 00:42:39"), Region = "广东", City = "广州", District = "越秀区",
                Receiver = new("甲某", "+8613800000001", "广东省 广州市 越秀区 虚构街道1号(510000)", new("广东", "广州", "越秀区")),
                Buyer = new SourceBuyer("tb_虚构甲", null, "jia@example.com", Nick("tb_虚构甲")),
            },
            new(3)
            {
                OrderNo = "100000000000000002", HasGoods = false, Quantity = 1, Amount = 34_155, OrderAmount = 34_155, IsClosed = true,
                CreatedAt = China("2017-07-07 20:42:50"), Region = "广西", City = "南宁", District = "青秀区", Buyer = new SourceBuyer("tb_虚构乙", "+8613800000002", null, Nick("tb_虚构乙")),
                Receiver = new("乙某", "+8613800000002", "广西壮族自治区 南宁市 青秀区 虚构路2号(000000)", new("广西", "南宁", "青秀区")),
            },
            new(4)
            {
                OrderNo = "100000000000000003", HasGoods = false, Quantity = 1, Amount = 10_400, OrderAmount = 10_400,
                CreatedAt = China("2017-08-20 09:00:00"), PaidAt = China("2017-08-20 09:00:05"), Region = "广东", City = "广州", District = "越秀区",
                Receiver = new("甲某", "+8613800000001", "广东省 广州市 越秀区 虚构街道1号(510000)", new("广东", "广州", "越秀区")),
                Buyer = new SourceBuyer("tb_虚构甲", null, "jia@example.com", Nick("tb_虚构甲")),
            },
        ];
        Assert.Equal(expected, orders);
    }

    [Fact]
    public void The_taobao_details_give_their_lines()
    {
        var lines = Specimen("taobao_ExportOrderDetailList_SPECIMEN_gbk.csv", "taobao_details");
        const string Pot = "样例锅，含“引号”与,逗号";
        SourceLine[] expected =
        [
            new(2) { OrderNo = "100000000000000001", ProductCode = "POT-20", ProductName = Pot, Quantity = 2, UnitPrice = 1_005_600, Amount = 20_112 },
            new(3) { OrderNo = "100000000000000002", ProductCode = "KNIFE-1", ProductName = "样例刀", Quantity = 1, UnitPrice = 2_325_500, Amount = 23_255 },
            new(4) { OrderNo = "100000000000000002", ProductCode = "POT-20", ProductName = Pot, Quantity = 1, UnitPrice = 990_000, Amount = 9_900 },
            new(5) { OrderNo = "100000000000000003", ProductCode = "KNIFE-1", ProductName = "样例刀", Quantity = 1, UnitPrice = 990_000, Amount = 9_900 },
        ];
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void The_shopify_file_carries_its_orders_down()
    {
        var lines = Specimen("shopify_orders_export_SPECIMEN.csv", "shopify_orders", Books.In("Asia/Shanghai", 2, new ExchangeRate("USD", new DateOnly(2024, 1, 1), 715_000_000)));
        var (ann, bob) = (new SourceBuyer(null, "+31600000000", "ann@example.com"), new SourceBuyer(null, null, "bob@example.com"));
        SourceLine[] expected =
        [
            new(2)
            {
                OrderNo = "#1001", ProductCode = "TEA-100", ProductName = "Tea, 100 g", Quantity = 1, UnitPrice = 4_500_925, Amount = 45_009, OrderAmount = 72_144,
                CreatedAt = China("2024-01-15 09:59:00"), PaidAt = China("2024-01-15 10:00:00"), Buyer = ann, BuyerName = "Ann Example", Receiver = new("Ann Example", "", "", PlaceName.None),
                Currency = "USD", Rate = 715_000_000, OriginalAmount = 10_090,
            },
            new(3)
            {
                OrderNo = "#1001", ProductCode = "TEA-050", ProductName = "Tea, 50 g \"mini\"", Quantity = 1, UnitPrice = 2_713_425, Amount = 27_134, OrderAmount = 72_144,
                CreatedAt = China("2024-01-15 09:59:00"), PaidAt = China("2024-01-15 10:00:00"), Buyer = ann, BuyerName = "Ann Example", Receiver = new("Ann Example", "", "", PlaceName.None),
                Currency = "USD", Rate = 715_000_000, OriginalAmount = 10_090,
            },
            new(4)
            {
                OrderNo = "#1002", ProductCode = "TEA-050", ProductName = "Tea, 50 g \"mini\"", Quantity = 1, UnitPrice = 2_713_425, Amount = 27_134, OrderAmount = 30_709,
                CreatedAt = China("2024-02-01 07:59:00"), PaidAt = China("2024-02-01 08:00:00"), Buyer = bob, RefundAmount = 30_709, RefundIsOrders = true,
                RefundedAt = China("2024-02-02 08:00:00"), Currency = "USD", Rate = 715_000_000, OriginalAmount = 4_295,
            },
        ];
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void The_woocommerce_report_gives_orders_without_goods_or_buyers()
    {
        var orders = Specimen("woocommerce_analytics_orders_SPECIMEN.csv", "woocommerce_orders");
        SourceLine[] expected =
        [
            new(2)
            {
                OrderNo = "1001", HasGoods = false, Quantity = 1, Amount = 10_090, OrderAmount = 10_090, BuyerName = "Ann Example",
                CreatedAt = China("2024-01-15 09:59:00"), PaidAt = China("2024-01-15 09:59:00"),
            },
            new(3)
            {
                OrderNo = "1002", HasGoods = false, Quantity = 1, Amount = 3_795, OrderAmount = 3_795, BuyerName = "Bob Example",
                CreatedAt = China("2024-02-01 07:59:00"), PaidAt = China("2024-02-01 07:59:00"), RefundAmount = 3_795, RefundIsOrders = true,
            },
        ];
        Assert.Equal(expected, orders);
    }
}
