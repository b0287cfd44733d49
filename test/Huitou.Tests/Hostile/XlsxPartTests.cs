using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Huitou.Tests.Hostile;

/// <summary>Workbooks cut, locked, inflated, or that reach outside: refused with their place, or read without what harms.</summary>
public sealed class XlsxPartTests
{
    private static readonly string[] One = ["xlsx header 1", "1 a"];

    private static HostileCase Whole(string name, Workbook book, params string[] outcome) => HostileCase.Of(name, book.Bytes(), outcome);

    private static Workbook Sheets(string sheets, string target = "worksheets/sheet1.xml", string more = "") =>
        new Workbook().With(Workbook.Book, Workbook.BookOf(sheets)).With(Workbook.BookRelations, Workbook.RelationsOf(target, more));

    private static string External(string target) => $"<Relationship Id=\"rId1\" Type=\"{Workbook.Relations}/worksheet\" Target=\"{target}\" TargetMode=\"External\"/>";

    internal static readonly IReadOnlyList<HostileCase> Cases =
    [
        .. Cuts(),
        Whole("parts of macros are not opened", new Workbook().With("xl/vbaProject.bin", "not a macro"), One),
        Whole("links to other workbooks are not followed", new Workbook().With("xl/externalLinks/externalLink1.xml", "<x/>").With("xl/externalLinks/_rels/externalLink1.xml.rels",
            $"<Relationships><Relationship Id=\"rId1\" Type=\"{Workbook.Relations}/externalLinkPath\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"), One),
        Whole("wrong content types do not matter", new Workbook().With("[Content_Types].xml", "<Types><Default Extension=\"xml\" ContentType=\"image/png\"/></Types>"), One),
        Whole("no content types", new Workbook().Without("[Content_Types].xml"), One),
        Whole("no styles", new Workbook().Without("xl/styles.xml"), One),
        Whole("no root relations", new Workbook().Without("_rels/.rels"), One),
        Whole("no workbook", new Workbook().Without(Workbook.Book), "refused unreadable_file", "list of parts", "Save it again"),
        Whole("no relations", new Workbook().Without(Workbook.BookRelations), "refused unreadable_file", "no sheet with a table"),
        Whole("no sheet part", new Workbook().Without(Workbook.Sheet1), "refused unreadable_file", Workbook.Sheet1, "does not hold"),
        Whole("no sheets", Sheets(""), "refused unreadable_file", "no sheet with a table"),
        Whole("sheet name with a path", Sheets("<sheet name=\"../../etc/passwd\" sheetId=\"1\" r:id=\"rId1\"/>"), One),
        Whole("sheet outside of the file", new Workbook().With(Workbook.BookRelations, $"<Relationships>{External("file:///etc/passwd")}</Relationships>"),
            "refused unreadable_file", "no sheet with a table"),
        Whole("sheet up and out by its path", Sheets("<sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\"/>", "../../../../etc/passwd"), "refused unreadable_file", "etc/passwd", "does not hold"),
        Whole("sheet by an absolute name", Sheets("<sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\"/>", "/xl/worksheets/sheet1.xml"), One),
        Whole("sheet by a roundabout name", Sheets("<sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\"/>", "../xl/./worksheets/../worksheets/SHEET1.xml"), One),
        Whole("chart before the table", Sheets("<sheet name=\"chart\" sheetId=\"1\" r:id=\"rId5\"/><sheet name=\"one\" sheetId=\"2\" r:id=\"rId1\"/>",
            more: $"<Relationship Id=\"rId5\" Type=\"{Workbook.Relations}/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"), One),
        Whole("entity that laughs a billion times", new Workbook().With(Workbook.Sheet1, Laughs()), "refused unreadable_file", Workbook.Sheet1, "DTD"),
        Whole("entity in the texts", new Workbook().Cells("<c r=\"A2\" t=\"s\"><v>0</v></c>").With(Workbook.Texts, Laughs()), "refused unreadable_file", Workbook.Texts, "DTD"),
        Whole("entity from outside", new Workbook().With(Workbook.Sheet1, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Workbook.SheetOf("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>")),
            "refused unreadable_file", "DTD"),
        Whole("entity that is not declared", new Workbook().Rows("<row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"), "refused unreadable_file", Workbook.Sheet1),
        Whole("nested 10,000 deep", new Workbook().Rows(string.Concat(Enumerable.Repeat("<x>", 10_000))), "refused unreadable_file", "nested deeper than 64"),
        Whole("tag of a megabyte", new Workbook().Rows($"<row r=\"1\" x=\"{new string('>', 1 << 20)}\"/>"), "refused file_too_large_inside", "tag", "256 KB"),
        Whole("100,000 attributes", new Workbook().Rows($"<row {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='' "))}/>"), "refused file_too_large_inside", "tag"),
        Whole("dimension of a whole sheet", new Workbook().With(Workbook.Sheet1, Workbook.SheetOf("<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>", "<dimension ref=\"A1:XFD1048576\"/>")), "xlsx header 1", "1 5"),
        Whole("rows far apart", new Workbook().Rows($"<row r=\"1\">{Workbook.Text("A1", "a")}</row><row r=\"1048576\">{Workbook.Text("A1048576", "z")}</row>"), "xlsx header 1", "1 a", "1048576 z"),
        Whole("row of an impossible number", new Workbook().Rows($"<row r=\"1\">{Workbook.Text("A1", "a")}</row><row r=\"99999999999999999999\">{Workbook.Text("A2", "z")}</row>"), "xlsx header 1", "1 a", "2 z"),
        Whole("rows that go backward", new Workbook().Rows($"<row r=\"5\">{Workbook.Text("A5", "a")}</row><row r=\"2\">{Workbook.Text("A2", "b")}</row><row r=\"5\">{Workbook.Text("A5", "c")}</row>"),
            "xlsx header 5", "5 a", "6 b", "7 c"),
        Whole("rows without numbers", new Workbook().Rows($"<row>{Workbook.Text("A1", "a")}</row><row>{Workbook.Text("A2", "b")}</row>"), "xlsx header 1", "1 a", "2 b"),
        Whole("blank rows count", new Workbook().Rows($"<row>{Workbook.Text("A1", "a")}</row><row/><row><c r=\"A3\" s=\"1\"/></row><row>{Workbook.Text("A4", "b")}</row>"), "xlsx header 1", "1 a", "4 b"),
        Whole("no rows", new Workbook().With(Workbook.Sheet1, $"<worksheet xmlns=\"{Workbook.Main}\"><sheetData/></worksheet>"), "refused empty_file", "holds no rows"),
        Whole("no table", new Workbook().With(Workbook.Sheet1, $"<worksheet xmlns=\"{Workbook.Main}\"/>"), "refused empty_file", "holds no rows"),
        Whole("what stands behind the table does not matter", new Workbook().With(Workbook.Sheet1, Workbook.SheetOf("<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>", after: "<broken")), "xlsx header 1", "1 5"),
        Whole("XML that breaks off in row 2", new Workbook().With(Workbook.Sheet1, Workbook.SheetOf($"<row r=\"1\">{Workbook.Text("A1", "a")}</row><row r=\"2\"><c r=\"A2\"><v>")[..^25]), "refused unreadable_file", Workbook.Sheet1, "row 2"),
        Whole("broken bytes cost their row", new Workbook().Rows($"<row>{Workbook.Text("A1", "a")}</row><row>{Workbook.Text("A2", "x\uFFFDy")}</row><row>{Workbook.Text("A3", "b")}</row>"),
            "xlsx header 1", "1 a", "2 BadCharacter[0] x\\ufffdy", "3 b"),
        Whole("cell of 10 MB", new Workbook().Rows($"<row>{Workbook.Text("A1", "a")}</row><row>{Workbook.Text("A2", Words(10 << 20))}</row><row>{Workbook.Text("A3", "b")}</row>"),
            "xlsx header 1", "1 a", $"2 ValueTooLong[0] {Words(200)}", "3 b"),
        Whole("10,000 columns", new Workbook().Rows($"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10_000))}</row>"), "refused too_many_columns", "Line 1", "1,000", "Delete"),
        Whole("bomb in the sheet", new Workbook().Rows($"<row><c><v>1</v></c></row>{new string(' ', 40 << 20)}"), "refused file_too_large_inside", Workbook.Sheet1, "200 times"),
        Whole("bomb in the texts", new Workbook().Cells("<c r=\"A2\" t=\"s\"><v>0</v></c>").With(Workbook.Texts, $"<sst><si><t>{new string('x', 40 << 20)}</t></si></sst>"),
            "refused file_too_large_inside", Workbook.Texts, "200 times"),
        Whole("bomb in the styles", new Workbook().With("xl/styles.xml", $"<styleSheet><cellXfs>{new string(' ', 40 << 20)}</cellXfs></styleSheet>"), "refused file_too_large_inside", "styles.xml"),
        HostileCase.Of("bomb in a part that is not needed", new Workbook().Bytes(archive => Fill(archive, "xl/media/image1.png")), One),
        HostileCase.Of("20,000 parts", new Workbook().Bytes(archive => { for (var i = 0; i < 20_000; i++) archive.CreateEntry($"x{i}"); }), "refused file_too_large_inside", "10,000 parts"),
        HostileCase.Of("the same part twice", new Workbook().Bytes(archive => archive.CreateEntry(Workbook.Sheet1)), One),
        HostileCase.Of("sizes that lie low", Patched(24, 10), "refused unreadable_file", "Save it again"),
        HostileCase.Of("sizes that lie high", Patched(24, int.MaxValue), One),
        HostileCase.Of("packed sizes that lie high", Patched(20, int.MaxValue), "refused unreadable_file", "Save it again"),
        HostileCase.Of("part beyond the file", Patched(42, int.MaxValue), "refused unreadable_file", "Save it again"),
        HostileCase.Of("part packed by a method that there is not", Patched(10, 97), "refused unreadable_file", "Save it again"),
        HostileCase.Of("ZIP with a password", Patched(8, 1), "refused encrypted_file", "password", "save it without one"),
        HostileCase.Of("list of contents overwritten", Patched(0, 0x41414141), "refused unreadable_file", "list of contents"),
    ];

