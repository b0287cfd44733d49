using Huitou.Connect.Presets;

namespace Huitou.Connect.Files;

/// <summary>Finds out how a file wants to be read: its kind, packing, encoding, delimiter and the row of its column names.</summary>
internal static class FileDetection
{
    private const int SampleBytes = 256 << 10;
    private const int HeaderWithin = 20;

    internal static FileReading Of(Func<Stream> open)
    {
        var reading = Packing(open);
        if (reading.Format == FileFormat.Csv)
        {
            using (var bytes = new TableFile(open, reading).OpenBytes())
                reading = reading with { Encoding = TextEncoding.Detect(bytes) };
            reading = reading with { Delimiter = DelimiterDetection.Of(Sample(open, reading)).ToString() };
        }
        return reading with { HeaderRow = HeaderRow(open, reading) };
    }

    private static FileReading Packing(Func<Stream> open)
    {
        var head = Head(open, new FileReading());
        if (head.AsSpan().StartsWith("PK\x03\x04"u8) || head.AsSpan().StartsWith("PK\x05\x06"u8)) return new FileReading { Format = FileFormat.Xlsx };
        var reading = new FileReading { Gzip = head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) };
        if (reading.Gzip) head = Head(open, reading);
        ForeignFile.Refuse(head, reading.Gzip, () => new TableFile(open, reading).OpenBytes());
        return reading;
    }

    private static byte[] Head(Func<Stream> open, FileReading reading)
    {
        using var bytes = new TableFile(open, reading).OpenBytes();
        var head = new byte[ForeignFile.LooksAt];
        return head[..bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static string Sample(Func<Stream> open, FileReading reading)
    {
        using var text = new StreamReader(new TableFile(open, reading).OpenText());
        var buffer = new char[SampleBytes];
        return new string(buffer, 0, text.ReadBlock(buffer));
    }

    /// <summary>
    /// The line of the column names: among the first rows the one that knows most of our names; where none knows two, the first
    /// that fills most of the table's width and holds no number.
    /// </summary>
    internal static int HeaderRow(Func<Stream> open, FileReading reading)
    {
        var rows = new TableFile(open, reading).Rows().Take(HeaderWithin)
            .Select(row => (row.Number, Cells: row.Cells.Select(ExcelText.Tidy).Where(c => c.Length > 0).ToArray()))
            .Where(row => row.Number > 1 || !IsSeparatorLine(row.Cells)).ToArray();
        if (rows.Length == 0) throw UnreadableFileException.Empty();
        var (number, known) = rows.Select(row => (row.Number, PresetList.KnownNames(row.Cells))).MaxBy(row => row.Item2);
        if (known >= 2) return (int)number;
        var width = rows.Max(row => row.Cells.Length);
        var header = rows.FirstOrDefault(row => row.Cells.Length * 5 >= width * 3 && !row.Cells.Any(LooksLikeValue), rows[0]);
        return (int)header.Number;
    }

    /// <summary>"sep=;", which Excel writes before the table, and whose rest the delimiter has cut off.</summary>
    private static bool IsSeparatorLine(string[] cells) => cells is [['s' or 'S', 'e' or 'E', 'p' or 'P', '=', ..]] && cells[0].Length <= 5;

    private static bool LooksLikeValue(string cell) => char.IsAsciiDigit(cell[0]) && cell.Any(char.IsAsciiDigit) && !cell.Any(char.IsLetter);
}
