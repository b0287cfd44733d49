using System.Runtime.InteropServices;

namespace Huitou.Engine;

/// <summary>
/// Gathers customers, from facts or from finished partitions, and makes one partition of them. Customers may come in any order;
/// where they come by ascending hash, as in a refresh, nothing is moved twice. For one thread.
/// </summary>
public sealed partial class PartitionBuilder
{
    private readonly List<long> _customerIds = [], _regions = [];
    private readonly List<int> _orderStart = [0], _refundStart = [0], _lineStart = [0];
    private readonly List<long> _orderIds = [], _orderAmounts = [], _orderDiscounts = [], _orderUnits = [];
    private readonly List<ushort> _orderDays = [], _orderMinutes = [], _orderShops = [];
    private readonly List<byte> _orderChannels = [], _orderMarks = [];
    private readonly List<long> _lineProducts = [], _lineQuantities = [], _lineAmounts = [];
    private readonly List<byte> _lineMarks = [];
    private readonly List<int> _refundCustomers = [], _refundOrders = [];
    private readonly List<long> _refundAmounts = [];
    private readonly List<ushort> _refundDays = [], _refundShops = [];
    private readonly List<byte> _refundChannels = [];
    private bool _sorted = true;

    /// <summary>How many customers have been added.</summary>
    public int CustomerCount => _customerIds.Count;

    /// <summary>Adds a customer with all rows.</summary>
    /// <exception cref="ArgumentException">A value is outside what a ledger holds, or an order stands there twice.</exception>
    public void Add(CustomerFacts customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        FactsContract.Check(customer);
        AddId(customer.Id);
        _regions.Add(customer.Region);
        var orders = InTimeOrder(customer);
        AddRefunds(-1, customer.LooseRefunds);
        for (var i = 0; i < orders.Count; i++)
        {
            AddRefunds(_orderDays.Count, orders[i].Refunds);
            AddOrder(orders[i]);
        }

        _orderStart.Add(_orderDays.Count);
        _refundStart.Add(_refundDays.Count);
        AddTouches(customer);
    }

    /// <summary>Adds the customers <paramref name="first"/> (inclusive) to <paramref name="last"/> (exclusive) of a finished partition, by copying their slices.</summary>
    internal void Add(LedgerPartition source, int first, int last)
    {
        if (first == last)
            return;
        var (customerShift, orderShift) = (_customerIds.Count - first, _orderDays.Count - source.Customers.OrderStart[first]);
        AddId(source.Customers.Id[first]);
        _customerIds.AddRange(source.Customers.Id.AsSpan(first + 1, last - first - 1));
        Append(_regions, source.Customers.Region, first, last);
        AddOrders(source, source.Customers.OrderStart[first], source.Customers.OrderStart[last]);
        Append(_orderStart, source.Customers.OrderStart, first, last);
        var (firstRefund, lastRefund) = (source.Customers.RefundStart[first], source.Customers.RefundStart[last]);
        Append(_refundCustomers, source.Refunds.Customer.AsSpan(firstRefund..lastRefund), customerShift);
        Append(_refundOrders, source.Refunds.Order.AsSpan(firstRefund..lastRefund), orderShift);
        _refundDays.AddRange(source.Refunds.Day.AsSpan(firstRefund..lastRefund));
        Append(_refundAmounts, source.Refunds.Amount, firstRefund, lastRefund);
        _refundShops.AddRange(source.Refunds.Shop.AsSpan(firstRefund..lastRefund));
        _refundChannels.AddRange(source.Refunds.Channel.AsSpan(firstRefund..lastRefund));
        Append(_refundStart, source.Customers.RefundStart, first, last);
        AddTouches(source, first, last);
        AddTouchLives(source.TouchLives, first, last, customerShift);
    }

    /// <summary>The partition of the customers added, for the given top bits of the hash. The builder must not be used afterwards.</summary>
    /// <exception cref="ArgumentException">A customer was added twice.</exception>
    public LedgerPartition Build(int depth, ulong prefix)
    {
        if (_sorted)
            return Freeze(depth, prefix);
        var unsorted = Freeze(depth, prefix);
        var sorted = new PartitionBuilder(_touchesFrom);
        foreach (var customer in ByHash(unsorted.Customers.Id))
            sorted.Add(unsorted, customer, customer + 1);
        return sorted.Freeze(depth, prefix);
    }

    private static int[] ByHash(long[] ids)
    {
        var places = new int[ids.Length];
        var hashes = new ulong[ids.Length];
        for (var i = 0; i < ids.Length; i++)
            (places[i], hashes[i]) = (i, LedgerHash.Of(ids[i]));
        Array.Sort(hashes, places);
        return places;
    }

    private void AddId(long id)
    {
        if (_customerIds.Count > 0)
        {
            var last = _customerIds[^1];
            if (last == id)
                throw new ArgumentException($"Customer {id} was added twice. Give each customer once, with all rows.", nameof(id));
            _sorted &= LedgerHash.Of(last) < LedgerHash.Of(id);
        }

        _customerIds.Add(id);
    }

    private static IReadOnlyList<OrderFacts> InTimeOrder(CustomerFacts customer)
    {
        var orders = customer.Orders;
        for (var i = 1; i < orders.Count; i++)
        {
            if (InTime(orders[i - 1], orders[i]) >= 0)
                return Sorted(customer);
        }

        return orders;
    }

    private static OrderFacts[] Sorted(CustomerFacts customer)
    {
        OrderFacts[] orders = [.. customer.Orders];
        Array.Sort(orders, InTime);
        for (var i = 1; i < orders.Length; i++)
        {
            if (InTime(orders[i - 1], orders[i]) == 0)
                throw new ArgumentException($"Customer {customer.Id}: order {orders[i].Id} stands there twice. Give each order once.", nameof(customer));
        }

        return orders;
    }

