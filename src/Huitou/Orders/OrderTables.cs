using Huitou.Data;

namespace Huitou.Orders;

/// <summary>How orders, lines and refunds go into their tables in bulk.</summary>
internal static class OrderTables
{
    internal static readonly BulkTable<OrderFact> Facts = new(
        "order_fact",
        [
            "id", "shop_id", "order_no", "import_id", "hidden_by_import_id", "rank", "content_hash", "evidence_node_id", "kind", "status",
            "created_at", "paid_at", "day", "minute", "channel_id", "marks", "amount", "discount",
        ],
        (order, row) =>
        {
            row.Big(order.Id);
            row.Int(order.ShopId);
            row.Text(order.OrderNo);
            row.Big(order.ImportId);
            row.Big(order.HiddenByImportId);
            row.Big(order.Rank);
            row.Big(order.ContentHash);
            row.Big(order.EvidenceNodeId);
            row.Small((int)order.Kind);
            row.Small((int)order.Status);
            row.Big(order.CreatedAt.ToUnixTimeMilliseconds());
            row.Big(order.PaidAt?.ToUnixTimeMilliseconds());
            row.Int(order.Day);
            row.Int(order.Minute);
            row.Int(order.ChannelId);
            row.Small((int)order.Marks);
            row.Big(order.Amount);
            row.Big(order.Discount);
        });

    internal static readonly BulkTable<OrderLine> Lines = new(
        "order_line", ["order_id", "line_no", "product_id", "quantity", "unit_price", "amount", "marks"], (line, row) =>
        {
            row.Big(line.OrderId);
            row.Int(line.LineNo);
            row.Int(line.ProductId);
            row.Int(line.Quantity);
            row.Big(line.UnitPrice);
            row.Big(line.Amount);
            row.Small((int)line.Marks);
        });

    internal static readonly BulkTable<OrderRefund> Refunds = new("order_refund", ["order_id", "refund_no", "day", "amount"], (refund, row) =>
    {
        row.Big(refund.OrderId);
        row.Int(refund.RefundNo);
        row.Int(refund.Day);
        row.Big(refund.Amount);
    });
}
