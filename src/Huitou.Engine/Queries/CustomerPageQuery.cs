namespace Huitou.Engine;

/// <summary>
/// One page of the named customers who bought in the scope's period and whom a filter matches, in a given order; ties by ascending id.
/// The first pass finds who is on the page, the second fetches their figures.
/// </summary>
public sealed class CustomerPageQuery : ILedgerQuery<CustomerPagePartial, CustomerPage>
{
    private readonly CustomerPredicate _predicate;
    private readonly CustomerOrder _order;
    private readonly int _offset, _limit;
    private readonly (long Total, CustomerFiguresQuery Page)? _found;

    /// <summary>Asks for a page.</summary>
    /// <param name="filter">Which customers.</param>
    /// <param name="sort">By what.</param>
    /// <param name="descending">Whether the largest come first.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="limit">How many to give.</param>
    /// <param name="limits">The limits behind R and F classes.</param>
    /// <param name="edges">The edges behind RFM groups; needed where the filter names a group.</param>
    /// <exception cref="ArgumentException">A group is asked for without edges, or the page begins before the first row.</exception>
    public CustomerPageQuery(
        CustomerFilter filter, CustomerSort sort, bool descending, int offset, int limit, GridLimits limits, RfmEdges? edges = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, int.MaxValue - offset);
        (_offset, _limit) = (offset, limit);
        _predicate = new CustomerPredicate(filter, limits, edges);
        _order = new CustomerOrder(sort, descending);
    }

    private CustomerPageQuery(CustomerPageQuery first, (long Total, CustomerFiguresQuery Page) found)
    {
        (_predicate, _order) = (first._predicate, first._order);
        _found = found;
    }

    /// <inheritdoc/>
    public CustomerPagePartial Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope) =>
        _found is (_, var page) ? new CustomerPagePartial(0, [], page.Run(block, scope)) : Search(block, scope);

    /// <inheritdoc/>
    public Round<CustomerPagePartial, CustomerPage> Merge(IReadOnlyList<CustomerPagePartial> partials, ScopeFilter scope)
    {
        if (_found is (var found, var page))
            return new CustomerPage(found, page.InOrder(partials.Select(partial => partial.Figures)));
        var best = new TopRows<CustomerKey, CustomerOrder>(_offset + _limit, _order);
        foreach (var key in partials.SelectMany(partial => partial.Best))
            best.Add(key);
        List<long> ids = [];
        foreach (var key in best.InOrder(_offset))
            ids.Add(key.Id);
        return new Round<CustomerPagePartial, CustomerPage>.Again(
            new CustomerPageQuery(this, (partials.Sum(partial => partial.Total), new CustomerFiguresQuery(ids))));
    }

    private CustomerPagePartial Search(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        long total = 0;
        var best = new TopRows<CustomerKey, CustomerOrder>(_offset + _limit, _order);
        var totals = CustomerTotals.Rent();
        foreach (var partition in block)
        {
            totals.Fill(partition, scope);
            var wanted = _predicate.In(partition, scope);
            for (var i = 0; i < totals.Count; i++)
            {
                if (!wanted.Holds(totals, i, scope.AsOf))
                    continue;
                total++;
                best.Add(_order.Key(partition.Customers.Id[totals.Customer[i]], totals, i));
            }
        }

        totals.Return();
        return new CustomerPagePartial(total, best.Rows(), []);
    }
}

/// <summary>The ids, ascending, of all named customers who bought in the scope's period and whom a filter matches.</summary>
/// <param name="filter">Which customers.</param>
/// <param name="limits">The limits behind R and F classes.</param>
/// <param name="edges">The edges behind RFM groups; needed where the filter names a group.</param>
public sealed class CustomerIdsQuery(CustomerFilter filter, GridLimits limits, RfmEdges? edges = null) : TotalsQuery<List<long>, long[]>
{
    private readonly CustomerPredicate _predicate = new(filter, limits, edges);

    internal override List<long> Begin(ScopeFilter scope) => [];

    internal override void Add(List<long> partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        var wanted = _predicate.In(partition, scope);
        for (var i = 0; i < totals.Count; i++)
        {
            if (wanted.Holds(totals, i, scope.AsOf))
                partial.Add(partition.Customers.Id[totals.Customer[i]]);
        }
    }

    /// <inheritdoc/>
    public override Round<List<long>, long[]> Merge(IReadOnlyList<List<long>> partials, ScopeFilter scope)
    {
        long[] ids = [.. partials.SelectMany(partial => partial)];
        LinearSort.Ids(ids);
        return ids;
    }
}

/// <summary>What one pass of a <see cref="CustomerPageQuery"/> finds: in the first, who comes first; in the second, their figures.</summary>
public sealed class CustomerPagePartial
{
    internal CustomerPagePartial(long total, List<CustomerKey> best, List<CustomerFigures> figures) =>
        (Total, Best, Figures) = (total, best, figures);

    internal long Total { get; }

    internal List<CustomerKey> Best { get; }

    internal List<CustomerFigures> Figures { get; }
}

/// <summary>What a customer is sorted by: a fraction, so that averages compare exactly.</summary>
internal readonly record struct CustomerKey(long Id, long Numerator, int Denominator);

/// <summary>The order of a page.</summary>
internal readonly struct CustomerOrder(CustomerSort sort, bool descending) : IComparer<CustomerKey>
{
    public int Compare(CustomerKey a, CustomerKey b)
    {
        var order = a.Denominator == b.Denominator
            ? a.Numerator.CompareTo(b.Numerator)
            : ((Int128)a.Numerator * b.Denominator).CompareTo((Int128)b.Numerator * a.Denominator);
        return order == 0 ? a.Id.CompareTo(b.Id) : descending ? -order : order;
    }

    internal CustomerKey Key(long id, CustomerTotals totals, int i) => sort switch
    {
        CustomerSort.NetSales => new(id, totals.Net(i), 1),
        CustomerSort.GrossSales => new(id, totals.Gross[i], 1),
        CustomerSort.Orders => new(id, totals.Orders[i], 1),
        CustomerSort.Aov => new(id, totals.Net(i), totals.Orders[i]),
        CustomerSort.LastDay => new(id, totals.Last[i], 1),
        CustomerSort.FirstDay => new(id, totals.First[i], 1),
    };
}
