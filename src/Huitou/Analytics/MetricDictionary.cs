using static Huitou.Analytics.MetricUnit;

namespace Huitou.Analytics;

/// <summary>
/// Every number that the pages show, defined once, in the words of the glossary. Pages show these on hover; the API gives them under
/// /metrics. A number without an entry here does not go on a page: a test holds the reports' properties against this list.
/// </summary>
public static class MetricDictionary
{
    private static readonly MetricText Paid = new(
        "付款日在所选期间内的订单（默认不含测试单和零价单）", "Orders paid within the period; tests and orders without a priced line are left out unless settings say otherwise");

    private static readonly MetricText PaidAndRefunded = new(
        "付款日在所选期间内的订单；退款计到截止日", "Orders paid within the period; refunds dated up to the as-of day");

    private static readonly MetricText Named = new(
        "付款日在所选期间内、有买家信息的订单", "Orders paid within the period that name a buyer");

    private static readonly MetricText Touched = new(
        "接触日在所选期间内的接触；逐条保留最近 180 天", "Touches of the period; they are kept one by one for the last 180 days");

    private static readonly MetricText CustomersOfScope = new(
        "所选范围内、截止日前至少有一笔付款订单的客户", "Customers with at least one paid order in the scope up to the as-of day");

    /// <summary>All of them, in the order in which a reader meets them.</summary>
    public static readonly IReadOnlyList<Metric> All = [.. Sales(), .. Split(), .. Customers(), .. Classes(), .. Products(), .. Touches(), .. Today()];

    private static readonly Dictionary<string, Metric> ByKey = All.ToDictionary(metric => metric.Key);

    /// <summary>The metric of <paramref name="key"/>; null when there is none.</summary>
    public static Metric? Find(string key) => ByKey.GetValueOrDefault(key);

    private static Metric[] Sales() =>
    [
        Define("grossSales", "成交额", "Gross sales", "付款金额合计，扣除优惠、未扣退款",
            "Sum of what was paid: after discounts, before refunds", Paid, Money),
        Define("netSales", "净销售额", "Net sales", "成交额 − 退款", "Gross sales − refunds", PaidAndRefunded, Money),
        Define("refunds", "退款", "Refunds", "期间内订单的退款 + 期间内未指明订单的退款",
            "Refunds of the period's orders + refunds dated in the period that name no order", PaidAndRefunded, Money),
        Define("refundsByOwnDate", "退款（按退款日）", "Refunds by their own date", "退款日在期间内的退款，不论订单何时付款",
            "Refunds dated in the period, whenever their orders were paid",
            new("退款日在所选期间内、且不晚于截止日", "Refunds dated within the period and up to the as-of day"), Money),
        Define("discounts", "优惠金额", "Discounts", "标价 − 付款金额", "List price − what was paid", Paid, Money),
        Define("orders", "客单数", "Orders", "付款订单数", "Number of paid orders", Paid, Count),
        Define("buyers", "买家数", "Buyers", "下过付款订单的不同客户数", "Distinct customers with a paid order", Named, Count),
        Define("units", "件数", "Units", "付款商品件数，不含赠品和非商品行", "Units of goods paid for; gifts and lines that are not goods have none", Paid, Count),
        Define("aov", "客单价（按订单）", "AOV", "净销售额 ÷ 客单数", "Net sales ÷ orders", PaidAndRefunded, Money),
        Define("spendPerBuyer", "客单价（按人）", "Spend per buyer", "有买家信息的净销售额 ÷ 买家数",
            "Net sales of orders that name a buyer ÷ buyers", Named, Money),
        Define("unitsPerOrder", "连带率（客单件）", "Units per order", "件数 ÷ 客单数", "Units ÷ orders", Paid, Ratio),
        Define("averageUnitPrice", "件单价", "Average unit price", "净销售额 ÷ 件数", "Net sales ÷ units", PaidAndRefunded, Money),
        Define("refundRate", "退款率", "Refund rate", "退款 ÷ 成交额", "Refunds ÷ gross sales", PaidAndRefunded, Ratio),
        Define("ordersPerBuyer", "人均单数", "Orders per buyer", "有买家信息的客单数 ÷ 买家数", "Orders that name a buyer ÷ buyers", Named, Ratio),
    ];

