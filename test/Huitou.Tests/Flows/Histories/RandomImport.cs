using System.Globalization;
using Huitou.Connect;
using Huitou.Customers.Identity;

namespace Huitou.Tests.Flows.Histories;

/// <summary>
/// One random import of some kind over very few keys and contents, so that imports repeat, overtake and contradict each other all the
/// time. What is said follows from key and content number alone, so that equal numbers are equal content.
/// </summary>
internal sealed record RandomImport(FileKind Kind, IReadOnlyList<SourceRow> Rows, DateTimeOffset? ExportedAt)
{
    private const int Orders = 4;
    private const int Contents = 3;
    private static readonly DateTimeOffset First = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    /// <summary>Of late, as the histories' clock goes: a ledger keeps touches one by one for half a year.</summary>
    private static readonly DateTimeOffset Lately = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);
    /// <summary>Some share values, one of them so many that now and then too many carry it.</summary>
    private static readonly SourceBuyer[] People = [new("b0"), new("b1"), new("b2"), new(null, "+8613800000001"), new(null, null, "a@b.example"), new("a@b.example"), new("b3", "+8613800000002"), new("b4", "+8613800000001"), new("b5", "+8613800000002", "a@b.example"), new("b1", "+8613800000002"), new(null, "+8613800000002", "c@d.example"), .. Enumerable.Range(0, Resolver.MostCarriers).Select(n => new SourceBuyer(null, "+8613800000003", $"{n}@d.example")), new(null, "+8613800000003")];
    private static readonly string[] Channels = ["", "live", "search"];

    /// <param name="random">The chance.</param>
    /// <param name="exportedAt">When its source was taken; null where it does not say.</param>
    internal static RandomImport Make(Random random, DateTimeOffset? exportedAt)
    {
        var kind = (FileKind)random.Next(Enum.GetValues<FileKind>().Length);
        var rows = kind switch
        {
            FileKind.Orders => random.Next(3) == 0 ? Heads(random) : WholeOrders(random),
            FileKind.OrderDetails => Details(random),
            FileKind.Customers => Customers(random),
            FileKind.Products => Products(random),
            FileKind.Costs => Costs(random),
            FileKind.Touches => Touches(random),
            FileKind.Visitors => Visitors(random),
            FileKind.Buyers => Buyers(random),
        };
        return new(kind, [.. rows], exportedAt);
    }

    /// <summary>One that tells of people, as customers or as buyers of orders.</summary>
    internal static RandomImport OfPeople(Random random) =>
        random.Next(3) == 0 ? new(FileKind.Orders, [.. WholeOrders(random)], null) : new(FileKind.Customers, [.. Customers(random)], null);

    /// <summary>One that tells of so few people that what it changes lies beyond it: with people whom it does not name.</summary>
    internal static RandomImport OfFew(Random random) => new(FileKind.Customers, [.. Few(random)], null);

    internal ListSource Source => new(Rows) { Kind = Kind, ExportedAt = ExportedAt };

    /// <summary>The names of all buyers in it.</summary>
    internal IEnumerable<string> Named => Rows.Select(BuyerOf).Where(buyer => !buyer.IsNobody).Select(NameOf).Distinct();

    /// <summary>Who refuses what in it.</summary>
    internal IEnumerable<(string Buyer, string Channel)> Refusals => Rows.OfType<SourceCustomer>().SelectMany(row =>
        new[] { (NameOf(row.Buyer), "Sms", row.SmsConsent), (NameOf(row.Buyer), "Email", row.EmailConsent) }.Where(said => said.Item3 == false).Select(said => (said.Item1, said.Item2)));

    private static string NameOf(SourceBuyer buyer) => buyer.Id is { } id ? "id:" + id : buyer.Name!;

    private static SourceBuyer BuyerOf(SourceRow row) => row switch
    {
        SourceLine line => line.Buyer,
        SourceCustomer customer => customer.Buyer,
        SourceTouch touch => touch.Buyer,
        SourceOrderBuyer buyer => buyer.Buyer,
        _ => default,
    };

    /// <summary>Some of a few things, each with one of its contents.</summary>
    private static List<(int Key, int Content, Random Said)> Some(Random random, int of) =>
    [
        .. Enumerable.Range(0, of).Where(_ => random.Next(3) > 0).Select(key => (Key: key, Content: random.Next(Contents)))
            .Select(some => (some.Key, some.Content, new Random((some.Key * Contents) + some.Content))),
    ];

    /// <summary>No time, or one of few: equal times and times that run against the sequence of arrival are common.</summary>
    private static DateTimeOffset? Modified(Random random) => random.Next(4) == 0 ? null : First.AddDays(1).AddHours(random.Next(6));

    private static IEnumerable<SourceRow> WholeOrders(Random random)
    {
        foreach (var (key, content, said) in Some(random, Orders))
        {
            var (modified, at, buyer) = (Modified(random), First.AddHours(said.Next(20)), said.Next(3) == 0 ? default : Known(said, People[said.Next(People.Length)]));
            for (var line = 0; line <= key % 2; line++)
                yield return Line(key, line, said, content) with { CreatedAt = at, PaidAt = said.Next(6) == 0 && key > 1 ? null : at, Buyer = buyer, ModifiedAt = modified, BuyerName = Name(random, buyer), Region = $"r{random.Next(3)}", Receiver = To(said), Channel = Channels[said.Next(3)] };
        }
    }

    /// <summary>Nowhere told, a place alone, or somebody too.</summary>
    private static SourceReceiver? To(Random said) => said.Next(3) switch
    {
        0 => null,
        1 => new("", "", "", new($"r{said.Next(2)}")),
        _ => new($"receiver {said.Next(2)}", "138****0001", $"road {said.Next(2)}", new($"r{said.Next(2)}", "c")),
    };

    private static IEnumerable<SourceRow> Heads(Random random)
    {
        foreach (var (key, content, said) in Some(random, Orders))
        {
            var at = First.AddHours(said.Next(20));
            var buyer = said.Next(2) == 0 ? default : People[said.Next(People.Length)];
            yield return Line(key, 0, said, content) with
            {
                HasGoods = false,
                OrderAmount = 500 + content,
                CreatedAt = at,
                PaidAt = at,
                Buyer = buyer,
                BuyerName = Name(random, buyer),
                ModifiedAt = Modified(random),
                ProductCode = "",
                ProductName = "",
                Receiver = To(said),
                Channel = Channels[said.Next(3)],
            };
        }
    }

    private static IEnumerable<SourceRow> Details(Random random)
    {
        foreach (var (key, content, said) in Some(random, Orders))
        {
            var modified = Modified(random);
            for (var line = 0; line <= content; line++) yield return Line(key, line, said, content) with { ModifiedAt = modified };
        }
    }

    private static SourceLine Line(int order, int line, Random said, int content)
    {
        var (product, amount) = (said.Next(4), 100 + said.Next(5) + content);
        return new((order * 10) + line + 2)
        {
            OrderNo = Text("o", order), ProductCode = Text("p", product), ProductName = Text("product ", product), Quantity = 1, UnitPrice = amount * 100, Amount = amount,
            RefundAmount = said.Next(4) == 0 ? 10 + line : 0,
        };
    }

    private static IEnumerable<SourceRow> Buyers(Random random) => Some(random, Orders).Select(some => new SourceOrderBuyer(some.Key + 2)
    {
        OrderNo = Text("o", some.Key), Buyer = Known(some.Said, People[some.Said.Next(People.Length)]), Name = $"n{random.Next(3)}", ModifiedAt = Modified(random),
    });

    private static IEnumerable<SourceRow> Costs(Random random) => Some(random, Orders).Select(some => new SourceCost(some.Key + 2)
    {
        OrderNo = Text("o", some.Key), Goods = some.Content, Freight = some.Content == 1 ? null : 5, ModifiedAt = Modified(random),
    });

    private static IEnumerable<SourceRow> Touches(Random random) => Some(random, 3).Select(some => new SourceTouch(some.Key + 2)
    {
        Id = Text("t", some.Key), Kind = (TouchKind)(1 + some.Said.Next(7)), At = Lately.AddHours(some.Said.Next(9)), Buyer = some.Said.Next(2) == 0 ? default : People[some.Said.Next(People.Length)],
        OrderNo = "o1", ProductCode = some.Content == 0 ? "" : Text("p", some.Said.Next(4)), Channel = Channels[some.Said.Next(3)], Comment = Text("comment ", some.Content), ModifiedAt = Modified(random),
    });

    private static IEnumerable<SourceRow> Visitors(Random random) => Some(random, 3).Select(some => new SourceVisitors(some.Key + 2)
    {
        Day = new DateOnly(2025, 1, 2), Channel = Channels[some.Key], Visitors = 100 + some.Content, ModifiedAt = Modified(random),
    });

    private static IEnumerable<SourceRow> Customers(Random random) => Some(random, People.Length).Select(some => new SourceCustomer(some.Key + 2)
    {
        Buyer = Known(random, People[some.Key]), Name = Name(random, People[some.Key]), Region = random.Next(2) == 0 ? "" : $"r{random.Next(3)}", City = $"c{random.Next(2)}", Birthday = random.Next(2) == 0 ? "" : "--05-17",
        Tags = random.Next(2) == 0 ? [] : [$"t{random.Next(3)}", "vip"],
        SmsConsent = Maybe(random), EmailConsent = Maybe(random), ConsentProof = "form", ModifiedAt = Modified(random),
    });

    /// <summary>One or two of few who share a phone or an e-mail, which the file need not tell, each perhaps with an id that is nobody else's.</summary>
    private static IEnumerable<SourceRow> Few(Random random) => Enumerable.Range(0, random.Next(1, 3)).Select(row => new SourceCustomer(row + 2)
    {
        Buyer = random.Next(2) == 0
            ? new SourceBuyer(null, "+8613800000004", Text("", random.Next(3)) + "@few.example")
            : new SourceBuyer(null, null, Text("", random.Next(3)) + "@few.example", new(null, Text("few", random.Next(4)), null, null, null, "")),
    });

    private static IEnumerable<SourceRow> Products(Random random) => Some(random, 4).Select(some => new SourceProduct(some.Key + 2)
    {
        Code = Text("p", some.Key), Name = Text("product ", random.Next(3)), Category = random.Next(2) == 0 ? "" : Text("category ", random.Next(2)), ListPrice = random.Next(2) == 0 ? null : random.Next(3),
        ModifiedAt = Modified(random),
    });

    /// <summary>
    /// Now and then by few cards, ids and nicknames, of two platforms or nobody knows which; one of the nicknames is so common that it is nobody's, and
    /// some ids are nobody else's. A file that tells these need not tell phones.
    /// </summary>
    private static SourceBuyer Known(Random random, SourceBuyer buyer)
    {
        if (random.Next(3) > 0) return buyer;
        string? Id(string prefix, int of, int often) => random.Next(often) == 0 ? Text(prefix, random.Next(of)) : null;
        var nickname = random.Next(3) == 0 ? "everybody" : Id("n", 3, 2);
        if (buyer.Id is not null && random.Next(2) == 0) buyer = new(buyer.Id);
        return buyer with { Ids = new(Id("C", 2, 4), Id("u", random.Next(2) == 0 ? 2 : 100, 2), Id("w", 2, 6), Id("m", 3, 4), nickname, new[] { "taobao", "jd", "" }[Math.Max(0, random.Next(5) - 2)]) };
    }

    private static bool? Maybe(Random random) => random.Next(3) switch { 0 => false, 1 => true, _ => null };

    private static string Name(Random random, SourceBuyer buyer) => buyer.IsNobody ? "" : Text("n", random.Next(3));

    private static string Text(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
