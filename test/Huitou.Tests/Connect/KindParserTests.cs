using Huitou.Connect;

namespace Huitou.Tests.Connect;

/// <summary>What the rows of each kind of file must and may say.</summary>
public sealed class KindParserTests
{
    private static readonly string[] Customers =
    [
        "买家ID", "手机号", "邮箱", "支付宝账号", "姓名", "姓氏", "性别", "生日", "省份", "城市", "地址", "标签", "入会时间", "修改时间", "短信同意", "邮件同意", "同意时间", "同意凭证",
        "会员卡号", "微信 UnionID", "微信 OpenID", "omid", "平台昵称", "平台",
    ];

    private static readonly string[] Products = ["商品编码", "商品名称", "类目", "品牌", "季节", "风格", "吊牌价", "成本价", "上市日期", "修改时间"];
    private static readonly string[] Costs = ["订单编号", "商品成本", "运费", "佣金", "服务费", "修改时间"];

    private static readonly string[] Touches =
        ["接触编号", "接触类型", "接触时间", "买家ID", "手机号", "邮箱", "订单编号", "商品编码", "渠道", "员工", "评分", "内容", "修改时间"];

    private static readonly string[] Visitors = ["日期", "访客数", "渠道"];
    private static readonly string[] Buyers = ["订单编号", "买家ID", "手机号", "邮箱", "姓名", "修改时间", "会员卡号", "微信 UnionID", "微信 OpenID", "omid", "平台昵称", "平台"];
    private static readonly string[] Details = ["订单编号", "商品编码", "商品名称", "数量", "单价", "行金额", "优惠", "退款金额", "退款时间", "退款状态"];

    private static readonly string[] Orders = ["订单编号", "付款时间", "下单时间", "修改时间", "退款时间", "取消时间", "订单金额", "买家ID", "手机号", "邮箱", "支付宝账号", "姓名", "会员卡号", "微信 UnionID", "微信 OpenID", "omid", "平台昵称", "平台"];

    private static Sheet Of(FileKind kind) => new(
        kind switch
        {
            FileKind.Orders => Orders,
            FileKind.OrderDetails => Details,
            FileKind.Customers => Customers,
            FileKind.Products => Products,
            FileKind.Costs => Costs,
            FileKind.Touches => Touches,
            FileKind.Visitors => Visitors,
            FileKind.Buyers => Buyers,
        }, Books.In("Europe/London"), kind);

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_customer_is_read_whole()
    {
        var customer = Of(FileKind.Customers).Fact<SourceCustomer>(
            "买家ID=b1", "手机号='138 0000 0001", "邮箱=Ann@Example.com", "姓名=Ann", "姓氏=Lee", "性别=女", "生日=1990-05-17", "省份=浙江", "城市=杭州", "地址=某路1号", "标签=b，a;b、c",
            "入会时间=2024-06-01 10:00", "修改时间=2025-01-02", "短信同意=是", "邮件同意=否", "同意时间=2024-06-01 10:01", "同意凭证=网页，2024版");
        Assert.Equal(["a", "b", "c"], customer.Tags);
        var expected = new SourceCustomer(2)
        {
            Buyer = new SourceBuyer("b1", "+8613800000001", "ann@example.com"), Name = "Ann Lee", Gender = Gender.Female, Birthday = "1990-05-17", Region = "浙江",
            City = "杭州", Address = "某路1号", Tags = customer.Tags, JoinedAt = Utc("2024-06-01T09:00Z"), ModifiedAt = Utc("2025-01-02T00:00Z"), SmsConsent = true,
            EmailConsent = false, ConsentAt = Utc("2024-06-01T09:01Z"), ConsentProof = "网页，2024版",
        };
        Assert.Equal(expected, customer);
    }

    [Theory]
    [InlineData("生日=05-17", "--05-17")]
    [InlineData("生日=--05-17", "--05-17")]
    [InlineData("生日=2月29日", "--02-29")]
    [InlineData("生日=1990年5月17日", "1990-05-17")]
    [InlineData("生日=1990-**-**", "")]
    [InlineData("生日=", "")]
    public void A_birthday_may_have_no_year(string cell, string expected) =>
        Assert.Equal(expected, Of(FileKind.Customers).Fact<SourceCustomer>("买家ID=b1", cell).Birthday);

