namespace Huitou.Connect.Presets;

/// <summary>The UCI Online Retail file (Chen, Sain and Guo 2012): a British gift wholesaler's invoices of one year, London time.</summary>
internal static class OnlineRetail
{
    internal static readonly Preset Preset = new()
    {
        Key = "online_retail",
        Name = new Words("UCI Online Retail 数据集", "UCI Online Retail"),
        Description = new Words(
            "英国礼品批发商一年的发票明细；以 C 开头的发票为退货。", "A year of invoice lines of a British gift wholesaler; invoices that begin with C give money back."),
        Gives = ["buyer", "region", "lines", "products", "refunds", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["InvoiceNo", "Invoice"],
            [Field.PaidAt] = ["InvoiceDate"],
            [Field.Buyer] = ["CustomerID", "Customer ID"],
            [Field.Region] = ["Country"],
            [Field.ProductCode] = ["StockCode"],
            [Field.ProductName] = ["Description"],
            [Field.Quantity] = ["Quantity"],
            [Field.UnitPrice] = ["UnitPrice", "Price"],
        },
        RecognisedBy = [Field.OrderNo, Field.PaidAt, Field.Buyer, Field.ProductCode, Field.Quantity, Field.UnitPrice],
        Buyer = WholeNumber,
        IsReturn = orderNo => orderNo.StartsWith('C') || orderNo.StartsWith('c'),
        IsGoods = IsGoods,
    };

    /// <summary>Copies of the file that went through a floating-point column say 17850.0 for buyer 17850.</summary>
    private static string WholeNumber(string id) => id.EndsWith(".0", StringComparison.Ordinal) ? id[..^2] : id;

    /// <summary>Goods have a code of five digits, with letters for variants; POST, D, M, BANK CHARGES and their like are no goods.</summary>
    private static bool IsGoods(string code) =>
        (code.Length >= 5 && !code.AsSpan(0, 5).ContainsAnyExceptInRange('0', '9'))
        || code.StartsWith("DCGS", StringComparison.OrdinalIgnoreCase) || code is "SP1002" or "PADS";
}
