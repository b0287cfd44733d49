namespace Huitou.Connect.Demo;

/// <summary>
/// When people buy. Four kinds of customers have a clock each, for the cold north and the mild south, and for those who wait
/// for promotions and those who do not; a fifth clock says when new customers arrive.
/// </summary>
internal sealed class Demand
{
    /// <summary>Share of promotion-driven customers among those who arrive on an ordinary day, and in a promotion.</summary>
    private const double DealShare = 0.14, DealShareInPromotion = 0.42;

    /// <summary>How many times as many customers arrive at the end of the shop's life as at its beginning.</summary>
    private const double Growth = 1.6;

    // Trade by month, January first. The south buys its winter later and its spring earlier.
    private static readonly double[] North = [0.90, 0.70, 0.95, 1.10, 1.10, 0.95, 0.78, 0.95, 1.20, 1.25, 1.30, 1.05];
    private static readonly double[] South = [0.95, 0.75, 1.10, 1.10, 1.00, 0.95, 0.85, 0.85, 1.00, 1.15, 1.35, 1.20];

    private readonly ShopCalendar _calendar;
    private readonly OperationalClock[] _clocks;

    public Demand(ShopCalendar calendar)
    {
        _calendar = calendar;
        _clocks = [Clock(false, false), Clock(false, true), Clock(true, false), Clock(true, true)];
        var arrivals = new double[calendar.Days];
        for (var day = 0; day < arrivals.Length; day++)
            arrivals[day] = (Intensity(day, true, false) + Intensity(day, false, false)) * (1 + (Growth - 1) * day / arrivals.Length);
        Arrivals = new(arrivals);
    }

    /// <summary>Shows which share of the customers has arrived, in days of the shop's life.</summary>
    public OperationalClock Arrivals { get; }

    public OperationalClock ClockOf(bool north, bool deals) => _clocks[(north ? 2 : 0) + (deals ? 1 : 0)];

    /// <summary>How likely someone who arrives on <paramref name="day"/> is to be promotion-driven.</summary>
    public double DealShareOn(int day) => _calendar.PromotionOn(day) is null ? DealShare : DealShareInPromotion;

    private OperationalClock Clock(bool north, bool deals)
    {
        var intensity = new double[_calendar.Days];
        for (var day = 0; day < intensity.Length; day++)
            intensity[day] = Intensity(day, north, deals);
        return new(intensity);
    }

    private double Intensity(int day, bool north, bool deals)
    {
        var date = _calendar.Date(day);
        var week = date.DayOfWeek switch { DayOfWeek.Saturday => 1.08, DayOfWeek.Sunday => 1.14, _ => 0.96 };
        var promotion = _calendar.PromotionOn(day);
        var pull = promotion is null ? 1 : deals ? promotion.DealPull : promotion.Pull;
        return Season(date, north ? North : South) * week * pull * _calendar.LullOn(day);
    }

    /// <summary>The month's figure in its middle, and a straight line from there to the next.</summary>
    private static double Season(DateOnly date, double[] months)
    {
        var place = date.Month - 1 + (date.Day - 0.5) / DateTime.DaysInMonth(date.Year, date.Month) - 0.5;
        var left = (int)Math.Floor(place);
        var share = place - left;
        return months[(left + 12) % 12] * (1 - share) + months[(left + 1) % 12] * share;
    }
}
