using Huitou.Connect.Presets;

namespace Huitou.Connect.Files;

/// <summary>Finds out how a file wants to be read: its kind, packing, encoding, delimiter and the row of its column names.</summary>
internal static class FileDetection
{
    private const int SampleBytes = 256 << 10;
    private const int HeaderWithin = 20;

    internal static FileReading Of(string path)
    {
        var reading = Packing(path);
        if (reading.Format == FileFormat.Csv)
        {
            using (var bytes = new TableFile(path, reading).OpenBytes())
                reading = reading with { Encoding = TextEncoding.Detect(bytes) };
            reading = reading with { Delimiter = DelimiterDetection.Of(Sample(path, reading)).ToString() };
        }
        return reading with { HeaderRow = HeaderRow(path, reading) };
    }

    private static FileReading Packing(string path)
    {
        using var stored = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        var length = stored.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        if (length == 0) throw new UnreadableFileException("file_empty", "The file is empty.");
        if (magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return new FileReading { Gzip = true };
        return new FileReading { Format = magic.SequenceEqual("PK\x03\x04"u8) ? FileFormat.Xlsx : FileFormat.Csv };
    }

    private static string Sample(string path, FileReading reading)
    {
        using var text = new StreamReader(new TableFile(path, reading).OpenText());
        var buffer = new char[SampleBytes];
        return new string(buffer, 0, text.ReadBlock(buffer));
    }

    /// <summary>
    /// The line of the column names: among the first rows the one that knows most of our names; where none knows two, the first
    /// that fills most of the table's width and holds no number.
    /// </summary>
    internal static int HeaderRow(string path, FileReading reading)
    {
        var rows = new TableFile(path, reading).Rows().Take(HeaderWithin)
            .Select(row => (row.Number, Cells: row.Cells.Select(ExcelText.Tidy).Where(c => c.Length > 0).ToArray())).ToArray();
        if (rows.Length == 0) return 1;
        var (number, known) = rows.Select(row => (row.Number, PresetList.KnownNames(row.Cells))).MaxBy(row => row.Item2);
        if (known >= 2) return (int)number;
        var width = rows.Max(row => row.Cells.Length);
        var header = rows.FirstOrDefault(row => row.Cells.Length * 5 >= width * 3 && !row.Cells.Any(LooksLikeValue), rows[0]);
        return (int)header.Number;
    }

    private static bool LooksLikeValue(string cell) => char.IsAsciiDigit(cell[0]) && cell.Any(char.IsAsciiDigit) && !cell.Any(char.IsLetter);
}
