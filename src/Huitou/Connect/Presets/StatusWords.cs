namespace Huitou.Connect.Presets;

/// <summary>Where an order stands.</summary>
internal enum Standing : byte
{
    /// <summary>The status says nothing of money: the paid time decides.</summary>
    Unsaid,
    Unpaid,
    Paid,
    Closed,

    /// <summary>Paid, and all of it given back.</summary>
    Refunded,
}

/// <summary>
/// The one table of the words that platforms and shops have for the standing of an order. Words of delivery (待发货, 已签收, shipped) are
/// not in it: with cash on delivery they say nothing of money.
/// </summary>
internal static class StatusWords
{
    private static readonly Dictionary<string, Standing> Words = Table(
        (Standing.Unpaid,
        [
            "等待买家付款", "等待付款", "等待付款确认", "待付款", "待支付", "未付款", "未支付", "买家未付款", "unpaid", "pending", "pending payment",
            "awaiting payment", "on hold", "on-hold", "authorized", "partially_paid", "partially paid", "checkout-draft", "draft",
        ]),
        (Standing.Paid,
        [
            "买家已付款,等待卖家发货", "卖家已发货,等待买家确认", "卖家部分发货", "买家已付款", "已付款", "已支付", "已完成", "完成", "交易成功", "交易完成",
            "部分退款", "paid", "completed", "complete", "partially_refunded", "partially refunded",
        ]),
        (Standing.Closed,
        [
            "交易关闭", "已关闭", "订单关闭", "交易取消", "订单取消", "已取消", "取消", "关闭", "已作废", "closed", "cancelled", "canceled", "voided",
            "void", "expired", "failed", "trash",
        ]),
        (Standing.Refunded, ["退款", "已退款", "退款成功", "退款完成", "全额退款", "已全额退款", "退货退款成功", "refunded", "fully refunded"]));

    /// <summary>"买家已付款，等待卖家发货" comes with either comma, and WooCommerce's own keys begin with "wc-".</summary>
    internal static Standing Of(string status)
    {
        if (status.Length == 0) return Standing.Unsaid;
        if (Words.TryGetValue(status, out var standing)) return standing;
        var plain = status.Replace('，', ',').Replace(" ,", ",", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal);
        if (plain.StartsWith("wc-", StringComparison.OrdinalIgnoreCase)) plain = plain[3..];
        if (Words.TryGetValue(plain, out standing)) return standing;
        // 京东 writes "(删除)等待出库" of orders that were deleted.
        if (plain.StartsWith("(删除)", StringComparison.Ordinal) || plain.StartsWith("（删除）", StringComparison.Ordinal)) return Standing.Closed;
        // "已发货,退款成功", "同意退款,退款成功"; what was given back in part is told in money or not at all.
        return plain.Contains("退款成功", StringComparison.Ordinal) && !plain.Contains("部分", StringComparison.Ordinal) ? Standing.Refunded : Standing.Unsaid;
    }

    private static Dictionary<string, Standing> Table(params (Standing Standing, string[] Words)[] rows) =>
        rows.SelectMany(row => row.Words.Select(word => (word, row.Standing))).ToDictionary(p => p.word, p => p.Standing, StringComparer.OrdinalIgnoreCase);
}