    public static TheoryData<string> Names() => HostileCase.Names(Cases);

    [Theory, MemberData(nameof(Names))]
    public void Is_read_without_harm_or_refused_with_its_place(string name) => Cases.Single(c => c.Name == name).Check();

    private static IEnumerable<HostileCase> Cuts()
    {
        var whole = new Workbook().Bytes();
        int[] ends = [4, 30, whole.Length / 4, whole.Length / 2, whole.Length - 300, whole.Length - 22, whole.Length - 21, whole.Length - 1];
        return ends.Select(end => HostileCase.Of($"cut at byte {end} of {whole.Length}", whole[..end], "refused truncated_file", $"at byte {end:N0}", "again"));
    }

    private static string Laughs()
    {
        var levels = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        return $"<!DOCTYPE worksheet [<!ENTITY l0 \"ha\">{levels}]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&l9;</t></is></c></row></sheetData></worksheet>";
    }

    /// <summary>Text that does not pack to nothing.</summary>
    private static string Words(int length)
    {
        var random = new Random(3);
        return string.Create(length, random, (span, r) => { foreach (ref var sign in span) sign = (char)('a' + r.Next(26)); });
    }

    private static void Fill(ZipArchive archive, string name)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        for (var i = 0; i < 100; i++) part.Write(new byte[1 << 20]);
    }

    /// <summary>The workbook with a number in the list of contents changed, in the entry of its sheet.</summary>
    private static byte[] Patched(int offset, int value)
    {
        var file = new Workbook().Bytes();
        var name = file.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Workbook.Sheet1));
        var field = file.AsSpan(name - 46 + offset);
        if (offset is 8 or 10) BinaryPrimitives.WriteInt16LittleEndian(field, (short)value);
        else BinaryPrimitives.WriteInt32LittleEndian(field, value);
        return file;
    }
}
