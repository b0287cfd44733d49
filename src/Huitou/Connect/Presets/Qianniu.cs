namespace Huitou.Connect.Presets;

/// <summary>The workbooks that the seller desk 千牛 exports since 2026: an order sheet without any buyer, and a sub-order sheet.</summary>
internal static class Qianniu
{
    /// <summary>
    /// No payment time and no buyer: orders are anonymous until a buyers file names them, and paid when placed where their status says so.
    /// 总金额 is the list total without postage, so what is due is 买家应付货款.
    /// </summary>
    internal static readonly Preset Orders = new()
    {
        Key = "qianniu_orders",
        Name = new Words("千牛 订单表 (2026)", "Qianniu order sheet (2026)"),
        Description = new Words(
            "千牛新版导出的订单表，每行一个订单，没有买家；买家可用“订单买家”文件补全。",
            "The order sheet of the seller desk's new export, one row per order, without buyers; a buyers file can name them."),
        Gives = ["region", "receiver", "status", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["订单编号"],
            [Field.CreatedAt] = ["订单创建时间"],
            [Field.Region] = ["收货地址"],
            [Field.City] = ["收货地址"],
            [Field.OrderAmount] = ["买家实付金额"],
            [Field.DueAmount] = ["买家应付货款"],
            [Field.Status] = ["订单状态"],
            [Field.ReceiverAddress] = ["收货地址"],
        },
        RecognisedBy = [Field.OrderNo, Field.CreatedAt, Field.Region, Field.OrderAmount, Field.DueAmount, Field.Status],
        RegionInAddress = true,
    };

    /// <summary>Lines join their order by 主订单编号; 退款金额 is a number or 无退款申请, and 退款成功 without a number gives the line back.</summary>
    internal static readonly Preset Details = new()
    {
        Key = "qianniu_details",
        Kind = FileKind.OrderDetails,
        Name = new Words("千牛 子订单表 (2026)", "Qianniu sub-order sheet (2026)"),
        Description = new Words("千牛新版导出的子订单表，每行一件商品及其退款。", "The sub-order sheet of the seller desk's new export: one row per line, with its refund."),
        Gives = ["lines", "products", "refunds"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["主订单编号"],
            [Field.ProductCode] = ["商品ID"],
            [Field.ProductName] = ["商品标题"],
            [Field.Quantity] = ["购买数量"],
            [Field.UnitPrice] = ["商品价格"],
            [Field.LineAmount] = ["买家实付金额"],
            [Field.RefundAmount] = ["退款金额"],
            [Field.AfterSales] = ["退款状态"],
        },
        RecognisedBy = [Field.OrderNo, Field.ProductName, Field.Quantity, Field.UnitPrice, Field.LineAmount],
    };
}
