namespace Huitou.Connect.Presets;

/// <summary>Files of one row per order line under plain column names, English or Chinese.</summary>
internal static class Generic
{
    internal static readonly Preset Preset = new()
    {
        Key = "generic",
        Name = new Words("通用订单明细", "Order lines"),
        Description = new Words("每行一个订单商品，列名为常见的中文或英文名称。", "One row per order line, under common English or Chinese column names."),
        Gives = ["buyer", "region", "channel", "products", "discounts", "refunds", "status"],
        Names = new Dictionary<Field, string[]>
        {
            [Field.OrderNo] = ["order no", "order no.", "order number", "order id", "order_no", "orderNo", "order", "订单编号", "订单号", "主订单编号", "交易编号"],
            [Field.PaidAt] = ["paid time", "paid at", "paid_at", "paidAt", "payment time", "付款时间", "订单付款时间", "支付时间", "支付完成时间"],
            [Field.CreatedAt] = ["created time", "created at", "created_at", "createdAt", "order date", "order time", "date", "下单时间", "订单创建时间", "创建时间", "订单提交时间"],
            [Field.ModifiedAt] = ["modified time", "modified at", "modified_at", "modifiedAt", "updated at", "updated_at", "last modified", "修改时间", "更新时间"],
            [Field.Buyer] = ["buyer id", "buyer_id", "buyer", "customer id", "customer_id", "customerid", "买家id", "买家编号", "会员编号", "客户编号", "买家会员名", "买家昵称"],
            [Field.BuyerName] = ["buyer name", "buyer_name", "buyerName", "customer name", "customer_name", "买家姓名", "客户姓名", "会员姓名", "姓名"],
            [Field.Region] = ["region", "province", "state", "country", "地区", "省份", "省", "国家"],
            [Field.City] = ["city", "城市", "市"],
            [Field.Channel] = ["channel", "source", "渠道", "来源", "订单来源"],
            [Field.ProductCode] = ["product code", "product_code", "productCode", "product id", "product_id", "sku", "item code", "商品编码", "商品编号", "商家编码", "货号", "商品id"],
            [Field.ProductName] = ["product name", "product_name", "productName", "product", "item", "title", "商品名称", "商品标题", "宝贝标题", "品名"],
            [Field.Category] = ["category", "product category", "类目", "分类", "商品分类"],
            [Field.Quantity] = ["quantity", "qty", "units", "数量", "购买数量", "商品数量"],
            [Field.UnitPrice] = ["unit price", "unit_price", "unitPrice", "price", "单价", "商品单价", "价格"],
            [Field.LineAmount] = ["line amount", "line_amount", "lineAmount", "line total", "amount", "金额", "实付金额", "行金额", "小计"],
            [Field.LineDiscount] = ["line discount", "line_discount", "lineDiscount", "discount", "行优惠", "优惠金额", "折扣金额", "优惠"],
            [Field.OrderAmount] = ["order amount", "order_amount", "orderAmount", "order total", "订单金额", "订单实付金额", "买家实付金额", "总金额"],
            [Field.RefundAmount] = ["refund amount", "refund_amount", "refundAmount", "refund", "退款金额"],
            [Field.RefundedAt] = ["refunded at", "refunded_at", "refundedAt", "refund time", "refund date", "退款时间", "退款完成时间"],
            [Field.Status] = ["status", "order status", "order_status", "订单状态", "状态", "交易状态"],
            [Field.Marks] = ["marks", "标记"],
        },
    };
}
