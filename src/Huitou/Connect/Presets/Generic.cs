namespace Huitou.Connect.Presets;

/// <summary>Files under plain column names, English or Chinese: one layout for each kind of file.</summary>
internal static class Generic
{
    private static readonly string[] OrderNo =
        ["order no", "order no.", "order number", "order id", "order_no", "orderNo", "order_id", "order", "订单编号", "订单号", "主订单编号", "交易编号"];

    private static readonly string[] Buyer =
        ["buyer id", "buyer_id", "buyer", "customer id", "customer_id", "customerid", "member id", "ouid", "open_uid", "buyer_open_uid", "买家 id", "买家id", "买家编号", "会员编号", "会员id", "客户编号", "客户id", "买家会员名", "买家昵称"];

    private static readonly string[] BuyerName =
        ["buyer name", "buyer_name", "buyerName", "customer name", "customer_name", "member name", "买家姓名", "客户姓名", "会员姓名", "姓名"];

    private static readonly string[] Phone = ["phone", "mobile", "phone number", "buyer phone", "buyer_phone", "手机", "手机号", "手机号码", "会员手机", "会员手机号", "买家手机", "买家手机号"];
    private static readonly string[] Email = ["email", "e-mail", "email address", "buyer email", "buyer_email", "邮箱", "电子邮箱", "电子邮件", "买家邮箱"];
    private static readonly string[] Account = ["alipay account", "买家支付宝账号", "支付宝账号", "邮箱或手机号", "e-mail or phone"];
    private static readonly string[] Card = ["member card", "card", "member_card", "memberCard", "card no", "card no.", "card number", "会员卡号", "会员卡", "卡号"];
    private static readonly string[] UnionId = ["wechat unionid", "unionid", "union id", "union_id", "微信 unionid", "微信unionid"];
    private static readonly string[] OpenId = ["wechat openid", "openid", "open id", "open_id", "微信 openid", "微信openid"];
    private static readonly string[] Omid = ["platform's merchant-wide id", "omid", "平台商家级买家 id", "平台商家级买家id"];
    private static readonly string[] Nickname = ["platform nickname", "platform_nickname", "platformNickname", "wangwang", "平台昵称", "旺旺", "旺旺名", "买家旺旺", "旺旺昵称"];
    private static readonly string[] Platform = ["platform", "平台", "来源平台", "店铺平台"];
    private static readonly string[] Region = ["region", "province", "state", "country", "地区", "省份", "省", "国家"];
    private static readonly string[] City = ["city", "城市", "市"];
    private static readonly string[] District = ["district", "county", "区县", "区/县", "区"];
    private static readonly string[] Channel = ["channel", "source", "渠道", "来源", "订单来源"];

    private static readonly string[] ModifiedAt =
        ["modified time", "modified at", "modified_at", "modifiedAt", "updated at", "updated_at", "last modified", "修改时间", "更新时间"];

    private static readonly string[] ProductCode =
        ["product code", "product_code", "productCode", "product id", "product_id", "sku", "item code", "商品编码", "商品编号", "商家编码", "货号", "商品id"];

    private static readonly string[] ProductName = ["product name", "product_name", "productName", "product", "item", "title", "商品名称", "商品标题", "宝贝标题", "品名", "标题"];
    private static readonly string[] Category = ["category", "product category", "category path", "类目", "分类", "商品分类", "类目路径"];
    private static readonly string[] Quantity = ["quantity", "qty", "units", "数量", "购买数量", "商品数量"];
    private static readonly string[] UnitPrice = ["unit price", "unit_price", "unitPrice", "price", "单价", "商品单价", "价格"];
    private static readonly string[] LineAmount = ["line amount", "line_amount", "lineAmount", "line total", "amount", "金额", "实付金额", "行金额", "小计"];
    private static readonly string[] LineDiscount = ["line discount", "line_discount", "lineDiscount", "discount", "优惠金额", "折扣金额", "优惠", "行优惠"];
    private static readonly string[] RefundAmount = ["refund amount", "refund_amount", "refundAmount", "refund", "退款金额"];
    private static readonly string[] RefundedAt = ["refunded at", "refunded_at", "refundedAt", "refund time", "refund date", "退款时间", "退款完成时间"];
    private static readonly string[] AfterSales = ["after-sales status", "after sales status", "refund status", "refund_status", "售后状态", "退款状态"];

