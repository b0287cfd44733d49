using Huitou.Engine;

namespace Huitou.Connect;

/// <summary>A way in: a file, the demo shop, later a platform's API. Rows come in any order and may be many millions.</summary>
public interface ISource
{
    /// <summary>What the import is called: a file's name, "demo".</summary>
    string Name { get; }

    /// <summary>The rows, one per order line, each either a <see cref="SourceLine"/> or a <see cref="RowReject"/>.</summary>
    IEnumerable<SourceRow> Read(CancellationToken cancel);

    /// <summary>The names of the columns that <see cref="RowReject.Cells"/> stand in; empty where the source is no file.</summary>
    IReadOnlyList<string> Columns => [];

    /// <summary>The rows of those numbers as they stood, for rows whose fault shows only beside others; none where the source is no file.</summary>
    IEnumerable<(long Number, IReadOnlyList<string> Cells)> Originals(IReadOnlySet<long> numbers, CancellationToken cancel) => [];

    /// <summary>Which share of the source has been read, 0 to 1; null where it cannot tell.</summary>
    double? Progress => null;
}

/// <summary>One row of a source: what it says, or why it cannot be taken.</summary>
/// <param name="Number">The row's line in the file, the header being 1.</param>
public abstract record SourceRow(long Number);

/// <summary>
/// One order line as a source names it, parsed and checked by itself, not yet against anything known. What belongs to the order is
/// repeated on each of its lines. Money is in minor units of the reporting currency, unit prices in 1/10,000; all instants are UTC.
/// </summary>
public sealed record SourceLine(long Number) : SourceRow(Number)
{
    public required string OrderNo { get; init; }

    /// <summary>The document gives money back and names no order ("C" invoices): amounts are then what was given back.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Closed without payment.</summary>
    public bool IsClosed { get; init; }

    public OrderMarks OrderMarks { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while unpaid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>When the source last changed the order; null when it does not say.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The source's own id of the buyer; null when it names none.</summary>
    public string? Buyer { get; init; }

    public string BuyerName { get; init; } = "";

    public string Region { get; init; } = "";

    public string City { get; init; } = "";

    public string Channel { get; init; } = "";

    public string ProductCode { get; init; } = "";

    public string ProductName { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>Units, greater than 0 (returns too).</summary>
    public required int Quantity { get; init; }

    public long UnitPrice { get; init; }

    /// <summary>Paid for the line (given back, for returns), after its discount; not negative.</summary>
    public required long Amount { get; init; }

    /// <summary>Taken off the line's list price.</summary>
    public long Discount { get; init; }

    public LineMarks Marks { get; init; }

    /// <summary>Paid for the whole order where the source says so; null: the sum of its lines.</summary>
    public long? OrderAmount { get; init; }

    /// <summary>Given back for this line; 0 for none.</summary>
    public long RefundAmount { get; init; }

    /// <summary>When; null falls back to the payment's time.</summary>
    public DateTimeOffset? RefundedAt { get; init; }
}

/// <summary>Why a row cannot be taken: a closed set with words in both languages on the pages.</summary>
public enum RejectReason
{
    MissingOrderNo,
    MissingTime,
    BadTime,
    TimeOutOfRange,
    MissingQuantity,
    BadQuantity,
    MissingPrice,
    BadPrice,
    BadAmount,
    AmountTooLarge,
    ValueTooLong,
    WrongFieldCount,
    BrokenQuote,
    BadCharacter,
    NegativeQuantity,
    NegativePrice,
    ConflictingBuyer,
    OtherRowRejected,
}

/// <summary>A row that cannot be taken.</summary>
/// <param name="Number">The row's line in the file.</param>
/// <param name="Reason">Why.</param>
/// <param name="Column">The column's header; empty when the row as a whole is wrong.</param>
/// <param name="Value">The offending value, cut to 200 characters.</param>
public sealed record RowReject(long Number, RejectReason Reason, string Column, string Value) : SourceRow(Number)
{
    /// <summary>The row's cells as they stood, for the reject file; empty where the source is no file.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>The order that the row belongs to, where that could be read: half an order is not taken.</summary>
    public string OrderNo { get; init; } = "";
}