    [Theory]
    [InlineData("姓名=甲", RejectReason.MissingBuyer, "买家ID")]
    [InlineData("手机号=138****0001", RejectReason.MaskedValue, "手机号")]
    [InlineData("邮箱=a**@example.com", RejectReason.MaskedValue, "邮箱")]
    [InlineData("支付宝账号=##密文", RejectReason.MaskedValue, "支付宝账号")]
    [InlineData("买家ID=t**3", RejectReason.MaskedValue, "买家ID")]
    [InlineData("手机号=12345", RejectReason.BadValue, "手机号")]
    [InlineData("买家ID=b1;性别=x", RejectReason.UnknownWord, "性别")]
    [InlineData("买家ID=b1;生日=30-02", RejectReason.BadTime, "生日")]
    [InlineData("买家ID=b1;生日=1899-12-31", RejectReason.TimeOutOfRange, "生日")]
    [InlineData("买家ID=b1;生日=2030-01-01", RejectReason.TimeOutOfRange, "生日")]
    [InlineData("买家ID=b1;入会时间=1989-12-31", RejectReason.TimeOutOfRange, "入会时间")]
    [InlineData("买家ID=b1;短信同意=是", RejectReason.MissingProof, "短信同意")]
    [InlineData("买家ID=b1;邮件同意=也许", RejectReason.UnknownWord, "邮件同意")]
    [InlineData("买家ID=b1;邮件同意=否;同意时间=昨天", RejectReason.BadTime, "同意时间")]
    public void A_customer_row_that_cannot_be_taken_says_why(string cells, RejectReason reason, string column) =>
        Assert.Equal((reason, column), Of(FileKind.Customers).Reject(cells.Split(';')));

    [Fact]
    public void A_masked_value_beside_a_whole_one_is_kept_apart_and_a_cipher_is_left_out()
    {
        var customer = Of(FileKind.Customers).Fact<SourceCustomer>("买家ID=b1", "手机号=138****0001", "邮箱=##x", "姓名=张*", "地址=$$x");
        Assert.Equal((new SourceBuyer("b1", Masks: new(null, "138****0001", null, null, null)), "张*", ""), (customer.Buyer, customer.Name, customer.Address));
    }

    [Fact]
    public void What_is_masked_of_nobody_is_not_kept()
    {
        Assert.Equal(default, Of(FileKind.Orders).Fact<SourceLine>("订单编号=1", "付款时间=2025-01-01", "订单金额=1.00", "买家ID=t**3", "手机号=138****0001").Buyer);
        var shown = Of(FileKind.Orders).Fact<SourceLine>("订单编号=1", "付款时间=2025-01-01", "订单金额=1.00", "买家ID=t**3", "手机号=13800000001", "平台昵称=小**", "会员卡号=66*1", "邮箱=a*@b.example").Buyer;
        Assert.Equal(new SourceBuyer(null, "+8613800000001", Masks: new("t**3", null, "a*@b.example", "66*1", "小**")), shown);
    }

