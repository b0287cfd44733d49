namespace Huitou.Connect.Presets;

/// <summary>A time as a file tells it.</summary>
/// <param name="Civil">What the clock on the wall showed.</param>
/// <param name="Offset">How far that clock is ahead of UTC, where the file says so.</param>
internal readonly record struct ToldTime(DateTime Civil, TimeSpan? Offset)
{
    internal DateTimeOffset In(ShopClock clock) => Offset is { } offset ? new DateTimeOffset(Civil, offset).ToUniversalTime() : clock.Instant(Civil);
}

/// <summary>
/// Reads dates and times: numbers parted by - / . or 年月日, then hours, minutes, seconds, AM or PM, Z or an offset. A first number
/// of four digits is the year whatever the order; a number that fits no calendar is no date.
/// </summary>
internal static class TimeText
{
    internal static bool TryParse(ReadOnlySpan<char> text, DateOrder order, out ToldTime time)
    {
        time = default;
        var scan = new Scan(text.Trim());
        if (!Date(ref scan, order, out var day)) return false;
        if (!Clock(ref scan, out var clock)) return false;
        if (!Zone(ref scan, out var offset) || !scan.AtEnd) return false;
        var civil = day + clock;
        if (offset is { } ahead && (civil.Ticks < ahead.Ticks || civil.Ticks - ahead.Ticks > DateTime.MaxValue.Ticks)) return false;
        time = new ToldTime(civil, offset);
        return true;
    }

    /// <summary>The three numbers of a date in the order they stand in, and the digits of the first; for finding out the order.</summary>
    internal static bool TryParts(ReadOnlySpan<char> text, out int first, out int second, out int firstDigits)
    {
        var scan = new Scan(text.Trim());
        second = 0;
        return scan.Number(out first, out firstDigits) && firstDigits <= 4 && scan.DateSign() && scan.Number(out second, out _)
            && scan.DateSign() && scan.Number(out _, out _);
    }

    /// <summary>A day of any year: "05-17", "5月17日", "--05-17".</summary>
    internal static bool TryMonthAndDay(ReadOnlySpan<char> text, DateOrder order, out int month, out int date)
    {
        var scan = new Scan(text.Trim());
        (month, date) = (0, 0);
        _ = scan.Take('-') && scan.Take('-');
        if (!scan.Number(out var first, out var digits) || digits > 2 || !scan.DateSign()) return false;
        if (!scan.Number(out var second, out digits) || digits > 2) return false;
        scan.Take('日');
        (month, date) = order == DateOrder.Dmy ? (second, first) : (first, second);
        // A leap year: the 29th of February is a birthday.
        return scan.AtEnd && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(2000, month);
    }

    private static bool Date(ref Scan scan, DateOrder order, out DateTime day)
    {
        day = default;
        if (!scan.Number(out var first, out var digits)) return false;
        int year, month, date;
        var yearDigits = digits;
        if (digits == 8) (year, month, date) = (first / 10_000, first / 100 % 100, first % 100);
        else
        {
            if (digits > 4 || !scan.DateSign() || !scan.Number(out var second, out _)) return false;
            if (!scan.DateSign() || !scan.Number(out var third, out var lastDigits)) return false;
            scan.Take('日');
            if (digits >= 3 || order == DateOrder.Ymd) (year, month, date) = (first, second, third);
            else if (lastDigits is not (2 or 4)) return false;
            else (year, month, date, yearDigits) = order == DateOrder.Dmy ? (third, second, first, lastDigits) : (third, first, second, lastDigits);
        }
        // Two digits of a year: shops have none of before 1970. "0025" is another year, and none that is taken.
        if (yearDigits <= 2) year += year < 70 ? 2000 : 1900;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateTime(year, month, date);
        return true;
    }

    private static bool Clock(ref Scan scan, out TimeSpan clock)
    {
        clock = default;
        if (!scan.Take('T')) scan.Blanks();
        var half = scan.Half();
        scan.Blanks();
        if (!scan.Number(out var hour, out _)) return half is null && (scan.AtEnd || scan.IsZone);
        if (!scan.Take(':') && !scan.Take('时')) return false;
        int minute = 0, second = 0;
        if (scan.Number(out var told, out _))
        {
            minute = told;
            scan.Take('分');
            if (scan.Take(':') | scan.Number(out told, out _)) second = told;
            scan.Take('秒');
        }
        var fraction = scan.Fraction();
        scan.Blanks();
        if ((half ?? scan.Half()) is { } afternoon)
        {
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }
        if (hour > 23 || minute > 59 || second > 59) return false;
        clock = new TimeSpan(hour, minute, second) + fraction;
        return true;
    }

    private static bool Zone(ref Scan scan, out TimeSpan? offset)
    {
        offset = null;
        scan.Blanks();
        if (scan.AtEnd) return true;
        if (scan.Take('Z') || scan.Take("UTC") || scan.Take("GMT"))
        {
            offset = TimeSpan.Zero;
            if (scan.AtEnd) return true;
        }
        var negative = scan.Take('-');
        if (!negative && !scan.Take('+')) return false;
        if (!scan.Number(out var hours, out var digits)) return false;
        var minutes = 0;
        if (digits == 4) (hours, minutes) = (hours / 100, hours % 100);
        else if (scan.Take(':') && !scan.Number(out minutes, out _)) return false;
        if (minutes > 59 || (hours * 60) + minutes > 14 * 60) return false;
        var ahead = new TimeSpan(hours, minutes, 0);
        offset = negative ? -ahead : ahead;
        return true;
    }

    /// <summary>A place in the text that moves on.</summary>
    private ref struct Scan(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        internal readonly bool AtEnd => _at >= _text.Length;

        internal readonly bool IsZone => !AtEnd && Now is 'Z' or '+' or '-';

        private readonly char Now => char.ToUpperInvariant(NumberText.Narrow(_text[_at]));

        internal bool Number(out int value, out int digits)
        {
            (value, digits) = (0, 0);
            while (!AtEnd && char.IsAsciiDigit(Now) && digits < 9)
            {
                value = (value * 10) + (Now - '0');
                digits++;
                _at++;
            }
            return digits > 0;
        }

        internal bool Take(char sign)
        {
            if (AtEnd || Now != sign) return false;
            _at++;
            return true;
        }

        internal bool Take(string word)
        {
            if (!_text[_at..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
            _at += word.Length;
            return true;
        }

        internal bool DateSign() => Take('-') || Take('/') || Take('.') || Take('年') || Take('月');

        internal void Blanks()
        {
            while (!AtEnd && char.IsWhiteSpace(Now)) _at++;
        }

        /// <summary>True for PM, false for AM, null for neither.</summary>
        internal bool? Half() => Take("PM") || Take("下午") ? true : Take("AM") || Take("上午") ? false : null;

        internal TimeSpan Fraction()
        {
            if (AtEnd || Now is not ('.' or ',')) return default;
            _at++;
            long ticks = 0;
            var unit = TimeSpan.TicksPerSecond;
            while (!AtEnd && char.IsAsciiDigit(Now))
            {
                unit /= 10;
                ticks += (Now - '0') * unit;
                _at++;
            }
            return TimeSpan.FromTicks(ticks);
        }
    }
}
