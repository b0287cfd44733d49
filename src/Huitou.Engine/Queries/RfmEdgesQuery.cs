namespace Huitou.Engine;

/// <summary>
/// The quintile edges of recency, frequency and money over all named customers who bought in the scope's period; null where nobody did.
/// Exact, in two passes: the first counts days and orders one by one and money by size; the second fetches only the sums of the few sizes
/// in which a quintile lies.
/// </summary>
/// <param name="basis">Whether the money is before or after refunds.</param>
public sealed class RfmEdgesQuery(MoneyBasis basis) : ILedgerQuery<RfmEdgesPartial, RfmEdges?>
{
    private const int Quintiles = 5;

    private readonly RfmSizes? _first;

    private RfmEdgesQuery(MoneyBasis basis, RfmSizes first)
        : this(basis) => _first = first;

    /// <inheritdoc/>
    public RfmEdgesPartial Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var partial = new RfmEdgesPartial(scope);
        var totals = new CustomerTotals();
        foreach (var partition in block)
        {
            totals.Fill(partition, scope);
            if (_first is null)
                Count(totals, scope.AsOf, partial);
            else
                Fetch(totals, _first.Wanted, partial.Sums);
        }

        return partial;
    }

    /// <inheritdoc/>
    public Round<RfmEdgesPartial, RfmEdges?> Merge(IReadOnlyList<RfmEdgesPartial> partials, ScopeFilter scope)
    {
        if (_first is null)
        {
            var first = RfmSizes.Of(partials, Quintiles);
            return first is null
                ? new Round<RfmEdgesPartial, RfmEdges?>.Done(null)
                : new Round<RfmEdgesPartial, RfmEdges?>.Again(new RfmEdgesQuery(basis, first));
        }

        long[] sums = [.. partials.SelectMany(partial => partial.Sums)];
        Array.Sort(sums);
        return new RfmEdges(Edges(_first.Recency), Edges(_first.Frequency), [.. Shares().Select(k => _first.MoneyEdge(sums, k, Quintiles))], basis);
    }

    private static double[] Edges(CountingHistogram histogram) =>
        [.. Shares().Select(k => Quantiles.Type7(histogram, k, Quintiles)!.Value)];

    private static IEnumerable<int> Shares() => Enumerable.Range(1, Quintiles - 1);

    private void Count(CustomerTotals totals, int asOf, RfmEdgesPartial partial)
    {
        var sizes = partial.Sizes;
        for (var i = 0; i < totals.Count; i++)
        {
            partial.Recency.Add(asOf - totals.Last[i]);
            partial.Frequency.Add(totals.Orders[i]);
            sizes[MoneySize.Of(Money(totals, i))]++;
        }
    }

    private void Fetch(CustomerTotals totals, bool[] wanted, List<long> sums)
    {
        for (var i = 0; i < totals.Count; i++)
        {
            var money = Money(totals, i);
            if (wanted[MoneySize.Of(money)])
                sums.Add(money);
        }
    }

    private long Money(CustomerTotals totals, int i) => basis == MoneyBasis.Net ? totals.Net(i) : totals.Gross[i];
}
