using System.IO.Compression;

namespace Huitou.Tests.Hostile;

/// <summary>A workbook made part by part, so that each trap is exactly what it says.</summary>
internal sealed class Workbook
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    internal const string Sheet1 = "xl/worksheets/sheet1.xml";
    internal const string Texts = "xl/sharedStrings.xml";
    internal const string Book = "xl/workbook.xml";
    internal const string BookRelations = "xl/_rels/workbook.xml.rels";

    private readonly Dictionary<string, string> _parts = new()
    {
        ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""",
        ["_rels/.rels"] = $"""<Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
        [Book] = BookOf("""<sheet name="one" sheetId="1" r:id="rId1"/>"""),
        [BookRelations] = RelationsOf(),
        ["xl/styles.xml"] = $"""
            <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="&quot;days&quot; 0"/>
            <numFmt numFmtId="166" formatCode="[Red]0.00;[h]"/><numFmt numFmtId="167" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="57"/><xf numFmtId="167"/></cellXfs></styleSheet>
            """,
        [Sheet1] = SheetOf("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row>"),
    };

    internal static string BookOf(string sheets, string properties = "") =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{properties}<sheets>{sheets}</sheets></workbook>";

    internal static string RelationsOf(string sheet = "worksheets/sheet1.xml", string more = "") => $"""
        <Relationships xmlns="{Package}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="{sheet}"/><Relationship Id="rId8" Type="{Relations}/styles" Target="styles.xml"/>
        <Relationship Id="rId9" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/>{more}</Relationships>
        """;

    internal static string SheetOf(string rows, string before = "", string after = "") =>
        $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>";

    internal Workbook With(string part, string xml)
    {
        _parts[part] = xml;
        return this;
    }

    internal Workbook Rows(string rows) => With(Sheet1, SheetOf(rows));

    /// <summary>One row of a header "a", "b" and below it the cells given.</summary>
    internal Workbook Cells(params string[] cells) => Rows(
        $"<row r=\"1\">{Text("A1", "a")}{Text("B1", "b")}</row><row r=\"2\">{string.Concat(cells)}</row><row r=\"3\">{Text("A3", "last")}</row>");

    internal static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    internal static string Number(string at, string number, int style = 0) => $"<c r=\"{at}\" s=\"{style}\"><v>{number}</v></c>";

    internal Workbook Without(string part)
    {
        _parts.Remove(part);
        return this;
    }

    internal byte[] Bytes(Action<ZipArchive>? more = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in _parts)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(xml);
            }
            more?.Invoke(archive);
        }
        return file.ToArray();
    }
}
