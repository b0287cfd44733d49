namespace Huitou.Connect.Presets;

/// <summary>
/// 拼多多's order export, of which only columns are known: taken as one row per order with its one product, to be confirmed. Paid is
/// 用户实付金额, postage included; the line is 商品总价 less the shop's discount, for the platform's discounts are the platform's money.
/// No buyer. 退款成功 in 售后状态 or 订单状态 gives the whole order back, for no column says how much.
/// </summary>
internal static class Pinduoduo
{
    internal static readonly Preset Preset = new()
    {
        Key = "pinduoduo_orders",
        Name = new Words("拼多多 订单", "Pinduoduo orders"),
        Description = new Words(
            "拼多多商家后台导出的订单，没有买家；请核对各列，买家可用“订单买家”文件补全。",
            "Orders as Pinduoduo's seller desk exports them, without buyers. Check the columns; a buyers file can name the buyers."),
        Gives = ["region", "receiver", "lines", "products", "discounts", "refunds", "status", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["订单号"],
            [Field.PaidAt] = ["支付时间"],
            [Field.CreatedAt] = ["订单成交时间"],
            [Field.Region] = ["省"],
            [Field.City] = ["市"],
            [Field.District] = ["区"],
            [Field.ProductCode] = ["商家编码-规格维度", "商家编码-商品维度", "商品id"],
            [Field.ProductName] = ["商品"],
            [Field.Quantity] = ["商品数量(件)", "商品数量（件）"],
            [Field.LineAmount] = ["商品总价(元)", "商品总价（元）"],
            [Field.LineDiscount] = ["店铺优惠折扣(元)", "店铺优惠折扣（元）"],
            [Field.OrderAmount] = ["用户实付金额(元)", "用户实付金额（元）"],
            [Field.Status] = ["订单状态"],
            [Field.AfterSales] = ["售后状态"],
            [Field.ReceiverName] = ["收货人", "收件人"],
            [Field.ReceiverPhone] = ["手机", "收货人手机"],
            [Field.ReceiverRegion] = ["省"],
            [Field.ReceiverCity] = ["市"],
            [Field.ReceiverDistrict] = ["区"],
            [Field.ReceiverAddress] = ["详细地址", "收货地址", "街道/镇"],
        },
        RecognisedBy = [Field.OrderNo, Field.ProductName, Field.LineAmount, Field.OrderAmount, Field.Status],
        IsSubset = true,
        LineAmountIsGross = true,
        RefundIsOrders = true,
    };
}
