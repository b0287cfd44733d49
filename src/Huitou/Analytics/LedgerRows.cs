using System.Collections;
using Huitou.Engine;
using Huitou.Orders;

namespace Huitou.Analytics;

/// <summary>One visible, paid order or return, as the database holds it.</summary>
internal struct OrderRow
{
    internal long Id, Customer, Amount, Discount;
    internal int Day, Minute, Shop, Channel;
    internal OrderMarks Marks;
    internal bool IsReturn;
}

/// <summary>A visible touch, and whom it touched.</summary>
internal readonly record struct TouchRow(long Customer, TouchFacts Touch);

/// <summary>A row that belongs to an order.</summary>
internal readonly record struct Child<T>(long OrderId, T Row) where T : struct;

/// <summary>
/// The rows of many customers, gathered in the order of the tables (which is cheap to read) and given out customer by customer in the
/// ledger's own sequence, each customer's orders in time order. Rows of orders that are not visible are left out here.
/// </summary>
internal sealed class LedgerRows : IEnumerable<CustomerFacts>
{
    private readonly OrderRow[] _orders;
    private readonly Place[] _places;
    private readonly Slices<LineFacts> _lines;
    private readonly Slices<RefundFacts> _refunds;
    private readonly Func<long, int> _regionOf;
    private readonly TouchRow[] _touches;
    private readonly ulong[] _touched;

    /// <summary>What the rows are made of. Orders come by ascending id; the rest in any order, though ascending order ids cost nothing.</summary>
    internal sealed class Gathering
    {
        internal List<OrderRow> Orders { get; } = [];

        internal List<Child<LineFacts>> Lines { get; } = [];

        /// <summary>Shop and channel are the order's.</summary>
        internal List<Child<RefundFacts>> Refunds { get; } = [];

        /// <summary>Those that details tell, by the order that they belong to.</summary>
        internal List<Child<RefundFacts>> DetailsRefunds { get; } = [];

        /// <summary>In any order.</summary>
        internal List<TouchRow> Touches { get; } = [];

        /// <summary>What an order's head tells of refunds outranks its details: they are the same money.</summary>
        internal List<Child<RefundFacts>> CountedRefunds()
        {
            if (DetailsRefunds.Count == 0) return Refunds;
            var told = Refunds.Select(refund => refund.OrderId).ToHashSet();
            return [.. Refunds, .. DetailsRefunds.Where(refund => !told.Contains(refund.OrderId))];
        }
    }

    /// <param name="rows">The rows.</param>
    /// <param name="regionOf">The region code of a customer.</param>
    internal LedgerRows(Gathering rows, Func<long, int> regionOf)
    {
        _orders = [.. rows.Orders];
        _regionOf = regionOf;
        _lines = new(_orders, rows.Lines);
        _refunds = new(_orders, rows.CountedRefunds());
        _places = new Place[_orders.Length];
        for (var i = 0; i < _places.Length; i++)
            _places[i] = new(LedgerHash.Of(_orders[i].Customer), (_orders[i].Day * 1440) + _orders[i].Minute, i);
        Array.Sort(_places);
        _touches = [.. rows.Touches];
        _touched = Array.ConvertAll(_touches, touch => LedgerHash.Of(touch.Customer));
        Array.Sort(_touched, _touches);
    }