    [Theory]
    [InlineData(FileKind.Customers, "买家ID=b1")]
    [InlineData(FileKind.Buyers, "订单编号=1;买家ID=b1")]
    [InlineData(FileKind.Orders, "订单编号=1;付款时间=2025-01-01;订单金额=1.00;买家ID=b1")]
    public void Cards_and_ids_of_platforms_are_what_the_buyer_carries(FileKind kind, string named)
    {
        SourceBuyer Read(params string[] cells) => Assert.IsAssignableFrom<SourceBuyerFact>(Of(kind).Only([.. named.Split(';'), .. cells])).Buyer;
        Assert.Equal(
            new SourceBuyer("b1", Ids: new("6622A001", "u1", "o1", "m1", "小芳", "taobao")),
            Read("会员卡号=6622 a001", "微信 UnionID=u1", "微信 OpenID=o1", "omid=m1", "平台昵称=小芳", "平台=天猫"));
        Assert.Equal(new BuyerIds("66220001", null, null, null, null, ""), Read("会员卡号=66220001.0", "平台=天猫").Ids);
        Assert.Equal(new BuyerIds(null, null, null, null, "小芳", "my mall"), Read("平台昵称=小芳", "平台=My Mall").Ids);
        Assert.Equal(new BuyerIds(null, null, null, null, "小芳", ""), Read("平台昵称=小芳").Ids);
        Assert.Null(Read("会员卡号=66**01", "微信 UnionID=", "omid=oaid:1x", "平台昵称=t**3", "平台=天猫").Ids);
        Assert.Equal((RejectReason.LostDigits, "会员卡号"), Of(kind).Reject([.. named.Split(';'), "会员卡号=6.62201E+18"]));
        Assert.Equal((RejectReason.BadValue, "平台"), Of(kind).Reject([.. named.Split(';'), "平台昵称=小芳", "平台=shop:1"]));
    }

    [Fact]
    public void An_oaid_in_a_cell_names_nobody_and_the_reason_says_so()
    {
        Assert.Equal((RejectReason.Oaid, "买家ID"), Of(FileKind.Customers).Reject("买家ID=OAID:1abc"));
        Assert.Equal(default, Of(FileKind.Orders).Fact<SourceLine>("订单编号=1", "付款时间=2025-01-01", "订单金额=1.00", "买家ID=oaid_1abc").Buyer);
        Assert.Equal(new SourceBuyer("b1"), Of(FileKind.Customers).Fact<SourceCustomer>("买家ID=b1", "omid=oaid=1abc").Buyer);
    }

    [Fact]
    public void In_orders_a_masked_buyer_is_anonymous()
    {
        var order = Of(FileKind.Orders).Fact<SourceLine>("订单编号=1", "付款时间=2025-01-01", "订单金额=1.00", "买家ID=t**3", "手机号=138****0001", "邮箱=$$x", "支付宝账号=a**@b.com", "姓名=张**");
        Assert.Equal((default(SourceBuyer), "张**"), (order.Buyer, order.BuyerName));
    }

    [Fact]
    public void Shopifys_yes_is_no_consent_without_proof_and_its_no_is_a_refusal()
    {
        string[] headers = ["Customer ID", "First Name", "Last Name", "Email", "Accepts Email Marketing", "Accepts SMS Marketing", "Proof"];
        string[] row = ["First Name=Ann", "Last Name=Lee", "Email=ann@example.com", "Accepts Email Marketing=yes", "Accepts SMS Marketing=no", "Proof=form 7"];
        var without = new Sheet(headers).Fact<SourceCustomer>(row);
        Assert.Equal((null, false, ""), (without.EmailConsent, without.SmsConsent, without.ConsentProof));
        var with = new Sheet(headers, correct: r => r with { Columns = new Dictionary<string, string>(r.Columns) { ["consentProof"] = "Proof" } }).Fact<SourceCustomer>(row);
        Assert.Equal((true, false, "form 7"), (with.EmailConsent, with.SmsConsent, with.ConsentProof));
        Assert.Equal("Ann Lee", with.Name);
    }

    [Fact]
    public void A_product_is_read_whole()
    {
        var product = Of(FileKind.Products).Fact<SourceProduct>(
            "商品编码=p1", "商品名称=衬衫", "类目=女装>上衣 / 衬衫", "品牌=甲", "季节=2026 春", "风格=通勤", "吊牌价=¥1,299.995", "成本价=0", "上市日期=2026-03-01", "修改时间=2025-01-02 03:04");
        var expected = new SourceProduct(2)
        {
            Code = "p1", Name = "衬衫", Category = "女装 / 上衣 / 衬衫", Brand = "甲", Season = "2026 春", Style = "通勤", ListPrice = 12_999_950, UnitCost = 0,
            LaunchedOn = new DateOnly(2026, 3, 1), ModifiedAt = Utc("2025-01-02T03:04Z"),
        };
        Assert.Equal(expected, product);
        Assert.Equal((null, null, null), (Empty().ListPrice, Empty().UnitCost, Empty().LaunchedOn));
        static SourceProduct Empty() => Of(FileKind.Products).Fact<SourceProduct>("商品编码=p1");
    }

