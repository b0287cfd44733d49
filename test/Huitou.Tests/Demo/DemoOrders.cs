using Huitou.Connect;
using Huitou.Connect.Demo;
using Huitou.Engine;

[assembly: AssemblyFixture(typeof(Huitou.Tests.Demo.DefaultDemoShop))]

namespace Huitou.Tests.Demo;

/// <summary>The rows of one order.</summary>
internal sealed record DemoOrder(IReadOnlyList<SourceLine> Lines)
{
    public SourceLine Head => Lines[0];

    public bool IsPaid => Head.PaidAt is not null;

    /// <summary>A purchase of the process: paid, for money, by someone known.</summary>
    public bool IsPurchase => IsPaid && Head.Buyer.Id is not null && Head.OrderMarks == OrderMarks.None;

    /// <summary>Counts as a sale by the default rules.</summary>
    public bool Counts => IsPaid && Head.OrderMarks == OrderMarks.None;

    public long Amount => Lines.Sum(line => line.Amount);

    public long Refund => Lines.Sum(line => line.RefundAmount);

    public int Units => Lines.Where(line => line.Marks == LineMarks.None).Sum(line => line.Quantity);

    public DateOnly Day => LocalDay(Head.PaidAt ?? Head.CreatedAt);

    public static DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public static List<DemoOrder> Read(DemoSettings settings)
    {
        var orders = new List<DemoOrder>();
        var lines = new List<SourceLine>();
        foreach (var row in new DemoSource(settings).Read(CancellationToken.None))
        {
            var line = (SourceLine)row;
            if (lines.Count > 0 && lines[0].OrderNo != line.OrderNo)
            {
                orders.Add(new(lines));
                lines = [];
            }

            lines.Add(line);
        }

        orders.Add(new(lines));
        return orders;
    }
}

/// <summary>The demo shop as it is seeded by default, read once for all tests that look at it.</summary>
public sealed class DefaultDemoShop
{
    private readonly Lazy<DemoTruth> _truth = new(() => new(Settings));
    private readonly Lazy<List<DemoOrder>> _orders = new(() => DemoOrder.Read(Settings));

    public static DemoSettings Settings { get; } = new(new(2026, 11, 21));

    public DemoTruth Truth => _truth.Value;

    internal List<DemoOrder> Orders => _orders.Value;
}
