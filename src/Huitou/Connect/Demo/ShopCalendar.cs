using System.Globalization;

namespace Huitou.Connect.Demo;

/// <summary>A promotion of the Chinese shopping year.</summary>
/// <param name="Name">What the shop calls it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Pull">How many times as much everyone buys on its days.</param>
/// <param name="DealPull">The same for promotion-driven customers.</param>
/// <param name="LeastOff">Smallest share taken off the list price.</param>
/// <param name="MostOff">Largest.</param>
internal sealed record Promotion(string Name, DateOnly From, DateOnly To, double Pull, double DealPull, double LeastOff, double MostOff);

/// <summary>What each day of the shop's life is like: its promotion, the lull of a festival, the holding back before a promotion.</summary>
internal sealed class ShopCalendar
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private readonly Promotion?[] _promotions;
    private readonly double[] _lulls;
    private readonly bool[] _elders;

    public ShopCalendar(DateOnly first, int days)
    {
        First = first;
        _promotions = new Promotion?[days];
        _lulls = new double[days];
        _elders = new bool[days];
        Array.Fill(_lulls, 1);
        // A festival early in the next year casts its sale into this one.
        for (var year = first.Year; year <= first.AddDays(days).Year + 1; year++)
            Enter(year);
    }

    /// <summary>The day with index 0.</summary>
    public DateOnly First { get; }

    public int Days => _promotions.Length;

    public DateOnly Date(int day) => First.AddDays(day);

    public Promotion? PromotionOn(int day) => _promotions[day];

    /// <summary>How much of its usual trade the day has beside any promotion.</summary>
    public double LullOn(int day) => _lulls[day];

    /// <summary>Whether presents for parents are bought: before Mother's Day, the Double Ninth and the Spring Festival.</summary>
    public bool BeforeEldersDay(int day) => _elders[day];

    private void Enter(int year)
    {
        var newYear = LunarDay(year, 1, 1);
        Add(new("三八节", new(year, 3, 5), new(year, 3, 8), 2.0, 3.6, 0.15, 0.35));
        Add(new("618 开门红", new(year, 6, 1), new(year, 6, 3), 2.1, 4.0, 0.20, 0.40));
        Add(new("618", new(year, 6, 16), new(year, 6, 18), 3.2, 7.0, 0.25, 0.45));
        Add(new("双11 开门红", new(year, 11, 1), new(year, 11, 3), 2.4, 5.0, 0.25, 0.45));
        Add(new("双11", new(year, 11, 10), new(year, 11, 11), 5.5, 13.0, 0.30, 0.55));
        Add(new("双12", new(year, 12, 11), new(year, 12, 12), 2.6, 6.0, 0.20, 0.45));
        Add(new("年货节", newYear.AddDays(-26), newYear.AddDays(-18), 1.7, 2.8, 0.15, 0.35));

        // No parcel moves around New Year's Eve; and who knows of a sale waits for it.
        Lull(newYear.AddDays(-4), newYear.AddDays(5), 0.45);
        Lull(new(year, 5, 25), new(year, 5, 31), 0.8);
        Lull(new(year, 11, 4), new(year, 11, 9), 0.75);

        Elders(SecondSundayOfMay(year));
        Elders(LunarDay(year, 9, 9));
        Elders(newYear);
    }

    private void Add(Promotion promotion) => Mark(_promotions, promotion.From, promotion.To, promotion);

    private void Lull(DateOnly from, DateOnly to, double share) => Mark(_lulls, from, to, share);

    private void Elders(DateOnly day) => Mark(_elders, day.AddDays(-14), day.AddDays(-1), true);

    private void Mark<T>(T[] days, DateOnly from, DateOnly to, T value)
    {
        var start = Math.Max(0, from.DayNumber - First.DayNumber);
        var end = Math.Min(days.Length - 1, to.DayNumber - First.DayNumber);
        for (var day = start; day <= end; day++)
            days[day] = value;
    }

    private static DateOnly SecondSundayOfMay(int year)
    {
        var first = new DateOnly(year, 5, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7 + 7);
    }

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // The calendar counts a leap month as a month of its own, which moves those after it.
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && leap <= month ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 12, 0, 0, 0));
    }
}
