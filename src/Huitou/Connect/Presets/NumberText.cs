using System.Buffers;

namespace Huitou.Connect.Presets;

/// <summary>
/// Numbers as shops write them: with thousand separators, currency signs, full-width digits, a minus on either side or brackets.
/// The decimal sign is given, never guessed here; what does not fit it is no number.
/// </summary>
internal static class NumberText
{
    private const long Most = 1_000_000_000_000_000_000;

    private static readonly SearchValues<char> Mantissa = SearchValues.Create("0123456789.,");

    /// <summary>Words that stand beside an amount and say no more than its currency.</summary>
    private static readonly string[] Units = ["CNY", "RMB", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "元", "圆", "円", "件"];

    /// <summary>Reads a number as a whole count of 10^-<paramref name="scale"/>, digits beyond rounded half away from zero.</summary>
    /// <returns>False when it is no number, or one of more than 18 digits.</returns>
    internal static bool TryParse(ReadOnlySpan<char> text, char decimalSign, int scale, out long value)
    {
        value = 0;
        text = Bare(text, out var negative);
        var groupSign = '\0';
        int digits = 0, sinceGroup = -1, fraction = -1;
        var roundUp = false;
        foreach (var raw in text)
        {
            var sign = Narrow(raw);
            if (char.IsAsciiDigit(sign))
            {
                digits++;
                if (fraction >= scale)
                {
                    if (fraction++ == scale) roundUp = sign >= '5';
                    continue;
                }
                if (fraction >= 0) fraction++;
                else if (sinceGroup >= 0) sinceGroup++;
                if (value >= Most / 10) return false;
                value = (value * 10) + (sign - '0');
            }
            else if (sign == decimalSign && fraction < 0 && sinceGroup is -1 or 3) fraction = 0;
            else if (IsGroup(sign, decimalSign) && fraction < 0 && digits > 0 && Continues(sign, ref groupSign, sinceGroup, digits)) sinceGroup = 0;
            else return false;
        }
        if (digits is 0 || (fraction < 0 && sinceGroup is not (-1 or 3))) return false;
        for (var places = Math.Max(fraction, 0); places < scale; places++)
        {
            if (value >= Most / 10) return false;
            value *= 10;
        }
        if (roundUp) value++;
        if (negative) value = -value;
        return true;
    }

    /// <summary>A long number as a spreadsheet shows and saves it ("1.23457E+18"): its last digits are gone.</summary>
    internal static bool LostDigits(string text)
    {
        const int MostExponent = 3;
        var at = text.Length - 1;
        while (at > 0 && text.Length - at <= MostExponent + 1 && char.IsAsciiDigit(text[at])) at--;
        if (at < 2 || at == text.Length - 1 || text[at] != '+' || text[at - 1] is not ('E' or 'e')) return false;
        var mantissa = text.AsSpan(0, at - 1);
        return !mantissa.ContainsAnyExcept(Mantissa) && char.IsAsciiDigit(mantissa[0]);
    }

    /// <summary>Groups are of three digits, but for the first, and all parted by the same sign: "1,23" is no number.</summary>
    private static bool Continues(char sign, ref char groupSign, int sinceGroup, int digits)
    {
        if (groupSign == '\0') groupSign = sign;
        return groupSign == sign && (sinceGroup == 3 || (sinceGroup < 0 && digits <= 3));
    }

    private static bool IsGroup(char sign, char decimalSign) =>
        sign is ' ' or '\u00A0' or '\u202F' or '\'' || (sign is ',' or '.' && sign != decimalSign);

    /// <summary>The digits and separators alone: sign, brackets, currency taken off.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text, out bool negative)
    {
        text = WithoutCurrency(text.Trim());
        negative = false;
        if (text.Length > 2 && Narrow(text[0]) == '(' && Narrow(text[^1]) == ')')
        {
            negative = true;
            return WithoutCurrency(text[1..^1].Trim());
        }
        if (text.Length > 1 && Narrow(text[0]) is '-' or '+')
        {
            negative = Narrow(text[0]) == '-';
            return WithoutCurrency(text[1..].Trim());
        }
        if (text.Length > 1 && Narrow(text[^1]) == '-')
        {
            negative = true;
            return WithoutCurrency(text[..^1].Trim());
        }
        return text;
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || (char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))) return text;
        text = text.Trim(Symbols);
        foreach (var unit in Units)
        {
            if (text.StartsWith(unit, StringComparison.OrdinalIgnoreCase)) return text[unit.Length..].Trim();
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) return text[..^unit.Length].Trim();
        }
        return text;
    }

    private const string Symbols = "¥￥$＄€£￡₩฿₽ \u00A0";

    /// <summary>Full-width signs as their plain forms.</summary>
    internal static char Narrow(char sign) => sign switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
        '\u3000' => ' ',
        '\u2212' or '\u2013' => '-',
        _ => sign,
    };
}
