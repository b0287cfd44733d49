namespace Huitou.Engine;

/// <summary>
/// Products by what was paid for their lines in the orders of the scope's period, before refunds, the largest first. Gifts, lines that are
/// not goods, and lines of no known product are left out; anonymous orders count, but make no buyer.
/// </summary>
public sealed record ProductRankingQuery : ILedgerQuery<ProductTallies, ProductRanking>
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
        var kernel = new ProductKernel(scope);
        foreach (var partition in block)
            kernel.Add(partition);
        return kernel.Sums;
    }

    /// <inheritdoc/>
    public Round<ProductTallies, ProductRanking> Merge(IReadOnlyList<ProductTallies> partials, ScopeFilter scope)
    {
        var sums = new ProductTallies();
        foreach (var partial in partials)
            sums.Add(partial);
        var best = new TopRows<ProductFigures, ProductOrder>(_limit, new ProductOrder(_sort));
        long total = 0;
        foreach (var (product, sold) in sums.Sold())
        {
            total++;
            best.Add(new ProductFigures(product, sold.Sales, sold.Orders, sold.Units, sold.Buyers));
        }

        return new ProductRanking(total, [.. best.InOrder()]);
    }

    /// <summary>Largest first; a unit price is compared as a fraction, exactly.</summary>
    private readonly struct ProductOrder(ProductSort sort) : IComparer<ProductFigures>
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
