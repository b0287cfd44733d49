using Huitou.Engine;

namespace Huitou.Connect.Presets;

/// <summary>The goods and the money of an order's row: read in the row's own currency, then converted amount by amount.</summary>
internal sealed class OrderMoney(RowCells cells, RowAmounts amounts, RowCurrency currency, Preset preset)
{
    /// <param name="HasGoods">False for a row that tells of the whole order alone.</param>
    /// <param name="Quantity">Units.</param>
    /// <param name="UnitPrice">In 1/10,000.</param>
    /// <param name="Amount">Paid for the line.</param>
    /// <param name="Discount">Taken off it.</param>
    /// <param name="OrderAmount">Paid for the whole order; null where the row does not say.</param>
    /// <param name="Refund">Given back, by this row's count.</param>
    /// <param name="RefundIsOrders">It was given back for the whole order.</param>
    /// <param name="Original">Of the order, else of the line, in the row's own currency; 0 where that is the reporting one.</param>
    /// <param name="Marks">What is special about the line.</param>
    internal readonly record struct Told(
        bool HasGoods, int Quantity, long UnitPrice, long Amount, long Discount, long? OrderAmount, long Refund, bool RefundIsOrders, long Original,
        LineMarks Marks);

    private readonly bool _mapsLines = cells.IsMapped(Field.UnitPrice) || cells.IsMapped(Field.LineAmount);

    /// <param name="isReturn">The document gives money back.</param>
    /// <param name="times">What the status says.</param>
    /// <param name="continues">The row before was of the same order: what is the order's stands there.</param>
    /// <param name="told">The result.</param>
    internal bool Read(bool isReturn, in OrderTimes.Told times, bool continues, out Told told)
    {
        told = default;
        var digits = currency.Currency.Digits;
        if (!OrderAmount(isReturn, times, out var order) || !amounts.Refund(digits, out var refund)) return false;
        if (!amounts.Amount(Field.LineDiscount, digits, isReturn, out var discount)) return false;
        if (!amounts.Amount(Field.LineAmount, digits, isReturn, out var line)) return false;
        told = new Told { HasGoods = _mapsLines && !GoodsAreJoined() && !IsHeadAlone(order, line), Discount = discount ?? 0 };
        if (!told.HasGoods)
        {
            order ??= line;
            if (order is null) return cells.Bad(RejectReason.MissingPrice, cells.IsMapped(Field.OrderAmount) ? Field.OrderAmount : Field.LineAmount);
            told = told with { Quantity = 1, Amount = order.Value };
        }
        else if (!Goods(isReturn, line, ref told)) return false;
        var (given, isOrders) = Refund(refund, times.GivenBack, continues, order, told);
        told = told with { OrderAmount = order, Refund = given, RefundIsOrders = isOrders && given > 0 };
        return currency.Rate == 0 || Convert(ref told);
    }

    /// <summary>Quantity, unit price and amount of a line; what was told for the line outranks price × quantity.</summary>
    internal bool Goods(bool isReturn, long? line, ref Told told)
    {
        if (!amounts.Quantity(isReturn, out var quantity) || !amounts.Price(Field.UnitPrice, currency.PriceUnit, out var price, out var isZero)) return false;
        if (line is null && price is null) return cells.Bad(RejectReason.MissingPrice, cells.IsMapped(Field.UnitPrice) ? Field.UnitPrice : Field.LineAmount);
        if (!Paid(quantity, price, line, told.Discount, out var amount)) return false;
        var unitPrice = price ?? (long)RowCurrency.Rounded((Int128)amount * currency.PriceUnit, quantity);
        var marks = (price is null || isZero) && amount == 0 ? LineMarks.ZeroPriced : LineMarks.None;
        if (!preset.IsGoods(cells.Text(Field.ProductCode))) marks |= LineMarks.NotGoods;
        told = told with { HasGoods = true, Quantity = quantity, UnitPrice = unitPrice, Amount = amount, Marks = marks };
        return true;
    }

    private bool Paid(int quantity, long? price, long? line, long discount, out long amount)
    {
        amount = line ?? 0;
        if (line is not null && !preset.LineAmountIsGross) return true;
        var gross = line ?? RowCurrency.Rounded((Int128)quantity * price!.Value, currency.PriceUnit);
        if (gross > RowAmounts.MostAmount) return cells.Bad(RejectReason.AmountTooLarge, Field.UnitPrice);
        amount = (long)gross - discount;
        return amount >= 0 || cells.Bad(RejectReason.BadAmount, Field.LineDiscount);
    }

    /// <summary>What was paid for the order; what is due while it is unpaid, and where the platform shows 0 after all went back.</summary>
    private bool OrderAmount(bool isReturn, in OrderTimes.Told times, out long? order)
    {
        var digits = currency.Currency.Digits;
        if (!amounts.Amount(Field.OrderAmount, digits, isReturn, out order)) return false;
        if (!amounts.Amount(Field.AlsoPaid, digits, isReturn, out var also) || !amounts.Amount(Field.DueAmount, digits, isReturn, out var due)) return false;
        if (order is not null && also is not null) order += also;
        if (due is not null && (times.PaidAt is null || (order is null or 0 && times.GivenBack == OrderTimes.GivenBack.Order))) order = due;
        return true;
    }

    /// <summary>An amount that is told is the truth. "All of it" is the order's on its first row where the order's amount is known, else the line's.</summary>
    private (long Amount, bool IsOrders) Refund(long told, OrderTimes.GivenBack givenBack, bool continues, long? order, in Told line)
    {
        if (continues && preset.RefundIsOrders) return (0, true);
        if (told > 0 || givenBack == OrderTimes.GivenBack.Nothing) return (told, preset.RefundIsOrders);
        if (order is not { } whole || (givenBack == OrderTimes.GivenBack.Line && line.HasGoods && !preset.RefundIsOrders)) return (line.Amount, false);
        return (continues ? 0 : whole, true);
    }

    /// <summary>Several sub-orders in one row: their goods cannot be told apart.</summary>
    private bool GoodsAreJoined() => preset.SubOrders.Length > 0 && cells.Beside(preset.SubOrders).Contains(';', StringComparison.Ordinal);

    /// <summary>A row that tells what was paid for the order and names no goods at all.</summary>
    private bool IsHeadAlone(long? order, long? line) => order is not null && line is null && cells.Text(Field.UnitPrice).Length == 0
        && cells.Text(Field.ProductCode).Length == 0 && cells.Text(Field.ProductName).Length == 0;

    private bool Convert(ref Told told)
    {
        told = told with
        {
            Original = told.OrderAmount ?? told.Amount,
            UnitPrice = currency.ConvertedPrice(told.UnitPrice),
            Amount = currency.Converted(told.Amount),
            Discount = currency.Converted(told.Discount),
            OrderAmount = told.OrderAmount is { } order ? currency.Converted(order) : null,
            Refund = currency.Converted(told.Refund),
        };
        var most = Math.Max(Math.Max(told.Amount, told.Discount), Math.Max(told.OrderAmount ?? 0, told.Refund));
        return Math.Max(most, told.UnitPrice / RowAmounts.MostPriceUnit) <= RowAmounts.MostAmount
            || cells.Bad(RejectReason.AmountTooLarge, told.HasGoods && cells.IsMapped(Field.UnitPrice) ? Field.UnitPrice : Field.OrderAmount);
    }
}
