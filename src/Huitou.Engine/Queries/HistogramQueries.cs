namespace Huitou.Engine;

/// <summary>Named customers by days since their last order in the scope's period, in bars that end at the given days; the last bar is open.</summary>
public sealed class RecencyHistogramQuery : TotalsQuery<CustomerTally[], IReadOnlyList<HistogramBar>>
{
    private readonly int[] _most;

    /// <param name="mostDays">The largest recency of each bar but the last, ascending; the first bar begins at 0.</param>
    public RecencyHistogramQuery(IEnumerable<int> mostDays)
    {
        _most = [.. mostDays];
        for (var i = 0; i < _most.Length; i++)
        {
            if (_most[i] < 0 || (i > 0 && _most[i] <= _most[i - 1]))
                throw new ArgumentException($"{string.Join(", ", _most)} do not ascend from 0 or more. Give each bar's largest recency once.", nameof(mostDays));
        }
    }

    internal override CustomerTally[] Begin(ScopeFilter scope) => new CustomerTally[_most.Length + 1];

    internal override void Add(CustomerTally[] partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        for (var i = 0; i < totals.Count; i++)
            partial[Bar(scope.AsOf - totals.Last[i])].Add(totals, i);
    }

    /// <inheritdoc/>
    public override Round<CustomerTally[], IReadOnlyList<HistogramBar>> Merge(IReadOnlyList<CustomerTally[]> partials, ScopeFilter scope)
    {
        HistogramBar[] bars =
        [
            .. CustomerTally.Sum(partials).Select((sum, i) => new HistogramBar(
                i == 0 ? 0 : _most[i - 1] + 1, i < _most.Length ? _most[i] : null, sum.Customers, sum.Gross, sum.Net)),
        ];
        return new Round<CustomerTally[], IReadOnlyList<HistogramBar>>.Done(bars);
    }

    private int Bar(int recency)
    {
        var place = Array.BinarySearch(_most, recency);
        return place < 0 ? ~place : place;
    }
}

/// <summary>Named customers by paid orders in the scope's period: bars of 1, 2, 3, … orders; the last is open.</summary>
public sealed class FrequencyHistogramQuery : TotalsQuery<CustomerTally[], IReadOnlyList<HistogramBar>>
{
    private readonly int _last;

    /// <param name="last">The last bar holds customers with this many orders or more; 1 to 10,000.</param>
    public FrequencyHistogramQuery(int last)
    {
        if (last is < 1 or > 10_000)
            throw new ArgumentOutOfRangeException(nameof(last), last, "A histogram has 1 to 10,000 bars.");
        _last = last;
    }

    internal override CustomerTally[] Begin(ScopeFilter scope) => new CustomerTally[_last];

    internal override void Add(CustomerTally[] partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        for (var i = 0; i < totals.Count; i++)
            partial[Math.Min(totals.Orders[i], _last) - 1].Add(totals, i);
    }

    /// <inheritdoc/>
    public override Round<CustomerTally[], IReadOnlyList<HistogramBar>> Merge(IReadOnlyList<CustomerTally[]> partials, ScopeFilter scope)
    {
        HistogramBar[] bars =
        [
            .. CustomerTally.Sum(partials).Select((sum, i) => new HistogramBar(
                i + 1, i + 1 < _last ? i + 1 : null, sum.Customers, sum.Gross, sum.Net)),
        ];
        return new Round<CustomerTally[], IReadOnlyList<HistogramBar>>.Done(bars);
    }
}