    private static int InTime(OrderFacts a, OrderFacts b)
    {
        var byDay = a.Day.CompareTo(b.Day);
        if (byDay != 0)
            return byDay;
        return a.Minute != b.Minute ? a.Minute.CompareTo(b.Minute) : a.Id.CompareTo(b.Id);
    }

    private void AddOrder(OrderFacts order)
    {
        _orderIds.Add(order.Id);
        _orderDays.Add(CivilDay.Number(order.Day));
        _orderMinutes.Add((ushort)order.Minute);
        _orderShops.Add((ushort)order.Shop);
        _orderChannels.Add((byte)order.Channel);
        _orderMarks.Add((byte)order.Marks);
        _orderAmounts.Add(order.Amount);
        _orderDiscounts.Add(order.Discount);
        long units = 0;
        foreach (var line in order.Lines)
        {
            _lineProducts.Add(line.Product);
            _lineQuantities.Add(line.Quantity);
            _lineAmounts.Add(line.Amount);
            _lineMarks.Add((byte)line.Marks);
            if (line.Marks == LineMarks.None)
                units += line.Quantity;
        }

        _orderUnits.Add(units);
        _lineStart.Add(_lineMarks.Count);
    }

    private void AddRefunds(int order, IReadOnlyList<RefundFacts> refunds)
    {
        if (refunds.Count == 0)
            return;
        // One order for equal sets, so that a refreshed partition equals a fresh one byte for byte.
        foreach (var refund in refunds.OrderBy(r => r.Day).ThenBy(r => r.Amount).ThenBy(r => r.Shop).ThenBy(r => r.Channel))
        {
            _refundCustomers.Add(_customerIds.Count - 1);
            _refundOrders.Add(order);
            _refundDays.Add(CivilDay.Number(refund.Day));
            _refundAmounts.Add(refund.Amount);
            _refundShops.Add((ushort)refund.Shop);
            _refundChannels.Add((byte)refund.Channel);
        }
    }

    private void AddOrders(LedgerPartition source, int first, int last)
    {
        Append(_orderIds, source.Orders.Id, first, last);
        _orderDays.AddRange(source.Orders.Day.AsSpan(first..last));
        _orderMinutes.AddRange(source.Orders.Minute.AsSpan(first..last));
        _orderShops.AddRange(source.Orders.Shop.AsSpan(first..last));
        _orderChannels.AddRange(source.Orders.Channel.AsSpan(first..last));
        _orderMarks.AddRange(source.Orders.Marks.AsSpan(first..last));
        Append(_orderAmounts, source.Orders.Amount, first, last);
        Append(_orderDiscounts, source.Orders.Discount, first, last);
        Append(_orderUnits, source.Orders.Units, first, last);
        var (firstLine, lastLine) = (source.Orders.LineStart[first], source.Orders.LineStart[last]);
        Append(_lineProducts, source.Lines.Product, firstLine, lastLine);
        Append(_lineQuantities, source.Lines.Quantity, firstLine, lastLine);
        Append(_lineAmounts, source.Lines.Amount, firstLine, lastLine);
        _lineMarks.AddRange(source.Lines.Marks.AsSpan(firstLine..lastLine));
        Append(_lineStart, source.Orders.LineStart, first, last);
    }

    private static void Append(List<long> target, Column source, int first, int last) => source.CopyTo(first, Grow(target, last - first));

    /// <summary>Appends the ends of the parents <paramref name="first"/> to <paramref name="last"/>, moved to where their children now are.</summary>
    private static void Append(List<int> target, int[] starts, int first, int last) =>
        Append(target, starts.AsSpan((first + 1)..(last + 1)), target[^1] - starts[first]);

    /// <summary>Appends places in another table, moved to where that table's rows now are; −1 is nowhere and stays.</summary>
    private static void Append(List<int> target, ReadOnlySpan<int> places, int shift)
    {
        var moved = Grow(target, places.Length);
        for (var i = 0; i < moved.Length; i++)
            moved[i] = places[i] < 0 ? places[i] : places[i] + shift;
    }

    private static Span<T> Grow<T>(List<T> list, int count)
    {
        var before = list.Count;
        CollectionsMarshal.SetCount(list, before + count);
        return CollectionsMarshal.AsSpan(list)[before..];
    }

    private static Column Narrow(List<long> values) => Column.Of<long>(CollectionsMarshal.AsSpan(values));

    private LedgerPartition Freeze(int depth, ulong prefix) => new(depth, prefix, new PartitionTables(
        new CustomerTable
        {
            Id = [.. _customerIds], Region = Narrow(_regions), OrderStart = [.. _orderStart], RefundStart = [.. _refundStart], TouchStart = Narrow(_touchStart),
        },
        new OrderTable
        {
            Id = Narrow(_orderIds),
            Day = [.. _orderDays],
            Minute = [.. _orderMinutes],
            Shop = [.. _orderShops],
            Channel = [.. _orderChannels],
            Marks = [.. _orderMarks],
            Amount = Narrow(_orderAmounts),
            Discount = Narrow(_orderDiscounts),
            Units = Narrow(_orderUnits),
            LineStart = [.. _lineStart],
        },
        new LineTable
        {
            Product = Narrow(_lineProducts),
            Quantity = Narrow(_lineQuantities),
            Amount = Narrow(_lineAmounts),
            Marks = [.. _lineMarks],
        },
        new RefundTable
        {
            Customer = [.. _refundCustomers],
            Order = [.. _refundOrders],
            Day = [.. _refundDays],
            Amount = Narrow(_refundAmounts),
            Shop = [.. _refundShops],
            Channel = [.. _refundChannels],
        },
        FreezeTouches(), FreezeTouchLives()));
}