    internal static readonly Preset Orders = new()
    {
        Key = "generic",
        Name = new Words("通用订单", "Orders"),
        Description = new Words(
            "每行一个订单商品，或每行一个订单；列名为常见的中文或英文名称。", "One row per order line, or per order, under common English or Chinese column names."),
        Gives = ["buyer", "region", "receiver", "channel", "lines", "products", "discounts", "refunds", "status", "times", "currency"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = OrderNo,
            [Field.PaidAt] = ["paid time", "paid at", "paid_at", "paidAt", "payment time", "付款时间", "订单付款时间", "支付时间", "支付完成时间"],
            [Field.CreatedAt] = ["created time", "created at", "created_at", "createdAt", "order date", "order time", "date", "下单时间", "订单创建时间", "创建时间", "订单提交时间"],
            [Field.ModifiedAt] = ModifiedAt,
            [Field.Buyer] = Buyer,
            [Field.Phone] = Phone,
            [Field.Email] = Email,
            [Field.Account] = Account,
            [Field.Card] = Card,
            [Field.UnionId] = UnionId,
            [Field.OpenId] = OpenId,
            [Field.Omid] = Omid,
            [Field.PlatformNickname] = Nickname,
            [Field.Platform] = Platform,
            [Field.BuyerName] = BuyerName,
            [Field.Region] = Region,
            [Field.City] = City,
            [Field.District] = District,
            [Field.Channel] = Channel,
            [Field.ProductCode] = ProductCode,
            [Field.ProductName] = ProductName,
            [Field.Category] = Category,
            [Field.Quantity] = Quantity,
            [Field.UnitPrice] = UnitPrice,
            [Field.LineAmount] = LineAmount,
            [Field.LineDiscount] = LineDiscount,
            [Field.OrderAmount] = ["order amount", "order_amount", "orderAmount", "order total", "订单金额", "订单实付金额", "买家实付金额", "总金额"],
            [Field.AlsoPaid] = ["also paid", "alsoPaid", "另付金额", "余额支付"],
            [Field.DueAmount] = ["amount due", "dueAmount", "应付金额", "订单应付金额"],
            [Field.RefundAmount] = RefundAmount,
            [Field.RefundedAt] = RefundedAt,
            [Field.Status] = ["status", "order status", "order_status", "订单状态", "状态", "交易状态"],
            [Field.AfterSales] = AfterSales,
            [Field.CancelledAt] = ["cancelled at", "canceled at", "cancelled_at", "cancelledAt", "取消时间"],
            [Field.IsTest] = ["test order", "is test", "is_test", "isTest", "是否测试", "测试订单"],
            [Field.Marks] = ["marks", "标记"],
            [Field.Currency] = ["currency", "currency code", "币种", "货币"],
            [Field.OriginalCurrency] = ["original currency", "original_currency", "originalCurrency", "原币种"],
            [Field.OriginalAmount] = ["original amount", "original_amount", "originalAmount", "原币金额"],
            [Field.Rate] = ["exchange rate", "exchange_rate", "rate", "汇率"],
            [Field.ReceiverName] =
            [
                "receiver", "receiver name", "receiver_name", "receiverName", "consignee", "recipient", "recipient name", "ship to", "shipping name",
                "收货人", "收货人姓名", "收件人", "收件人姓名", "收货姓名", "收货人名称", "收件人名称",
            ],
            [Field.ReceiverPhone] =
            [
                "receiver's phone", "receiver phone", "receiver_phone", "receiverPhone", "receiver mobile", "receiver_mobile", "recipient phone", "shipping phone", "delivery phone",
                "收货人电话", "收货人手机", "收货人手机号", "收货人手机号码", "收货人联系电话", "收货人联系方式", "收货手机", "收货手机号", "收货电话", "收货联系电话",
                "收件人手机", "收件人手机号", "收件人电话", "收件手机", "收件电话", "联系手机",
            ],
            [Field.ReceiverRegion] =
            [
                "receiver's region", "receiver region", "receiver_region", "receiverRegion", "receiver state", "receiver_state", "receiver province", "shipping province", "shipping state", "delivery province",
                "收货省份", "收货省", "收货人省份", "收货人省", "收件省份", "收件省", "收件人省份", "收件人省", "买家收货省份",
            ],
            [Field.ReceiverCity] =
            [
                "receiver's city", "receiver city", "receiver_city", "receiverCity", "shipping city", "delivery city",
                "收货城市", "收货市", "收货人城市", "收货人市", "收件城市", "收件市", "收件人城市", "收件人市",
            ],
            [Field.ReceiverDistrict] =
            [
                "receiver's district", "receiver district", "receiver_district", "receiverDistrict", "shipping district", "delivery district",
                "收货区县", "收货区", "收货人区县", "收货人地区", "收货地区", "收件区县", "收件区", "收件人区县", "收件人区",
            ],
            [Field.ReceiverAddress] =
            [
                "receiver's address", "receiver address", "receiver_address", "receiverAddress", "shipping address", "delivery address", "recipient address", "address",
                "收货地址", "收货详细地址", "详细收货地址", "收货人地址", "收货人详细地址", "收货人收货地址", "收件地址", "收件详细地址", "收件人地址", "收件人详细地址", "详细地址", "配送地址", "地址",
            ],
        },
    };

