namespace Huitou.Connect.Files;

/// <summary>An uploaded file, opened as rows of text the way a <see cref="FileReading"/> says.</summary>
internal sealed class TableFile(string path, FileReading reading)
{
    /// <summary>How far into the stored file reading has come, for progress.</summary>
    internal double Progress => _progress();

    private Func<double> _progress = () => 0;

    /// <summary>Every row that is not wholly empty, the header and what stands above it included.</summary>
    internal IEnumerable<TextRow> Rows()
    {
        var rows = reading.Format == FileFormat.Xlsx
            ? new XlsxRows(OpenStored, reading.Sheet).Read()
            : new CsvRows(OpenText, reading.Delimiter.Length == 1 ? reading.Delimiter[0] : ',', reading.Encoding != TextEncoding.Utf8).Read();
        return rows.Where(row => row.Fault is not null || !IsEmpty(row.Cells));
    }

    /// <summary>The file's bytes, unpacked.</summary>
    internal Stream OpenBytes() => reading.Gzip ? new GuardedInflate(OpenStored()) : OpenStored();

    internal Stream OpenText() => TextEncoding.AsUtf8(OpenBytes(), reading.Encoding);

    internal IReadOnlyList<string> Sheets() => reading.Format == FileFormat.Xlsx ? XlsxRows.Sheets(OpenStored) : [];

    private FileStream OpenStored()
    {
        var stored = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        _progress = () => stored is { CanRead: true, Length: > 0 } ? (double)stored.Position / stored.Length : 1;
        return stored;
    }

    private static bool IsEmpty(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
            if (!string.IsNullOrWhiteSpace(cells[i])) return false;
        return true;
    }
}