    private static Metric[] Split() =>
    [
        Define("all", "全部", "All", "新客户 + 老客户 + 匿名", "New + returning + anonymous", Paid, Money),
        Define("new", "新客户", "New customers", "首笔付款订单落在期间内的客户，其期间内全部订单",
            "Customers whose first paid order lies in the period: all their orders of it", Named, Money),
        Define("returning", "老客户（回头客）", "Returning customers", "期间之前已有付款订单的客户，其期间内全部订单",
            "Customers with a paid order before the period: all their orders of it", Named, Money),
        Define("anonymous", "匿名订单", "Anonymous orders", "没有买家信息的订单", "Orders that name no buyer",
            new("付款日在所选期间内、没有买家信息的订单", "Orders paid within the period without a buyer"), Money),
        Define("rank", "第几单", "Rank of the order", "按付款时间，该订单是客户一生中的第几单",
            "Which of the customer's paid orders it is, by time of payment", Named, Count),
        Define("before", "对比期", "Before", "对比期间的值", "The value in the compared period", PaidAndRefunded, Money),
        Define("after", "本期", "After", "所选期间的值", "The value in the chosen period", PaidAndRefunded, Money),
        Define("change", "变化", "Change", "本期 − 对比期", "After − before", PaidAndRefunded, Money),
        Define("contribution", "对净销售额的贡献", "Contribution", "该因素的变化带来的净销售额增减；同一层各项相加等于上一层",
            "The change of net sales that this driver brought; those of one level add up to the level above", PaidAndRefunded, Money),
    ];

    private static Metric[] Customers() =>
    [
        Define("customers", "客户数", "Customers", "不同客户数", "Distinct customers", CustomersOfScope, Count),
        Define("share", "人数占比", "Share of customers", "该组客户数 ÷ 全部客户数", "The group's customers ÷ all customers", CustomersOfScope, Ratio),
        Define("salesShare", "销售占比", "Share of sales", "该组净销售额 ÷ 全部客户净销售额", "The group's net sales ÷ the net sales of all customers",
            CustomersOfScope, Ratio),
        Define("recency", "最近一次消费", "Recency", "截止日 − 最近一笔付款订单的日期", "As-of day − civil day of the last paid order", CustomersOfScope, Days),
        Define("frequency", "消费频率", "Frequency", "付款订单数", "Number of paid orders", CustomersOfScope, Count),
        Define("monetary", "消费金额", "Monetary", "净销售额（设置为毛口径时为成交额）", "Net sales, or gross sales where the setting says so",
            CustomersOfScope, Money),
        Define("firstDay", "首次消费日", "First purchase", "首笔付款订单的日期（店铺时区）", "Civil day of the first paid order, in the shop's zone",
            CustomersOfScope, Days),
        Define("lastDay", "最近消费日", "Last purchase", "最近一笔付款订单的日期（店铺时区）", "Civil day of the last paid order, in the shop's zone",
            CustomersOfScope, Days),
        Define("purchaseDays", "消费天数", "Purchase days", "有付款订单的不同日期数", "Distinct civil days with a paid order", CustomersOfScope, Count),
    ];

    private static Metric[] Classes() =>
    [
        Define("r", "R 等级", "R class", "按最近一次消费分：活跃、沉默、沉睡、流失", "By recency: active, silent, dormant, lost", CustomersOfScope, Days),
        Define("f", "F 等级", "F class", "按付款订单数分：1 新、2 二次、3 起老、达到粉丝线为粉丝",
            "By paid orders: 1 new, 2 second-time, 3 and more old, from the fan limit a fan", CustomersOfScope, Count),
        Define("group", "RFM 客群", "RFM group", "R、F、M 得分 ≥ 4 为高；M 高为重要，R、F 决定价值、保持、发展、挽留",
            "A score of 4 or 5 is high; M high is important; R and F tell value, keep, develop or win back", CustomersOfScope, Ratio),
        Define("m", "M 得分", "M score", "1 + 严格小于该值的五分位边界个数", "1 + the number of quintile edges strictly below the value", CustomersOfScope, Ratio),
        Define("edges", "五分位边界", "Quintile edges", "客户值在 20%、40%、60%、80% 处的线性插值（第 7 型）",
            "The customers' values at 20, 40, 60 and 80 percent, linearly interpolated (type 7)", CustomersOfScope, Ratio),
        Define("activeMax", "活跃上限", "Active up to", "默认：购买间隔的第 75 百分位", "Default: 75th percentile of the gaps between purchase days", CustomersOfScope, Days),
        Define("silentMax", "沉默上限", "Silent up to", "默认：购买间隔的第 90 百分位", "Default: 90th percentile of the gaps", CustomersOfScope, Days),
        Define("dormantMax", "沉睡上限", "Dormant up to", "默认：购买间隔的第 97.5 百分位", "Default: 97.5th percentile of the gaps", CustomersOfScope, Days),
        Define("fanMin", "粉丝线", "Fan from", "默认：4 与付款订单数第 90 百分位中较大者", "Default: the larger of 4 and the 90th percentile of paid orders",
            CustomersOfScope, Count),
        Define("gaps", "购买间隔数", "Gaps", "客户相邻两个消费日之间的间隔个数；少于 200 个时用 90/180/365 天",
            "Gaps between one customer's neighbouring purchase days; below 200 of them the limits are 90, 180 and 365 days", CustomersOfScope, Count),
    ];

