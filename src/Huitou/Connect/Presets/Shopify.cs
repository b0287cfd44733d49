namespace Huitou.Connect.Presets;

/// <summary>Shopify's exports of orders (one row per line) and customers.</summary>
internal static class Shopify
{
    /// <summary>
    /// What belongs to the order stands on its first row; others, and files whose tools repeat it, say the same. Financial Status and
    /// Refunded Amount are the truth on money: voided and expired were never paid, refunded gives all back, and a paid order that was
    /// cancelled keeps what was not refunded. A refund has no time of its own: the cancelling's, else the payment's. The buyer is
    /// Email and Phone; Shipping Name and Phone are the receiver's.
    /// </summary>
    internal static readonly Preset Orders = new()
    {
        Key = "shopify_orders",
        Name = new Words("Shopify 订单", "Shopify orders"),
        Description = new Words("Shopify 后台导出的 orders_export，每行一件商品。", "orders_export as Shopify's admin exports it, one row per line."),
        Gives = ["buyer", "region", "receiver", "channel", "lines", "products", "discounts", "refunds", "status", "times", "currency"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["Name"],
            [Field.PaidAt] = ["Paid at"],
            [Field.CreatedAt] = ["Created at"],
            [Field.Phone] = ["Phone"],
            [Field.Email] = ["Email"],
            [Field.BuyerName] = ["Billing Name"],
            [Field.Region] = ["Billing Province Name", "Billing Province"],
            [Field.City] = ["Billing City"],
            [Field.Channel] = ["Source"],
            [Field.ProductCode] = ["Lineitem sku"],
            [Field.ProductName] = ["Lineitem name"],
            [Field.Quantity] = ["Lineitem quantity"],
            [Field.UnitPrice] = ["Lineitem price"],
            [Field.LineDiscount] = ["Lineitem discount"],
            [Field.OrderAmount] = ["Total"],
            [Field.RefundAmount] = ["Refunded Amount"],
            [Field.Status] = ["Financial Status"],
            [Field.CancelledAt] = ["Cancelled at"],
            [Field.Currency] = ["Currency"],
            [Field.ReceiverName] = ["Shipping Name"],
            [Field.ReceiverPhone] = ["Shipping Phone"],
            [Field.ReceiverRegion] = ["Shipping Province Name", "Shipping Province"],
            [Field.ReceiverCity] = ["Shipping City"],
            [Field.ReceiverAddress] = ["Shipping Street", "Shipping Address1"],
        },
        RecognisedBy = [Field.OrderNo, Field.CreatedAt, Field.Status, Field.OrderAmount, Field.Quantity, Field.UnitPrice],
        CarriesDown = true,
        RefundIsOrders = true,
        ClosingGivesBack = false,
    };

    /// <summary>
    /// The file has no proof of any consent, so a yes to marketing is not taken as one unless a column of the proof is mapped; a no is a
    /// refusal. Names are put together as Shopify shows them, first name first.
    /// </summary>
    internal static readonly Preset Customers = new()
    {
        Key = "shopify_customers",
        Kind = FileKind.Customers,
        Name = new Words("Shopify 客户", "Shopify customers"),
        Description = new Words(
            "Shopify 后台导出的客户。文件里没有同意凭证：“接受营销 = yes”不会导入为同意，“no”会记为拒绝。",
            "Customers as Shopify's admin exports them. The file holds no proof: a yes to marketing is not imported as consent, a no is kept as a refusal."),
        Gives = ["buyer", "profile", "region", "tags", "refusals"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.Buyer] = ["Customer ID"],
            [Field.BuyerName] = ["First Name"],
            [Field.LastName] = ["Last Name"],
            [Field.Email] = ["Email"],
            [Field.Phone] = ["Phone"],
            [Field.Address] = ["Address1", "Default Address Address1"],
            [Field.City] = ["City", "Default Address City"],
            [Field.Region] = ["Province", "Default Address Province Code"],
            [Field.Tags] = ["Tags"],
            [Field.EmailConsent] = ["Accepts Email Marketing", "Accepts Marketing"],
            [Field.SmsConsent] = ["Accepts SMS Marketing"],
        },
        RecognisedBy = [Field.BuyerName, Field.LastName, Field.Email, Field.EmailConsent],
        Extras = [Field.Buyer, Field.SmsConsent],
        IgnoresUnprovenYes = true,
    };
}