    [Theory]
    [InlineData("商品名称=甲", RejectReason.MissingKey, "商品编码")]
    [InlineData("商品编码=p1;吊牌价=x", RejectReason.BadPrice, "吊牌价")]
    [InlineData("商品编码=p1;成本价=-1", RejectReason.NegativePrice, "成本价")]
    [InlineData("商品编码=p1;吊牌价=99999999999999", RejectReason.AmountTooLarge, "吊牌价")]
    [InlineData("商品编码=p1;上市日期=春天", RejectReason.BadTime, "上市日期")]
    [InlineData("商品编码=p1;上市日期=1989-12-31", RejectReason.TimeOutOfRange, "上市日期")]
    [InlineData("商品编码=p1;上市日期=2032-01-01", RejectReason.TimeOutOfRange, "上市日期")]
    public void A_product_row_that_cannot_be_taken_says_why(string cells, RejectReason reason, string column) =>
        Assert.Equal((reason, column), Of(FileKind.Products).Reject(cells.Split(';')));

    [Fact]
    public void Costs_say_only_what_the_row_says()
    {
        var cost = Of(FileKind.Costs).Fact<SourceCost>("订单编号=1", "商品成本=12.345", "佣金=0");
        Assert.Equal(new SourceCost(2) { OrderNo = "1", Goods = 1_235, Fee = 0 }, cost);
    }

    [Theory]
    [InlineData("商品成本=1", RejectReason.MissingOrderNo, "订单编号")]
    [InlineData("订单编号=1", RejectReason.MissingKey, "商品成本")]
    [InlineData("订单编号=1;运费=-1", RejectReason.BadAmount, "运费")]
    [InlineData("订单编号=1;服务费=x", RejectReason.BadAmount, "服务费")]
    public void A_cost_row_that_cannot_be_taken_says_why(string cells, RejectReason reason, string column) =>
        Assert.Equal((reason, column), Of(FileKind.Costs).Reject(cells.Split(';')));

    [Fact]
    public void A_touch_is_read_whole_and_without_an_id_is_known_by_its_content()
    {
        string[] row =
            ["接触类型=评价", "接触时间=2025-06-01 10:00", "买家ID=b1", "订单编号=7", "商品编码=p1", "渠道=直播", "员工=小李", "评分=5星", "内容=很好"];
        var touch = Of(FileKind.Touches).Fact<SourceTouch>(["接触编号=t1", .. row]);
        var expected = new SourceTouch(2)
        {
            Id = "t1", Kind = TouchKind.Review, At = Utc("2025-06-01T09:00Z"), Buyer = new SourceBuyer("b1"), OrderNo = "7", ProductCode = "p1", Channel = "直播",
            Staff = "小李", Rating = 5, Comment = "很好",
        };
        Assert.Equal(expected, touch);
        var (one, again) = (Of(FileKind.Touches).Fact<SourceTouch>(row), Of(FileKind.Touches).Fact<SourceTouch>(row));
        var other = Of(FileKind.Touches).Fact<SourceTouch>([.. row[..^1], "内容=不好"]);
        Assert.Equal((34, "~~"), (one.Id.Length, one.Id[..2]));
        Assert.Equal(one.Id, again.Id);
        Assert.NotEqual(one.Id, other.Id);
    }

