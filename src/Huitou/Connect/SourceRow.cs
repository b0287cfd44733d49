using Huitou.Data;
using Huitou.Engine;

namespace Huitou.Connect;

/// <summary>A way in: a file, the demo shop, later a platform's API. Rows come in any order and may be many millions.</summary>
public interface ISource
{
    /// <summary>What the import is called: a file's name, "demo".</summary>
    string Name { get; }

    /// <summary>What its rows tell of.</summary>
    FileKind Kind => FileKind.Orders;

    /// <summary>When the source was taken out of the system it comes from, where it says so: decides between versions that have no time of their own.</summary>
    DateTimeOffset? ExportedAt => null;

    /// <summary>The rows, each either a <see cref="SourceFact"/> of the source's kind or a <see cref="RowReject"/>.</summary>
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

/// <summary>What a row says of the thing that it names.</summary>
public abstract record SourceFact(long Number) : SourceRow(Number)
{
    /// <summary>What the row speaks of: rows of one key belong together.</summary>
    public abstract string Key { get; }

    /// <summary>When the source last changed it; null when it does not say.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
}

/// <summary>What a row says that may name a buyer.</summary>
public abstract record SourceBuyerFact(long Number) : SourceFact(Number)
{
    public SourceBuyer Buyer { get; init; }
}

/// <summary>A buyer as a source names them: by its own id, or by an address of theirs. Masked values are in <paramref name="Masks"/> alone.</summary>
/// <param name="Id">The source's own id; null where it gives none.</param>
/// <param name="Phone">E.164 ("+8613800000001"), null where there is none that is whole.</param>
/// <param name="Email">In lower case, null where there is none that is whole.</param>
/// <param name="Ids">What they carry besides; null for most. It names nobody by itself.</param>
/// <param name="Masks">What the source masks of them; null for most, and where they are nobody.</param>
public readonly record struct SourceBuyer(string? Id, string? Phone = null, string? Email = null, BuyerIds? Ids = null, BuyerMasks? Masks = null)
{
    /// <summary>Nobody is named.</summary>
    public bool IsNobody => Id is null && Phone is null && Email is null;

    /// <summary>The name that counts: the id, else an address. Null for nobody.</summary>
    public string? Name => Id ?? Email ?? Phone;

    /// <summary>Adds to a fingerprint who it is: an id is no address, even where both read the same.</summary>
    internal ContentWriter Write(ContentWriter content) => content.Add(Id is null ? 0 : 1).Add(Name);
}

/// <summary>
/// One order line as a source names it, parsed and checked by itself, not yet against anything known. What belongs to the order is
/// repeated on each of its lines. Money is in minor units of the reporting currency, unit prices in 1/10,000; all instants are UTC.
/// </summary>
public sealed record SourceLine(long Number) : SourceBuyerFact(Number)
{
    public override string Key => OrderNo;

    public required string OrderNo { get; init; }

    /// <summary>False where the file lists orders without their lines: the row is then the order's head alone, product and quantity mean nothing.</summary>
    public bool HasGoods { get; init; } = true;

    /// <summary>The document gives money back and names no order ("C" invoices): amounts are then what was given back.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Closed without payment.</summary>
    public bool IsClosed { get; init; }

    public OrderMarks OrderMarks { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while unpaid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    public string BuyerName { get; init; } = "";

    public string Region { get; init; } = "";

    public string City { get; init; } = "";

    public string District { get; init; } = "";

    /// <summary>To whom and where it went; null where the source does not say.</summary>
    public SourceReceiver? Receiver { get; init; }

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

    /// <summary><see cref="RefundAmount"/> is what was given back for the whole order: however many rows say so, it counts once.</summary>
    public bool RefundIsOrders { get; init; }

    /// <summary>When; null falls back to the payment's time.</summary>
    public DateTimeOffset? RefundedAt { get; init; }

    /// <summary>The currency the source counts in where it is not the reporting one; empty where it is. Amounts here are already converted.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Reporting units for one unit of <see cref="Currency"/> times 10^8; 0 where nothing was converted.</summary>
    public long Rate { get; init; }

    /// <summary>Paid for the order (or, where the source gives none, for the line) in minor units of <see cref="Currency"/>.</summary>
    public long OriginalAmount { get; init; }
}
