using System.Runtime.CompilerServices;
using Huitou.Access;
using Huitou.Connect;

namespace Huitou.Flows.Exports;

/// <summary>A column, declared: what it is called and what of a row it shows.</summary>
internal sealed record ExportColumn<TRow>(string Key, Words Name, ExportValue Value, Func<TRow, ExportLook, Cell> Cell)
{
    /// <summary>A column that files coming in have too: it bears their words, so that the file is read again without a word.</summary>
    internal ExportColumn(Field field, ExportValue value, Func<TRow, ExportLook, Cell> cell)
        : this(Fields.Key(field), FieldWords.Of(field).Name, value, cell)
    {
    }

    internal ExportColumn(string key, string zh, string en, ExportValue value, Func<TRow, ExportLook, Cell> cell)
        : this(key, new Words(zh, en), value, cell)
    {
    }

    internal bool IsPersonal { get; init; }

    internal bool IsDefault { get; init; } = true;
}

/// <summary>Rows of a table as it reads them, with how much of the whole each chunk is.</summary>
internal sealed record TableRows<TRow>(long Total, IAsyncEnumerable<(IReadOnlyList<TRow> Rows, int Done)> Chunks);

/// <summary>What all tables share: choosing columns and turning rows into cells.</summary>
internal abstract class ExportTable<TRow>(
    string key, Words name, Permission needs, ExportNarrowing narrowing, IReadOnlyList<ExportColumn<TRow>> columns) : IExportTable
{
    public ExportTableInfo Info { get; } =
        new(key, name, narrowing, [.. columns.Select(c => new ExportColumnInfo(c.Key, c.Name, c.Value, c.IsPersonal, c.IsDefault))]);

    public Permission Needs => needs;

    /// <summary>Checks what is asked and begins to read.</summary>
    protected abstract Task<Outcome<TableRows<TRow>>> ReadAsync(CustomerQuestion question, CancellationToken cancel);

    public async Task<Outcome<ExportRows>> OpenAsync(
        CustomerQuestion question, IReadOnlyList<string> wanted, ExportLook look, CancellationToken cancel)
    {
        var chosen = wanted.Select(name => columns.First(column => column.Key == name)).ToArray();
        var read = await ReadAsync(question, cancel);
        return read.Match<Outcome<ExportRows>>(rows => new ExportRows(rows.Total, CellsAsync(rows.Chunks, chosen, look, cancel)), refusal => refusal);
    }

    private static async IAsyncEnumerable<ExportChunk> CellsAsync(
        IAsyncEnumerable<(IReadOnlyList<TRow> Rows, int Done)> chunks, ExportColumn<TRow>[] chosen, ExportLook look,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (rows, done) in chunks.WithCancellation(cancel))
            yield return new ExportChunk([.. rows.Select(row => Array.ConvertAll(chosen, column => column.Cell(row, look)))], done);
    }
}
