namespace Huitou.Connect.Demo;

/// <summary>Which demo shop to make. Equal settings give equal rows, byte for byte, on every machine.</summary>
/// <param name="Until">The last day of the shop's life, in its own zone.</param>
/// <param name="Customers">Customers who pay their first order in that life.</param>
/// <param name="Years">Length of that life, in years that end with <paramref name="Until"/>.</param>
/// <param name="Seed">Another seed is another shop.</param>
public sealed record DemoSettings(DateOnly Until, int Customers = 20_000, int Years = 3, long Seed = 1)
{
    public const int MaxCustomers = 5_000_000;

    public const int MaxYears = 20;

    /// <summary>China last had summer time in 1991: from here on, the shop's zone is eight hours before UTC on every day.</summary>
    public static readonly DateOnly Earliest = new(1995, 1, 1);

    /// <summary>The tables of the Chinese calendar, which move the Spring Festival, end soon after.</summary>
    public static readonly DateOnly Latest = new(2099, 12, 31);

    /// <summary>The shop's first day.</summary>
    public DateOnly First => Until.AddYears(-Years).AddDays(1);

    /// <summary>Days from the first to the last, both counted.</summary>
    public int Days => Until.DayNumber - First.DayNumber + 1;

    /// <summary>Returns these settings, or says which of them no shop can be made of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public DemoSettings Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Customers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Customers, MaxCustomers);
        ArgumentOutOfRangeException.ThrowIfLessThan(Years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Years, MaxYears);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Until, Latest);
        ArgumentOutOfRangeException.ThrowIfLessThan(First, Earliest);
        return this;
    }
}
