using Huitou.Engine;

namespace Huitou.Bench;

/// <summary>Customers of a shop that never was, one by one: three years, a few who buy very often, gifts, refunds, unmarked and marked orders.</summary>
internal static class SyntheticShop
{
    internal const int Products = 20_000;

    internal static readonly DateOnly Last = new(2025, 12, 31);

    private const int Days = 3 * 365;

    internal static IEnumerable<CustomerFacts> Customers(int count, int seed = 1)
    {
        var random = new Random(seed);
        long order = 1;
        for (var id = 1; id <= count; id++)
        {
            // Exponential with mean 9: about nine and a half orders each, and a long tail.
            var orders = new OrderFacts[1 + (int)(-9 * Math.Log(1 - random.NextDouble()))];
            var joined = random.Next(Days);
            for (var i = 0; i < orders.Length; i++)
                orders[i] = Order(random, order++, Last.AddDays(-random.Next(Days - joined)));
            yield return new CustomerFacts(id, random.Next(32), orders, random.Next(200) == 0 ? [Refund(random, Last.AddDays(-random.Next(Days)), 5_000)] : []);
        }
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
