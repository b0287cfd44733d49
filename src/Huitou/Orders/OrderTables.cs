using Huitou.Connect.Facts;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>The tables of this stage: which hold versioned facts, and how their rows go in in bulk.</summary>
internal static class OrderTables
{
    internal static readonly FactTable OrderFacts = new("order_fact", "order_no", ["order_line", "order_refund", "order_receiver"], "buyer_order");
    internal static readonly FactTable DetailsFacts = new("order_details", "order_no", ["order_line", "order_refund"]);
    internal static readonly FactTable BuyerFacts = new("order_buyer", "order_no", []);
    internal static readonly FactTable CostFacts = new("order_cost", "order_no", []);
    internal static readonly FactTable TouchFacts = new("touch", "key", []);
    internal static readonly FactTable VisitorFacts = new("visitor_count", "key", []);

    /// <summary>All tables of versioned facts; their ids are one sequence.</summary>
    internal static readonly IReadOnlyList<FactTable> AllFacts = [OrderFacts, DetailsFacts, BuyerFacts, CostFacts, TouchFacts, VisitorFacts];

    internal static readonly BulkTable<OrderFact> Orders = new(
        "order_fact",
        [
            .. Fact.Columns, "order_no", "evidence_node_id", "kind", "status", "created_at", "paid_at", "day", "minute", "channel_id", "marks", "amount",
            "discount", "has_lines", "currency", "rate", "original_amount",
        ],
        (order, row) =>
        {
            order.Write(row);
            row.Text(order.OrderNo);
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
            row.Bool(order.HasLines);
            row.TextOrNull(order.Currency);
            row.Big(order.Rate);
            row.Big(order.OriginalAmount);
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

    internal static readonly BulkTable<OrderReceiver> Receivers = new("order_receiver", ["order_id", "region", "city", "district", "sealed"], (receiver, row) =>
    {
        row.Big(receiver.OrderId);
        row.Text(receiver.Region);
        row.Text(receiver.City);
        row.Text(receiver.District);
        row.Text(receiver.Sealed);
    });

    internal static readonly BulkTable<OrderDetails> Details = new("order_details", [.. Fact.Columns, "order_no"], (details, row) =>
    {
        details.Write(row);
        row.Text(details.OrderNo);
    });

    internal static readonly BulkTable<OrderBuyer> Buyers = new("order_buyer", [.. Fact.Columns, "order_no", "evidence_node_id"], (buyer, row) =>
    {
        buyer.Write(row);
        row.Text(buyer.OrderNo);
        row.Big(buyer.EvidenceNodeId);
    });

    internal static readonly BulkTable<OrderCost> Costs = new("order_cost", [.. Fact.Columns, "order_no", "goods", "freight", "fee", "service"], (cost, row) =>
    {
        cost.Write(row);
        row.Text(cost.OrderNo);
        row.Big(cost.Goods);
        row.Big(cost.Freight);
        row.Big(cost.Fee);
        row.Big(cost.Service);
    });

    internal static readonly BulkTable<Touch> Touches = new(
        "touch",
        [
            .. Fact.Columns, "key", "kind", "at", "day", "minute", "evidence_node_id", "order_no", "product_id", "channel_id", "staff", "rating", "comment",
        ],
        (touch, row) =>
        {
            touch.Write(row);
            row.Text(touch.Key);
            row.Small((int)touch.Kind);
            row.Big(touch.At.ToUnixTimeMilliseconds());
            row.Int(touch.Day);
            row.Int(touch.Minute);
            row.Big(touch.EvidenceNodeId);
            row.Text(touch.OrderNo);
            row.Int(touch.ProductId);
            row.Int(touch.ChannelId);
            row.Text(touch.Staff);
            row.Int(touch.Rating);
            row.Text(touch.Comment);
        });

    internal static readonly BulkTable<VisitorCount> Visitors = new(
        "visitor_count", [.. Fact.Columns, "key", "day", "channel_id", "visitors"], (count, row) =>
        {
            count.Write(row);
            row.Text(count.Key);
            row.Int(count.Day);
            row.Int(count.ChannelId);
            row.Int(count.Visitors);
        });
}
