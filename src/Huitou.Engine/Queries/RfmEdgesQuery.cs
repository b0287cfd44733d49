namespace Huitou.Engine;

/// <summary>
/// The quintile edges of recency, frequency and money over all named customers who bought in the scope's period; null where nobody did.
/// Exact: days and orders are counted one by one, money is kept customer by customer and only what lies near an edge is sorted.
/// </summary>
/// <param name="basis">Whether the money is before or after refunds.</param>
public sealed class RfmEdgesQuery(MoneyBasis basis) : TotalsQuery<RfmEdgesPartial, RfmEdges?>
{
    private const int Quintiles = 5;

    internal override RfmEdgesPartial Begin(ScopeFilter scope) => new(scope);

    internal override void Add(RfmEdgesPartial partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        for (var i = 0; i < totals.Count; i++)
        {
            partial.Recency.Add(scope.AsOf - totals.Last[i]);
            partial.Frequency.Add(totals.Orders[i]);
        }

        partial.Money.Add(totals.Money(basis));
    }

    /// <inheritdoc/>
    public override Round<RfmEdgesPartial, RfmEdges?> Merge(IReadOnlyList<RfmEdgesPartial> partials, ScopeFilter scope)
    {
        var recency = CountingHistogram.Sum([.. partials.Select(partial => partial.Recency)]);
        if (recency.Total == 0)
            return new Round<RfmEdgesPartial, RfmEdges?>.Done(null);
        var frequency = CountingHistogram.Sum([.. partials.Select(partial => partial.Frequency)]);
        return new RfmEdges(
            Edges(recency), Edges(frequency), MoneySample.TakeQuantiles([.. partials.Select(partial => partial.Money)], Quintiles), basis);
    }

    private static double[] Edges(CountingHistogram histogram) =>
        [.. Enumerable.Range(1, Quintiles - 1).Select(k => Quantiles.Type7(histogram, k, Quintiles)!.Value)];
}

/// <summary>What one pass of an <see cref="RfmEdgesQuery"/> finds.</summary>
public sealed class RfmEdgesPartial
{
    internal RfmEdgesPartial(ScopeFilter scope) => Recency = new CountingHistogram(scope.AsOf - scope.To);

    internal CountingHistogram Recency { get; }

    internal CountingHistogram Frequency { get; } = new();

    internal MoneySample Money { get; } = new();
}
