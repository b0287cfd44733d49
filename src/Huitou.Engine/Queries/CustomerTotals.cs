using System.Numerics;

namespace Huitou.Engine;

/// <summary>
/// The kernel under all questions about customers: for each named customer of a partition with an order in the scope, the sums that
/// every class and score is made of, as columns that stay in the processor's cache. One per thread, filled anew for each partition.
/// </summary>
internal sealed class CustomerTotals
{
    private bool[] _orders = [];

    /// <summary>How many customers bought.</summary>
    internal int Count { get; private set; }

    /// <summary>Their places in the partition, ascending.</summary>
    internal int[] Customer { get; private set; } = [];

    /// <summary>Orders in the period.</summary>
    internal int[] Orders { get; private set; } = [];

    /// <summary>Day of the first order ever, in or before the period.</summary>
    internal ushort[] First { get; private set; } = [];

    /// <summary>Day of the last order in the period.</summary>
    internal ushort[] Last { get; private set; } = [];

    /// <summary>Paid for the orders of the period.</summary>
    internal long[] Gross { get; private set; } = [];

    /// <summary>Refunds of those orders up to the as-of day, and loose refunds dated in the period.</summary>
    internal long[] Refunds { get; private set; } = [];

    internal long Net(int i) => Gross[i] - Refunds[i];

    /// <summary>Does the partition.</summary>
    internal void Fill(LedgerPartition partition, ScopeFilter scope)
    {
        Count = 0;
        var customers = scope.Customers(partition);
        if (customers.IsEmpty || scope.To < scope.From)
            return;
        if (Customer.Length < partition.CustomerCount)
            Resize(partition.CustomerCount + (partition.CustomerCount / 4));
        var counts = scope.Orders(partition, ref _orders);
        if (partition.Orders.Amount.Width == sizeof(int))
            Fill(partition, scope, customers, counts, partition.Orders.Amount.As<int>());
        else
            Fill(partition, scope, customers, counts, partition.Orders.Amount.As<long>());
    }

    private void Fill<T>(
        LedgerPartition partition, ScopeFilter scope, CustomerMask customers, ReadOnlySpan<bool> counts, ReadOnlySpan<T> amounts)
        where T : unmanaged, IBinaryInteger<T>
    {
        ReadOnlySpan<ushort> days = partition.Orders.Day;
        ReadOnlySpan<int> starts = partition.Customers.OrderStart, refundStarts = partition.Customers.RefundStart;
        var (from, to, anonymous) = (scope.From, scope.To, partition.Anonymous);
        var found = 0;
        for (var customer = 0; customer < starts.Length - 1; customer++)
        {
            var (start, end) = (starts[customer], starts[customer + 1]);
            if (start == end || customer == anonymous || !customers.Holds(customer))
                continue;
            while (end > start && days[end - 1] > to)
                end--;
            var first = start;
            while (first < end && days[first] < from)
                first++;
            var bought = counts.IsEmpty
                ? AddAll(found, days, amounts, first, end)
                : AddCounted(found, days, amounts, counts, first, end);
            if (!bought)
                continue;
            while (!counts.IsEmpty && !counts[start])
                start++;
            Customer[found] = customer;
            First[found] = days[start];
            Refunds[found] = refundStarts[customer] == refundStarts[customer + 1] ? 0 : scope.Refunds(partition, customer);
            found++;
        }

        Count = found;
    }

    private bool AddAll<T>(int found, ReadOnlySpan<ushort> days, ReadOnlySpan<T> amounts, int first, int end)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (first == end)
            return false;
        long gross = 0;
        foreach (var amount in amounts[first..end])
            gross += long.CreateTruncating(amount);
        Orders[found] = end - first;
        Last[found] = days[end - 1];
        Gross[found] = gross;
        return true;
    }

    private bool AddCounted<T>(int found, ReadOnlySpan<ushort> days, ReadOnlySpan<T> amounts, ReadOnlySpan<bool> counts, int first, int end)
        where T : unmanaged, IBinaryInteger<T>
    {
        while (end > first && !counts[end - 1])
            end--;
        if (first == end)
            return false;
        long gross = 0;
        var orders = 0;
        var rows = amounts[first..end];
        counts = counts.Slice(first, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            gross += counts[i] ? long.CreateTruncating(rows[i]) : 0;
            orders += counts[i] ? 1 : 0;
        }

        Orders[found] = orders;
        Last[found] = days[end - 1];
        Gross[found] = gross;
        return true;
    }

    private void Resize(int length)
    {
        Customer = new int[length];
        Orders = new int[length];
        First = new ushort[length];
        Last = new ushort[length];
        Gross = new long[length];
        Refunds = new long[length];
    }
}