    private static Metric[] Products() =>
    [
        Define("pricePerUnit", "成交件单价", "Price per unit sold", "成交额 ÷ 件数", "Gross sales ÷ units", Paid, Money),
        Define("grossPerOrder", "单均成交额", "Gross sales per order", "成交额 ÷ 客单数", "Gross sales ÷ orders", Paid, Money),
        Define("sales", "商品成交额", "Product sales", "该商品各行付款金额合计，未扣退款", "Sum of what was paid for its lines, before refunds", Paid, Money),
        Define("unitPrice", "商品件单价", "Price per unit", "商品成交额 ÷ 件数", "Product sales ÷ units", Paid, Money),
    ];

    private static Metric[] Touches() =>
    [
        Define("touches", "接触次数", "Touches", "客户与店铺的接触次数，含没有买家信息的", "How often customers and shops met, those of nobody included", Touched, Count),
        Define("people", "接触人数", "People touched", "有过该类接触的不同客户数", "Distinct known customers with such a touch", Touched, Count),
        Define("boughtAfter", "接触后购买人数", "Bought after", "期间内首次该类接触当时或之后 30 天内有付款订单的客户数",
            "People with a paid order at the moment of their first such touch in the period or in the 30 days after", Touched, Count),
        Define("boughtAfterShare", "接触后购买占比", "Share who bought after", "接触后购买人数 ÷ 接触人数", "Bought after ÷ people touched", Touched, Ratio),
        Define("rated", "评分数", "Ratings", "带 1 至 5 星评分的接触次数", "Touches with a rating of one to five stars", Touched, Count),
        Define("meanRating", "平均评分", "Mean rating", "星数合计 ÷ 评分数", "Sum of the stars ÷ ratings", Touched, Ratio),
        Define("stars", "各星级评分数", "Ratings by stars", "1 星到 5 星各有多少次", "How many there are of each, from one star to five", Touched, Count),
    ];

    private static Metric[] Today() =>
    [
        Define("unpaidOrders", "未付款订单", "Unpaid orders", "已下单未付款、未关闭的订单数与金额", "Orders placed, not paid and not closed, and their amount",
            new("最近 7 天创建的订单", "Orders created in the last 7 days"), Count),
        Define("withBuyer", "有买家信息的订单", "Orders that name a buyer", "有买家信息的付款订单数", "Paid orders that name a buyer",
            new("全部付款订单", "All paid orders"), Count),
        Define("upTo", "数据截至", "Data up to", "此刻之前提交的变更都已计入", "Every change committed before this instant is counted",
            new("全部数据", "All data"), Count),
        Define("ageSeconds", "数据时差", "Age of the data", "现在减去数据截至的时刻", "Now minus the instant up to which the data stands", new("全部数据", "All data"), Seconds),
        Define("behind", "待跟进变更", "Changes to follow", "已提交、尚未计入的变更数", "Committed changes not counted yet", new("全部数据", "All data"), Count),
    ];

    private static Metric Define(string key, string zh, string en, string formulaZh, string formulaEn, MetricText filter, MetricUnit unit) =>
        new(key, new(zh, en), new(formulaZh, formulaEn), filter, unit);
}
