namespace Huitou.Engine;

/// <summary>
/// Products by what was paid for their lines in the orders of the scope's period, before refunds, the largest first. Gifts, lines that are
/// not goods, and lines of no known product are left out; anonymous orders count, but make no buyer.
/// </summary>
public sealed class ProductRankingQuery : ILedgerQuery<ProductTallies, ProductRanking>
{
    private readonly ProductSort _sort;
    private readonly int _limit;

    /// <param name="sort">By what.</param>
    /// <param name="limit">How many to give.</param>
    public ProductRankingQuery(ProductSort sort, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        (_sort, _limit) = (sort, limit);
    }

    /// <inheritdoc/>
    public ProductTallies Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var sums = new ProductTallies();
        var stamp = 0;
        bool[] buffer = [];
        foreach (var partition in block)
        {
            var customers = scope.Customers(partition);
            if (customers.IsEmpty)
                continue;
            var counts = scope.Orders(partition, ref buffer);
            for (var customer = 0; customer < partition.CustomerCount; customer++)
            {
                if (customers.Holds(customer))
                    AddOrders(partition, customer, scope, counts, sums, ref stamp);
            }
        }

        return sums;
    }

    /// <inheritdoc/>
    public Round<ProductTallies, ProductRanking> Merge(IReadOnlyList<ProductTallies> partials, ScopeFilter scope)
    {
        var sums = new ProductTallies();
        foreach (var partial in partials)
            sums.Add(partial);
        var best = new TopRows<ProductFigures>(_limit, new ProductOrder(_sort));
        long total = 0;
        foreach (var (product, sold) in sums.Sold())
        {
            total++;
            best.Add(new ProductFigures(product, sold.Sales, sold.Orders, sold.Units, sold.Buyers));
        }

        return new ProductRanking(total, best.InOrder());
    }

    /// <summary>A stamp is the row of an order, or of a buyer's first order, counted on over all partitions of the pass: it never comes twice.</summary>
    private static void AddOrders(
        LedgerPartition partition, int customer, ScopeFilter scope, ReadOnlySpan<bool> counts, ProductTallies sums, ref int stamp)
    {
        var named = customer != partition.Anonymous;
        var buyer = stamp + 1;
        for (var order = partition.Customers.OrderStart[customer]; order < partition.Customers.OrderStart[customer + 1]; order++)
        {
            var day = partition.Orders.Day[order];
            if (day < scope.From || day > scope.To || (!counts.IsEmpty && !counts[order]))
                continue;
            stamp++;
            for (var line = partition.Orders.LineStart[order]; line < partition.Orders.LineStart[order + 1]; line++)
            {
                var product = (int)partition.Lines.Product[line];
                if (product == 0 || partition.Lines.Marks[line] != (byte)LineMarks.None)
                    continue;
                ref var sold = ref sums[product];
                sold.Sales += partition.Lines.Amount[line];
                sold.Units += partition.Lines.Quantity[line];
                sold.Orders += sold.LastOrder != stamp ? 1 : 0;
                sold.Buyers += named && sold.LastBuyer != buyer ? 1 : 0;
                (sold.LastOrder, sold.LastBuyer) = (stamp, buyer);
            }
        }
    }

    /// <summary>Largest first; a unit price is compared as a fraction, exactly.</summary>
    private sealed class ProductOrder(ProductSort sort) : IComparer<ProductFigures>
    {
        public int Compare(ProductFigures? a, ProductFigures? b)
        {
            var order = sort switch
            {
                ProductSort.Sales => b!.Sales.CompareTo(a!.Sales),
                ProductSort.Orders => b!.Orders.CompareTo(a!.Orders),
                ProductSort.Units => b!.Units.CompareTo(a!.Units),
                ProductSort.Buyers => b!.Buyers.CompareTo(a!.Buyers),
                ProductSort.UnitPrice => ((Int128)b!.Sales * a!.Units).CompareTo((Int128)a.Sales * b.Units),
            };
            return order != 0 ? order : a.Product.CompareTo(b.Product);
        }
    }
}
