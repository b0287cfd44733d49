using Huitou.Access;

namespace Huitou.Flows.Exports;

/// <summary>A column as the choice of columns shows it.</summary>
/// <param name="Key">Its key in requests.</param>
/// <param name="Name">Its header.</param>
/// <param name="Value">What it holds.</param>
/// <param name="IsPersonal">Masked unless permitted and asked for.</param>
/// <param name="IsDefault">There unless somebody chooses otherwise.</param>
public sealed record ExportColumnInfo(string Key, Words Name, ExportValue Value, bool IsPersonal, bool IsDefault);

/// <summary>By what the rows of a table can be narrowed.</summary>
public enum ExportNarrowing
{
    /// <summary>By nothing: it goes out whole.</summary>
    None,

    /// <summary>By shops, channels and days of payment.</summary>
    Scope,

    /// <summary>By all that a list of customers is asked with.</summary>
    Customers,
}

/// <summary>A table that may be taken out.</summary>
/// <param name="Key">Its key in requests.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Narrowing">By what its rows can be narrowed.</param>
/// <param name="Columns">Its columns in their usual order.</param>
public sealed record ExportTableInfo(string Key, Words Name, ExportNarrowing Narrowing, IReadOnlyList<ExportColumnInfo> Columns);

/// <summary>Some rows, and how much of the whole they are.</summary>
/// <param name="Rows">Each with a cell for each column asked for.</param>
/// <param name="Done">Of <see cref="ExportRows.Total"/>.</param>
internal readonly record struct ExportChunk(IReadOnlyList<Cell[]> Rows, int Done);

/// <summary>Rows as they are read, never all at once.</summary>
internal sealed record ExportRows(long Total, IAsyncEnumerable<ExportChunk> Chunks);

/// <summary>A table that may be taken out: its columns, who may, and how it is read.</summary>
internal interface IExportTable
{
    ExportTableInfo Info { get; }

    /// <summary>What reading it needs.</summary>
    Permission Needs { get; }

    /// <summary>Checks what is asked and begins to read; nothing is read before the first chunk is asked for.</summary>
    Task<Outcome<ExportRows>> OpenAsync(CustomerQuestion question, IReadOnlyList<string> columns, ExportLook look, CancellationToken cancel);
}
