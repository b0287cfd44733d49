namespace Huitou.Engine;

/// <summary>
/// What all orders of each named customer with any come to, by the default counting rules. Nearly every question asks of whole lives up
/// to today; it then reads one row a customer here and walks no orders. Scopes that cut lives short are answered from the orders.
/// </summary>
internal sealed class LifeTable
{
    private static readonly ScopeFilter Whole = new(new Scope { AsOf = DateOnly.MaxValue });

    private LifeTable(LedgerPartition partition)
    {
        (FirstDay, LastDay) = Days(partition);
        var totals = CustomerTotals.Rent();
        totals.Walk(partition, Whole);
        var count = totals.Count;
        Customer = Column.Of<int>(totals.Customer.AsSpan(0, count));
        Orders = Column.Of<int>(totals.Orders.AsSpan(0, count));
        (First, Last) = (totals.First[..count], totals.Last[..count]);
        Gross = Column.Of<long>(totals.Gross.AsSpan(0, count));
        Refunds = Column.Of<long>(totals.Refunds.AsSpan(0, count));
        totals.Return();
    }

    internal static LifeTable Of(LedgerPartition partition) => new(partition);

    /// <summary>The places of the customers, ascending.</summary>
    internal Column Customer { get; }

    internal Column Orders { get; }

    internal ushort[] First { get; }

    internal ushort[] Last { get; }

    internal Column Gross { get; }

    internal Column Refunds { get; }

    internal int Count => First.Length;

    /// <summary>The first day on which anything happened to anybody here; past all days where nothing did.</summary>
    private int FirstDay { get; }

    private int LastDay { get; }

    internal ColumnSize[] Sizes =>
    [
        new("lives", "customer", Customer.ByteSize),
        new("lives", "orders", Orders.ByteSize),
        new("lives", "first", 2L * First.Length),
        new("lives", "last", 2L * Last.Length),
        new("lives", "gross", Gross.ByteSize),
        new("lives", "refunds", Refunds.ByteSize),
    ];

    /// <summary>Whether the scope leaves out nothing that is summed up here, customers aside, and takes in nothing else.</summary>
    internal bool Answers(ScopeFilter scope, OrderMarks marks) =>
        scope.From <= FirstDay && LastDay <= scope.To && scope.HoldsAllPlaces && ((scope.Excluded ^ Whole.Excluded) & marks) == 0;

    private static (int First, int Last) Days(LedgerPartition partition)
    {
        var (first, last) = (int.MaxValue, -1);
        foreach (var day in partition.Orders.Day)
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        foreach (var day in partition.Refunds.Day)
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        return (first, last);
    }
}
