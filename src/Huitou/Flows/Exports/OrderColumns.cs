using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Customers;
using Huitou.Engine;
using Huitou.Orders;

namespace Huitou.Flows.Exports;

/// <summary>
/// The columns of orders, in the words that the generic layout knows, and with nothing that depends on where they are read: whoever uploads
/// the file gets the same orders.
/// </summary>
internal static class OrderColumns
{
    private static readonly Words Unpaid = new("待付款", "unpaid");
    private static readonly Words Paid = new("已付款", "paid");
    private static readonly Words Closed = new("已关闭", "closed");

    /// <summary>What the head of an order says.</summary>
    internal static IEnumerable<ExportColumn<TRow>> Head<TRow>(Func<TRow, WholeOrder> of) =>
    [
        new(Field.OrderNo, ExportValue.Text, (row, _) => Cell.Of(of(row).OrderNo)),
        new(Field.PaidAt, ExportValue.Time, (row, _) => of(row).PaidCell),
        new(Field.CreatedAt, ExportValue.Time, (row, _) => of(row).CreatedCell),
        new(Field.ModifiedAt, ExportValue.Time, (row, _) => of(row).RankedCell),
        .. ContactColumns.Of<TRow>(row => of(row).Buyer?.Contact ?? BuyerContact.Nobody),
        new(Field.BuyerName, ExportValue.Text, (row, look) => look.Name(of(row).Buyer?.Name ?? "")) { IsPersonal = true },
        new(Field.Region, ExportValue.Text, (row, _) => Cell.Of(of(row).Buyer?.Region ?? "")),
        new(Field.City, ExportValue.Text, (row, _) => Cell.Of(of(row).Buyer?.City ?? "")),
        .. Receiver<TRow>(row => of(row).Receiver),
        new(Field.Channel, ExportValue.Text, (row, _) => Cell.Of(of(row).Channel)),
    ];

    /// <summary>To whom and where the order went.</summary>
    internal static IEnumerable<ExportColumn<TRow>> Receiver<TRow>(Func<TRow, SourceReceiver?> of) =>
    [
        new(Field.ReceiverName, ExportValue.Text, (row, look) => look.Name(of(row)?.Name ?? "")) { IsPersonal = true },
        new(Field.ReceiverPhone, ExportValue.Text, (row, look) => look.Phone(of(row)?.Phone ?? "")) { IsPersonal = true },
        new(Field.ReceiverRegion, ExportValue.Text, (row, _) => Cell.Of(of(row)?.Place.Region ?? "")),
        new(Field.ReceiverCity, ExportValue.Text, (row, _) => Cell.Of(of(row)?.Place.City ?? "")),
        new(Field.ReceiverDistrict, ExportValue.Text, (row, _) => Cell.Of(of(row)?.Place.District ?? "")),
        new(Field.ReceiverAddress, ExportValue.Text, (row, look) => look.Hidden(of(row)?.Address ?? "")) { IsPersonal = true },
    ];

    /// <summary>What the amounts were converted from: kept beside them, for they count as they stand.</summary>
    internal static IEnumerable<ExportColumn<TRow>> Original<TRow>(Func<TRow, OriginalMoney?> of) =>
    [
        new(Field.OriginalCurrency, ExportValue.Text, (row, _) => Cell.Of(of(row)?.Currency.Code ?? "")),
        new(Field.OriginalAmount, ExportValue.Money, (row, _) => of(row) is { } original ? ExportLook.MoneyOf(original.Currency, original.Amount) : Cell.Empty),
        new(Field.Rate, ExportValue.Number, (row, _) => of(row) is { } original ? ExportLook.Rate(original.Rate) : Cell.Empty),
    ];

    internal static ExportColumn<TRow> Shop<TRow>(Func<TRow, WholeOrder> of) =>
        new("shop", "店铺", "Shop", ExportValue.Text, (row, _) => Cell.Of(of(row).Shop.Name));

    internal static ExportColumn<TRow> Status<TRow>(Func<TRow, WholeOrder> of) =>
        new(Field.Status, ExportValue.Text, (row, look) => look.Word(of(row).Status, of(row).Status switch
        {
            OrderStatus.Unpaid => Unpaid,
            OrderStatus.Paid => Paid,
            OrderStatus.Closed => Closed,
        }));

    /// <summary>What neither columns nor status say of an order or a line. That it was given away, its prices say.</summary>
    internal static Cell Marks(WholeOrder order, LineMarks line, ExportLook look)
    {
        var isReturn = order.Kind == OrderKind.Return;
        var isTest = order.Marks.HasFlag(OrderMarks.Test);
        var notGoods = line.HasFlag(LineMarks.NotGoods);
        if (!isReturn && !isTest && !notGoods) return Cell.Empty;
        Words[] words = [.. isReturn ? [RowMarks.Return] : (Words[])[], .. isTest ? [RowMarks.Test] : (Words[])[], .. notGoods ? [RowMarks.NotGoods] : (Words[])[]];
        return Cell.Of(string.Join(look.Language == "zh" ? "、" : ", ", words.Select(word => word.In(look.Language))));
    }
}
