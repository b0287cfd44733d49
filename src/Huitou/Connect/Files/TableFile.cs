using Huitou.Access;
using Huitou.Connect.Files.Xlsx;

namespace Huitou.Connect.Files;

/// <summary>An uploaded file, opened as rows of text the way a <see cref="FileReading"/> says.</summary>
internal sealed class TableFile(Func<Stream> open, FileReading reading)
{
    /// <summary>A column's name is a name, not a text: no platform is known to write one of more than 60.</summary>
    private const int MostHeaderLength = 200;

    /// <summary>How far into the stored file reading has come, for progress.</summary>
    internal double Progress => _progress();

    private Func<double> _progress = () => 0;

    /// <summary>Every row that is not wholly empty, the header and what stands above it included.</summary>
    internal IEnumerable<TextRow> Rows() => reading.Format == FileFormat.Xlsx
        ? new XlsxRows(OpenStored, reading.Sheet).Read()
        : new CsvRows(OpenText, reading.Delimiter.Length == 1 ? reading.Delimiter[0] : ',', reading.Encoding != TextEncoding.Utf8).Read();

    /// <summary>The column names, without the empty ones that a trailing delimiter makes. Equal names stay; the first is meant.</summary>
    internal IReadOnlyList<string> Headers()
    {
        foreach (var row in Rows())
        {
            if (row.Number < reading.HeaderRow) continue;
            Check(row);
            var headers = row.Cells.Select(ExcelText.Tidy).ToList();
            while (headers.Count > 0 && headers[^1].Length == 0) headers.RemoveAt(headers.Count - 1);
            return headers;
        }
        return [];
    }

    /// <summary>The file's bytes, unpacked.</summary>
    internal Stream OpenBytes() => reading.Gzip ? new GuardedInflate(OpenStored()) : OpenStored();

    internal Stream OpenText() => TextEncoding.AsUtf8(OpenBytes(), reading.Encoding);

    internal IReadOnlyList<string> Sheets() => reading.Format == FileFormat.Xlsx ? XlsxRows.Sheets(OpenStored) : [];

    private Stream OpenStored()
    {
        var stored = open();
        _progress = () => stored is { CanRead: true, Length: > 0 } ? (double)stored.Position / stored.Length : 1;
        return stored;
    }

    /// <summary>Columns are addressed by their names: where one of them is broken, no row can be read.</summary>
    private static void Check(in TextRow row)
    {
        var line = $"Line {row.Number}, which holds the column names,";
        if (row.Fault == RejectReason.WrongFieldCount)
            throw new UnreadableFileException(ProblemCode.TooManyColumns, $"{line} has more than {CsvCells.MostColumns:N0} columns. Delete those that are not needed.");
        if (row.Fault == RejectReason.BadCharacter)
            throw UnreadableFileException.Damaged($"{line} has broken characters in column {row.FaultCell + 1}. Choose another encoding, or save the file as UTF-8.");
        if (row.Fault == RejectReason.BrokenQuote)
            throw UnreadableFileException.Damaged($"{line} opens a quote that never closes. Mend it, or choose another line or delimiter.");
        for (var i = 0; i < row.Cells.Count; i++)
            if (row.Cells[i].Length > MostHeaderLength || (i == row.FaultCell && row.Fault == RejectReason.ValueTooLong))
                throw new UnreadableFileException(
                    ProblemCode.NotATable, $"{line} has a name of more than {MostHeaderLength} characters in column {i + 1}. Choose the line of the names, or export a table with one.");
    }
}
