using System.Globalization;
using Huitou.Connect;
using Huitou.Engine;

namespace Huitou.Tests.Flows;

/// <summary>
/// Orders with everything that an order may have: refunds on several days, returns, tests, gifts, discounts that lines do and do not
/// explain, amounts beside their lines' sum, nobody as buyer, no payment, rare characters and text that a spreadsheet would run.
/// </summary>
internal static class RandomOrders
{
    private static readonly DateTimeOffset First = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Texts =
    [
        "scarf", "=cmd|' /C calc'!A0", "+1 free", "-20% off", "@home", "'quoted'", "=\"007\"", "says \"hi\", twice", "two\nlines", "围巾 🧣", "𠮷野家", "_x0041_ tag",
        "ａｂｃ", "＝1", "00012", "1e5", "2025-01-02", "semi;colon|pipe", "tab\tinside", "ΣΑΜ",
    ];

    internal static SourceLine[] Make(int seed, int orders = 60)
    {
        var random = new Random(seed);
        var number = 2L;
        return [.. Enumerable.Range(0, orders).SelectMany(order => Order(random, order).Select(line => line with { Number = number++ }))];
    }

    private static SourceLine[] Order(Random random, int order)
    {
        var created = First.AddMilliseconds(random.NextInt64(20_000_000_000));
        var isReturn = random.Next(8) == 0;
        DateTimeOffset? paid = isReturn || random.Next(6) > 0 ? created.AddSeconds(random.Next(5_000)) : null;
        var buyer = random.Next(4) == 0 ? null : Pick(random, "b1", "b2", "'b3", "=4", "会员五", "000006", "13800000007");
        var head = new SourceLine(0)
        {
            OrderNo = Pick(random, "", "SO-", "=", "00", "订单") + order.ToString("D4", CultureInfo.InvariantCulture) + Pick(random, "", "1234567890123456"),
            IsReturn = isReturn, IsClosed = paid is null && random.Next(2) == 0, OrderMarks = random.Next(10) == 0 ? OrderMarks.Test : OrderMarks.None,
            CreatedAt = created, PaidAt = paid, ModifiedAt = random.Next(2) == 0 ? null : created.AddDays(random.Next(30)),
            Buyer = new SourceBuyer(buyer), BuyerName = buyer is null ? "" : Pick(random, "王小明", "=Jane", "O'Hara", "'t Hooft"),
            Region = buyer is null ? "" : Pick(random, "浙江", "Île-de-France"), City = buyer is null ? "" : Pick(random, "杭州", ""),
            Receiver = random.Next(3) switch
            {
                0 => null,
                1 => new("", "", "", new("浙江", "杭州", Pick(random, "", "西湖区"))),
                _ => new(Pick(random, "王小明", "=Jane", "王*"), Pick(random, "+8613800000007", "138****0007", ""), Pick(random, "文三路 1号", "'1 Road, Ghent", ""), new(Pick(random, "", "浙江"))),
            },
            Channel = Pick(random, "", "直播", "search, paid"), Quantity = 1, Amount = 0,
            OrderAmount = random.Next(4) == 0 ? random.Next(100_000) : null,
        };
        // Some sources list orders without their lines.
        if (random.Next(8) == 0) return [head with { HasGoods = false, OrderAmount = random.Next(100_000), Discount = random.Next(2) * 500 }];
        return [.. Enumerable.Range(0, random.Next(5) + 1).Select(_ => Line(random, head))];
    }

    private static SourceLine Line(Random random, SourceLine head)
    {
        var isGift = random.Next(8) == 0;
        var quantity = random.Next(5) + 1;
        var price = isGift ? 0 : random.Next(20) == 0 ? random.Next(40) : random.NextInt64(50_000_000);
        var list = ((quantity * price) + 50) / 100;
        var discount = random.Next(3) == 0 ? random.NextInt64(list + 1) : 0;
        var refund = random.Next(4) == 0 ? random.NextInt64(1, 10_000) : 0;
        return head with
        {
            ProductCode = random.Next(5) == 0 ? "" : $"p{random.Next(9)}",
            ProductName = random.Next(9) == 0 ? "" : Pick(random, Texts),
            Category = Pick(random, "", "衣 / 围巾", "=x / y"),
            Quantity = quantity,
            UnitPrice = price,
            Amount = isGift ? 0 : list - (random.Next(2) == 0 ? discount : 0),
            Discount = isGift ? 0 : discount,
            Marks = (isGift ? LineMarks.ZeroPriced : LineMarks.None) | (random.Next(9) == 0 ? LineMarks.NotGoods : LineMarks.None),
            RefundAmount = refund,
            RefundedAt = refund > 0 && random.Next(3) > 0 ? head.CreatedAt.AddDays(random.Next(40)) : null,
        };
    }

    private static string Pick(Random random, params string[] texts) => texts[random.Next(texts.Length)];
}
