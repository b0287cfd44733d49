using System.Text;
using Huitou.Connect.Files;
using Huitou.Tests.Support;

namespace Huitou.Tests.Hostile;

/// <summary>Thousands of files that are nearly right: reading ends with rows or with a refusal that says what to do, and in nothing else.</summary>
public sealed class MutationTests
{
    private const int Mutants = 600;

    private static readonly string[] Codes =
    [
        "unreadable_file", "empty_file", "truncated_file", "encrypted_file", "file_too_large_inside", "old_excel", "packed_archive", "not_a_table", "too_many_columns", "sheet_missing",
    ];

    private static readonly Dictionary<string, byte[]> Specimens = new()
    {
        ["utf-8"] = Encoding.UTF8.GetBytes("订单编号,付款时间,金额,\"备注\"\r\n=\"1234567890123456789\",2026-01-02 10:00:00,'12.50,\"好,\"\"的\"\"\n行\"\r\n2,,3,\r\n"),
        ["gb18030"] = HostileCase.Gb("订单编号,付款时间,金额\r\n=\"123\",2026-01-02,12.50\r\n\"456\",2026-01-03,香蕉\r\n"),
        ["utf-16"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("订单编号\t付款时间\t金额\r\n1\t2\t🎁\r\n")],
        ["sep"] = [.. "sep=;\r\nOrder;Amount;Note\r\n1;2,5;\"x;y\"\r\n"u8],
        ["gzip"] = HostileCase.Gzip("order,amount\n1,2\n3,4\n5,6\n"u8),
        ["xlsx"] = new Workbook().Cells(Workbook.Number("A2", "40513.5", 1), "<c r=\"B2\" t=\"s\"><v>0</v></c>").With(Workbook.Texts, "<sst><si><t>shared</t></si></sst>").Bytes(),
    };

    public static TheoryData<string> Kinds() => [.. Specimens.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_with_a_few_wrong_bytes_ends_with_rows_or_a_refusal(string kind)
    {
        var random = new Random(20_260_101);
        using var file = new TempFile();
        var (read, refused) = (0, 0);
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = Mutate(Specimens[kind], random);
            File.WriteAllBytes(file.Path, mutant);
            try
            {
                CheckLines(file.Path, mutant);
                read++;
            }
            catch (UnreadableFileException fault)
            {
                Assert.Contains(fault.Code, Codes);
                Assert.Matches(@"\. [A-Z].+\.$", fault.Message);
                refused++;
            }
        }
        Assert.Equal(Mutants, read + refused);
        Assert.True(read > 0, "Nothing was read: the mutants are too wild to tell anything.");
    }

    /// <summary>Line numbers go up, and each line of a text stands in a row, in a reject or is blank.</summary>
    private static void CheckLines(string path, byte[] mutant)
    {
        var reading = FileDetection.Of(Plain.At(path));
        var last = 0L;
        foreach (var row in new TableFile(Plain.At(path), reading).Rows())
        {
            Assert.True(row.Number > last, $"Line {row.Number} follows line {last}: {Convert.ToHexString(mutant)}");
            Assert.All(row.Cells, Assert.NotNull);
            last = row.Number;
        }
    }

    [Fact]
    public void Every_line_of_a_broken_text_is_in_a_row_or_a_reject()
    {
        var random = new Random(4);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => "a,\"\n\r;x "[random.Next(8)]));
            var rows = new CsvRows(() => new MemoryStream(Encoding.ASCII.GetBytes(text)), ',', transcoded: false).Read();
            // Whatever is neither mark nor blank comes through, in its order.
            var through = string.Concat(rows.Select(row => string.Concat(row.Cells)));
            Assert.Equal(Kept(text), Kept(through));
        }
    }

    private static string Kept(string text) => string.Concat(text.Where(sign => sign is 'a' or ';' or 'x'));

    private static byte[] Mutate(byte[] specimen, Random random)
    {
        var bytes = specimen.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                case 3: bytes[at] = "\",;\n\r\0\t=<>&"u8[random.Next(11)]; break;
                default: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
            }
        }
        return [.. bytes];
    }
}
