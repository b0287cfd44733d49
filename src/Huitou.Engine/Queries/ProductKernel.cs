namespace Huitou.Engine;

/// <summary>Adds up the lines of the orders in the scope's period, product by product, over the partitions of one pass.</summary>
internal sealed class ProductKernel(ScopeFilter scope)
{
    private byte[] _without = [];
    private long[] _products = [], _quantities = [], _amounts = [];

    /// <summary>Counts orders on over all partitions, so that no stamp comes twice; a buyer's stamp is that of the first order counted.</summary>
    private int _stamp;

    internal ProductTallies Sums { get; } = new();

    internal void Add(LedgerPartition partition)
    {
        var customers = scope.Customers(partition);
        if (customers.IsEmpty)
            return;
        var mask = scope.Orders(partition, ref _without);
        partition.Lines.Product.Read(partition.LineCount, ref _products);
        partition.Lines.Quantity.Read(partition.LineCount, ref _quantities);
        partition.Lines.Amount.Read(partition.LineCount, ref _amounts);
        var (starts, days) = (partition.Customers.OrderStart, partition.Orders.Day);
        for (var customer = 0; customer < partition.CustomerCount; customer++)
        {
            if (!customers.Holds(customer))
                continue;
            var buyer = customer == partition.Anonymous ? 0 : _stamp + 1;
            for (var order = starts[customer]; order < starts[customer + 1]; order++)
            {
                if (days[order] >= scope.From && days[order] <= scope.To && mask.Holds(order))
                    AddLines(partition, order, buyer);
            }
        }
    }

    private void AddLines(LedgerPartition partition, int order, int buyer)
    {
        _stamp++;
        ReadOnlySpan<byte> marks = partition.Lines.Marks;
        for (var line = partition.Orders.LineStart[order]; line < partition.Orders.LineStart[order + 1]; line++)
        {
            var product = (int)_products[line];
            if (product == 0 || marks[line] != (byte)LineMarks.None)
                continue;
            ref var sold = ref Sums[product];
            sold.Sales += _amounts[line];
            sold.Units += _quantities[line];
            sold.Orders += sold.LastOrder != _stamp ? 1 : 0;
            sold.Buyers += buyer != 0 && sold.LastBuyer != buyer ? 1 : 0;
            (sold.LastOrder, sold.LastBuyer) = (_stamp, buyer);
        }
    }
}
