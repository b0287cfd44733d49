using Huitou.Connect.Files;

namespace Huitou.Connect.Presets;

/// <summary>An uploaded file as a source.</summary>
/// <param name="name">The file's name.</param>
/// <param name="path">Where it lies.</param>
/// <param name="reading">How it is read.</param>
/// <param name="books">What its rows are read against.</param>
internal sealed class FileSource(string name, string path, FileReading reading, ShopBooks books) : ISource
{
    private readonly TableFile _file = new(path, reading);
    private IReadOnlyList<string> _headers = [];

    public string Name => name;

    public FileKind Kind => reading.Kind;

    public DateTimeOffset? ExportedAt { get; } = ExportTime.Of(name, books.Clock, books.Now);

    public IReadOnlyList<string> Columns => _headers.Count > 0 ? _headers : _headers = Headers(_file, reading);

    public double? Progress => _file.Progress;

    public IEnumerable<SourceRow> Read(CancellationToken cancel)
    {
        var parser = RowParser.Of(Columns, reading, books);
        foreach (var row in _file.Rows())
        {
            cancel.ThrowIfCancellationRequested();
            if (row.Number > reading.HeaderRow) yield return parser.Parse(row);
        }
    }

    public IEnumerable<(long Number, IReadOnlyList<string> Cells)> Originals(IReadOnlySet<long> numbers, CancellationToken cancel)
    {
        foreach (var row in _file.Rows())
        {
            cancel.ThrowIfCancellationRequested();
            if (numbers.Contains(row.Number)) yield return (row.Number, row.Cells);
        }
    }

    /// <summary>The column names, without the empty ones that a trailing delimiter makes.</summary>
    internal static IReadOnlyList<string> Headers(TableFile file, FileReading reading)
    {
        foreach (var row in file.Rows())
        {
            if (row.Number < reading.HeaderRow) continue;
            var headers = row.Cells.Select(ExcelText.Tidy).ToList();
            while (headers.Count > 0 && headers[^1].Length == 0) headers.RemoveAt(headers.Count - 1);
            return headers;
        }
        return [];
    }
}
