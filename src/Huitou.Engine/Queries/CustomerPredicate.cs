namespace Huitou.Engine;

/// <summary>A <see cref="CustomerFilter"/> made ready for the kernel: open ends are the ends of the number range.</summary>
internal sealed class CustomerPredicate
{
    private readonly CustomerFilter _filter;
    private readonly GridLimits _limits;
    private readonly RfmScale? _scale;
    private readonly bool _holdsAll;
    private readonly (long Least, long Most) _orders, _recency, _net, _first;

    /// <exception cref="ArgumentException">A group is asked for without edges.</exception>
    internal CustomerPredicate(CustomerFilter filter, GridLimits limits, RfmEdges? edges)
    {
        if (filter.Group is not null && edges is null)
            throw new ArgumentException("A filter by RFM group needs the edges that make the groups. Give them, or leave the group open.", nameof(edges));
        (_filter, _limits) = (filter, limits);
        _holdsAll = filter == new CustomerFilter();
        _scale = filter.Group is null ? null : new RfmScale(edges!);
        _orders = Range(filter.Orders.Least, filter.Orders.Most);
        _recency = Range(filter.Recency.Least, filter.Recency.Most);
        _net = Range(filter.NetSales.Least, filter.NetSales.Most);
        _first = Range(Day(filter.FirstDay.Least), Day(filter.FirstDay.Most));
    }

    internal bool Holds(LedgerPartition partition, CustomerTotals totals, int i, int asOf)
    {
        if (_holdsAll)
            return true;
        var recency = asOf - totals.Last[i];
        return Within(totals.Orders[i], _orders) && Within(recency, _recency) && Within(totals.Net(i), _net) && Within(totals.First[i], _first)
            && (_filter.Region is not { } region || partition.Customers.Region[totals.Customer[i]] == region)
            && (_filter.R is not { } r || _limits.ClassOfRecency(recency) == r)
            && (_filter.F is not { } f || _limits.ClassOfFrequency(totals.Orders[i]) == f)
            && (_scale is null || _scale.Group(totals, i, asOf) == _filter.Group);
    }

    private static bool Within(long value, (long Least, long Most) range) => value >= range.Least && value <= range.Most;

    private static (long Least, long Most) Range(long? least, long? most) => (least ?? long.MinValue, most ?? long.MaxValue);

    private static long? Day(DateOnly? day) => day is { } value ? value.DayNumber - CivilDay.First.DayNumber : null;
}