    [Theory]
    [InlineData("接触时间=2025-06-01;买家ID=b1", RejectReason.MissingKey, "接触类型")]
    [InlineData("接触类型=跳舞;接触时间=2025-06-01;买家ID=b1", RejectReason.UnknownWord, "接触类型")]
    [InlineData("接触类型=咨询;买家ID=b1", RejectReason.MissingTime, "接触时间")]
    [InlineData("接触类型=咨询;接触时间=2026-01-03;买家ID=b1", RejectReason.TimeOutOfRange, "接触时间")]
    [InlineData("接触类型=咨询;接触时间=2025-06-01", RejectReason.MissingBuyer, "买家ID")]
    [InlineData("接触类型=咨询;接触时间=2025-06-01;手机号=138****0001", RejectReason.MaskedValue, "手机号")]
    [InlineData("接触类型=评价;接触时间=2025-06-01;买家ID=b1;评分=6", RejectReason.BadValue, "评分")]
    [InlineData("接触类型=评价;接触时间=2025-06-01;买家ID=b1;评分=4.5", RejectReason.BadValue, "评分")]
    public void A_touch_row_that_cannot_be_taken_says_why(string cells, RejectReason reason, string column) =>
        Assert.Equal((reason, column), Of(FileKind.Touches).Reject(cells.Split(';')));

    [Fact]
    public void A_touch_about_an_order_needs_no_buyer() =>
        Assert.Equal("7", Of(FileKind.Touches).Fact<SourceTouch>("接触类型=投诉解决", "接触时间=2025-06-01", "订单编号=7", "手机号=138****0001").OrderNo);

    [Fact]
    public void Visitors_are_counted_by_day_and_channel() => Assert.Equal(
        new SourceVisitors(2) { Day = new DateOnly(2025, 6, 1), Visitors = 1_234, Channel = "搜索" },
        Of(FileKind.Visitors).Fact<SourceVisitors>("日期=2025年6月1日", "访客数=1,234", "渠道=搜索"));

    [Theory]
    [InlineData("访客数=1", RejectReason.MissingTime, "日期")]
    [InlineData("日期=2025-06-01", RejectReason.MissingQuantity, "访客数")]
    [InlineData("日期=2025-06-01;访客数=1.5", RejectReason.BadQuantity, "访客数")]
    [InlineData("日期=2025-06-01;访客数=-1", RejectReason.NegativeQuantity, "访客数")]
    [InlineData("日期=2026-01-03;访客数=1", RejectReason.TimeOutOfRange, "日期")]
    public void A_visitor_row_that_cannot_be_taken_says_why(string cells, RejectReason reason, string column) =>
        Assert.Equal((reason, column), Of(FileKind.Visitors).Reject(cells.Split(';')));

    [Fact]
    public void A_buyer_of_an_order_is_an_id_or_an_address()
    {
        Assert.Equal(
            new SourceOrderBuyer(2) { OrderNo = "1", Buyer = new SourceBuyer(null, "+8613800000001"), Name = "甲" },
            Of(FileKind.Buyers).Fact<SourceOrderBuyer>("订单编号==\"1\"", "手机号=13800000001", "姓名=甲"));
        Assert.Equal((RejectReason.MissingOrderNo, "订单编号"), Of(FileKind.Buyers).Reject("买家ID=b1"));
        Assert.Equal((RejectReason.MissingBuyer, "买家ID"), Of(FileKind.Buyers).Reject("订单编号=1", "姓名=甲"));
        Assert.Equal((RejectReason.MaskedValue, "手机号"), Of(FileKind.Buyers).Reject("订单编号=1", "手机号=138****0001"));
    }

    [Fact]
    public void Details_are_lines_without_times_or_buyers()
    {
        var line = Of(FileKind.OrderDetails).Fact<SourceLine>("订单编号=1", "商品编码=p1", "商品名称=茶", "数量=2", "单价=10", "优惠=1", "退款金额=3", "退款时间=2025-06-01");
        var expected = new SourceLine(2)
        {
            OrderNo = "1", ProductCode = "p1", ProductName = "茶", Quantity = 2, UnitPrice = 100_000, Amount = 1_900, Discount = 100, RefundAmount = 300,
            RefundedAt = Utc("2025-05-31T23:00Z"),
        };
        Assert.Equal(expected, line);
        Assert.Equal((RejectReason.MissingOrderNo, "订单编号"), Of(FileKind.OrderDetails).Reject("单价=1", "数量=1"));
        Assert.Equal((RejectReason.MissingPrice, "单价"), Of(FileKind.OrderDetails).Reject("订单编号=1", "数量=1"));
    }

