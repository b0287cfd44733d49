using System.IO.Compression;
using System.Text;
using Huitou.Connect.Files;
using Huitou.Connect;
using Huitou.Tests.Support;

namespace Huitou.Tests.Hostile;

/// <summary>However large a file or what is in it, reading keeps a few buffers and no more.</summary>
[Collection(nameof(FlatMemoryTests))]
[CollectionDefinition(nameof(FlatMemoryTests), DisableParallelization = true)]
public sealed class FlatMemoryTests
{
    /// <summary>The largest record, its copies while the buffer grows, the list of a page's cells: far below this.</summary>
    private const long MostBytes = 32 << 20;

    /// <summary>A text made piece by piece while it is read, so that the test itself keeps nothing.</summary>
    private sealed class Made(IEnumerable<byte[]> pieces) : ForwardStream
    {
        private readonly IEnumerator<byte[]> _pieces = pieces.GetEnumerator();
        private byte[] _piece = [];
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            while (_at == _piece.Length)
            {
                if (!_pieces.MoveNext()) return 0;
                (_piece, _at) = (_pieces.Current, 0);
            }
            var taken = Math.Min(buffer.Length, _piece.Length - _at);
            _piece.AsSpan(_at, taken).CopyTo(buffer);
            _at += taken;
            return taken;
        }
    }

    private sealed record Seen(long Rows, Dictionary<RejectReason, long> Faults, long LastLine, string Last);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<byte[]> Repeat(string text, int times, string before = "", string after = "")
    {
        yield return Bytes(before);
        var piece = Bytes(text);
        for (var i = 0; i < times; i++) yield return piece;
        yield return Bytes(after);
    }

    /// <summary>Reads to the end, looking every so often at how much is alive.</summary>
    private static Seen Watch(IEnumerable<TextRow> rows)
    {
        var start = GC.GetTotalMemory(forceFullCollection: true);
        var seen = new Seen(0, [], 0, "");
        foreach (var row in rows)
        {
            if (row.Fault is { } fault) seen.Faults[fault] = seen.Faults.GetValueOrDefault(fault) + 1;
            seen = seen with { Rows = seen.Rows + 1, LastLine = row.Number, Last = row.Cells.Count > 0 ? row.Cells[0] : "" };
            if (seen.Rows < 4 || seen.Rows % 400_000 == 0) Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - start, long.MinValue, MostBytes);
        }
        return seen;
    }

    private static Seen WatchCsv(IEnumerable<byte[]> pieces) => Watch(new CsvRows(() => new Made(pieces), ',', transcoded: false).Read());

    private static void Is(Seen seen, long rows, long lastLine, string last, params (RejectReason Reason, long Count)[] faults)
    {
        Assert.Equal((rows, lastLine, last), (seen.Rows, seen.LastLine, seen.Last));
        Assert.Equal(faults.ToDictionary(f => f.Reason, f => f.Count), seen.Faults);
    }

    private static readonly string Block = new('x', 1 << 20);

    [Fact]
    public void A_line_of_200_MB() => Is(WatchCsv(Repeat(Block, 200, "a,b\n", "\nlast,1\n")), 3, 3, "last", (RejectReason.ValueTooLong, 1));

    [Fact]
    public void A_file_of_one_line_of_200_MB() => Is(WatchCsv(Repeat(Block, 200)), 1, 1, Block[..200], (RejectReason.ValueTooLong, 1));

    [Fact]
    public void A_cell_of_10_MB_within_quotes() =>
        Is(WatchCsv(Repeat(Block, 10, "a,b\n1,\"", "\",2\nlast,1\n")), 3, 3, "last", (RejectReason.ValueTooLong, 1));

    [Fact]
    public void A_cell_of_100_KB() => Is(WatchCsv(Repeat(Block[..100_000], 1, "a,b\n1,", "\nlast,1\n")), 3, 3, "last", (RejectReason.ValueTooLong, 1));

    [Fact]
    public void A_cell_at_the_limit_is_taken() => Is(WatchCsv(Repeat(Block[..(64 << 10)], 1, "a,b\n1,", "\nlast,1\n")), 3, 3, "last");

    [Fact]
    public void A_header_of_a_million_characters() =>
        Is(WatchCsv(Repeat("name", 250_000, "", ",b\n1,2\n")), 2, 2, "1", (RejectReason.ValueTooLong, 1));

    [Fact]
    public void A_row_of_10_000_columns() => Is(WatchCsv(Repeat("1,", 10_000, "a,b\n", "1\nlast,1\n")), 3, 3, "last", (RejectReason.WrongFieldCount, 1));

    [Fact]
    public void A_row_of_50_million_columns() =>
        Is(WatchCsv(Repeat(string.Concat(Enumerable.Repeat("1,", 10_000)), 5_000, "a,b\n", "1\nlast,1\n")), 3, 3, "last", (RejectReason.WrongFieldCount, 1));

    [Fact]
    public void Columns_without_end_that_hold_nothing_count_for_nothing() =>
        Is(WatchCsv(Repeat(",", 100_000, "a,b\n1,2", "\nlast,1\n")), 3, 3, "last");

    [Fact]
    public void An_open_quote_before_100_MB_costs_its_line() =>
        Is(WatchCsv(Repeat(string.Concat(Enumerable.Repeat("12345678,b\n", 1_000)), 9_500, "a,b\n1,\"open\n", "last,1\n")), 9_500_003, 9_500_003, "last", (RejectReason.BrokenQuote, 1));

    [Fact]
    public void An_open_quote_every_megabyte_costs_a_line_each()
    {
        var good = string.Concat(Enumerable.Repeat("12345678,b\n", 100_000));
        Is(WatchCsv(Repeat("1,\"open\n" + good, 20, "a,b\n", "last,1\n")), 2_000_022, 2_000_022, "last", (RejectReason.BrokenQuote, 20));
    }

    [Fact]
    public void Quotes_that_open_on_every_line_of_a_million() =>
        Is(WatchCsv(Repeat(string.Concat(Enumerable.Repeat("1,\"open\n", 1_000)), 1_000, "a,b\n", "last,1\n")), 1_000_002, 1_000_002, "last", (RejectReason.BrokenQuote, 1_000_000));

    [Fact]
    public void A_million_rows_of_junk() =>
        Is(WatchCsv(Repeat(string.Concat(Enumerable.Repeat("\u0001\u0002\0,\"x\"y\n", 1_000)), 1_000, "a,b\n", "last,1\n")), 1_000_002, 1_000_002, "last", (RejectReason.BrokenQuote, 1_000_000));

    [Fact]
    public void Ten_million_blank_lines() => Is(WatchCsv(Repeat(new string('\n', 10_000), 1_000, "a,b\n", "last,1\n")), 2, 10_000_002, "last");

    [Fact]
    public void A_gzip_bomb_is_refused_before_it_bursts() => Refuses(FileFormat.Csv, packed =>
    {
        using var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
        var block = new byte[1 << 20];
        for (var i = 0; i < 300; i++) gzip.Write(block);
    });

    [Theory, InlineData(Workbook.Sheet1, "<worksheet><sheetData>"), InlineData(Workbook.Texts, "<sst><si><t>"), InlineData("xl/styles.xml", "<styleSheet><cellXfs>")]
    public void A_workbook_bomb_is_refused_before_it_bursts(string part, string start) => Refuses(FileFormat.Xlsx, packed => packed.Write(
        new Workbook().Rows("<row><c t=\"s\"><v>0</v></c></row>").Without(part).Bytes(archive =>
        {
            using var bomb = archive.CreateEntry(part, CompressionLevel.SmallestSize).Open();
            bomb.Write(Bytes(start));
            var block = Bytes(new string(' ', 1 << 20));
            for (var i = 0; i < 300; i++) bomb.Write(block);
        })));

    [Fact]
    public void Texts_of_a_workbook_beyond_their_limit_are_refused()
    {
        var random = new Random(5);
        using var file = new TempFile(new Workbook().Rows("<row><c t=\"s\"><v>0</v></c></row>").Bytes(archive =>
        {
            using var texts = archive.CreateEntry(Workbook.Texts, CompressionLevel.Fastest).Open();
            texts.Write("<sst>"u8);
            var noise = new byte[24_000];
            for (var i = 0; i < 4_300; i++)
            {
                if (i % 100 == 0) random.NextBytes(noise);
                texts.Write(Bytes($"<si><t>{Convert.ToHexString(noise)}</t></si>"));
            }
        }));
        var fault = Assert.Throws<UnreadableFileException>(() => new TableFile(Plain.At(file.Path), new FileReading { Format = FileFormat.Xlsx }).Rows().Count());
        Assert.Equal(("file_too_large_inside", true), (fault.Code, fault.Message.Contains("192 MB", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_sheet_of_300_000_rows_is_read_row_by_row()
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= 300_000; i++) rows.Append("<row><c><v>").Append(i).Append("</v></c></row>");
        using var file = new TempFile(new Workbook().Rows(rows.ToString()).Bytes());
        rows = null;
        Is(Watch(new TableFile(Plain.At(file.Path), new FileReading { Format = FileFormat.Xlsx }).Rows()), 300_000, 300_000, "300000");
    }

    private static void Refuses(FileFormat format, Action<MemoryStream> write)
    {
        using var packed = new MemoryStream();
        write(packed);
        using var file = new TempFile(packed.ToArray());
        var start = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<UnreadableFileException>(
            () => new TableFile(Plain.At(file.Path), new FileReading { Format = format, Gzip = format == FileFormat.Csv }).Rows().Count());
        Assert.Equal("file_too_large_inside", fault.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, MostBytes);
    }
}
