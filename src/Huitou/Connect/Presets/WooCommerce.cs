namespace Huitou.Connect.Presets;

/// <summary>The exports of WooCommerce Analytics: reports of orders and customers.</summary>
internal static class WooCommerce
{
    /// <summary>
    /// One row per order: its goods stand in one text ("1× A, 2× B") that cannot be taken apart where a name has a comma, so orders come
    /// without goods. The customer is a name and identifies nobody. on-hold and pending are unpaid, failed and cancelled closed, and
    /// refunded gives N. Revenue back.
    /// </summary>
    internal static readonly Preset Orders = new()
    {
        Key = "woocommerce_orders",
        Name = new Words("WooCommerce 订单报表", "WooCommerce orders report"),
        Description = new Words(
            "WooCommerce Analytics 导出的订单，每行一个订单，没有商品明细，也没有买家编号。",
            "Orders as WooCommerce Analytics exports them: one row per order, without lines, and with a name for a buyer."),
        Gives = ["refunds", "status", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["Order #"],
            [Field.CreatedAt] = ["Date"],
            [Field.BuyerName] = ["Customer"],
            [Field.OrderAmount] = ["N. Revenue", "N. Revenue (formatted)"],
            [Field.Status] = ["Status"],
        },
        RecognisedBy = [Field.OrderNo, Field.CreatedAt, Field.OrderAmount, Field.Status],
    };

    /// <summary>Username is the shop's own id; guests have none and are known by their e-mail. Sign Up is when they joined.</summary>
    internal static readonly Preset Customers = new()
    {
        Key = "woocommerce_customers",
        Kind = FileKind.Customers,
        Name = new Words("WooCommerce 客户报表", "WooCommerce customers report"),
        Description = new Words("WooCommerce Analytics 导出的客户。", "Customers as WooCommerce Analytics exports them."),
        Gives = ["buyer", "profile", "region"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.Buyer] = ["Username"],
            [Field.BuyerName] = ["Name"],
            [Field.Email] = ["Email"],
            [Field.Region] = ["Region", "Country / Region"],
            [Field.City] = ["City"],
            [Field.JoinedAt] = ["Sign Up"],
        },
        RecognisedBy = [Field.Buyer, Field.BuyerName, Field.Email, Field.JoinedAt],
    };
}
