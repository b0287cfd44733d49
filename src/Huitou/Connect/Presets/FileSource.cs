using Huitou.Connect.Files;

namespace Huitou.Connect.Presets;

/// <summary>An uploaded file as a source.</summary>
/// <param name="name">The file's name.</param>
/// <param name="path">Where it lies.</param>
/// <param name="reading">How it is read.</param>
/// <param name="clock">The shop's.</param>
/// <param name="digits">Decimal digits of the currency's minor unit.</param>
/// <param name="now">When the import started.</param>
internal sealed class FileSource(string name, string path, FileReading reading, ShopClock clock, int digits, DateTimeOffset now) : ISource
{
    private readonly TableFile _file = new(path, reading);
    private IReadOnlyList<string> _headers = [];

    public string Name => name;

    public IReadOnlyList<string> Columns => _headers.Count > 0 ? _headers : _headers = _file.Headers();

    public double? Progress => _file.Progress;

    public IEnumerable<SourceRow> Read(CancellationToken cancel)
    {
        var parser = new RowParser(Columns, reading, clock, digits, now);
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
