using System.Globalization;

namespace Huitou.Connect.Presets;

/// <summary>When a file was exported, as platforms write it into its name: "ExportOrderList201707081230.csv", "orders_export_2024-01-15.csv".</summary>
internal static class ExportTime
{
    private const int FirstYear = 2000;
    private const int MostNumbers = 32;

    /// <summary>
    /// The latest time that the name holds, in the shop's zone; a day without a time is its beginning. Of a range ("2024-01-01_2024-01-31")
    /// that is its end. Numbers that are no date since 2000, and dates to come, are no export time.
    /// </summary>
    internal static DateTimeOffset? Of(string name, ShopClock clock, DateTimeOffset now)
    {
        Span<Range> ranges = stackalloc Range[MostNumbers];
        var count = Numbers(name, ranges);
        DateTimeOffset? latest = null;
        for (var at = 0; at < count; at++)
        {
            if (Civil(name, ranges[at..count]) is not { } civil) continue;
            var instant = clock.Instant(civil);
            if (instant <= now.AddDays(1) && (latest is null || instant > latest)) latest = instant;
        }
        return latest;
    }

    private static int Numbers(string name, Span<Range> ranges)
    {
        var count = 0;
        for (var at = 0; at < name.Length && count < ranges.Length; at++)
        {
            if (!char.IsAsciiDigit(name[at])) continue;
            var from = at;
            while (at < name.Length && char.IsAsciiDigit(name[at])) at++;
            ranges[count++] = from..at;
        }
        return count;
    }

    /// <summary>The time that begins with the first of the numbers: all in one (8, 12 or 14 digits), or year, month and day with a sign between.</summary>
    private static DateTime? Civil(string name, ReadOnlySpan<Range> numbers)
    {
        var digits = name.AsSpan(numbers[0]);
        if (digits.Length is 12 or 14) return Exact(string.Concat(digits, digits.Length == 12 ? "00" : ""));
        if (digits.Length == 8) return Exact(string.Concat(digits, Clock(name, numbers)));
        if (digits.Length != 4 || numbers.Length < 3 || !Follows(name, numbers[0], numbers[1], "-_./年") || !Follows(name, numbers[1], numbers[2], "-_./月")) return null;
        var month = name.AsSpan(numbers[1]);
        var day = name.AsSpan(numbers[2]);
        if (month.Length > 2 || day.Length > 2) return null;
        return Exact(string.Concat(digits, Two(month), Two(day), Clock(name, numbers[2..])));
    }

    /// <summary>Hours, minutes and seconds that stand close behind a day; midnight where there are none.</summary>
    private static string Clock(string name, ReadOnlySpan<Range> numbers)
    {
        if (numbers.Length < 2 || !Follows(name, numbers[0], numbers[1], "-_T 日")) return "000000";
        var first = name.AsSpan(numbers[1]);
        if (first.Length == 6) return first.ToString();
        if (first.Length == 4) return IsYear(name, numbers[1..]) ? "000000" : string.Concat(first, "00");
        if (first.Length != 2 || numbers.Length < 3 || !Follows(name, numbers[1], numbers[2], "-_.:") || name.AsSpan(numbers[2]).Length != 2) return "000000";
        var second = numbers.Length > 3 && Follows(name, numbers[2], numbers[3], "-_.:") && name.AsSpan(numbers[3]).Length == 2 ? name[numbers[3]] : "00";
        return string.Concat(first, name.AsSpan(numbers[2]), second);
    }

    /// <summary>The day after is the end of a range, not a time: "2024-01-01_2024-01-31".</summary>
    private static bool IsYear(string name, ReadOnlySpan<Range> numbers) => numbers.Length >= 3 && Civil(name, numbers) is not null;

    /// <summary>One sign of those stands between the two numbers, and nothing else.</summary>
    private static bool Follows(string name, Range one, Range next, string signs) =>
        next.Start.Value == one.End.Value + 1 && signs.Contains(name[one.End.Value], StringComparison.Ordinal);

    private static string Two(ReadOnlySpan<char> number) => number.Length == 1 ? $"0{number}" : number.ToString();

    private static DateTime? Exact(string digits) =>
        DateTime.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year >= FirstYear
            ? time
            : null;
}
