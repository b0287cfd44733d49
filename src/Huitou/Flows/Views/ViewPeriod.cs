namespace Huitou.Flows.Views;

/// <summary>A period of a view that moves along with the day, as the pages name it.</summary>
public enum ViewPeriod
{
    Last7,
    Last30,
    Last90,
    Last12m,
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,
}

/// <summary>The days of moving periods.</summary>
internal static class ViewPeriods
{
    /// <summary>First and last day of a period that ends at <paramref name="day"/>.</summary>
    internal static (DateOnly From, DateOnly To) DaysOf(ViewPeriod period, DateOnly day)
    {
        var (month, year) = (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, 1, 1));
        return period switch
        {
            ViewPeriod.Last7 => (day.AddDays(-6), day),
            ViewPeriod.Last30 => (day.AddDays(-29), day),
            ViewPeriod.Last90 => (day.AddDays(-89), day),
            ViewPeriod.Last12m => (day.AddMonths(-12).AddDays(1), day),
            ViewPeriod.ThisMonth => (month, day),
            ViewPeriod.LastMonth => (month.AddMonths(-1), month.AddDays(-1)),
            ViewPeriod.ThisYear => (year, day),
            ViewPeriod.LastYear => (year.AddYears(-1), year.AddDays(-1)),
        };
    }
}
