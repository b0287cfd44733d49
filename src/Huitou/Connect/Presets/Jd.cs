namespace Huitou.Connect.Presets;

/// <summary>
/// 京东's order export of 2016: one row per line, the order's money repeated on each and counted once. Paid is 应付金额 + 余额支付 (what
/// came from the buyer's balance was paid too), postage included. 下单帐号 is the buyer; name, address and phone are the receiver's.
/// No refunds; an order that was paid and then deleted or cancelled gave its money back.
/// </summary>
internal static class Jd
{
    internal static readonly Preset Preset = new()
    {
        Key = "jd_orders",
        Name = new Words("京东 订单", "JD orders"),
        Description = new Words("京东商家后台导出的订单，每行一件商品，整单金额每行重复。", "Orders as JD's seller desk exports them: one row per line, the order's money on each."),
        Gives = ["buyer", "receiver", "channel", "lines", "products", "status", "times"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["订单号"],
            [Field.PaidAt] = ["付款确认时间"],
            [Field.CreatedAt] = ["下单时间"],
            [Field.Buyer] = ["下单帐号", "下单账号"],
            [Field.PlatformNickname] = ["下单帐号", "下单账号"],
            [Field.Channel] = ["订单渠道"],
            [Field.ProductCode] = ["商品ID"],
            [Field.ProductName] = ["商品名称"],
            [Field.Quantity] = ["订购数量"],
            [Field.UnitPrice] = ["京东价"],
            [Field.OrderAmount] = ["应付金额"],
            [Field.AlsoPaid] = ["余额支付"],
            [Field.Status] = ["订单状态"],
            [Field.ReceiverName] = ["客户姓名"],
            [Field.ReceiverPhone] = ["联系电话"],
            [Field.ReceiverAddress] = ["客户地址"],
        },
        RecognisedBy = [Field.OrderNo, Field.CreatedAt, Field.Buyer, Field.ProductName, Field.Quantity, Field.UnitPrice],
        Platform = "jd",
    };
}
