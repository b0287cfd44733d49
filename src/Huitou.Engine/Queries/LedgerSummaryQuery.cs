namespace Huitou.Engine;

/// <summary>How much there is in a scope's period.</summary>
/// <param name="Customers">Named customers with a paid order.</param>
/// <param name="Orders">Paid orders.</param>
/// <param name="AnonymousOrders">Those among them that name no buyer.</param>
/// <param name="Lines">Lines of the orders.</param>
/// <param name="FirstDay">Day of the first order; null where there is none.</param>
/// <param name="LastDay">Day of the last order; null where there is none.</param>
public sealed record LedgerSummary(long Customers, long Orders, long AnonymousOrders, long Lines, DateOnly? FirstDay, DateOnly? LastDay)
{
    internal static readonly LedgerSummary Empty = new(0, 0, 0, 0, null, null);

    /// <summary>The sums of both, over the longer span of days.</summary>
    public static LedgerSummary operator +(LedgerSummary a, LedgerSummary b) => new(
        a.Customers + b.Customers, a.Orders + b.Orders, a.AnonymousOrders + b.AnonymousOrders, a.Lines + b.Lines,
        b.FirstDay is null || a.FirstDay < b.FirstDay ? a.FirstDay : b.FirstDay,
        b.LastDay is null || a.LastDay > b.LastDay ? a.LastDay : b.LastDay);
}

/// <summary>Asks for a <see cref="LedgerSummary"/>.</summary>
public sealed record LedgerSummaryQuery : ILedgerQuery<LedgerSummary, LedgerSummary>
{
    /// <inheritdoc/>
    public LedgerSummary Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var sum = LedgerSummary.Empty;
        byte[] buffer = [];
        foreach (var partition in block)
        {
            var customers = scope.Customers(partition);
            if (!customers.IsEmpty)
                sum += Of(partition, scope, customers, scope.Orders(partition, ref buffer));
        }

        return sum;
    }

    /// <inheritdoc/>
    public Round<LedgerSummary, LedgerSummary> Merge(IReadOnlyList<LedgerSummary> partials, ScopeFilter scope) =>
        partials.Aggregate(LedgerSummary.Empty, (sum, partial) => sum + partial);

    private static LedgerSummary Of(LedgerPartition partition, ScopeFilter scope, CustomerMask customers, OrderMask mask)
    {
        long buyers = 0, orders = 0, anonymous = 0, lines = 0;
        var (first, last) = (int.MaxValue, -1);
        for (var customer = 0; customer < partition.CustomerCount; customer++)
        {
            if (!customers.Holds(customer))
                continue;
            var before = orders;
            for (var order = partition.Customers.OrderStart[customer]; order < partition.Customers.OrderStart[customer + 1]; order++)
            {
                int day = partition.Orders.Day[order];
                if (day < scope.From || day > scope.To || !mask.Holds(order))
                    continue;
                orders++;
                lines += partition.Orders.LineStart[order + 1] - partition.Orders.LineStart[order];
                (first, last) = (Math.Min(first, day), Math.Max(last, day));
            }

            if (customer == partition.Anonymous)
                anonymous += orders - before;
            else
                buyers += orders > before ? 1 : 0;
        }

        return new LedgerSummary(
            buyers, orders, anonymous, lines, orders == 0 ? null : CivilDay.Of(first), orders == 0 ? null : CivilDay.Of(last));
    }
}
