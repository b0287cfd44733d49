namespace Huitou.Engine.Tests;

/// <summary>Seeded facts that are small but full of edges: ties, marks, loose refunds, anonymous orders, large amounts, days at the ends of time.</summary>
internal sealed class RandomLedger(int seed)
{
    private readonly Random _random = new(seed);
    private long _nextOrder = 1;

    /// <summary>The middle of the years that most orders lie in.</summary>
    internal static readonly DateOnly Centre = new(2024, 2, 20);

    internal static readonly int[] Shops = [1, 2, 7, 65_535];

    internal static readonly int[] Channels = [0, 1, 4, 255];

    internal List<CustomerFacts> Customers(int count)
    {
        var ids = Enumerable.Range(0, count).Select(i => _random.Next(4) == 0 ? _random.NextInt64(1, long.MaxValue) : i + 1).Distinct().ToList();
        if (count > 0 && _random.Next(4) != 0)
            ids.Add(0);
        return [.. ids.OrderBy(_ => _random.Next()).Select(Customer)];
    }

    internal CustomerFacts Customer(long id)
    {
        var most = id == 0 ? 30 : _random.Next(5) switch { 0 => 0, 1 => 1, 2 => 3, 3 => 8, _ => 20 };
        var orders = Enumerable.Range(0, most == 0 ? 0 : _random.Next(1, most + 1)).Select(_ => Order()).ToList();
        return WithTouches(new CustomerFacts(id, _random.Next(4) * _random.Next(300), orders, Refunds(_random.Next(6) == 0 ? 2 : 0)));
    }

