using Huitou.Connect.Presets;

namespace Huitou.Flows.Exports;

/// <summary>One row of an order in the layout of one row a line.</summary>
/// <param name="Order">The order; what belongs to it is repeated on each row.</param>
/// <param name="Line">Null where the row tells of the order alone.</param>
/// <param name="OrderAmount">Null where the lines' sum says it and a cell could not.</param>
/// <param name="Discount">The row's part of the order's discount.</param>
/// <param name="Refund">The row's part of what was given back; null for none.</param>
internal sealed record OrderRow(WholeOrder Order, WholeLine? Line, long? OrderAmount, long Discount, DayRefund? Refund);

/// <summary>
/// Lays an order out in rows such that reading them gives the same order. An order keeps one discount and its refunds by day; a file has a
/// discount and a dated refund on each row. Reading adds them up again, so it does not matter on which row they stand, only that each day's
/// refund stands on rows of its own: where there are more of them than lines, rows without goods carry the rest.
/// </summary>
internal static class OrderRows
{
    internal static IEnumerable<OrderRow> Of(WholeOrder order, int digits)
    {
        var refunds = order.Refunds.SelectMany(Readable).ToList();
        var discounts = Discounts(order, digits);
        var rows = Math.Max(Math.Max(order.Lines.Count, refunds.Count), Math.Max(discounts.Count, 1));
        long? amount = order.Amount <= RowAmounts.MostAmount || order.Lines.Sum(line => line.Amount) != order.Amount ? order.Amount : null;
        for (var i = 0; i < rows; i++)
        {
            yield return new OrderRow(
                order, i < order.Lines.Count ? order.Lines[i] : null, amount, i < discounts.Count ? discounts[i] : 0, i < refunds.Count ? refunds[i] : null);
        }
    }

    /// <summary>What each line's price says was taken off it, where that is the whole discount; else the whole on the first rows.</summary>
    private static List<long> Discounts(WholeOrder order, int digits)
    {
        var off = order.Lines.Select(line => RowCurrency.ListAmount(line.Quantity, line.UnitPrice, digits) - line.Amount).ToList();
        if (off.TrueForAll(each => each >= 0 && each <= RowAmounts.MostAmount) && off.Aggregate((Int128)0, (sum, each) => sum + each) == order.Discount) return off.ConvertAll(each => (long)each);
        return [.. Parts(order.Discount)];
    }

    private static IEnumerable<DayRefund> Readable(DayRefund refund) => Parts(refund.Amount).Select(part => refund with { Amount = part });

    /// <summary>An amount as amounts of what one cell may say.</summary>
    private static IEnumerable<long> Parts(long amount)
    {
        for (; amount > RowAmounts.MostAmount; amount -= RowAmounts.MostAmount) yield return RowAmounts.MostAmount;
        if (amount > 0) yield return amount;
    }
}
