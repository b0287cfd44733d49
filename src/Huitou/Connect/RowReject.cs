namespace Huitou.Connect;

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
    ConflictingRows,
    OtherRowRejected,
    MissingBuyer,
    MissingKey,
    BadValue,
    UnknownWord,
    UnknownCurrency,
    NoRate,
    MissingProof,
    MaskedValue,
    LostDigits,
    ErasedPerson,
    Oaid,
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

    /// <summary>What the row speaks of, where that could be read: half an order is not taken.</summary>
    public string Key { get; init; } = "";
}
