namespace Huitou.Connect.Presets;

/// <summary>How a file writes dates and numbers, told from its values.</summary>
/// <param name="DateOrder">The order that most values allow only.</param>
/// <param name="DateIsSure">Some value allows no other order, and none contradicts.</param>
/// <param name="DecimalSign">"." or ",".</param>
/// <param name="DecimalIsSure">Some value allows no other sign, or none has any sign.</param>
internal sealed record CellFormats(DateOrder DateOrder, bool DateIsSure, string DecimalSign, bool DecimalIsSure)
{
    /// <summary>
    /// Where every value could be read in two ways ("03/04/2019", "1,234"), the rule is the same everywhere, whatever the machine's
    /// language: day before month, and the point as decimal sign. The reading shows it, and that it was not sure.
    /// </summary>
    internal static CellFormats Of(IEnumerable<string> times, IEnumerable<string> numbers)
    {
        var (order, dateIsSure) = Dates(times);
        var (sign, decimalIsSure) = Decimals(numbers);
        return new CellFormats(order, dateIsSure, sign, decimalIsSure);
    }

    private static (DateOrder Order, bool IsSure) Dates(IEnumerable<string> times)
    {
        int year = 0, day = 0, month = 0, either = 0;
        foreach (var text in times)
        {
            if (!TimeText.TryParts(text, out var first, out var second, out var digits)) continue;
            if (digits >= 3 || first > 31) year++;
            else if (first > 12) day++;
            else if (second > 12) month++;
            else if (first != second) either++;
        }
        if (day == 0 && month == 0) return either == 0 || year > 0 ? (DateOrder.Ymd, either == 0) : (DateOrder.Dmy, false);
        return (day >= month ? DateOrder.Dmy : DateOrder.Mdy, day == 0 || month == 0);
    }

    private static (string Sign, bool IsSure) Decimals(IEnumerable<string> numbers)
    {
        int point = 0, comma = 0, either = 0;
        foreach (var text in numbers)
        {
            int lastPoint = text.LastIndexOf('.'), lastComma = text.LastIndexOf(',');
            if (lastPoint < 0 && lastComma < 0) continue;
            if (lastPoint >= 0 && lastComma >= 0) _ = lastPoint > lastComma ? point++ : comma++;
            else
            {
                var sign = lastPoint >= 0 ? '.' : ',';
                var isGroup = text.IndexOf(sign, StringComparison.Ordinal) != text.LastIndexOf(sign);
                var after = DigitsAfter(text, Math.Max(lastPoint, lastComma));
                // Three digits after the only sign: thousands or thousandths.
                if (!isGroup && after == 3) either++;
                else if (isGroup == (sign == ',')) point++;
                else comma++;
            }
        }
        return comma > point ? (",", point == 0) : (".", comma == 0 && (point > 0 || either == 0));
    }

    private static int DigitsAfter(string text, int at)
    {
        var digits = 0;
        while (at + 1 + digits < text.Length && char.IsAsciiDigit(text[at + 1 + digits])) digits++;
        return digits;
    }
}