    /// <summary>Orders and touches walk side by side: some have orders alone, some touches.</summary>
    public IEnumerator<CustomerFacts> GetEnumerator()
    {
        for (int order = 0, touch = 0; order < _places.Length || touch < _touches.Length;)
        {
            var (orders, touches) = (order, touch);
            var hash = Math.Min(order < _places.Length ? _places[order].Hash : ulong.MaxValue, touch < _touches.Length ? _touched[touch] : ulong.MaxValue);
            while (order < _places.Length && _places[order].Hash == hash) order++;
            while (touch < _touches.Length && _touched[touch] == hash) touch++;
            var customer = order > orders ? _orders[_places[orders].Order].Customer : _touches[touches].Customer;
            yield return WithTouches(Facts(customer, orders, order), touches, touch);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private CustomerFacts WithTouches(CustomerFacts customer, int first, int last)
    {
        if (first == last) return customer;
        TouchFacts[] touches = [.. _touches[first..last].Select(row => row.Touch)];
        return customer with { Touches = touches, TouchLives = TouchLife.Of(touches) };
    }

    private CustomerFacts Facts(long customer, int first, int last)
    {
        var returns = 0;
        for (var i = first; i < last; i++)
        {
            if (_orders[_places[i].Order].IsReturn) returns++;
        }

        var orders = new OrderFacts[last - first - returns];
        var loose = returns == 0 ? [] : new RefundFacts[returns];
        for (int i = first, order = 0, refund = 0; i < last; i++)
        {
            var place = _places[i].Order;
            ref readonly var row = ref _orders[place];
            if (row.IsReturn) loose[refund++] = new(CivilDay.Of(row.Day), row.Amount, row.Shop, row.Channel);
            else orders[order++] = Order(row, place);
        }

        return new(customer, customer == 0 ? 0 : _regionOf(customer), orders, loose);
    }

    private OrderFacts Order(in OrderRow row, int place)
    {
        var refunds = _refunds.Of(place);
        return new(
            row.Id, CivilDay.Of(row.Day), row.Minute, row.Shop, row.Channel, row.Marks, row.Amount, row.Discount, _lines.Of(place),
            refunds.Count == 0 ? [] : Placed(refunds, row));
    }

    private static RefundFacts[] Placed(ArraySegment<RefundFacts> refunds, OrderRow order) =>
    [
        .. refunds.Select(refund => refund with
        {
            Shop = order.Shop, Channel = order.Channel, Day = refund.Day == Undated ? CivilDay.Of(order.Day) : refund.Day,
        }),
    ];

    private static readonly DateOnly Undated = CivilDay.Of(OrderRefund.UnknownDay);

    private readonly record struct Place(ulong Hash, int Time, int Order) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            var byHash = Hash.CompareTo(other.Hash);
            if (byHash != 0) return byHash;
            var byTime = Time.CompareTo(other.Time);
            return byTime != 0 ? byTime : Order.CompareTo(other.Order);
        }
    }

    /// <summary>Rows of orders, laid out order by order with a counting sort.</summary>
    private sealed class Slices<T> where T : struct
    {
        private readonly int[] _start;
        private readonly T[] _rows;

        internal Slices(OrderRow[] orders, List<Child<T>> children)
        {
            var orderOf = new int[children.Count];
            _start = new int[orders.Length + 1];
            for (int i = 0, near = 0; i < orderOf.Length; i++)
            {
                orderOf[i] = Find(orders, children[i].OrderId, ref near);
                if (orderOf[i] >= 0) _start[orderOf[i] + 1]++;
            }

            for (var i = 0; i < orders.Length; i++) _start[i + 1] += _start[i];
            _rows = new T[_start[^1]];
            var next = _start.AsSpan(0, orders.Length).ToArray();
            for (var i = 0; i < orderOf.Length; i++)
            {
                if (orderOf[i] >= 0) _rows[next[orderOf[i]]++] = children[i].Row;
            }
        }

        internal ArraySegment<T> Of(int order) => new(_rows, _start[order], _start[order + 1] - _start[order]);

        /// <summary>The place of an order, or -1: children mostly come order by order, so it is looked for nearby first.</summary>
        private static int Find(OrderRow[] orders, long id, ref int near)
        {
            if (near < orders.Length && orders[near].Id == id) return near;
            if (near + 1 < orders.Length && orders[near + 1].Id == id) return ++near;
            var (low, high) = (0, orders.Length);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (orders[middle].Id < id) low = middle + 1;
                else high = middle;
            }

            if (low == orders.Length || orders[low].Id != id) return -1;
            return near = low;
        }
    }
}
