using Huitou.Connect.Files;
using Huitou.Connect.Presets;
using Huitou.Connect;
using Huitou.Tests.Support;

namespace Huitou.Tests.Connect;

/// <summary>A table as a file would hold it, read the way its header is recognised.</summary>
internal sealed class Sheet
{
    private readonly string[] _headers;
    private readonly FileReading _reading;
    private readonly RowParser _parser;

    internal Sheet(string[] headers, ShopBooks? books = null, FileKind? kind = null, Func<FileReading, FileReading>? correct = null)
    {
        _headers = headers;
        Preset = kind is { } wanted ? Generic.Of(wanted) : PresetList.Recognise(headers) ?? throw new InvalidOperationException("not recognised");
        _reading = new FileReading { Kind = Preset.Kind, Preset = Preset.Key, Columns = Preset.Map(headers) };
        if (correct is not null) _reading = correct(_reading);
        _parser = RowParser.Of(headers, _reading, books ?? Books.In("Asia/Shanghai"));
    }

    internal Preset Preset { get; }

    private long _line = 1;

    internal SourceRow Row(params string[] cells) => _parser.Parse(new TextRow(++_line, cells));

    /// <summary>A row of which only these columns hold something: "column=value".</summary>
    internal SourceRow Only(params string[] cells)
    {
        var values = cells.ToDictionary(cell => cell.Split('=', 2)[0], cell => cell.Split('=', 2)[1]);
        Assert.Empty(values.Keys.Except(_headers.Select(header => header.Trim())));
        return Row([.. _headers.Select(header => values.GetValueOrDefault(header.Trim(), ""))]);
    }

    internal T Fact<T>(params string[] cells)
        where T : SourceFact => Assert.IsType<T>(Only(cells));

    internal (RejectReason Reason, string Column) Reject(params string[] cells)
    {
        var reject = Assert.IsType<RowReject>(Only(cells));
        return (reject.Reason, reject.Column.Trim());
    }

    /// <summary>A file as it lies on a disk, read without anybody's help.</summary>
    internal static (Preset Preset, FileReading Reading, SourceRow[] Rows) Of(string path, ShopBooks? books = null)
    {
        var reading = FileDetection.Of(Plain.At(path));
        var headers = new TableFile(Plain.At(path), reading).Headers();
        var preset = PresetList.Recognise(headers) ?? throw new InvalidOperationException("not recognised");
        reading = reading with { Kind = preset.Kind, Preset = preset.Key, Columns = preset.Map(headers) };
        return (preset, reading, [.. new FileSource(Path.GetFileName(path), Plain.At(path), reading, books ?? Books.In("Asia/Shanghai")).Read(TestContext.Current.CancellationToken)]);
    }
}