    internal static readonly Preset Details = new()
    {
        Key = "generic_details",
        Kind = FileKind.OrderDetails,
        Name = new Words("通用订单商品", "Order lines without their orders"),
        Description = new Words("订单的商品行；订单本身在另一个文件里。", "The lines of orders whose heads stand in another file."),
        Gives = ["lines", "products", "discounts", "refunds"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = OrderNo,
            [Field.ModifiedAt] = ModifiedAt,
            [Field.ProductCode] = ProductCode,
            [Field.ProductName] = ProductName,
            [Field.Category] = Category,
            [Field.Quantity] = Quantity,
            [Field.UnitPrice] = UnitPrice,
            [Field.LineAmount] = LineAmount,
            [Field.LineDiscount] = LineDiscount,
            [Field.RefundAmount] = RefundAmount,
            [Field.RefundedAt] = RefundedAt,
            [Field.AfterSales] = AfterSales,
        },
    };

    internal static readonly Preset Customers = new()
    {
        Key = "generic_customers",
        Kind = FileKind.Customers,
        Name = new Words("通用客户", "Customers"),
        Description = new Words("每行一个客户；“同意”需同时提供凭证，“拒绝”总会记下。", "One row per customer. A consent needs its proof; a refusal is always kept."),
        Gives = ["buyer", "profile", "region", "tags", "consent", "refusals"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.Buyer] = Buyer,
            [Field.Phone] = Phone,
            [Field.Email] = Email,
            [Field.Account] = Account,
            [Field.Card] = Card,
            [Field.UnionId] = UnionId,
            [Field.OpenId] = OpenId,
            [Field.Omid] = Omid,
            [Field.PlatformNickname] = Nickname,
            [Field.Platform] = Platform,
            [Field.BuyerName] = [.. BuyerName, "name", "客户名称", "first name"],
            [Field.LastName] = ["last name", "surname", "姓氏"],
            [Field.Gender] = ["gender", "sex", "性别"],
            [Field.Birthday] = ["birthday", "date of birth", "birth date", "生日", "出生日期"],
            [Field.Region] = Region,
            [Field.City] = City,
            [Field.District] = District,
            [Field.Address] = ["address", "地址", "详细地址", "联系地址"],
            [Field.Tags] = ["tags", "标签", "客户标签"],
            [Field.JoinedAt] = ["joined at", "joined_at", "joinedAt", "member since", "sign up", "入会时间", "注册时间", "成为会员时间"],
            [Field.ModifiedAt] = ModifiedAt,
            [Field.SmsConsent] = ["sms consent", "sms_consent", "smsConsent", "短信同意", "是否同意短信", "接收短信"],
            [Field.EmailConsent] = ["email consent", "e-mail consent", "email_consent", "emailConsent", "邮件同意", "是否同意邮件", "接收邮件"],
            [Field.ConsentAt] = ["consent at", "consent_at", "consentAt", "consent time", "同意时间"],
            [Field.ConsentProof] = ["consent proof", "consent_proof", "consentProof", "consent text", "同意凭证", "同意文案"],
        },
    };

    internal static readonly Preset Products = new()
    {
        Key = "generic_products",
        Kind = FileKind.Products,
        Name = new Words("通用商品", "Products"),
        Description = new Words("每行一个商品：类目、品牌、季节、风格、吊牌价、成本、上市日期。", "One row per product: category, brand, season, style, list price, cost, launch day."),
        Gives = ["products", "costs"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.ProductCode] = [.. ProductCode, "code", "编码", "款号"],
            [Field.ProductName] = [.. ProductName, "name", "名称"],
            [Field.Category] = Category,
            [Field.Brand] = ["brand", "品牌"],
            [Field.Season] = ["season", "季节", "季度"],
            [Field.Style] = ["style", "风格", "款式"],
            [Field.ListPrice] = ["list price", "list_price", "listPrice", "retail price", "吊牌价", "原价", "零售价"],
            [Field.UnitCost] = ["unit cost", "unit_cost", "unitCost", "cost", "cost price", "成本", "成本价", "采购价"],
            [Field.LaunchedOn] = ["launched on", "launched_on", "launchedOn", "launch date", "launch day", "上市日期", "上架日期", "上市时间", "上架时间"],
            [Field.ModifiedAt] = ModifiedAt,
        },
    };

    internal static readonly Preset Costs = new()
    {
        Key = "generic_costs",
        Kind = FileKind.Costs,
        Name = new Words("通用订单成本", "Costs of orders"),
        Description = new Words("每行一个订单的商品、运费、平台、服务成本。", "What each order cost: goods, freight, fees, service."),
        Gives = ["costs"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = OrderNo,
            [Field.GoodsCost] = ["goods cost", "goods_cost", "goodsCost", "cost of goods", "cogs", "商品成本", "货品成本"],
            [Field.FreightCost] = ["freight cost", "freight_cost", "freightCost", "freight", "shipping cost", "运费成本", "快递成本", "运费"],
            [Field.FeeCost] = ["fee cost", "fee_cost", "feeCost", "fees", "fee", "commission", "平台费用", "佣金", "手续费"],
            [Field.ServiceCost] = ["service cost", "service_cost", "serviceCost", "service", "服务成本", "服务费"],
            [Field.ModifiedAt] = ModifiedAt,
        },
    };

    internal static readonly Preset Touches = new()
    {
        Key = "generic_touches",
        Kind = FileKind.Touches,
        Name = new Words("通用接触记录", "Touches"),
        Description = new Words(
            "每行一次接触：浏览、收藏、咨询、投诉、投诉解决、评价、到店。", "One row per touch: view, favourite, inquiry, complaint, complaint closed, review, visit."),
        Gives = ["buyer", "touches"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.TouchId] = ["touch id", "touch_id", "touchId", "接触编号", "记录编号", "流水号"],
            [Field.TouchKind] = ["touch kind", "kind of touch", "touch_kind", "touchKind", "kind", "event", "type", "接触类型", "类型", "事件"],
            [Field.TouchedAt] = ["touched at", "touched_at", "touchedAt", "time", "event time", "date", "接触时间", "时间", "发生时间"],
            [Field.Buyer] = Buyer,
            [Field.Phone] = Phone,
            [Field.Email] = Email,
            [Field.Account] = Account,
            [Field.OrderNo] = OrderNo,
            [Field.ProductCode] = ProductCode,
            [Field.Channel] = Channel,
            [Field.Staff] = ["staff", "agent", "served by", "员工", "客服", "导购"],
            [Field.Rating] = ["rating", "score", "stars", "评分", "星级"],
            [Field.Comment] = ["comment", "text", "content", "message", "内容", "评价内容", "投诉内容"],
            [Field.ModifiedAt] = ModifiedAt,
        },
    };

    internal static readonly Preset Visitors = new()
    {
        Key = "generic_visitors",
        Kind = FileKind.Visitors,
        Name = new Words("通用访客数", "Visitors"),
        Description = new Words("每行一天的访客数，可按渠道分开。", "Visitors of each day, by channel where the file tells it."),
        Gives = ["visitors", "channel"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.Day] = ["day", "date", "日期", "统计日期"],
            [Field.Visitors] = ["visitors", "unique visitors", "uv", "footfall", "访客数", "访客", "客流量"],
            [Field.Channel] = Channel,
            [Field.ModifiedAt] = ModifiedAt,
        },
    };

    internal static readonly Preset Buyers = new()
    {
        Key = "generic_buyers",
        Kind = FileKind.Buyers,
        Name = new Words("通用订单买家", "Buyers of orders"),
        Description = new Words("每行一个订单编号和它的买家，用来补全匿名订单。", "Who bought each order, for orders that named nobody."),
        Gives = ["buyer"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = OrderNo,
            [Field.Buyer] = Buyer,
            [Field.Phone] = Phone,
            [Field.Email] = Email,
            [Field.Account] = Account,
            [Field.Card] = Card,
            [Field.UnionId] = UnionId,
            [Field.OpenId] = OpenId,
            [Field.Omid] = Omid,
            [Field.PlatformNickname] = Nickname,
            [Field.Platform] = Platform,
            [Field.BuyerName] = [.. BuyerName, "name"],
            [Field.ModifiedAt] = ModifiedAt,
        },
    };

    /// <summary>In the order of the kinds.</summary>
    internal static readonly Preset[] All = [Orders, Details, Customers, Products, Costs, Touches, Visitors, Buyers];

    internal static Preset Of(FileKind kind) => All[(int)kind];
}
