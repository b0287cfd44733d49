namespace Huitou.Connect.Presets;

/// <summary>
/// The two files of Taobao's and Tmall's "export orders", 46 to 61 columns since 2017, GB18030. The list has one row per order without
/// its goods (titles are joined by commas that titles have too); the goods stand in the details file, joined by 订单编号.
/// </summary>
internal static class Taobao
{
    /// <summary>
    /// Paid is 买家实际支付金额, postage included; 总金额 while an order is unpaid. 交易关闭 with a payment time: paid, and given back (退款金额,
    /// else all of it). The buyer is 买家会员名, one and the same in all shops of Taobao, and the Alipay account; name, phone and address are the receiver's, of which
    /// province and city are taken for the buyer's.
    /// </summary>
    internal static readonly Preset Orders = new()
    {
        Key = "taobao_orders",
        Name = new Words("淘宝 / 天猫 订单列表", "Taobao / Tmall order list"),
        Description = new Words(
            "千牛导出的 ExportOrderList，每行一个订单；商品明细请另外导入 ExportOrderDetailList。",
            "ExportOrderList as the seller desk exports it, one row per order; import ExportOrderDetailList for the goods."),
        Gives = ["buyer", "region", "receiver", "channel", "refunds", "status", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["订单编号"],
            [Field.PaidAt] = ["订单付款时间"],
            [Field.CreatedAt] = ["订单创建时间"],
            [Field.Buyer] = ["买家会员名"],
            [Field.PlatformNickname] = ["买家会员名"],
            [Field.Account] = ["买家支付宝账号"],
            [Field.Region] = ["收货地址"],
            [Field.City] = ["收货地址"],
            [Field.Channel] = ["是否手机订单"],
            [Field.OrderAmount] = ["买家实际支付金额"],
            [Field.DueAmount] = ["总金额"],
            [Field.RefundAmount] = ["退款金额"],
            [Field.Status] = ["订单状态"],
            [Field.AfterSales] = ["订单关闭原因"],
            [Field.ReceiverName] = ["收货人姓名"],
            [Field.ReceiverPhone] = ["联系手机", "联系电话"],
            [Field.ReceiverAddress] = ["收货地址"],
        },
        RecognisedBy = [Field.OrderNo, Field.CreatedAt, Field.Buyer, Field.OrderAmount, Field.Status],
        RegionInAddress = true,
        ChangedAddress = "修改后的收货地址",
        Platform = "taobao",
    };

    /// <summary>The price is before discounts, which Taobao tells for the order only; 商家编码 is the code, the title where it is empty.</summary>
    internal static readonly Preset Details = new()
    {
        Key = "taobao_details",
        Kind = FileKind.OrderDetails,
        Name = new Words("淘宝 / 天猫 订单商品", "Taobao / Tmall order details"),
        Description = new Words("千牛导出的 ExportOrderDetailList，每行一件商品。", "ExportOrderDetailList as the seller desk exports it, one row per line."),
        Gives = ["lines", "products"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["订单编号"],
            [Field.ProductCode] = ["商家编码", "外部系统编号"],
            [Field.ProductName] = ["标题"],
            [Field.Quantity] = ["购买数量"],
            [Field.UnitPrice] = ["价格"],
        },
        RecognisedBy = [Field.OrderNo, Field.ProductCode, Field.ProductName, Field.Quantity, Field.UnitPrice],
    };
}
