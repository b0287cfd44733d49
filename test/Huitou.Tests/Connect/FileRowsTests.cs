using System.IO.Compression;
using System.Text;
using Huitou.Connect.Files;
using Huitou.Connect;
using Huitou.Tests.Support;

namespace Huitou.Tests.Connect;

/// <summary>From bytes to rows of text: encodings, packing, delimiters, headers, quotes.</summary>
public sealed class FileRowsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    static FileRowsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => File.Delete(_path);

    private FileReading Write(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        return FileDetection.Of(Plain.At(_path));
    }

    private FileReading Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    private List<(long Number, string Cells, RejectReason? Fault)> Rows(FileReading reading) =>
        [.. new TableFile(Plain.At(_path), reading).Rows().Select(row => (row.Number, string.Join('|', row.Cells.Select(ExcelText.Tidy)), row.Fault))];

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "utf-8", [0xEF, 0xBB, 0xBF, .. "订单编号,金额\n1,2\n"u8] },
        { "utf-8", [.. "订单编号,金额\n1,2\n"u8] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("订单编号,金额\n1,2\n")] },
        { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("订单编号,金额\n1,2\n")] },
        { "utf-16", Encoding.Unicode.GetBytes("order no,amount,金额\n1,2,3\n4,5,6\n") },
        { "utf-16be", Encoding.BigEndianUnicode.GetBytes("order no,amount,金额\n1,2,3\n4,5,6\n") },
        { "gb18030", GetGb("订单编号,金额\n1,2\n") },
        { "gb18030", GetGb("order,amount\n" + string.Concat(Enumerable.Repeat("1,2\n", 300_000)) + "订单,金额\n") },
    };

    private static byte[] GetGb(string text) => Encoding.GetEncoding(54936).GetBytes(text);

    [Theory, MemberData(nameof(Encodings))]
    public void Tells_the_encoding_from_the_bytes(string expected, byte[] bytes)
    {
        var reading = Write(bytes);
        Assert.Equal(expected, reading.Encoding);
        var rows = Rows(reading);
        Assert.All(rows, row => Assert.Null(row.Fault));
        Assert.Contains(rows, row => row.Cells.Contains("金额", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_byte_beyond_the_sample_costs_its_row_only()
    {
        var good = string.Concat(Enumerable.Range(1, 200_000).Select(i => $"{i},名\n"));
        var reading = Write([.. "no,name\n"u8, .. Encoding.UTF8.GetBytes(good), .. "x,"u8, 0xC3, 0x28, .. "\nlast,行\n"u8]);
        var rows = Rows(reading);
        Assert.Equal("utf-8", reading.Encoding);
        var bad = Assert.Single(rows, row => row.Fault is not null);
        Assert.Equal((200_002L, RejectReason.BadCharacter), (bad.Number, bad.Fault));
        Assert.Equal("last|行", rows[^1].Cells);
    }

    [Fact]
    public void Gzip_is_known_by_its_bytes_not_its_name()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("a,b\n1,2\n"u8);
        var reading = Write(packed.ToArray());
        Assert.True(reading.Gzip);
        Assert.Equal(["a|b", "1|2"], Rows(reading).Select(row => row.Cells));
    }

    [Fact]
    public void A_gzip_bomb_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 80; i++) gzip.Write(new byte[1 << 20]);
        File.WriteAllBytes(_path, packed.ToArray());
        var fault = Assert.Throws<UnreadableFileException>(() => Rows(new FileReading { Gzip = true }));
        Assert.Equal("file_too_large_inside", fault.Code);
    }

    [Fact]
    public void A_damaged_gzip_is_said_to_be_damaged()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i * 7919 % 5003},x\n"))));
        var bytes = packed.ToArray();
        for (var i = bytes.Length / 2; i < (bytes.Length / 2) + 200; i++) bytes[i] ^= 0x5A;
        File.WriteAllBytes(_path, bytes);
        Assert.Equal("unreadable_file", Assert.Throws<UnreadableFileException>(() => Rows(new FileReading { Gzip = true })).Code);
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ",")]
    [InlineData("a;b;c\n\"1;5\";2,5;3\n", ";")]
    [InlineData("a\tb\n1,5\t2,5\n", "\t")]
    [InlineData("a|b\n1|2\n", "|")]
    [InlineData("sep=;\na;b\n1;2\n", ";")]
    [InlineData("name,note\n\"x;y;z\",\"p;q;r\"\n\"x;y;z\",\"p;q;r\"\n", ",")]
    public void Tells_the_delimiter_and_respects_quotes(string text, string expected) => Assert.Equal(expected, Write(text).Delimiter);

    [Theory]
    [InlineData("InvoiceNo,StockCode,Quantity\n1,2,3\n", 1)]
    [InlineData("Report of March,,\n,,\nInvoiceNo,StockCode,Quantity\n1,2,3\n", 3)]
    [InlineData("导出时间：2026-01-01\n订单编号,付款时间,金额\n1,2,3\n", 2)]
    [InlineData("My Number,My Time,My Money\n1,2026-01-01,3\n", 1)]
    public void Finds_the_row_of_the_column_names(string text, int expected) => Assert.Equal(expected, Write(text).HeaderRow);

    [Fact]
    public void Lines_are_counted_right_across_embedded_line_breaks_and_blank_lines()
    {
        var rows = Rows(Write("a,b\n1,\"x\ny\"\n\n3,4\r\n5,6"));
        Assert.Equal([(1L, "a|b"), (2, "1|x\ny"), (5, "3|4"), (6, "5|6")], rows.Select(row => (row.Number, row.Cells)));
    }

    [Fact]
    public void An_open_quote_costs_its_line_and_what_it_swallowed_is_read_again()
    {
        var rows = Rows(Write("a,b\n1,\"open\n3,4\n5,\"ok\"\n7,8\n"));
        Assert.Equal([(1L, "a|b", null), (2, "1|\"open", RejectReason.BrokenQuote), (3, "3|4", null), (4, "5|ok", null), (5, "7|8", null)], rows);
    }

    [Fact]
    public void An_open_quote_that_swallows_megabytes_costs_its_line_too()
    {
        var many = string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{i},b\n"));
        var rows = Rows(Write("a,b\n1,\"open\n" + many));
        Assert.Equal(400_002, rows.Count);
        Assert.Equal((2L, RejectReason.BrokenQuote), (rows[1].Number, rows[1].Fault));
        Assert.Equal((400_002L, "399999|b"), (rows[^1].Number, rows[^1].Cells));
    }

    [Fact]
    public void A_quote_inside_a_word_is_a_character()
    {
        var rows = Rows(Write("a,b\n12\" pipe,x\n\"said \"\"so\"\"\",y\n"));
        Assert.Equal(["a|b", "12\" pipe|x", "said \"so\"|y"], rows.Select(row => row.Cells));
    }

    [Fact]
    public void Cells_beyond_64_KB_and_rows_beyond_1000_columns_are_rejected()
    {
        var rows = Rows(Write($"a,b\n{new string('x', 70_000)},1\n{string.Join(',', Enumerable.Repeat("1", 1_001))}\n1,2\n"));
        Assert.Equal([null, RejectReason.ValueTooLong, RejectReason.WrongFieldCount, null], rows.Select(row => row.Fault));
    }

    [Theory]
    [InlineData("=\"293579\"", "293579")]
    [InlineData("=\"\"", "")]
    [InlineData("'13900000000", "13900000000")]
    [InlineData("\t6917001", "6917001")]
    [InlineData(" plain ", "plain")]
    [InlineData("\u3000宽\u3000", "宽")]
    [InlineData("it's", "it's")]
    [InlineData("=1+1", "=1+1")]
    public void What_spreadsheets_put_around_a_value_is_taken_off(string cell, string expected) => Assert.Equal(expected, ExcelText.Tidy(cell));
}
