using System.Collections.Concurrent;

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
    private static readonly ConcurrentBag<CustomerTotals> Idle = [];

    private byte[] _without = [];
    private long[] _amounts = [], _grossBefore = [], _refundAmounts = [], _refunds = [];
    private int[] _ordersBefore = [];

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

    /// <summary>One with the room that earlier passes needed: questions come all the time, and each would make garbage of half a megabyte a thread.</summary>
    internal static CustomerTotals Rent() => Idle.TryTake(out var totals) ? totals : new CustomerTotals();

    /// <summary>Gives it back.</summary>
    internal void Return() => Idle.Add(this);

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
        Resize(partition);
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
        Resize(partition);
        var orders = scope.Orders(partition, ref _without);
        SumOrders(partition.Orders.Amount.Read(partition.OrderCount, ref _amounts), orders);
        SumRefunds(partition, scope);
        if (orders.HoldsAll)
            GatherAll(partition, scope, customers);
        else
            Gather(partition, scope, customers, orders.Without);
    }

    /// <summary>Money, and orders where not all exist, before each order and after the last.</summary>
    private void SumOrders(ReadOnlySpan<long> amounts, OrderMask orders)
    {
        var grossBefore = _grossBefore.AsSpan(0, amounts.Length + 1);
        long gross = 0;
        if (orders.HoldsAll)
        {
            for (var row = 0; row < amounts.Length; row++)
            {
                grossBefore[row] = gross;
                gross += amounts[row];
            }
        }
        else
        {
            gross = SumOrders(amounts, orders.Without, grossBefore, _ordersBefore.AsSpan(0, amounts.Length + 1));
        }

        grossBefore[^1] = gross;
    }

    private static long SumOrders(ReadOnlySpan<long> amounts, ReadOnlySpan<byte> without, Span<long> grossBefore, Span<int> ordersBefore)
    {
        long gross = 0;
        var orders = 0;
        without = without[..amounts.Length];
        for (var row = 0; row < amounts.Length; row++)
        {
            grossBefore[row] = gross;
            ordersBefore[row] = orders;
            // All bits where the order exists, none where not: a branch on marks and shops would be a guess.
            var exists = ((long)without[row] - 1) >> 63;
            gross += amounts[row] & exists;
            orders -= (int)exists;
        }

        ordersBefore[^1] = orders;
        return gross;
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

    private void GatherAll(LedgerPartition partition, ScopeFilter scope, CustomerMask customers)
    {
        ReadOnlySpan<ushort> days = partition.Orders.Day;
        ReadOnlySpan<int> starts = partition.Customers.OrderStart;
        var rows = new Rows(this);
        var (from, to, anonymous) = (scope.From, scope.To, partition.Anonymous);
        var found = 0;
        for (var customer = 0; customer < starts.Length - 1; customer++)
        {
            var (start, end) = (starts[customer], starts[customer + 1]);
            while (end > start && days[end - 1] > to)
                end--;
            if (start == end || days[end - 1] < from || customer == anonymous || !customers.Holds(customer))
                continue;
            rows.First[found] = days[start];
            while (days[start] < from)
                start++;
            rows.Orders[found] = end - start;
            rows.Add(found++, customer, days[end - 1], start, end);
        }

        Count = found;
    }

    private void Gather(LedgerPartition partition, ScopeFilter scope, CustomerMask customers, ReadOnlySpan<byte> without)
    {
        ReadOnlySpan<ushort> days = partition.Orders.Day;
        ReadOnlySpan<int> starts = partition.Customers.OrderStart, ordersBefore = _ordersBefore;
        var rows = new Rows(this);
        var (from, to, anonymous) = (scope.From, scope.To, partition.Anonymous);
        var found = 0;
        for (var customer = 0; customer < starts.Length - 1; customer++)
        {
            var (start, end) = (starts[customer], starts[customer + 1]);
            while (end > start && (days[end - 1] > to || without[end - 1] != 0))
                end--;
            if (start == end || days[end - 1] < from || customer == anonymous || !customers.Holds(customer))
                continue;
            while (without[start] != 0)
                start++;
            rows.First[found] = days[start];
            while (days[start] < from)
                start++;
            rows.Orders[found] = ordersBefore[end] - ordersBefore[start];
            rows.Add(found++, customer, days[end - 1], start, end);
        }

        Count = found;
    }

    /// <summary>The columns as spans, which a loop keeps in registers.</summary>
    private readonly ref struct Rows(CustomerTotals totals)
    {
        internal readonly Span<int> Orders = totals.Orders;
        internal readonly Span<ushort> First = totals.First;
        private readonly Span<int> _customer = totals.Customer;
        private readonly Span<ushort> _last = totals.Last;
        private readonly Span<long> _gross = totals.Gross, _refunds = totals.Refunds;
        private readonly ReadOnlySpan<long> _grossBefore = totals._grossBefore, _refundsOf = totals._refunds;

        internal void Add(int found, int customer, ushort last, int start, int end)
        {
            _customer[found] = customer;
            _last[found] = last;
            _gross[found] = _grossBefore[end] - _grossBefore[start];
            _refunds[found] = _refundsOf[customer];
        }
    }

    private void Resize(LedgerPartition partition)
    {
        if (_grossBefore.Length <= partition.OrderCount)
        {
            var length = partition.OrderCount + (partition.OrderCount / 4) + 1;
            (_grossBefore, _ordersBefore) = (new long[length], new int[length]);
        }

        if (Customer.Length < partition.CustomerCount)
        {
            var length = partition.CustomerCount + (partition.CustomerCount / 4);
            (Customer, Orders, First, Last) = (new int[length], new int[length], new ushort[length], new ushort[length]);
            (Gross, Refunds, _refunds) = (new long[length], new long[length], new long[length]);
        }
    }
}
