using Huitou.Engine;

namespace Huitou.Bench;

/// <summary>
/// A shop that never was: three years, a few who buy very often, gifts, refunds, unmarked and marked orders. Each customer is made of their
/// number alone, so any of them can be made again at any time, and no two need be in memory at once.
/// </summary>
internal sealed class SyntheticShop
{
    internal const int Products = 20_000;

    internal static readonly DateOnly Last = new(2025, 12, 31);

    private const int Days = 3 * 365;

    /// <summary>The id of each customer's first order.</summary>
    private readonly int[] _firstOrder;

    internal SyntheticShop(int customers)
    {
        _firstOrder = new int[customers + 2];
        _firstOrder[1] = 1;
        for (var id = 1; id <= customers; id++)
            _firstOrder[id + 1] = checked(_firstOrder[id] + OrdersOf(id));
    }

    private int Count => _firstOrder.Length - 2;

    internal IEnumerable<CustomerFacts> Customers() => Enumerable.Range(1, Count).Select(Customer);

    /// <summary>Those whom a ledger asks for at once.</summary>
    internal IEnumerable<CustomerFacts> Stage(int stage) => Enumerable.Range(1, Count).Where(id => Ledger.StageOf(id) == stage).Select(Customer);

    private CustomerFacts Customer(int id)
    {
        var random = new Random(id);
        var orders = new OrderFacts[_firstOrder[id + 1] - _firstOrder[id]];
        var joined = random.Next(Days);
        for (var i = 0; i < orders.Length; i++)
            orders[i] = Order(random, _firstOrder[id] + i, Last.AddDays(-random.Next(Days - joined)));
        return new CustomerFacts(id, random.Next(32), orders, random.Next(200) == 0 ? [Refund(random, Last.AddDays(-random.Next(Days)), 5_000)] : []);
    }

    /// <summary>Exponential with mean 9: about nine and a half orders each, and a long tail.</summary>
    private static int OrdersOf(int id)
    {
        var share = (((uint)id * 2_654_435_769L) & uint.MaxValue) / (uint.MaxValue + 1.0);
        return 1 + (int)(-9 * Math.Log(1 - share));
    }

    private static OrderFacts Order(Random random, long id, DateOnly day)
    {
        var lines = new LineFacts[1 + random.Next(4)];
        long amount = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = random.Next(12) == 0
                ? new LineFacts(Product(random), 1, 0, LineMarks.ZeroPriced)
                : new LineFacts(Product(random), 1 + random.Next(3), 1_000 + random.Next(40_000), LineMarks.None);
            amount += lines[i].Amount;
        }

        var marks = amount == 0 ? OrderMarks.ZeroPriced : random.Next(1_000) == 0 ? OrderMarks.Test : OrderMarks.None;
        return new OrderFacts(
            id, day, random.Next(1_440), 1 + random.Next(5), random.Next(4), marks, amount, random.Next(3) == 0 ? amount / 10 : 0, lines,
            amount > 0 && random.Next(20) == 0 ? [Refund(random, day < Last ? day.AddDays(1) : day, amount)] : []);
    }

    private static RefundFacts Refund(Random random, DateOnly day, long most) => new(day, 1 + random.NextInt64(most), 1 + random.Next(5), random.Next(4));

    /// <summary>A few products make most of the sales.</summary>
    private static int Product(Random random) => 1 + (int)(Products * Math.Pow(random.NextDouble(), 3));
}
