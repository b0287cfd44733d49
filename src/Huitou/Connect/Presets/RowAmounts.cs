namespace Huitou.Connect.Presets;

/// <summary>The numbers of a row, each checked against what a shop can mean by it.</summary>
internal sealed class RowAmounts(RowCells cells, FileReading reading)
{
    /// <summary>10^12 minor units, ten thousand million yuan: what is dearer is a number of another kind in the wrong column.</summary>
    internal const long MostAmount = 1_000_000_000_000;

    /// <summary>1/10,000 in the minor unit of a currency without decimals.</summary>
    internal const long MostPriceUnit = 10_000;

    private const int MostCount = 1_000_000_000;

    private readonly char _decimal = reading.DecimalSign == "," ? ',' : '.';

    /// <summary>Units of a line: 1 where no column tells them.</summary>
    internal bool Quantity(bool isReturn, out int quantity)
    {
        quantity = 1;
        if (!cells.IsMapped(Field.Quantity)) return true;
        var text = cells.Text(Field.Quantity);
        if (text.Length == 0) return cells.Bad(RejectReason.MissingQuantity, Field.Quantity);
        if (!Whole(text, out quantity)) return cells.Bad(RejectReason.BadQuantity, Field.Quantity);
        if (isReturn) quantity = Math.Abs(quantity);
        return quantity > 0 || cells.Bad(RejectReason.NegativeQuantity, Field.Quantity);
    }

    /// <summary>A whole number, also one written as "2.00".</summary>
    internal bool Whole(string text, out int count)
    {
        count = 0;
        if (!NumberText.TryParse(text, _decimal, 4, out var units) || units % 10_000 != 0 || Math.Abs(units / 10_000) > MostCount) return false;
        count = (int)(units / 10_000);
        return true;
    }

    /// <param name="field">Where it stands.</param>
    /// <param name="unit">How many 1/10,000 a minor unit of its currency holds.</param>
    /// <param name="price">In 1/10,000; null where the row gives none.</param>
    /// <param name="isZero">The price is 0 as written: 0.00001 rounds to 0 and is none.</param>
    internal bool Price(Field field, long unit, out long? price, out bool isZero)
    {
        (price, isZero) = (null, false);
        var text = cells.Text(field);
        if (text.Length == 0) return true;
        if (!NumberText.TryParse(text, _decimal, 4, out var parsed)) return cells.Bad(RejectReason.BadPrice, field);
        if (parsed < 0) return cells.Bad(RejectReason.NegativePrice, field);
        if (parsed / unit > MostAmount) return cells.Bad(RejectReason.AmountTooLarge, field);
        price = parsed;
        isZero = parsed == 0 && !text.AsSpan().ContainsAnyInRange('1', '9');
        return true;
    }

    /// <param name="field">Where it stands.</param>
    /// <param name="digits">Of the minor unit of its currency.</param>
    /// <param name="isReturn">Documents that give money back write their amounts with either sign.</param>
    /// <param name="amount">In minor units; null where the row gives none.</param>
    internal bool Amount(Field field, int digits, bool isReturn, out long? amount)
    {
        amount = null;
        var text = cells.Text(field);
        if (text.Length == 0) return true;
        if (!NumberText.TryParse(text, _decimal, digits, out var parsed)) return cells.Bad(RejectReason.BadAmount, field);
        if (isReturn) parsed = Math.Abs(parsed);
        if (parsed < 0) return cells.Bad(RejectReason.BadAmount, field);
        if (parsed > MostAmount) return cells.Bad(RejectReason.AmountTooLarge, field);
        amount = parsed;
        return true;
    }

    /// <summary>What one unit of a currency was worth, times 10^8.</summary>
    internal bool Rate(Field field, out long rate) =>
        (NumberText.TryParse(cells.Text(field), _decimal, 8, out rate) && rate is > 0 and <= RateBook.MostRate) || cells.Bad(RejectReason.BadValue, field);

    /// <summary>Platforms write words ("no refund asked for") where there is no refund, and some a minus where there is one.</summary>
    internal bool Refund(int digits, out long refund)
    {
        refund = 0;
        var text = cells.Text(Field.RefundAmount);
        if (text.Length == 0 || !HasDigit(text)) return true;
        if (!NumberText.TryParse(text, _decimal, digits, out var parsed)) return cells.Bad(RejectReason.BadAmount, Field.RefundAmount);
        refund = Math.Abs(parsed);
        return refund <= MostAmount || cells.Bad(RejectReason.AmountTooLarge, Field.RefundAmount);
    }

    private static bool HasDigit(string text)
    {
        foreach (var sign in text)
            if (char.IsAsciiDigit(NumberText.Narrow(sign))) return true;
        return false;
    }
}
