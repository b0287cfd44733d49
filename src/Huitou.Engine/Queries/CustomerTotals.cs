using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Huitou.Engine;

/// <summary>
/// The kernel under all questions about customers: for each named customer of a partition with an order in the scope, the sums that
/// every class and score is made of, as columns that stay in the processor's cache. One per thread, filled anew for each partition.
/// </summary>
/// <remarks>
/// Sums by customer are differences of running sums over all orders: histories are short and of all lengths, and a loop over each would
/// cost more in mispredicted branches than in additions.
/// </remarks>
internal sealed class CustomerTotals
{
    /// <summary>Orders of a partition: some ten times the usual number.</summary>
    private const int MostKept = 1 << 17;

    private static readonly ConcurrentBag<CustomerTotals> Idle = [];

    private byte[] _without = [], _outside = [];
    private long[] _amounts = [], _grossBefore = [], _refundAmounts = [], _refunds = [], _net = [];
    private int[] _ordersBefore = [];
    private ushort[] _days = [];

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

    /// <summary>The sums of all, before or after refunds; to be read before the next is asked for.</summary>
    internal ReadOnlySpan<long> Money(MoneyBasis basis)
    {
        if (basis == MoneyBasis.Gross)
            return Gross.AsSpan(0, Count);
        var net = _net.AsSpan(0, Count);
        TensorPrimitives.Subtract(Gross.AsSpan(0, Count), Refunds.AsSpan(0, Count), net);
        return net;
    }

    /// <summary>One with the room that earlier passes needed: questions come all the time, and each would make garbage of half a megabyte a thread.</summary>
    internal static CustomerTotals Rent() => Idle.TryTake(out var totals) ? totals : new CustomerTotals();

    /// <summary>Gives it back; one that grew for a partition of uncommon size, as that of orders without a buyer, is let go.</summary>
    internal void Return()
    {
        if (_grossBefore.Length <= MostKept)
            Idle.Add(this);
    }

    /// <summary>Does the partition.</summary>
    internal void Fill(LedgerPartition partition, ScopeFilter scope)
    {
        if (!partition.Lives.Answers(scope, partition.MarksUnion))
            Walk(partition, scope);
        else if (scope.Customers(partition) is { IsEmpty: false } customers)
            Take(partition, customers);
        else
            Count = 0;
    }

    /// <summary>Reads whole lives.</summary>
    private void Take(LedgerPartition partition, CustomerMask customers)
    {
        ResizeCustomers(partition);
        var lives = partition.Lives;
        Count = lives.Count;
        lives.Customer.CopyTo(0, Customer.AsSpan(0, Count));
        lives.Orders.CopyTo(0, Orders.AsSpan(0, Count));
        lives.First.CopyTo(First, 0);
        lives.Last.CopyTo(Last, 0);
        lives.Gross.CopyTo(0, Gross.AsSpan(0, Count));
        lives.Refunds.CopyTo(0, Refunds.AsSpan(0, Count));
        if (!customers.HoldsAll)
            Narrow(customers);
    }

