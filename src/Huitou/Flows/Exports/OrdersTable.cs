using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Engine;

namespace Huitou.Flows.Exports;

/// <summary>Orders of one row each: to read and to count, without their goods.</summary>
internal sealed class OrdersTable(OrderReader orders, ScopeReader scopes)
    : ExportTable<WholeOrder>("orders", new Words("订单", "Orders"), Permission.CustomersExport, ExportNarrowing.Scope, Columns)
{
    private static readonly ExportColumn<WholeOrder>[] Columns =
    [
        .. OrderColumns.Head<WholeOrder>(order => order),
        new("customer", "客户编号", "Customer", ExportValue.Text, (order, _) => order.Buyer is { } buyer ? ExportLook.Id(buyer.CustomerId) : Cell.Empty),
        new("lines", "商品行数", "Lines", ExportValue.Number, (order, _) => ExportLook.Number(order.Lines.Count)),
        new("items", "商品件数", "Items", ExportValue.Number, (order, _) => ExportLook.Number(order.Lines.Sum(line => (long)line.Quantity))),
        new(Field.OrderAmount, ExportValue.Money, (order, look) => look.Money(order.Amount)),
        new("discount", "优惠", "Discount", ExportValue.Money, (order, look) => look.Money(order.Discount)),
        new(Field.RefundAmount, ExportValue.Money, (order, look) => look.Money(order.Refunds.Sum(refund => refund.Amount))),
        new("lastRefund", "最后退款日", "Last refund", ExportValue.Day, (order, _) => ExportLook.Day(order.Refunds.Count > 0 ? order.Refunds.Max(refund => refund.Day) : null)),
        OrderColumns.Status<WholeOrder>(order => order),
        new(Field.Marks, ExportValue.Text, (order, look) => OrderColumns.Marks(order, LineMarks.None, look)),
        .. OrderColumns.Original<WholeOrder>(order => order.Original),
        OrderColumns.Shop<WholeOrder>(order => order),
    ];

    protected override async Task<Outcome<TableRows<WholeOrder>>> ReadAsync(CustomerQuestion question, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(question.Scope, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } refusal) return refusal;
        var scope = read.Value!.Scope;
        return new TableRows<WholeOrder>(await orders.CountAsync(scope, cancel), orders.ReadAsync(scope, cancel).Select(chunk => (chunk, chunk.Count)));
    }
}
