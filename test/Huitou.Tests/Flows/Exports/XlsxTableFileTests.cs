using Huitou.Connect.Files;
using Huitou.Connect;
using Huitou.Flows.Exports;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

public sealed class XlsxTableFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"huitou-{Guid.NewGuid():N}.xlsx");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_full_sheet_goes_on_in_another_under_the_same_headers()
    {
        Write([Cell.Of("a")], Enumerable.Range(1, 5).Select(i => new[] { ExportLook.Number(i) }), mostRows: 3);
        var file = new TableFile(Plain.At(_path), new FileReading { Format = FileFormat.Xlsx });

        Assert.Equal(["Sheet1", "Sheet2", "Sheet3"], file.Sheets());
        Assert.Equal(["a", "1", "2"], Sheet(""));
        Assert.Equal(["a", "3", "4"], Sheet("Sheet2"));
        Assert.Equal(["a", "5"], Sheet("Sheet3"));
    }

    [Theory]
    [InlineData("_x0041_")]
    [InlineData("a\rb\nc\td")]
    [InlineData("bell\a")]
    [InlineData("𠮷<&>\"'")]
    [InlineData("  two  blanks  ")]
    [InlineData("0001234567890123456789")]
    public void Text_comes_back_as_it_was(string text)
    {
        Write([Cell.Of("a"), Cell.Of("b"), Cell.Of("c")], [[Cell.Of(text), Cell.Empty, Cell.Of(text)]]);
        var row = new TableFile(Plain.At(_path), new FileReading { Format = FileFormat.Xlsx }).Rows().Skip(1).Single();
        Assert.Equal([text, "", text], row.Cells);
    }

    [Fact]
    public void Numbers_that_a_spreadsheet_would_round_stay_text()
    {
        Write([Cell.Of("a")], [[Cell.Number("12.50")], [Cell.Number("1234567890123.4567")]]);
        Assert.Equal(["a", "12.5", "1234567890123.4567"], Sheet(""));
    }

    private string[] Sheet(string name) =>
        [.. new TableFile(Plain.At(_path), new FileReading { Format = FileFormat.Xlsx, Sheet = name }).Rows().Select(row => row.Cells[0])];

    private void Write(Cell[] headers, IEnumerable<Cell[]> rows, int mostRows = XlsxTableFile.MostRows)
    {
        using var file = new XlsxTableFile(File.Create(_path), headers, mostRows);
        foreach (var row in rows) file.Write(row);
        file.Finish();
    }
}
