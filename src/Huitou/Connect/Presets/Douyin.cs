namespace Huitou.Connect.Presets;

/// <summary>
/// 抖店's order export, of which only part is known: one row per sub-order, to be confirmed. The order is 主订单编号, its money the sum of
/// its sub-orders' 订单应付金额; a row that joins sub-orders by ";" is taken as an order without its goods. No payment time: paid when
/// placed unless the status says otherwise. No buyer: receiver, phone and address are the receiver's, and enciphered ones are left out.
/// </summary>
internal static class Douyin
{
    internal static readonly Preset Preset = new()
    {
        Key = "douyin_orders",
        Name = new Words("抖店 订单", "Douyin orders"),
        Description = new Words(
            "抖店后台导出的订单，每行一个子订单，没有买家；请核对各列，买家可用“订单买家”文件补全。",
            "Orders as Douyin's seller desk exports them: one row per sub-order, without buyers. Check the columns; a buyers file can name the buyers."),
        Gives = ["receiver", "lines", "products", "discounts", "refunds", "status", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["主订单编号"],
            [Field.CreatedAt] = ["订单提交时间"],
            [Field.ProductCode] = ["商家编码"],
            [Field.ProductName] = ["选购商品"],
            [Field.Quantity] = ["商品数量"],
            [Field.LineAmount] = ["订单应付金额"],
            [Field.LineDiscount] = ["商家实际承担优惠金额"],
            [Field.Status] = ["订单状态"],
            [Field.AfterSales] = ["售后状态"],
            [Field.ReceiverName] = ["收件人"],
            [Field.ReceiverPhone] = ["收件人手机号"],
            [Field.ReceiverRegion] = ["省"],
            [Field.ReceiverCity] = ["市"],
            [Field.ReceiverDistrict] = ["区"],
            [Field.ReceiverAddress] = ["详细地址"],
        },
        RecognisedBy = [Field.OrderNo, Field.CreatedAt, Field.ProductName, Field.LineAmount, Field.Status],
        IsSubset = true,
        SubOrders = "子订单编号",
    };
}
