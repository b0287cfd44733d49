using System.Globalization;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>Numbers of a workbook as text: without the noise of binary fractions, with every digit of an id, dates year first.</summary>
internal static class NumberCell
{
    /// <summary>31 December 9999.</summary>
    private const double LastDay = 2_958_466;

    /// <summary>From here on a double does not hold every whole number, so that digits of an id are already lost.</summary>
    private const decimal Exact = 1_000_000_000_000_000;

    internal static string Text(string raw)
    {
        raw = raw.Trim();
        // An id of 19 digits that was written out is kept as it stands; the same as 1.23E+18 stays like that, because its last digits are gone.
        if (!raw.AsSpan().ContainsAnyExceptInRange('0', '9')) return raw;
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return raw;
        // Excel shows 15 digits and so does the conversion to decimal: 0.1 + 0.2 is 0.3, not 0.30000000000000004.
        return Math.Abs(number) < (double)Exact ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture) : raw;
    }

    /// <summary>A day counted from 1900 or 1904; null where the number is none.</summary>
    internal static string? Date(string raw, bool from1904)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is not (>= 0 and < LastDay)) return null;
        // A serial number keeps times to about a millisecond; what a person typed was whole seconds.
        var seconds = (long)Math.Round(serial * 86_400);
        if (seconds < 86_400) return TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);
        // Day 60 is 29 February 1900, which Lotus 1-2-3 believed in and Excel keeps.
        var first = from1904 ? new DateTime(1904, 1, 1) : serial < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var time = first.AddSeconds(seconds);
        return time.ToString(time.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