    /// <summary>Some meet a shop and never buy; many touches lie near orders, before and after them.</summary>
    private CustomerFacts WithTouches(CustomerFacts customer)
    {
        var most = _random.Next(3) switch { 0 => 0, 1 => 2, _ => 15 };
        List<TouchFacts> touches = [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Touch(customer))];
        return customer with { Touches = touches, TouchLives = [.. TouchLife.Of(touches).OrderBy(_ => _random.Next())] };
    }

    private TouchFacts Touch(CustomerFacts customer)
    {
        var (day, minute) = (Day(), _random.Next(3) * 719);
        if (customer.Orders.Count > 0 && _random.Next(2) == 0)
            (day, minute) = Near(customer.Orders[_random.Next(customer.Orders.Count)], minute);
        return new TouchFacts(
            day, minute, _random.Next(20) == 0 ? TouchFacts.MostKinds : _random.Next(1, 4), Shops[_random.Next(Shops.Length)], Channels[_random.Next(Channels.Length)],
            _random.Next(2) * _random.Next(100_000), _random.Next(TouchFacts.MostStars + 1));
    }

    private (DateOnly, int) Near(OrderFacts order, int minute)
    {
        var day = Math.Clamp(order.Day.DayNumber - _random.Next(-2, 34), CivilDay.First.DayNumber, CivilDay.Last.DayNumber);
        return (DateOnly.FromDayNumber(day), _random.Next(2) == 0 ? order.Minute : minute);
    }

    /// <summary>A day from which on a ledger might keep touches, and the first that is asked about: the same one or a later one.</summary>
    internal (DateOnly? Kept, DateOnly? Asked) Window() => _random.Next(4) switch
    {
        0 => (null, null),
        1 => (Centre.AddDays(-100), Centre.AddDays(-100)),
        2 => (Centre.AddDays(-300), Centre.AddDays(_random.Next(-300, 200))),
        _ => (null, Centre.AddDays(_random.Next(-300, 200))),
    };

    /// <summary>Some customers changed, some new, some gone: what a refresh brings.</summary>
    internal (List<CustomerFacts> Changed, List<long> Removed) Edits(IReadOnlyList<CustomerFacts> before)
    {
        var changed = before.Where(_ => _random.Next(4) == 0).Select(customer => Customer(customer.Id)).ToList();
        var known = before.Select(customer => customer.Id).ToHashSet();
        changed.AddRange(Enumerable.Range(0, _random.Next(40)).Select(_ => _random.NextInt64(1, long.MaxValue)).Where(id => !known.Contains(id)).Select(Customer));
        var kept = changed.Select(customer => customer.Id).ToHashSet();
        var removed = before.Select(customer => customer.Id).Where(id => !kept.Contains(id) && _random.Next(5) == 0).ToList();
        removed.Add(long.MaxValue - 5);
        return (changed, removed);
    }

    internal Question Question(IReadOnlyList<CustomerFacts> customers)
    {
        var asOf = _random.Next(12) switch
        {
            0 => CivilDay.Last.AddDays(40),
            1 => CivilDay.First.AddDays(-1),
            2 => CivilDay.First,
            _ => Centre.AddDays(_random.Next(-200, 500)),
        };
        DateOnly? from = _random.Next(2) == 0 ? null : Centre.AddDays(_random.Next(-400, 300));
        DateOnly? to = _random.Next(3) == 0 ? Centre.AddDays(_random.Next(-200, 600)) : null;
        var chosen = _random.Next(3) == 0 ? customers.Select(c => c.Id).Where(_ => _random.Next(3) == 0).Append(77_777_777).ToHashSet() : null;
        return new Question(
            new Scope
            {
                AsOf = asOf,
                From = from,
                To = to,
                Shops = Some(Shops),
                Channels = Some(Channels),
                Customers = chosen is null ? null : new CustomerSet(chosen),
                Counting = _random.Next(3) == 0 ? new CountingRules((OrderMarks)_random.Next(4)) : CountingRules.Default,
            },
            chosen);
    }

    internal CustomerFilter Filter(bool withGroup)
    {
        int? Maybe(int low, int high) => _random.Next(4) == 0 ? _random.Next(low, high) : null;
        return new CustomerFilter
        {
            R = (RClass?)Maybe(0, 4),
            F = (FClass?)Maybe(0, 4),
            Group = withGroup ? (RfmGroup?)Maybe(0, 8) : null,
            Classes = withGroup && _random.Next(2) == 0 ? Rule() : null,
            Region = _random.Next(6) == 0 ? 0 : null,
            FirstShop = Some(Shops),
            BoughtIn = Some(Shops),
            Orders = (Maybe(1, 4), Maybe(2, 9)),
            Recency = (Maybe(0, 40), Maybe(50, 400)),
            NetSales = (Maybe(-100, 500), Maybe(1000, 90_000)),
            Touch = _random.Next(3) == 0 ? new TouchCondition(Maybe(1, 4), Maybe(1, 400), _random.Next(3) > 0) : null,
            FirstDay = (_random.Next(5) == 0 ? Centre.AddDays(-300) : null, _random.Next(5) == 0 ? Centre : null),
        };
    }

    /// <summary>Some classes, some people in whatever their class, some out.</summary>
    private ClassRule Rule()
    {
        var (which, always, never) = (_random.Next(1, 5), _random.Next(2, 9), _random.Next(2, 9));
        return new(
            (r, f, group) => ((int)r + (int)f + (int)(group ?? 0)) % which == 0,
            new CustomerSet(Enumerable.Range(0, 4000).Where(id => id % always == 0).Select(id => (long)id)), new CustomerSet(Enumerable.Range(0, 4000).Where(id => id % never == 0).Select(id => (long)id)));
    }

    private List<int>? Some(int[] all) => _random.Next(3) == 0 ? [.. all.Where(_ => _random.Next(2) == 0)] : null;

    private DateOnly Day() => _random.Next(40) switch
    {
        0 => CivilDay.First,
        1 => CivilDay.Last,
        _ => Centre.AddDays((int)(_random.NextDouble() * _random.NextDouble() * 900) - 450),
    };

    private long Amount() => _random.Next(60) switch
    {
        0 => _random.NextInt64(1_000_000_000_000),
        1 => 0,
        < 8 => 9_900,
        _ => _random.Next(1, 60_000),
    };

    private OrderFacts Order()
    {
        var lines = Enumerable.Range(0, _random.Next(4)).Select(_ => new LineFacts(
            _random.Next(30) == 0 ? 1_000_000 : _random.Next(6) * _random.Next(300), _random.Next(50) == 0 ? 70_000 : _random.Next(1, 5), Amount(), (LineMarks)(_random.Next(4) == 0 ? _random.Next(4) : 0)));
        return new OrderFacts(
            _nextOrder++, Day(), _random.Next(3) * 719, Shops[_random.Next(Shops.Length)], Channels[_random.Next(Channels.Length)],
            (OrderMarks)(_random.Next(8) == 0 ? _random.Next(4) : 0), Amount(), _random.Next(3) == 0 ? Amount() : 0, [.. lines],
            Refunds(_random.Next(5) == 0 ? 2 : 0));
    }

    private List<RefundFacts> Refunds(int most) =>
        [.. Enumerable.Range(0, most == 0 ? 0 : _random.Next(1, most + 1)).Select(_ => new RefundFacts(
            Day(), _random.Next(1, 30_000), Shops[_random.Next(Shops.Length)], Channels[_random.Next(Channels.Length)]))];
}

/// <summary>A scope, with its customers also as a set that the reference can read.</summary>
internal sealed record Question(Scope Scope, HashSet<long>? Customers);
