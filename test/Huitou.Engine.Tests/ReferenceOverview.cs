namespace Huitou.Engine.Tests;

/// <summary>The plain reference of <see cref="OverviewQuery"/>.</summary>
internal sealed class ReferenceOverview(Reference reference, Scope scope)
{
    internal Overview Of(Grain grain)
    {
        var (from, to) = Ends;
        var steps = Steps(from, to, grain).Select(step => Period(step.From, step.To)).ToList();
        return new Overview(Period(from, to), steps, Ranks(from));
    }

    internal int Days => Ends.To.DayNumber - Ends.From.DayNumber + 1;

    private (DateOnly From, DateOnly To) Ends
    {
        get
        {
            var to = Min(reference.To, CivilDay.Last);
            return (scope.From is { } first ? Max(first, CivilDay.First) : Min(FirstRow(), to), to);
        }
    }

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private DateOnly FirstRow() => reference.Asked
        .SelectMany(customer => reference.History(customer).Select(order => order.Day)
            .Concat(reference.History(customer).SelectMany(order => order.Refunds).Select(refund => refund.Day))
            .Concat(reference.Loose(customer).Select(refund => refund.Day)))
        .Append(DateOnly.MaxValue)
        .Min();

    private static IEnumerable<(DateOnly From, DateOnly To)> Steps(DateOnly from, DateOnly to, Grain grain)
    {
        if (from > to)
            return [];
        (int, int, int) Step(DateOnly day) => grain switch
        {
            Grain.Day => (day.Year, day.Month, day.Day),
            Grain.Week => (System.Globalization.ISOWeek.GetYear(day.ToDateTime(default)), System.Globalization.ISOWeek.GetWeekOfYear(day.ToDateTime(default)), 0),
            Grain.Month => (day.Year, day.Month, 0),
        };
        return Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .GroupBy(Step).Select(days => (days.Min(), days.Max()));
    }

    private PeriodSales Period(DateOnly from, DateOnly to)
    {
        var classes = new SalesFigures[3];
        foreach (var customer in reference.Asked)
        {
            var history = reference.History(customer);
            var isNew = history.Count > 0 && history[0].Day >= from && history[0].Day <= to;
            classes[customer.Id == 0 ? 2 : isNew ? 0 : 1] += Sales(customer, history, from, to);
        }

        return new PeriodSales(from, to, classes[0] + classes[1] + classes[2], classes[0], classes[1], classes[2]);
    }

    private SalesFigures Sales(CustomerFacts customer, List<OrderFacts> history, DateOnly from, DateOnly to)
    {
        bool Inside(DateOnly day) => day >= from && day <= to;
        var orders = history.Where(order => Inside(order.Day)).ToList();
        var loose = reference.Loose(customer).Where(refund => Inside(refund.Day)).Sum(refund => refund.Amount);
        var byOwnDate = history.SelectMany(order => order.Refunds)
            .Where(refund => refund.Day <= scope.AsOf && Inside(refund.Day)).Sum(refund => refund.Amount);
        return new SalesFigures(
            orders.Sum(order => order.Amount), orders.Sum(reference.RefundsOf) + loose, byOwnDate + loose, orders.Sum(order => order.Discount),
            orders.Count, customer.Id != 0 && orders.Count > 0 ? 1 : 0, orders.Sum(Reference.Units));
    }

    private List<RankSales> Ranks(DateOnly from)
    {
        var ranked = reference.Named
            .SelectMany(customer => reference.History(customer).Select((order, i) => (Order: order, Rank: Math.Min(i + 1, OverviewQuery.LastRank))))
            .Where(row => row.Order.Day >= from && row.Order.Day <= reference.To)
            .ToLookup(row => row.Rank, row => row.Order);
        return
        [
            .. Enumerable.Range(1, OverviewQuery.LastRank).Select(rank => new RankSales(
                rank, ranked[rank].Count(), ranked[rank].Sum(order => order.Amount),
                ranked[rank].Sum(order => order.Amount - reference.RefundsOf(order)))),
        ];
    }
}
