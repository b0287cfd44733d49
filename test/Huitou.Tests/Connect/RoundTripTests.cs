using System.Globalization;
using System.Text;
using Huitou.Connect;
using Huitou.Connect.Presets;

namespace Huitou.Tests.Connect;

/// <summary>Random facts of every kind, written as a file under random spellings of its columns, come back as they were.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const int Rows = 60;
    private static readonly string[] Texts = ["", "衬衫", "a,b", "say \"hi\"", "😀 tea", "naïve", "两 步", "x=1", "𠮷野家"];
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    public static TheoryData<FileKind, int> Kinds()
    {
        var data = new TheoryData<FileKind, int>();
        foreach (var kind in Enum.GetValues<FileKind>())
            for (var seed = 1; seed <= 4; seed++) data.Add(kind, seed);
        return data;
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Facts_come_back_as_they_were(FileKind kind, int seed)
    {
        var random = new Random(seed * 31 + (int)kind);
        var facts = Enumerable.Range(0, Rows).Select(i => Fact(kind, i + 2, random)).ToArray();
        var fields = Cells(facts[0]).Keys.ToArray();
        random.Shuffle(fields);
        var preset = Generic.Of(kind);
        var headers = fields.Select(field => Spelled(preset.Names[field], random)).ToArray();
        var text = new StringBuilder(CsvText.Row(headers));
        foreach (var fact in facts)
        {
            var cells = Cells(fact);
            text.Append(CsvText.Row([.. fields.Select(field => Written(cells[field], random)), .. random.Next(4) == 0 ? (string[])["", " "] : []]));
        }
        File.WriteAllText(_path, text.ToString(), new UTF8Encoding(random.Next(2) == 0));

        var (recognised, _, read) = Sheet.Of(_path);
        Assert.Equal(preset.Key, recognised.Key);
        Assert.Equal(facts.Select(Comparable), read.Select(Comparable));
    }

    /// <summary>A list is equal only to itself, so tags are compared as text.</summary>
    private static (object, string) Comparable(SourceRow row) =>
        row is SourceCustomer customer ? (customer with { Tags = [] }, string.Join(',', customer.Tags)) : (row, "");

    private static string Spelled(string[] names, Random random)
    {
        var name = names[random.Next(names.Length)];
        if (random.Next(3) == 0) name = name.ToUpperInvariant();
        return random.Next(3) == 0 ? $" {name} " : name;
    }

    /// <summary>As spreadsheets and platforms wrap a cell.</summary>
    private static string Written(string cell, Random random) => random.Next(6) switch
    {
        0 when cell.Length > 0 => $"=\"{cell}\"",
        1 when cell.Length > 0 => "'" + cell,
        2 => "\t" + cell,
        3 => cell + " ",
        _ => cell,
    };

    private static SourceFact Fact(FileKind kind, int line, Random random) => kind switch
    {
        FileKind.Orders => Order(line, random),
        FileKind.OrderDetails => Goods(line, random),
        FileKind.Customers => Customer(line, random),
        FileKind.Products => new SourceProduct(line)
        {
            Code = $"{random.NextInt64(1L << 60)}", Name = Text(random), Category = random.Next(2) == 0 ? "" : "女装 / 上衣", Brand = Text(random), Season = Text(random),
            Style = Text(random), ListPrice = Maybe(random, 100_000_000), UnitCost = Maybe(random, 100_000_000), LaunchedOn = Day(random), ModifiedAt = Time(random),
        },
        FileKind.Costs => new SourceCost(line)
        {
            OrderNo = $"{random.NextInt64(1L << 60)}", Goods = random.Next(100_000), Freight = Maybe(random, 10_000), Fee = Maybe(random, 10_000),
            Service = Maybe(random, 10_000), ModifiedAt = Maybe(random),
        },
        FileKind.Touches => new SourceTouch(line)
        {
            Id = $"t{line}", Kind = (TouchKind)random.Next(1, 8), At = Time(random), Buyer = Buyer(random), OrderNo = random.Next(2) == 0 ? "" : "7", ProductCode = Text(random),
            Channel = Text(random), Staff = Text(random), Rating = random.Next(2) == 0 ? null : random.Next(1, 6), Comment = Text(random), ModifiedAt = Maybe(random),
        },
        FileKind.Visitors => new SourceVisitors(line) { Day = Day(random), Visitors = random.Next(1_000_000), Channel = Text(random), ModifiedAt = Maybe(random) },
        FileKind.Buyers => new SourceOrderBuyer(line) { OrderNo = $"{random.NextInt64(1L << 60)}", Buyer = Buyer(random), Name = Text(random), ModifiedAt = Maybe(random) },
    };

    private static SourceLine Goods(int line, Random random)
    {
        var amount = 1 + random.Next(1_000_000);
        return new SourceLine(line)
        {
            OrderNo = $"{random.NextInt64(1L << 60)}", ModifiedAt = Maybe(random), ProductCode = Text(random), ProductName = Text(random),
            Category = random.Next(2) == 0 ? "" : "茶", Quantity = random.Next(1, 100), UnitPrice = 1 + random.Next(10_000_000), Amount = amount, Discount = random.Next(500),
            RefundAmount = amount / 2, RefundedAt = amount < 2 ? null : Maybe(random),
        };
    }

    private static SourceLine Order(int line, Random random)
    {
        var isPaid = random.Next(3) > 0;
        return Goods(line, random) with
        {
            CreatedAt = Time(random),
            PaidAt = isPaid ? Time(random) : null,
            Buyer = random.Next(3) == 0 ? default : Buyer(random),
            BuyerName = Text(random),
            Region = Text(random),
            City = Text(random),
            District = Text(random),
            Channel = Text(random),
            OrderAmount = random.Next(2) == 0 ? null : random.Next(1_000_000),
            IsClosed = !isPaid && random.Next(2) == 0,
            OrderMarks = random.Next(9) == 0 ? Engine.OrderMarks.Test : Engine.OrderMarks.None,
        };
    }

    private static SourceCustomer Customer(int line, Random random)
    {
        bool? sms = random.Next(3) switch { 0 => null, 1 => true, _ => false };
        return new SourceCustomer(line)
        {
            Buyer = Buyer(random), Name = Text(random), Gender = random.Next(3) switch { 0 => null, 1 => Gender.Male, _ => Gender.Female },
            Birthday = random.Next(3) switch { 0 => "", 1 => "--02-29", _ => "1985-12-31" }, Region = Text(random), City = Text(random), District = Text(random), Address = Text(random),
            Tags = random.Next(2) == 0 ? [] : ["vip", "老客"], JoinedAt = Maybe(random), ModifiedAt = Maybe(random), SmsConsent = sms,
            EmailConsent = sms is null ? null : false, ConsentAt = sms is null ? null : Maybe(random), ConsentProof = sms is null ? "" : "网页表单",
        };
    }

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static long? Maybe(Random random, int most) => random.Next(3) == 0 ? null : random.Next(most);

    private static DateTimeOffset? Maybe(Random random) => random.Next(3) == 0 ? null : Time(random);

    private static DateTimeOffset Time(Random random) => new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(300_000_000));

    private static DateOnly Day(Random random) => new DateOnly(2015, 1, 1).AddDays(random.Next(3_600));

    private static SourceBuyer Buyer(Random random) => random.Next(4) switch
    {
        0 => new($"买家_{random.Next(1_000)}"),
        1 => new(null, $"+86138{random.Next(100_000_000):00000000}"),
        2 => new(null, null, $"b{random.Next(1_000)}@example.com"),
        _ => new($"{random.NextInt64(1L << 60)}", "+442079460000", "c@例子.公司"),
    };

    private static Dictionary<Field, string> Cells(SourceFact fact) => fact switch
    {
        SourceLine { CreatedAt.Year: 1 } line => Goods(line),
        SourceLine line => new(Goods(line).Concat(Named(line.Buyer)).Concat(new Dictionary<Field, string>
        {
            [Field.CreatedAt] = Told(line.CreatedAt), [Field.PaidAt] = Told(line.PaidAt), [Field.BuyerName] = line.BuyerName, [Field.Region] = line.Region,
            [Field.City] = line.City, [Field.District] = line.District, [Field.Channel] = line.Channel, [Field.OrderAmount] = Money(line.OrderAmount, 100),
            [Field.Status] = line.IsClosed ? "交易关闭" : "", [Field.IsTest] = line.OrderMarks == 0 ? "" : "是",
        })),
        SourceCustomer customer => new(Named(customer.Buyer).Concat(new Dictionary<Field, string>
        {
            [Field.BuyerName] = customer.Name, [Field.Gender] = customer.Gender switch { Gender.Male => "男", Gender.Female => "F", _ => "未知" },
            [Field.Birthday] = customer.Birthday, [Field.Region] = customer.Region, [Field.City] = customer.City, [Field.District] = customer.District, [Field.Address] = customer.Address,
            [Field.Tags] = string.Join('，', customer.Tags), [Field.JoinedAt] = Told(customer.JoinedAt), [Field.ModifiedAt] = Told(customer.ModifiedAt),
            [Field.SmsConsent] = Told(customer.SmsConsent), [Field.EmailConsent] = Told(customer.EmailConsent), [Field.ConsentAt] = Told(customer.ConsentAt),
            [Field.ConsentProof] = customer.ConsentProof,
        })),
        SourceProduct product => new()
        {
            [Field.ProductCode] = product.Code, [Field.ProductName] = product.Name, [Field.Category] = product.Category, [Field.Brand] = product.Brand,
            [Field.Season] = product.Season, [Field.Style] = product.Style, [Field.ListPrice] = Money(product.ListPrice, 10_000),
            [Field.UnitCost] = Money(product.UnitCost, 10_000), [Field.LaunchedOn] = product.LaunchedOn?.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture) ?? "",
            [Field.ModifiedAt] = Told(product.ModifiedAt),
        },
        SourceCost cost => new()
        {
            [Field.OrderNo] = cost.OrderNo, [Field.GoodsCost] = Money(cost.Goods, 100), [Field.FreightCost] = Money(cost.Freight, 100),
            [Field.FeeCost] = Money(cost.Fee, 100), [Field.ServiceCost] = Money(cost.Service, 100), [Field.ModifiedAt] = Told(cost.ModifiedAt),
        },
        SourceTouch touch => new(Named(touch.Buyer).Concat(new Dictionary<Field, string>
        {
            [Field.TouchId] = touch.Id, [Field.TouchKind] = touch.Kind == TouchKind.ComplaintClosed ? "complaint closed" : touch.Kind.ToString(), [Field.TouchedAt] = Told(touch.At),
            [Field.OrderNo] = touch.OrderNo, [Field.ProductCode] = touch.ProductCode, [Field.Channel] = touch.Channel, [Field.Staff] = touch.Staff,
            [Field.Rating] = touch.Rating is { } rating ? $"{rating}" : "", [Field.Comment] = touch.Comment, [Field.ModifiedAt] = Told(touch.ModifiedAt),
        })),
        SourceVisitors visitors => new()
        {
            [Field.Day] = visitors.Day.ToString("yyyy/M/d", CultureInfo.InvariantCulture), [Field.Visitors] = visitors.Visitors.ToString("N0", CultureInfo.InvariantCulture),
            [Field.Channel] = visitors.Channel, [Field.ModifiedAt] = Told(visitors.ModifiedAt),
        },
        SourceOrderBuyer order => new(Named(order.Buyer).Append(new(Field.OrderNo, order.OrderNo)).Append(new(Field.BuyerName, order.Name)).Append(new(Field.ModifiedAt, Told(order.ModifiedAt)))),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static Dictionary<Field, string> Goods(SourceLine line) => new()
    {
        [Field.OrderNo] = line.OrderNo, [Field.ModifiedAt] = Told(line.ModifiedAt), [Field.ProductCode] = line.ProductCode, [Field.ProductName] = line.ProductName,
        [Field.Category] = line.Category, [Field.Quantity] = $"{line.Quantity}", [Field.UnitPrice] = Money(line.UnitPrice, 10_000), [Field.LineAmount] = Money(line.Amount, 100),
        [Field.LineDiscount] = Money(line.Discount, 100), [Field.RefundAmount] = Money(line.RefundAmount, 100), [Field.RefundedAt] = Told(line.RefundedAt),
    };

    private static Dictionary<Field, string> Named(SourceBuyer buyer) => new()
    {
        [Field.Buyer] = buyer.Id ?? "", [Field.Phone] = buyer.Phone ?? "", [Field.Email] = buyer.Email ?? "",
    };

    private static string Told(DateTimeOffset? time) => time?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Told(bool? consents) => consents switch { true => "是", false => "no", null => "" };

    private static string Money(long? amount, int unit) => amount is { } told ? ((decimal)told / unit).ToString(CultureInfo.InvariantCulture) : "";
}
