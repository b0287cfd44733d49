namespace Huitou.Engine;

/// <summary>
/// One page of the named customers who bought in the scope's period and whom a filter matches, in a given order; ties by ascending id.
/// The first pass finds who is on the page, the last fetches their figures. Before a page far down, one more pass looks at one customer in
/// <see cref="SampleOf"/>, which are in the order of their hash, so at random: between two of these, nearly surely, the page lies, and
/// only those in between have to be kept and sorted (Floyd and Rivest 1975). If it does not, all are.
/// </summary>
public sealed class CustomerPageQuery : ILedgerQuery<CustomerPagePartial, CustomerPage>
{
    /// <summary>A page that ends below this row is far down.</summary>
    private const int FarDown = 2_000;

    private const int SampleOf = 64;

    private readonly CustomerPredicate _predicate;
    private readonly CustomerOrder _order;
    private readonly int _offset, _limit;
    private readonly CustomerKeys _keys;
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
        _keys = End > FarDown ? new CustomerKeys(SampleOf, null, null) : CustomerKeys.All;
    }

    private CustomerPageQuery(CustomerPageQuery before, CustomerKeys keys, (long Total, CustomerFiguresQuery Page)? found)
    {
        (_predicate, _order, _offset, _limit) = (before._predicate, before._order, before._offset, before._limit);
        (_keys, _found) = (keys, found);
    }

    private int End => _offset + _limit;

    /// <inheritdoc/>
    public CustomerPagePartial Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope) =>
        _found is (_, var page) ? new CustomerPagePartial(default, [], page.Run(block, scope)) : Search(block, scope);

    /// <inheritdoc/>
    public Round<CustomerPagePartial, CustomerPage> Merge(IReadOnlyList<CustomerPagePartial> partials, ScopeFilter scope)
    {
        if (_found is (var found, var page))
            return new CustomerPage(found, page.InOrder(partials.Select(partial => partial.Figures)));
        var counted = partials.Aggregate(default(CustomerCounts), (sum, partial) => sum + partial.Counts);
        if (_keys.Each > 1)
            return Again(Around([.. partials.SelectMany(partial => partial.Best)], counted.All), null);
        if (counted.Before > _offset || counted.Before + counted.Between < Math.Min(End, counted.All))
            return Again(CustomerKeys.All, null);
        return Again(_keys, (counted.All, new CustomerFiguresQuery(OnPage(partials, counted.Before))));
    }

    private Round<CustomerPagePartial, CustomerPage>.Again Again(CustomerKeys keys, (long Total, CustomerFiguresQuery Page)? found) =>
        new(new CustomerPageQuery(this, keys, found));

    private List<long> OnPage(IReadOnlyList<CustomerPagePartial> partials, long before)
    {
        var best = new TopRows<CustomerKey, CustomerOrder>((int)(End - before), _order);
        foreach (var key in partials.SelectMany(partial => partial.Best))
            best.Add(key);
        List<long> ids = [];
        foreach (var key in best.InOrder((int)(_offset - before)))
            ids.Add(key.Id);
        return ids;
    }

    /// <summary>Two of the sample that lie four standard deviations, of at most √n/2, to either side of the page; none where the sample ends before.</summary>
    private CustomerKeys Around(CustomerKey[] sample, long all)
    {
        Array.Sort(sample, _order);
        var (aside, share) = ((2 * Math.Sqrt(sample.Length)) + 1, sample.Length / Math.Max(1.0, all));
        var (from, to) = ((int)((_offset * share) - aside), (int)Math.Ceiling((End * share) + aside));
        return new CustomerKeys(1, from >= 0 && from < sample.Length ? sample[from] : null, to < sample.Length ? sample[to] : null);
    }

    private CustomerPagePartial Search(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var counts = default(CustomerCounts);
        var best = new TopRows<CustomerKey, CustomerOrder>(End, _order);
        var totals = CustomerTotals.Rent();
        foreach (var partition in block)
        {
            totals.Fill(partition, scope);
            var wanted = _predicate.In(partition, scope);
            for (var i = 0; i < totals.Count; i++)
            {
                if (!wanted.Holds(totals, i, scope.AsOf) || counts.All++ % _keys.Each != 0)
                    continue;
                var key = _order.Key(partition.Customers.Id[totals.Customer[i]], totals, i);
                if (_keys.From is { } from && _order.Compare(key, from) < 0)
                {
                    counts.Before++;
                }
                else if (_keys.To is not { } to || _order.Compare(key, to) <= 0)
                {
                    counts.Between++;
                    best.Add(key);
                }
            }
        }

        totals.Return();
        return new CustomerPagePartial(counts, best.Rows(), []);
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

/// <summary>What one pass of a <see cref="CustomerPageQuery"/> finds: in the first ones, who comes first; in the last, their figures.</summary>
public sealed class CustomerPagePartial
{
    internal CustomerPagePartial(CustomerCounts counts, List<CustomerKey> best, List<CustomerFigures> figures) =>
        (Counts, Best, Figures) = (counts, best, figures);

    internal CustomerCounts Counts { get; }

    internal List<CustomerKey> Best { get; }

    internal List<CustomerFigures> Figures { get; }
}

/// <summary>Which customers a pass looks at: one in so many, and of those the ones between two keys, both included.</summary>
internal sealed record CustomerKeys(int Each, CustomerKey? From, CustomerKey? To)
{
    internal static readonly CustomerKeys All = new(1, null, null);
}

/// <summary>How many match, come before the keys that are looked at, and lie between these.</summary>
internal record struct CustomerCounts(long All, long Before, long Between)
{
    public static CustomerCounts operator +(CustomerCounts a, CustomerCounts b) => new(a.All + b.All, a.Before + b.Before, a.Between + b.Between);
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
