using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Engine;

namespace Huitou.Flows.Exports;

/// <summary>Orders of one row a line: the layout in which orders go from one installation to another.</summary>
internal sealed class OrderLinesTable(OrderReader orders, ScopeReader scopes, Settings settings)
    : ExportTable<OrderRow>("orderLines", new Words("订单明细", "Order lines"), Permission.CustomersExport, ExportNarrowing.Scope, Columns)
{
    /// <summary>Less than a hundred-thousandth: no price as stored, and yet none that was written as zero.</summary>
    private const string NextToNothing = "0.00001";

    private static readonly ExportColumn<OrderRow>[] Columns =
    [
        .. OrderColumns.Head<OrderRow>(row => row.Order),
        new(Field.ProductCode, ExportValue.Text, (row, _) => Cell.Of(row.Line?.Code ?? "")),
        new(Field.ProductName, ExportValue.Text, (row, _) => Cell.Of(row.Line?.Name ?? "")),
        new(Field.Category, ExportValue.Text, (row, _) => Cell.Of(row.Line?.Category ?? "")),
        new(Field.Quantity, ExportValue.Number, (row, _) => row.Line is { } line ? ExportLook.Number(line.Quantity) : Cell.Empty),
        new(Field.UnitPrice, ExportValue.Money, (row, _) => row.Line is { } line ? Price(line) : Cell.Empty),
        new(Field.LineAmount, ExportValue.Money, (row, look) => look.Money(row.Line?.Amount)),
        new(Field.LineDiscount, ExportValue.Money, (row, look) => look.Money(row.Discount)),
        new(Field.OrderAmount, ExportValue.Money, (row, look) => look.Money(row.OrderAmount)),
        new(Field.RefundAmount, ExportValue.Money, (row, look) => look.Money(row.Refund?.Amount)),
        new(Field.RefundedAt, ExportValue.Day, (row, _) => ExportLook.Day(row.Refund?.Day)),
        OrderColumns.Status<OrderRow>(row => row.Order),
        new(Field.Marks, ExportValue.Text, (row, look) => OrderColumns.Marks(row.Order, row.Line?.Marks ?? LineMarks.None, look)),
        .. OrderColumns.Original<OrderRow>(row => row.Order.Original),
        OrderColumns.Shop<OrderRow>(row => row.Order),
    ];

    protected override async Task<Outcome<TableRows<OrderRow>>> ReadAsync(CustomerQuestion question, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(question.Scope, DefaultPeriod.WholeLife, cancel);
        if (read.Refusal is { } refusal) return refusal;
        var scope = read.Value!.Scope;
        var digits = (await settings.CurrencyAsync(cancel)).Digits;
        return new TableRows<OrderRow>(await orders.CountAsync(scope, cancel), orders.ReadAsync(scope, cancel).Select(
            chunk => ((IReadOnlyList<OrderRow>)[.. chunk.SelectMany(order => OrderRows.Of(order, digits))], chunk.Count)));
    }

    private static Cell Price(WholeLine line) =>
        line is { UnitPrice: 0, Amount: 0 } && !line.Marks.HasFlag(LineMarks.ZeroPriced) ? Cell.Number(NextToNothing) : ExportLook.Price(line.UnitPrice);
}