    private void Narrow(CustomerMask customers)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            (Customer[kept], Orders[kept], First[kept], Last[kept]) = (Customer[i], Orders[i], First[i], Last[i]);
            (Gross[kept], Refunds[kept]) = (Gross[i], Refunds[i]);
            kept += customers.Holds(Customer[kept]) ? 1 : 0;
        }

        Count = kept;
    }

    /// <summary>Sums up orders and refunds.</summary>
    internal void Walk(LedgerPartition partition, ScopeFilter scope)
    {
        Count = 0;
        var customers = scope.Customers(partition);
        if (customers.IsEmpty || scope.To < scope.From)
            return;
        ResizeOrders(partition);
        ResizeCustomers(partition);
        var orders = scope.Orders(partition, ref _without);
        scope.OutsidePeriod(partition, orders, _outside);
        SumOrders(partition);
        SumRefunds(partition, scope);
        Gather(partition, customers);
        FindFirst(partition, orders);
    }

    /// <summary>Money and number of the period's orders before each order and after the last; and their days, one after the other.</summary>
    private void SumOrders(LedgerPartition partition)
    {
        ReadOnlySpan<long> amounts = partition.Orders.Amount.Read(partition.OrderCount, ref _amounts);
        ReadOnlySpan<ushort> days = partition.Orders.Day.AsSpan(0, amounts.Length);
        var outside = _outside.AsSpan(0, amounts.Length);
        Span<long> grossBefore = _grossBefore;
        Span<int> ordersBefore = _ordersBefore;
        Span<ushort> inside = _days;
        long gross = 0;
        var orders = 0;
        for (var row = 0; row < amounts.Length; row++)
        {
            grossBefore[row] = gross;
            ordersBefore[row] = orders;
            inside[orders] = days[row];
            // All bits where the order counts, none where not: a branch on days, marks and shops would be a guess.
            var counts = ((long)outside[row] - 1) >> 63;
            gross += amounts[row] & counts;
            orders -= (int)counts;
        }

        grossBefore[amounts.Length] = gross;
        ordersBefore[amounts.Length] = orders;
    }

    /// <summary>The refunds that count, by customer. Refunds are few, so they are walked from end to end.</summary>
    private void SumRefunds(LedgerPartition partition, ScopeFilter scope)
    {
        _refunds.AsSpan(0, partition.CustomerCount).Clear();
        var owners = partition.Refunds.Customer;
        var amounts = partition.Refunds.Amount.Read(owners.Length, ref _refundAmounts);
        for (var row = 0; row < owners.Length; row++)
            _refunds[owners[row]] += scope.HoldsRefund(partition, row) ? amounts[row] : 0;
    }

    /// <summary>Takes the sums of each customer, and goes on to the next row only where there were orders: who has some is another guess.</summary>
    private void Gather(LedgerPartition partition, CustomerMask customers)
    {
        ReadOnlySpan<int> starts = partition.Customers.OrderStart, ordersBefore = _ordersBefore;
        ReadOnlySpan<long> grossBefore = _grossBefore, refunds = _refunds;
        ReadOnlySpan<ushort> days = _days;
        Span<int> customer = Customer, orders = Orders;
        Span<ushort> last = Last;
        Span<long> gross = Gross, refunded = Refunds;
        var found = 0;
        var (start, before) = (starts[0], ordersBefore[starts[0]]);
        for (var next = 1; next < starts.Length; next++)
        {
            var end = starts[next];
            var after = ordersBefore[end];
            customer[found] = next - 1;
            orders[found] = after - before;
            last[found] = days[Math.Max(after - 1, 0)];
            gross[found] = grossBefore[end] - grossBefore[start];
            refunded[found] = refunds[next - 1];
            found += after > before && customers.Holds(next - 1) ? 1 : 0;
            (start, before) = (end, after);
        }

        Count = WithoutAnonymous(partition.Anonymous, found);
    }

    private int WithoutAnonymous(int anonymous, int found)
    {
        var place = anonymous < 0 ? -1 : Customer.AsSpan(0, found).BinarySearch(anonymous);
        if (place < 0)
            return found;
        Remove(Customer, place, found);
        Remove(Orders, place, found);
        Remove(Last, place, found);
        Remove(Gross, place, found);
        Remove(Refunds, place, found);
        return found - 1;
    }

    private static void Remove<T>(T[] column, int place, int count) => column.AsSpan((place + 1)..count).CopyTo(column.AsSpan(place));

    /// <summary>The first order of all, which may lie before the period.</summary>
    private void FindFirst(LedgerPartition partition, OrderMask orders)
    {
        ReadOnlySpan<ushort> days = partition.Orders.Day;
        ReadOnlySpan<int> starts = partition.Customers.OrderStart;
        var found = Customer.AsSpan(0, Count);
        var first = First.AsSpan(0, Count);
        for (var i = 0; i < found.Length; i++)
        {
            var row = starts[found[i]];
            while (!orders.Holds(row))
                row++;
            first[i] = days[row];
        }
    }

    private void ResizeOrders(LedgerPartition partition)
    {
        if (_grossBefore.Length <= partition.OrderCount)
        {
            var length = partition.OrderCount + (partition.OrderCount / 4) + 1;
            (_grossBefore, _ordersBefore, _days, _outside) = (new long[length], new int[length], new ushort[length], new byte[length]);
        }
    }

    private void ResizeCustomers(LedgerPartition partition)
    {
        if (Customer.Length < partition.CustomerCount)
        {
            var length = partition.CustomerCount + (partition.CustomerCount / 4);
            (Customer, Orders, First, Last) = (new int[length], new int[length], new ushort[length], new ushort[length]);
            (Gross, Refunds, _refunds, _net) = (new long[length], new long[length], new long[length], new long[length]);
        }
    }
}
