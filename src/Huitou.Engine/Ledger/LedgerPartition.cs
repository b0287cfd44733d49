namespace Huitou.Engine;

/// <summary>
/// The customers whose hash begins with one prefix, and all their rows: immutable columns, customers by hash, each customer's orders in
/// time order (day, minute, id), each order's lines together. It is the unit of parallel work, of refresh and of splitting.
/// </summary>
/// <remarks>
/// Table and rows: customer c owns the orders <c>OrderStart[c]..OrderStart[c+1]</c> and the refunds <c>RefundStart[c]..RefundStart[c+1]</c>;
/// order o owns the lines <c>LineStart[o]..LineStart[o+1]</c>; touches lie as refunds do, in time order. A customer's refunds are sorted by the order that they name, loose ones
/// first, so that a walk along the orders meets them in step.
/// </remarks>
public sealed class LedgerPartition
{
    internal LedgerPartition(int depth, ulong prefix, PartitionTables tables, LifeTable? lives = null)
    {
        (Depth, Prefix) = (depth, prefix);
        (Customers, Orders, Lines, Refunds, Touches, TouchLives) = tables;
        Anonymous = Array.IndexOf(Customers.Id, 0);
        foreach (var marks in Orders.Marks)
            MarksUnion |= (OrderMarks)marks;
        Lives = lives ?? LifeTable.Of(this);
    }

    /// <summary>How many top bits of the hash are the same for all customers here.</summary>
    public int Depth { get; }

    /// <summary>Those bits.</summary>
    public ulong Prefix { get; }

    /// <summary>How many customers are here, the anonymous one included.</summary>
    public int CustomerCount => Customers.Id.Length;

    /// <summary>How many orders are here.</summary>
    public int OrderCount => Orders.Day.Length;

    /// <summary>How many lines are here.</summary>
    public int LineCount => Lines.Marks.Length;

    internal CustomerTable Customers { get; }

    internal OrderTable Orders { get; }

    internal LineTable Lines { get; }

    internal RefundTable Refunds { get; }

    internal LifeTable Lives { get; }

    internal TouchTable Touches { get; }

    internal TouchLifeTable TouchLives { get; }

    /// <summary>Where the anonymous customer is, or −1.</summary>
    internal int Anonymous { get; }

    /// <summary>All marks that any order here carries: where none of them is excluded, no order need be tested.</summary>
    internal OrderMarks MarksUnion { get; }

    /// <summary>The largest code of a region here: a dictionary that does not know it is older than this partition.</summary>
    public int LargestRegion
    {
        get
        {
            long largest = 0;
            for (var customer = 0; customer < CustomerCount; customer++)
                largest = Math.Max(largest, Customers.Region[customer]);
            return (int)largest;
        }
    }

    /// <summary>Bytes of all columns.</summary>
    public long ByteSize => ColumnSizes().Sum(column => column.Bytes);

    /// <summary>What each column weighs, table by table.</summary>
    public IReadOnlyList<ColumnSize> ColumnSizes() => [.. Customers.Sizes, .. Orders.Sizes, .. Lines.Sizes, .. Refunds.Sizes, .. Lives.Sizes, .. Touches.Sizes, .. TouchLives.Sizes];

    /// <summary>The place of the customer with this hash, or −1.</summary>
    internal int Find(ulong hash)
    {
        var place = LowerBound(hash);
        return place < CustomerCount && LedgerHash.Of(Customers.Id[place]) == hash ? place : -1;
    }

    /// <summary>The first place whose hash is not below <paramref name="hash"/>.</summary>
    internal int LowerBound(ulong hash)
    {
        var (low, high) = (0, CustomerCount);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LedgerHash.Of(Customers.Id[middle]) < hash)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