    [Fact]
    public void A_row_for_each_order_is_a_head_alone()
    {
        var order = Of(FileKind.Orders).Fact<SourceLine>("订单编号=1", "付款时间=2025-01-01", "订单金额=12.50");
        Assert.Equal((false, 1, 1_250L, 1_250L), (order.HasGoods, order.Quantity, order.Amount, order.OrderAmount));
        Assert.Equal((RejectReason.MissingPrice, "订单金额"), Of(FileKind.Orders).Reject("订单编号=1", "付款时间=2025-01-01"));
    }

    [Fact]
    public void Only_rows_of_orders_hold_others_back()
    {
        Assert.Equal("1", Rejected(FileKind.Orders, "订单编号=1").Key);
        Assert.Equal("1", Rejected(FileKind.OrderDetails, "订单编号=1").Key);
        Assert.Equal("", Rejected(FileKind.Costs, "订单编号=1").Key);
        Assert.Equal("", Rejected(FileKind.Buyers, "订单编号=1").Key);
        static RowReject Rejected(FileKind kind, string cell) => Assert.IsType<RowReject>(Of(kind).Only(cell));
    }

    /// <summary>Each kind's own times, by London's clock in 2025: it skipped 01:00 to 02:00 on 30 March and showed it twice on 26 October.</summary>
    [Theory]
    [InlineData("2025-03-30 01:30", "2025-03-30T01:30Z")]
    [InlineData("2025-10-26 01:30", "2025-10-26T00:30Z")]
    [InlineData("2025-10-26 01:30:00 +0000", "2025-10-26T01:30Z")]
    public void Gaps_and_doubled_hours_are_read_alike_in_every_kind(string told, string expected)
    {
        var instant = Utc(expected);
        Assert.Equal(instant, Of(FileKind.Orders).Fact<SourceLine>("订单编号=1", "订单金额=1", $"付款时间={told}").PaidAt);
        Assert.Equal(instant, Of(FileKind.OrderDetails).Fact<SourceLine>("订单编号=1", "数量=1", "单价=1", "退款金额=1", $"退款时间={told}").RefundedAt);
        Assert.Equal(instant, Of(FileKind.Customers).Fact<SourceCustomer>("买家ID=1", $"入会时间={told}").JoinedAt);
        Assert.Equal(instant, Of(FileKind.Customers).Fact<SourceCustomer>("买家ID=1", "邮件同意=否", $"同意时间={told}").ConsentAt);
        Assert.Equal(instant, Of(FileKind.Products).Fact<SourceProduct>("商品编码=1", $"修改时间={told}").ModifiedAt);
        Assert.Equal(instant, Of(FileKind.Costs).Fact<SourceCost>("订单编号=1", "运费=1", $"修改时间={told}").ModifiedAt);
        Assert.Equal(instant, Of(FileKind.Touches).Fact<SourceTouch>("接触类型=浏览", "买家ID=1", $"接触时间={told}").At);
        Assert.Equal(instant, Of(FileKind.Buyers).Fact<SourceOrderBuyer>("订单编号=1", "买家ID=1", $"修改时间={told}").ModifiedAt);
        Assert.Equal(new DateOnly(instant.Year, instant.Month, instant.Day), Of(FileKind.Visitors).Fact<SourceVisitors>($"日期={told}", "访客数=1").Day);
    }

    [Theory]
    [InlineData("修改时间")]
    [InlineData("付款时间")]
    [InlineData("下单时间")]
    [InlineData("退款时间")]
    [InlineData("取消时间")]
    public void No_time_of_an_order_lies_before_1990_or_ahead(string column)
    {
        foreach (var time in (string[])["1989-12-31 23:59:59", "2026-01-02 00:00:01"])
        {
            string[] paid = column == "付款时间" ? [] : ["付款时间=2025-01-01"];
            Assert.Equal((RejectReason.TimeOutOfRange, column), Of(FileKind.Orders).Reject(["订单编号=1", "订单金额=1", $"{column}={time}", .. paid]));
        }
    }
}
