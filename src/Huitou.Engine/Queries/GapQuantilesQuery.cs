namespace Huitou.Engine;

/// <summary>
/// The rhythm in which named customers come back: the gaps, in days, between consecutive distinct days with a paid order in the scope's
/// period, and beside them how often customers have bought. Quantiles are of type 7; null where there is nothing to take them of.
/// </summary>
/// <param name="Count">How many gaps.</param>
/// <param name="P50">The median gap.</param>
/// <param name="P75">75 %.</param>
/// <param name="P80">80 %.</param>
/// <param name="P90">90 %.</param>
/// <param name="P95">95 %.</param>
/// <param name="P975">97.5 %.</param>
/// <param name="FrequencyP90">The 90 % quantile of paid orders by customer.</param>
public sealed record GapQuantiles(
    long Count, double? P50, double? P75, double? P80, double? P90, double? P95, double? P975, double? FrequencyP90);

/// <summary>Asks for <see cref="GapQuantiles"/>.</summary>
public sealed record GapQuantilesQuery : ILedgerQuery<GapCounts, GapQuantiles>
{
    /// <inheritdoc/>
    public GapCounts Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var counts = new GapCounts();
        byte[] buffer = [];
        foreach (var partition in block)
        {
            var customers = scope.Customers(partition);
            if (!customers.IsEmpty)
                Count(partition, scope, customers, scope.Orders(partition, ref buffer), counts);
        }

        return counts;
    }

    /// <inheritdoc/>
    public Round<GapCounts, GapQuantiles> Merge(IReadOnlyList<GapCounts> partials, ScopeFilter scope)
    {
        var gaps = CountingHistogram.Sum([.. partials.Select(partial => partial.Gaps)]);
        var frequencies = CountingHistogram.Sum([.. partials.Select(partial => partial.Frequencies)]);
        return new GapQuantiles(
            gaps.Total, Quantiles.Type7(gaps, 1, 2), Quantiles.Type7(gaps, 3, 4), Quantiles.Type7(gaps, 4, 5), Quantiles.Type7(gaps, 9, 10),
            Quantiles.Type7(gaps, 19, 20), Quantiles.Type7(gaps, 39, 40), Quantiles.Type7(frequencies, 9, 10));
    }

    private static void Count(
        LedgerPartition partition, ScopeFilter scope, CustomerMask customers, OrderMask mask, GapCounts found)
    {
        ReadOnlySpan<ushort> days = partition.Orders.Day;
        for (var customer = 0; customer < partition.CustomerCount; customer++)
        {
            if (customer == partition.Anonymous || !customers.Holds(customer))
                continue;
            var (orders, last) = (0, -1);
            for (var row = partition.Customers.OrderStart[customer]; row < partition.Customers.OrderStart[customer + 1]; row++)
            {
                int day = days[row];
                if (day < scope.From || day > scope.To || !mask.Holds(row))
                    continue;
                orders++;
                if (last >= 0 && day != last)
                    found.Gaps.Add(day - last);
                last = day;
            }

            if (orders > 0)
                found.Frequencies.Add(orders);
        }
    }
}

/// <summary>What one pass of a <see cref="GapQuantilesQuery"/> counts.</summary>
public sealed class GapCounts
{
    internal CountingHistogram Gaps { get; } = new();

    internal CountingHistogram Frequencies { get; } = new();
}

/// <summary>The grid limits that a shop starts with.</summary>
public static class DefaultLimits
{
    /// <summary>With fewer gaps a shop's own rhythm is not yet to be seen.</summary>
    public const int LeastGaps = 200;

    /// <summary>
    /// Active up to the 75 % quantile of the gaps, silent up to 90 %, dormant up to 97.5 %; a fan from max(4, the 90 % quantile of the
    /// orders). Limits are whole days or orders, rounded up so that at least the named share lies within, and moved up by a day
    /// where two would be equal.
    /// </summary>
    public static GridLimits From(GapQuantiles gaps)
    {
        ArgumentNullException.ThrowIfNull(gaps);
        var fan = Math.Max(GridLimits.Fallback.FanMin, Up(gaps.FrequencyP90));
        if (gaps.Count < LeastGaps)
            return GridLimits.Fallback with { FanMin = fan };
        var active = Up(gaps.P75);
        var silent = Math.Max(Up(gaps.P90), active + 1);
        return new GridLimits(active, silent, Math.Max(Up(gaps.P975), silent + 1), fan);
    }

    private static int Up(double? quantile) => (int)Math.Ceiling(quantile ?? 0);
}
