namespace Huitou.Engine;

public sealed partial class PartitionBuilder
{
    private readonly int _touchesFrom;
    private readonly List<long> _touchStart = [0];
    private readonly List<ushort> _touchDays = [], _touchMinutes = [];
    private readonly List<byte> _touchKinds = [];
    private readonly List<long> _touchShops = [], _touchChannels = [], _touchProducts = [], _touchRatings = [];
    private readonly List<long> _lifeCustomers = [], _lifeShops = [], _lifeChannels = [], _lifeTouches = [];
    private readonly List<byte> _lifeKinds = [];
    private readonly List<ushort> _lifeFirst = [], _lifeLast = [];

    /// <param name="touchesFrom">The first day whose touches are kept one by one; null keeps all.</param>
    public PartitionBuilder(DateOnly? touchesFrom = null)
        : this(touchesFrom is { } day ? CivilDay.Clamp(day) : 0)
    {
    }

    /// <param name="touchesFrom">The number of that day.</param>
    internal PartitionBuilder(int touchesFrom) => _touchesFrom = touchesFrom;

    private void AddTouches(CustomerFacts customer)
    {
        foreach (var touch in InTimeOrder(customer.Touches))
        {
            if (CivilDay.Number(touch.Day) is var day && day < _touchesFrom)
                continue;
            _touchDays.Add(day);
            _touchMinutes.Add((ushort)touch.Minute);
            _touchKinds.Add((byte)touch.Kind);
            _touchShops.Add(touch.Shop);
            _touchChannels.Add(touch.Channel);
            _touchProducts.Add(touch.Product);
            _touchRatings.Add(touch.Rating);
        }

        _touchStart.Add(_touchDays.Count);
        foreach (var life in customer.TouchLives.Count < 2 ? customer.TouchLives : [.. customer.TouchLives.OrderBy(life => (life.Kind, life.Shop, life.Channel))])
        {
            _lifeCustomers.Add(_customerIds.Count - 1);
            _lifeKinds.Add((byte)life.Kind);
            _lifeShops.Add(life.Shop);
            _lifeChannels.Add(life.Channel);
            _lifeFirst.Add(CivilDay.Number(life.First));
            _lifeLast.Add(CivilDay.Number(life.Last));
            _lifeTouches.Add(life.Count);
        }
    }

    private static IReadOnlyList<TouchFacts> InTimeOrder(IReadOnlyList<TouchFacts> touches)
    {
        for (var i = 1; i < touches.Count; i++)
        {
            if (InTime(touches[i - 1], touches[i]) > 0)
            {
                TouchFacts[] sorted = [.. touches];
                Array.Sort(sorted, InTime);
                return sorted;
            }
        }

        return touches;
    }

    /// <summary>By day and minute; equal times by all the rest, so that a refreshed partition equals a fresh one byte for byte.</summary>
    private static int InTime(TouchFacts a, TouchFacts b)
    {
        var byDay = a.Day.CompareTo(b.Day);
        if (byDay != 0)
            return byDay;
        return a.Minute != b.Minute
            ? a.Minute.CompareTo(b.Minute)
            : (a.Kind, a.Shop, a.Channel, a.Product, a.Rating).CompareTo((b.Kind, b.Shop, b.Channel, b.Product, b.Rating));
    }

    private void AddTouches(LedgerPartition source, int first, int last)
    {
        var starts = source.Customers.TouchStart;
        if (source.Touches.Count > 0 && source.Touches.From < _touchesFrom)
        {
            for (var customer = first; customer < last; customer++)
                AddNewTouches(source.Touches, (int)starts[customer], (int)starts[customer + 1]);
            return;
        }

        var shift = _touchDays.Count - starts[first];
        AddTouches(source.Touches, (int)starts[first], (int)starts[last]);
        for (var customer = first + 1; customer <= last; customer++)
            _touchStart.Add(starts[customer] + shift);
    }

    /// <summary>One customer's touches without those that have grown too old since, which come first.</summary>
    private void AddNewTouches(TouchTable source, int first, int last)
    {
        while (first < last && source.Day[first] < _touchesFrom)
            first++;
        AddTouches(source, first, last);
        _touchStart.Add(_touchDays.Count);
    }

    private void AddTouches(TouchTable source, int first, int last)
    {
        if (first == last)
            return;
        _touchDays.AddRange(source.Day.AsSpan(first..last));
        _touchMinutes.AddRange(source.Minute.AsSpan(first..last));
        _touchKinds.AddRange(source.Kind.AsSpan(first..last));
        Append(_touchShops, source.Shop, first, last);
        Append(_touchChannels, source.Channel, first, last);
        Append(_touchProducts, source.Product, first, last);
        Append(_touchRatings, source.Rating, first, last);
    }

    private void AddTouchLives(TouchLifeTable source, int firstCustomer, int lastCustomer, int shift)
    {
        if (source.Count == 0)
            return;
        var (first, last) = (source.LowerBound(firstCustomer), source.LowerBound(lastCustomer));
        for (var row = first; row < last; row++)
            _lifeCustomers.Add(source.Customer[row] + shift);
        _lifeKinds.AddRange(source.Kind.AsSpan(first..last));
        Append(_lifeShops, source.Shop, first, last);
        Append(_lifeChannels, source.Channel, first, last);
        _lifeFirst.AddRange(source.First.AsSpan(first..last));
        _lifeLast.AddRange(source.Last.AsSpan(first..last));
        Append(_lifeTouches, source.Touches, first, last);
    }

    private TouchTable FreezeTouches() => new()
    {
        From = _touchesFrom,
        Day = [.. _touchDays],
        Minute = [.. _touchMinutes],
        Kind = [.. _touchKinds],
        Shop = Narrow(_touchShops),
        Channel = Narrow(_touchChannels),
        Product = Narrow(_touchProducts),
        Rating = Narrow(_touchRatings),
    };

    private TouchLifeTable FreezeTouchLives() => new()
    {
        Customer = Narrow(_lifeCustomers),
        Kind = [.. _lifeKinds],
        Shop = Narrow(_lifeShops),
        Channel = Narrow(_lifeChannels),
        First = [.. _lifeFirst],
        Last = [.. _lifeLast],
        Touches = Narrow(_lifeTouches),
    };
}
