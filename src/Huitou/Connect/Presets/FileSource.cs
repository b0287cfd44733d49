using Huitou.Connect.Files;

namespace Huitou.Connect.Presets;

/// <summary>An uploaded file as a source.</summary>
/// <param name="name">The file's name.</param>
/// <param name="open">Opens it.</param>
/// <param name="reading">How it is read.</param>
/// <param name="books">What its rows are read against.</param>
internal sealed class FileSource(string name, Func<Stream> open, FileReading reading, ShopBooks books) : ISource
{
    private readonly TableFile _file = new(open, reading);
    private IReadOnlyList<string> _headers = [];

    public string Name => name;

    public FileKind Kind => reading.Kind;

    public DateTimeOffset? ExportedAt { get; } = ExportTime.Of(name, books.Clock, books.Now);

    public IReadOnlyList<string> Columns => _headers.Count > 0 ? _headers : _headers = _file.Headers();

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
}
