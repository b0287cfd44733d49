namespace Huitou.Engine;

/// <summary>
/// A civil day (a calendar day in a shop's own time zone) as the count of days since 1990-01-01, so that a column
/// of days takes two bytes a row. Covers 1990-01-01 to 2169-06-06.
/// </summary>
public static class CivilDay
{
    /// <summary>The day whose number is 0.</summary>
    public static readonly DateOnly First = new(1990, 1, 1);

    /// <summary>The last day that a ledger can hold.</summary>
    public static readonly DateOnly Last = First.AddDays(ushort.MaxValue);

    /// <summary>The number of <paramref name="day"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before <see cref="First"/> or after <see cref="Last"/>.</exception>
    public static ushort Number(DateOnly day)
    {
        var number = day.DayNumber - First.DayNumber;
        if (number is < 0 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(day), day, $"A ledger holds days from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.");
        return (ushort)number;
    }

    /// <summary>The day that <paramref name="number"/> counts.</summary>
    public static DateOnly Of(int number) => First.AddDays(number);

    /// <summary>The number of <paramref name="day"/>, moved to the nearest day that a ledger can hold.</summary>
    public static ushort Clamp(DateOnly day) =>
        (ushort)Math.Clamp(day.DayNumber - First.DayNumber, 0, ushort.MaxValue);
}
