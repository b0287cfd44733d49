using Huitou.Connect;

namespace Huitou.Tests.Flows;

/// <summary>Rows that a test writes down.</summary>
internal sealed class ListSource(params IEnumerable<SourceRow> rows) : ISource
{
    private static readonly DateTimeOffset First = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "list";

    public FileKind Kind { get; init; }

    public DateTimeOffset? ExportedAt { get; init; }

    public IEnumerable<SourceRow> Read(CancellationToken cancel) => rows;

    /// <summary>A paid line of <paramref name="hours"/> after the beginning of 2025.</summary>
    internal static SourceLine Line(long number, string orderNo, string? buyer, long amount, int hours = 0) => new(number)
    {
        OrderNo = orderNo, Buyer = new SourceBuyer(buyer), BuyerName = buyer is null ? "" : $"name of {buyer} at {hours}", Region = buyer is null ? "" : $"region {hours % 3}",
        ProductCode = $"p{amount % 7}", ProductName = $"product at {hours}", Quantity = 1, UnitPrice = amount * 100, Amount = amount,
        CreatedAt = First.AddHours(hours), PaidAt = First.AddHours(hours),
    };

    /// <summary>The lines, and then a fault, as when a disk or a network gives out.</summary>
    internal static ISource Breaking(params IEnumerable<SourceRow> rows) => new ListSource(rows).ThenBroken();

    /// <summary>The same, giving out at its end.</summary>
    internal ListSource ThenBroken() => new(rows.Concat(Fault())) { Kind = Kind, ExportedAt = ExportedAt };

    private static IEnumerable<SourceRow> Fault()
    {
        yield return Throw();
        static SourceRow Throw() => throw new IOException("The source gave out.");
    }
}
