namespace Huitou.Tests.Hostile;

/// <summary>Whatever a workbook may hold in a cell, and how it is taken.</summary>
public sealed class XlsxCellTests
{
    private static HostileCase Cell(string name, string cell, string expected) =>
        HostileCase.Of(name, new Workbook().Cells(cell).Bytes(), "xlsx header 1", "1 a|b", $"2 {expected}", "3 last");

    private static HostileCase Shared(string name, string texts, string index, params string[] outcome) => HostileCase.Of(name,
        new Workbook().Cells($"<c r=\"A2\" t=\"s\"><v>{index}</v></c>").With(Workbook.Texts, $"<sst xmlns=\"{Workbook.Main}\">{texts}</sst>").Bytes(), outcome);

    private static HostileCase Whole(string name, Workbook book, params string[] outcome) => HostileCase.Of(name, book.Bytes(), outcome);

    private static string[] Taken(string row) => ["xlsx header 1", "1 a|b", row, "3 last"];

    internal static readonly IReadOnlyList<HostileCase> Cases =
    [
        // Numbers
        Cell("noise of binary fractions", Workbook.Number("A2", "0.30000000000000004"), "0.3"),
        Cell("price", Workbook.Number("A2", "2.5499999999999998"), "2.55"),
        Cell("id of 19 digits keeps each", Workbook.Number("A2", "1234567890123456789"), "1234567890123456789"),
        Cell("id of 25 digits keeps each", Workbook.Number("A2", "1234567890123456789012345"), "1234567890123456789012345"),
        Cell("id whose digits are lost shows it", Workbook.Number("A2", "1.23456789012346E+18"), "1.23456789012346E+18"),
        Cell("small number with an exponent", Workbook.Number("A2", "1.5E3"), "1500"),
        Cell("tiny number", Workbook.Number("A2", "1E-7"), "0.0000001"),
        Cell("negative number", Workbook.Number("A2", "-12.5"), "-12.5"),
        Cell("number beyond double", Workbook.Number("A2", "1E999"), "1E999"),
        Cell("no number at all", Workbook.Number("A2", "NaN"), "NaN"),
        Cell("words in a number cell", Workbook.Number("A2", "twelve"), "twelve"),
        Cell("leading zeros of a number", Workbook.Number("A2", "007"), "007"),
        // Times
        Cell("date and time", Workbook.Number("A2", "40513.351388888892", 1), "2010-12-01 08:26:00"),
        Cell("day", Workbook.Number("A2", "40513", 1), "2010-12-01"),
        Cell("Chinese date format", Workbook.Number("A2", "46000", 2), "2025-12-09"),
        Cell("built-in Chinese format", Workbook.Number("A2", "46000", 4), "2025-12-09"),
        Cell("a d in quotes is no date", Workbook.Number("A2", "46000", 3), "46000"),
        Cell("first day", Workbook.Number("A2", "1", 1), "1900-01-01"),
        Cell("the day before the one that never was", Workbook.Number("A2", "59", 1), "1900-02-28"),
        Cell("the day after the one that never was", Workbook.Number("A2", "61", 1), "1900-03-01"),
        Cell("last second of a year", Workbook.Number("A2", "46022.999988425923", 1), "2025-12-31 23:59:59"),
        Cell("rounded up to the next day", Workbook.Number("A2", "46022.9999999", 1), "2026-01-01"),
        Cell("time alone", Workbook.Number("A2", "0.5", 1), "12:00:00"),
        Cell("negative date", Workbook.Number("A2", "-1", 1), "-1"),
        Cell("date beyond 9999", Workbook.Number("A2", "3000000", 1), "3000000"),
        Cell("infinite date", Workbook.Number("A2", "1E300", 1), "1E300"),
        Cell("style that there is not", Workbook.Number("A2", "46000", 999), "46000"),
        Cell("date in ISO", "<c r=\"A2\" t=\"d\"><v>2026-03-01T10:00:00</v></c>", "2026-03-01T10:00:00"),
        Whole("dates from 1904", new Workbook().Cells(Workbook.Number("A2", "44538", 1)).With(Workbook.Book, Workbook.BookOf("<sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\"/>", "<workbookPr date1904=\"1\"/>")),
            Taken("2 2025-12-09")),
        // Kinds
        Cell("formula's value", "<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2"),
        Cell("formula's text", "<c r=\"A2\" t=\"str\"><f>WEBSERVICE(\"http://x/\")</f><v>kept</v></c>", "kept"),
        Cell("formula without a value", "<c r=\"A2\"><f>cmd|' /C calc'!A0</f></c><c r=\"B2\"><v>1</v></c>", "|1"),
        Cell("text that looks like a formula", Workbook.Text("A2", "=cmd|' /C calc'!A0"), "=cmd|' /C calc'!A0"),
        Cell("error", "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", "#N/A"),
        Cell("true", "<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE"),
        Cell("false", "<c r=\"A2\" t=\"b\"><v>0</v></c>", "FALSE"),
        Cell("kind that there is not", "<c r=\"A2\" t=\"zz\"><v>5</v></c>", "5"),
        Cell("rich text", "<c r=\"A2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>bo</t></r><r><t>ld</t></r></is></c>", "bold"),
        Cell("readings are not text", "<c r=\"A2\" t=\"inlineStr\"><is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>とうきょう</t></rPh></is></c>", "東京"),
        Cell("blanks are kept", Workbook.Text("A2", "  x  "), "  x  "),
        Cell("section of raw text", Workbook.Text("A2", "<![CDATA[a<b>&c]]>"), "a<b>&c"),
        Cell("comments within", Workbook.Text("A2", "a<!-- b -->c"), "ac"),
        Cell("escaped return", Workbook.Text("A2", "a_x000D_\nb"), "a\\r\\nb"),
        Cell("escaped underscore", Workbook.Text("A2", "_x005F_x000D_"), "_x000D_"),
        Cell("NUL by escape", Workbook.Text("A2", "a_x0000_b"), "BadCharacter[0] a\\0b"),
        Cell("NUL by entity", Workbook.Text("A2", "a&#0;b"), "BadCharacter[0] a\\0b"),
        Cell("half a character", Workbook.Text("A2", "a_xD83C_b"), "BadCharacter[0] a\uD83Cb"),
        Cell("emoji", Workbook.Text("A2", "🎁"), "🎁"),
        Cell("control character", Workbook.Text("A2", "a&#1;b"), "a\u0001b"),
        Cell("line breaks", Workbook.Text("A2", "a&#10;b"), "a\\nb"),
        // Places
        Cell("cells without places", "<c t=\"inlineStr\"><is><t>x</t></is></c><c><v>2</v></c>", "x|2"),
        Cell("cells out of order", Workbook.Number("B2", "2") + Workbook.Number("A2", "1"), "1|2"),
        Cell("the same cell twice", Workbook.Number("A2", "1") + Workbook.Number("A2", "2"), "2"),
        Cell("place of nonsense", "<c r=\"!!\"><v>7</v></c>", "7"),
        Cell("place beyond every column", "<c r=\"ZZZZZZZZZZZZZZ2\"><v>7</v></c>" + Workbook.Number("A2", "1"), "WrongFieldCount[-1] 1"),
        Cell("last column of Excel", Workbook.Number("A2", "1") + Workbook.Number("XFD2", "7"), "WrongFieldCount[-1] 1"),
        Cell("blank cells far to the right", Workbook.Number("A2", "1") + "<c r=\"XFD2\" s=\"1\"/>", "1"),
        // Shared texts
        Shared("shared text", "<si><t>zero</t></si><si><t>one</t></si>", "1", Taken("2 one")),
        Shared("shared rich text", "<si><r><t>on</t></r><r><t>e</t></r><rPh><t>x</t></rPh></si>", "0", Taken("2 one")),
        Shared("shared text of nothing", "<si/><si><t/></si><si><t>x</t></si>", "2", Taken("2 x")),
        Shared("shared text that is not there", "<si><t>zero</t></si>", "7", "refused unreadable_file", "Row 2", "does not hold"),
        Shared("negative shared text", "<si><t>zero</t></si>", "-1", "refused unreadable_file", "Row 2"),
        Shared("shared text of a huge number", "<si><t>zero</t></si>", "99999999999", "refused unreadable_file", "Row 2"),
        Shared("shared text that is too long", $"<si><t>{new string('x', 70_000)}</t></si>", "0", Taken($"2 ValueTooLong[0] {new string('x', 200)}")),
    ];

    public static TheoryData<string> Names() => HostileCase.Names(Cases);

    [Theory, MemberData(nameof(Names))]
    public void Is_taken_as_it_is_shown(string name) => Cases.Single(c => c.Name == name).Check();
}
