using System.IO.Compression;
using Huitou.Connect.Files;
using Huitou.Connect;
using Huitou.Tests.Support;

namespace Huitou.Tests.Connect;

/// <summary>Workbooks made by hand, so that each trap is exactly what it says.</summary>
public sealed class XlsxTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private void Write(params (string Name, string Rows)[] sheets)
    {
        using var archive = new ZipArchive(File.Create(_path), ZipArchiveMode.Create);
        void Part(string name, string xml)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        }
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
        Part("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId99" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>""");
        for (var i = 0; i < sheets.Length; i++)
            Part($"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{sheets[i].Rows}</sheetData></worksheet>""");
    }

    private static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Replace("@", $"{(char)('A' + i)}{number}", StringComparison.Ordinal)))}</row>";

    private static string Text(string text) => $"<c r=\"@\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Number(string number, int style = 0) => $"<c r=\"@\" s=\"{style}\"><v>{number}</v></c>";

    [Fact]
    public void Numbers_lose_the_noise_of_binary_and_dates_are_year_first()
    {
        Write(("one", Row(1, Text("订单编号"), Text("付款时间"), Text("金额")) + Row(2, Text("1234567890123456789"), Number("40513.351388888892", 1), Number("0.30000000000000004")) + Row(4, Number("536365"), Number("40513", 1), Number("2.5499999999999998"))));
        var reading = FileDetection.Of(Plain.At(_path));
        Assert.Equal((FileFormat.Xlsx, 1), (reading.Format, reading.HeaderRow));
        var rows = new TableFile(Plain.At(_path), reading).Rows().Select(r => (r.Number, string.Join('|', r.Cells))).ToArray();
        Assert.Equal([(1L, "订单编号|付款时间|金额"), (2, "1234567890123456789|2010-12-01 08:26:00|0.3"), (4, "536365|2010-12-01|2.55")], rows);
    }

    [Fact]
    public void A_sheet_is_taken_by_name_and_a_missing_one_is_said()
    {
        Write(("first", Row(1, Text("a"))), ("second", Row(1, Text("b"))));
        var reading = new FileReading { Format = FileFormat.Xlsx };
        Assert.Equal(["first", "second"], new TableFile(Plain.At(_path), reading).Sheets());
        Assert.Equal("b", Assert.Single(new TableFile(Plain.At(_path), reading with { Sheet = "second" }).Rows().Select(r => r.Cells[0]).ToArray()));
        Assert.Equal("sheet_missing", Assert.Throws<UnreadableFileException>(() => new TableFile(Plain.At(_path), reading with { Sheet = "third" }).Rows().ToList()).Code);
    }
}
