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
        _scale = edges is null || (filter.Group is null && filter.Classes is null) ? null : new RfmScale(edges);
        _orders = Range(filter.Orders.Least, filter.Orders.Most);
        _recency = Range(filter.Recency.Least, filter.Recency.Most);
        _net = Range(filter.NetSales.Least, filter.NetSales.Most);
        _first = Range(Day(filter.FirstDay.Least), Day(filter.FirstDay.Most));
    }

    /// <summary>Made ready for a partition.</summary>
    internal InPartition In(LedgerPartition partition, ScopeFilter scope) => new(this, partition, scope);

    private static CustomerMask Mask(CustomerSet? set, LedgerPartition partition) => set?.In(partition) ?? CustomerMask.None;

    /// <summary>The predicate with what it needs of one partition.</summary>
    internal readonly struct InPartition(CustomerPredicate all, LedgerPartition partition, ScopeFilter scope)
    {
        private readonly CustomerMask _always = Mask(all._filter.Classes?.Always, partition), _never = Mask(all._filter.Classes?.Never, partition);
        private readonly bool[]? _touched = all._filter.Touch is { } touch ? TouchedCustomers.In(partition, scope, touch) : null;

        internal bool Holds(CustomerTotals totals, int i, int asOf)
        {
            if (all._holdsAll)
                return true;
            var recency = asOf - totals.Last[i];
            return Within(totals.Orders[i], all._orders) && Within(recency, all._recency) && Within(totals.Net(i), all._net) && Within(totals.First[i], all._first)
                && (all._filter.Region is not { } region || partition.Customers.Region[totals.Customer[i]] == region)
                && (_touched is null || _touched[totals.Customer[i]] == all._filter.Touch!.Touched)
                && IsOfClass(totals, i, asOf)
                && (all._filter is { FirstShop: null, BoughtIn: null } || IsOfShops(totals.Customer[i]));
        }

        /// <summary>Walks along the customer's orders as far as it takes; it is asked last.</summary>
        private bool IsOfShops(int customer)
        {
            var (isFirst, bought) = (true, all._filter.BoughtIn is null);
            for (var row = partition.Customers.OrderStart[customer]; row < partition.Customers.OrderStart[customer + 1]; row++)
            {
                int day = partition.Orders.Day[row];
                if (day > scope.To)
                    return false;
                if (!scope.Holds(partition, row))
                    continue;
                int shop = partition.Orders.Shop[row];
                if (isFirst && all._filter.FirstShop is { } first && !first.Contains(shop))
                    return false;
                isFirst = false;
                bought = bought || (day >= scope.From && all._filter.BoughtIn!.Contains(shop));
                if (bought)
                    return true;
            }

            return false;
        }

        private bool IsOfClass(CustomerTotals totals, int i, int asOf)
        {
            if (all._filter is { R: null, F: null, Group: null, Classes: null })
                return true;
            var (r, f) = (all._limits.ClassOfRecency(asOf - totals.Last[i]), all._limits.ClassOfFrequency(totals.Orders[i]));
            if ((all._filter.R is { } wantedR && wantedR != r) || (all._filter.F is { } wantedF && wantedF != f))
                return false;
            var group = all._scale?.Group(totals, i, asOf);
            if (all._filter.Group is { } wanted && wanted != group)
                return false;
            var customer = totals.Customer[i];
            return all._filter.Classes is not { } rule || _always.Holds(customer) || (!_never.Holds(customer) && rule.Holds(r, f, group));
        }
    }

    private static bool Within(long value, (long Least, long Most) range) => value >= range.Least && value <= range.Most;

    private static (long Least, long Most) Range(long? least, long? most) => (least ?? long.MinValue, most ?? long.MaxValue);

    private static long? Day(DateOnly? day) => day is { } value ? value.DayNumber - CivilDay.First.DayNumber : null;
}
