using Huitou.Access;
using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>Sales of a period, of the one before and of a year before, step by step, and what moved them. Money in minor units.</summary>
/// <param name="Currency">What money is counted in.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Its last day, never after the as-of day.</param>
/// <param name="AsOf">The day it is asked as of.</param>
/// <param name="Grain">The length of a step.</param>
/// <param name="Total">The whole period.</param>
/// <param name="Previous">The period of equal length before it; null where no ledger reaches.</param>
/// <param name="Year">The same dates a year before.</param>
/// <param name="Series">Step by step.</param>
/// <param name="Compare">What the series and the drivers are held against.</param>
/// <param name="ComparedSeries">The compared period step by step; empty where nothing is compared.</param>
/// <param name="Ranks">By the order's rank in the customer's life.</param>
/// <param name="Drivers">What moved net sales since the compared period; null where nothing is compared.</param>
/// <param name="Largest">The driver that moved them most; null where nothing moved.</param>
public sealed record OverviewAnswer(
    Currency Currency, DateOnly From, DateOnly To, DateOnly AsOf, Grain Grain, PeriodFigures Total, PeriodFigures? Previous, PeriodFigures? Year,
    IReadOnlyList<PeriodFigures> Series, Comparison Compare, IReadOnlyList<PeriodFigures> ComparedSeries, IReadOnlyList<RankSales> Ranks,
    DriverFigures? Drivers, LargestDriver? Largest);

/// <summary>The overview: how much was sold, to whom, against when, and why it changed.</summary>
public sealed class OverviewReport(InProcessLedgerHost host, ScopeReader scopes)
{
    public async Task<Outcome<OverviewAnswer>> AskAsync(ScopeQuery query, Grain grain, CancellationToken cancel)
    {
        var read = await scopes.ReadAsync(query, DefaultPeriod.LastYear, cancel);
        if (read.Refusal is { } badScope) return badScope;
        var waited = await host.LedgerAsync(cancel);
        if (waited.Refusal is { } building) return building;
        return Answer(waited.Value!, read.Value!, grain);
    }

    private static OverviewAnswer Answer(Ledger ledger, ReportScope report, Grain grain)
    {
        var scope = report.Scope;
        var period = Period.Of(scope);
        Overview? Ask(Period? of) =>
            of is { } p ? ledger.AskOnce(new OverviewQuery(grain), scope with { From = p.From, To = p.To }) : null;
        var (now, previous, year) = (Ask(period)!, Ask(period.Before()), Ask(period.YearBefore()));
        var compared = report.Compare switch
        {
            Comparison.None => null,
            Comparison.Previous => previous,
            Comparison.Year => year,
        };
        var drivers = compared is null ? null : DriverFigures.Of(DriverTree.Of(compared.Total, now.Total));
        return new(
            report.Currency, period.From, period.To, scope.AsOf, grain, PeriodFigures.Of(now.Total), FiguresOf(previous), FiguresOf(year),
            Steps(now), report.Compare, compared is null ? [] : Steps(compared), now.Ranks,
            drivers, drivers?.Largest());
    }

    private static PeriodFigures? FiguresOf(Overview? overview) => overview is null ? null : PeriodFigures.Of(overview.Total);

    private static PeriodFigures[] Steps(Overview overview) => [.. overview.Series.Select(PeriodFigures.Of)];
}

/// <summary>Days from one to another, both included.</summary>
internal readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>The period of a scope that names its first day, cut at the as-of day.</summary>
    internal static Period Of(Scope scope) =>
        new(scope.From ?? CivilDay.First, scope.To is { } to && to < scope.AsOf ? to : scope.AsOf);

    /// <summary>The period of equal length that ends the day before; null where no ledger reaches.</summary>
    internal Period? Before() => Known(From.DayNumber - (To.DayNumber - From.DayNumber + 1), From.DayNumber - 1);

    /// <summary>The same dates a year before, 29 February being the 28th where there is none.</summary>
    internal Period? YearBefore() => Known(From.AddYears(-1).DayNumber, To.AddYears(-1).DayNumber);

    private static Period? Known(int from, int to) =>
        from < CivilDay.First.DayNumber ? null : new(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
}
