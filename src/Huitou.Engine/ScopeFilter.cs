namespace Huitou.Engine;

/// <summary>
/// A <see cref="Scope"/> made ready for kernels: days as numbers, shops and channels as tables. The rules of what lies inside:
/// an order by its own day, shop, channel and marks; a refund that names an order with that order, if dated up to the as-of day;
/// a loose refund by its own day, shop and channel.
/// </summary>
public sealed class ScopeFilter
{
    private readonly bool[]? _shops;
    private readonly bool[]? _channels;
    private readonly OrderMarks _excluded;

    /// <summary>Makes <paramref name="scope"/> ready.</summary>
    public ScopeFilter(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Scope = scope;
        LastDay = scope.To is { } to && to < scope.AsOf ? to : scope.AsOf;
        AsOf = scope.AsOf.DayNumber - CivilDay.First.DayNumber;
        To = Math.Min(LastDay.DayNumber - CivilDay.First.DayNumber, ushort.MaxValue);
        From = scope.From is { } from ? Math.Max(from.DayNumber - CivilDay.First.DayNumber, 0) : 0;
        _shops = Table(scope.Shops, ushort.MaxValue + 1);
        _channels = Table(scope.Channels, byte.MaxValue + 1);
        _excluded = scope.Counting.Excluded;
    }

    /// <summary>What this was made of.</summary>
    public Scope Scope { get; }

    /// <summary>The last day of the period.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The number of the as-of day; may lie outside what a ledger holds.</summary>
    internal int AsOf { get; }

    /// <summary>The number of the period's first day.</summary>
    internal int From { get; }

    /// <summary>The number of the period's last day; less than <see cref="From"/> where the period is empty.</summary>
    internal int To { get; }

    /// <summary>Whether a loose refund counts in the period.</summary>
    internal bool HoldsLoose(LedgerPartition partition, int refund) =>
        partition.Refunds.Day[refund] >= From && partition.Refunds.Day[refund] <= To
        && (_shops is null || _shops[partition.Refunds.Shop[refund]])
        && (_channels is null || _channels[partition.Refunds.Channel[refund]]);

    /// <summary>Whether a refund exists for the question, whenever its order was: loose, or of an order in the scope up to the as-of day.</summary>
    internal bool HoldsByOwnDate(LedgerPartition partition, int firstOrder, int refund)
    {
        var order = firstOrder + partition.Refunds.Order[refund];
        return order < firstOrder
            ? HoldsLoose(partition, refund)
            : partition.Refunds.Day[refund] <= AsOf && partition.Orders.Day[order] <= AsOf && Holds(partition, order);
    }

    /// <summary>A customer's refunds that count against the sales of the period.</summary>
    internal long Refunds(LedgerPartition partition, int customer)
    {
        long sum = 0;
        for (var row = partition.Customers.RefundStart[customer]; row < partition.Customers.RefundStart[customer + 1]; row++)
            sum += HoldsRefund(partition, customer, row) ? partition.Refunds.Amount[row] : 0;
        return sum;
    }

    /// <summary>Whether a customer's refund counts against the sales of the period: loose, or of an order of the period.</summary>
    private bool HoldsRefund(LedgerPartition partition, int customer, int refund)
    {
        var order = partition.Customers.OrderStart[customer] + partition.Refunds.Order[refund];
        if (order < partition.Customers.OrderStart[customer])
            return HoldsLoose(partition, refund);
        return partition.Refunds.Day[refund] <= AsOf && partition.Orders.Day[order] >= From && partition.Orders.Day[order] <= To && Holds(partition, order);
    }

    /// <summary>Whether an order exists for the question, days aside; for one customer's orders, where a whole partition's would be a waste.</summary>
    internal bool Holds(LedgerPartition partition, int order) =>
        (partition.Orders.Marks[order] & (byte)_excluded) == 0
        && (_shops is null || _shops[partition.Orders.Shop[order]])
        && (_channels is null || _channels[partition.Orders.Channel[order]]);

    /// <summary>
    /// Which of the partition's orders exist for the question, days aside: one truth value a row, or nothing where all do.
    /// </summary>
    /// <param name="partition">The partition.</param>
    /// <param name="buffer">Kept by the caller for the next partition.</param>
    internal ReadOnlySpan<bool> Orders(LedgerPartition partition, ref bool[] buffer)
    {
        if (_shops is null && _channels is null && (partition.MarksUnion & _excluded) == 0)
            return [];
        if (buffer.Length < partition.OrderCount)
            buffer = new bool[partition.OrderCount + (partition.OrderCount / 4)];
        var counts = buffer.AsSpan(0, partition.OrderCount);
        var marks = partition.Orders.Marks.AsSpan();
        var excluded = (byte)_excluded;
        for (var row = 0; row < counts.Length; row++)
            counts[row] = (marks[row] & excluded) == 0;
        if (_shops is not null)
            Narrow(counts, partition.Orders.Shop, _shops);
        if (_channels is not null)
            Narrow(counts, partition.Orders.Channel, _channels);
        return counts;
    }

    /// <summary>Which of the partition's customers are asked about; all where the scope names none.</summary>
    internal CustomerMask Customers(LedgerPartition partition) =>
        Scope.Customers is null ? CustomerMask.All : Scope.Customers.In(partition);

    private static void Narrow(Span<bool> counts, ushort[] values, bool[] table)
    {
        for (var row = 0; row < counts.Length; row++)
            counts[row] &= table[values[row]];
    }

    private static void Narrow(Span<bool> counts, byte[] values, bool[] table)
    {
        for (var row = 0; row < counts.Length; row++)
            counts[row] &= table[values[row]];
    }

    private static bool[]? Table(IReadOnlyList<int>? chosen, int size)
    {
        if (chosen is null)
            return null;
        var table = new bool[size];
        foreach (var value in chosen)
        {
            if (value < 0 || value >= size)
                throw new ArgumentOutOfRangeException(nameof(chosen), value, $"A scope's shops and channels are numbers from 0 to {size - 1}. Name those that exist.");
            table[value] = true;
        }

        return table;
    }
}
