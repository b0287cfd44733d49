using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Huitou.Connect.Files;

/// <summary>The rows of a workbook's sheet as text: numbers without the noise of binary fractions, dates as year-month-day.</summary>
internal sealed class XlsxRows(Func<Stream> open, string sheet)
{
    private const long MostUnpacked = 1L << 30;
    private const int MostRatio = 500;
    private const long RatioMatters = 64L << 20;

    static XlsxRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal IEnumerable<TextRow> Read()
    {
        using var stream = open();
        using var reader = Open(stream);
        if (!FindSheet(reader))
            throw new UnreadableFileException("sheet_missing", $"The workbook has no sheet called \"{sheet}\".");
        var cells = new List<string>();
        for (var line = 1L; Next(reader); line++)
        {
            cells.Clear();
            for (var i = 0; i < Math.Min(reader.FieldCount, CsvRows.MostColumns); i++) cells.Add(Text(reader, i));
            yield return Checked(line, cells);
        }
    }

    internal static IReadOnlyList<string> Sheets(Func<Stream> open)
    {
        using var stream = open();
        using var reader = Open(stream);
        var names = new List<string>();
        do names.Add(reader.Name);
        while (reader.NextResult());
        return names;
    }

    private static IExcelDataReader Open(Stream stream)
    {
        try
        {
            RefuseBomb(stream);
            return ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception damage) when (damage is InvalidDataException or ExcelReaderException or HeaderException or FormatException or XmlException or OverflowException)
        {
            throw UnreadableFileException.Damaged("The workbook cannot be read. Save it again as .xlsx, or as CSV.", damage);
        }
    }

    /// <summary>The sizes that the archive itself declares hold: .NET unpacks no entry beyond them.</summary>
    private static void RefuseBomb(Stream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            var unpacked = archive.Entries.Sum(entry => entry.Length);
            if (unpacked > MostUnpacked || (unpacked > RatioMatters && unpacked > stream.Length * MostRatio))
                throw UnreadableFileException.TooLarge("Unpacked, the workbook is larger than 1 GB or 500 times its size. Save it as CSV.");
        }
        stream.Position = 0;
    }

    private bool FindSheet(IExcelDataReader reader)
    {
        if (sheet.Length == 0) return true;
        do
            if (string.Equals(reader.Name, sheet, StringComparison.Ordinal)) return true;
        while (reader.NextResult());
        return false;
    }

    private static bool Next(IExcelDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception damage) when (damage is System.Xml.XmlException or InvalidDataException or ExcelReaderException)
        {
            throw UnreadableFileException.Damaged("The workbook is damaged in the middle. Save it again as .xlsx, or as CSV.", damage);
        }
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => text,
        double number => Number(number),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // A serial number keeps times to about a millisecond; what a person typed was whole seconds.
        DateTime time => time.AddMilliseconds(500).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Excel shows 15 digits and so does the conversion to decimal: 0.1 + 0.2 is 0.3, not 0.30000000000000004.</summary>
    internal static string Number(double number) => Math.Abs(number) < 1e28
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static TextRow Checked(long line, List<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length > CsvRows.MostCellBytes)
            {
                cells[i] = cells[i][..200];
                return new TextRow(line, cells, RejectReason.ValueTooLong, i);
            }
            if (cells[i].AsSpan().IndexOfAny('\0', '\uFFFD') >= 0) return new TextRow(line, cells, RejectReason.BadCharacter, i);
        }
        return new TextRow(line, cells);
    }
}
