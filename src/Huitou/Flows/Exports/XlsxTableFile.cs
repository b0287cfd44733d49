using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Huitou.Connect;

namespace Huitou.Flows.Exports;

/// <summary>
/// Rows as a workbook (ECMA-376), written straight into its archive: the package libraries hold a sheet in memory until it is closed. A
/// sheet that is full goes on in another one, under the same headers. Text stands in its cell, where nothing runs it.
/// </summary>
internal sealed class XlsxTableFile : ITableFile
{
    /// <summary>What a sheet holds, the headers included.</summary>
    internal const int MostRows = 1_048_576;

    /// <summary>Beyond these a spreadsheet rounds; such a number stays text.</summary>
    private const int MostDigits = 15;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>A file tells when it was made by its date, not by its bytes: the same rows give the same file.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private readonly ZipArchive _archive;
    private readonly IReadOnlyList<Cell> _headers;
    private readonly int _mostRows;
    private XmlWriter _sheet;
    private int _sheets;
    private int _rows;

    /// <param name="output">Where it goes; closed with the file.</param>
    /// <param name="headers">Repeated on each sheet.</param>
    /// <param name="mostRows">Of a sheet.</param>
    internal XlsxTableFile(Stream output, IReadOnlyList<Cell> headers, int mostRows = MostRows)
    {
        (_headers, _mostRows) = (headers, mostRows);
        _archive = new ZipArchive(output, ZipArchiveMode.Create);
        _sheet = Begin();
    }

    public void Write(IReadOnlyList<Cell> row)
    {
        if (_rows == _mostRows)
        {
            End();
            _sheet = Begin();
        }
        Put(row);
    }

    public void Finish()
    {
        End();
        var sheets = Enumerable.Range(1, _sheets).ToList();
        Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets>{Join(sheets, i => $"""<sheet name="Sheet{i}" sheetId="{i}" r:id="rId{i}"/>""")}</sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}relationships">{Join(sheets, i => $"""<Relationship Id="rId{i}" Type="{Links}/worksheet" Target="worksheets/sheet{i}.xml"/>""")}</Relationships>""");
        Part("_rels/.rels", $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("[Content_Types].xml", $"""<Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}sheet.main+xml"/>{Join(sheets, i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Types}worksheet+xml"/>""")}</Types>""");
        _archive.Dispose();
    }

    public void Dispose()
    {
        _sheet.Dispose();
        _archive.Dispose();
    }

    private XmlWriter Begin()
    {
        var entry = Entry($"xl/worksheets/sheet{++_sheets}.xml");
        _sheet = XmlWriter.Create(entry.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, CheckCharacters = true });
        _sheet.WriteStartDocument(standalone: true);
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData", Main);
        _rows = 0;
        Put(_headers);
        return _sheet;
    }

    private void End()
    {
        _sheet.WriteEndDocument();
        _sheet.Dispose();
    }

    private void Put(IReadOnlyList<Cell> row)
    {
        _rows++;
        _sheet.WriteStartElement("row", Main);
        foreach (var cell in row) Put(cell);
        _sheet.WriteEndElement();
    }

    private void Put(Cell cell)
    {
        _sheet.WriteStartElement("c", Main);
        if (cell.Text.Length == 0)
        {
            _sheet.WriteEndElement();
            return;
        }

        if (cell.IsNumber && cell.Text.Count(char.IsAsciiDigit) <= MostDigits) _sheet.WriteElementString("v", Main, cell.Text);
        else
        {
            _sheet.WriteAttributeString("t", "inlineStr");
            _sheet.WriteStartElement("is", Main);
            _sheet.WriteStartElement("t", Main);
            _sheet.WriteAttributeString("xml", "space", null, "preserve");
            _sheet.WriteString(Escaped(CsvText.Kept(cell.Text)));
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
        }
        _sheet.WriteEndElement();
    }

    /// <summary>What XML cannot hold is written _xHHHH_, and so must be what only looks like that.</summary>
    private static string Escaped(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1F') && !text.Contains("_x", StringComparison.Ordinal) && !text.Any(char.IsSurrogate)
            && !text.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF')) return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair) escaped.Append(text[i++]).Append(text[i]);
            else if ((text[i] < ' ' && text[i] is not ('\t' or '\n')) || char.IsSurrogate(text[i]) || text[i] >= '\uFFFE' || LooksEscaped(text, i))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            else escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    private static bool LooksEscaped(string text, int at) =>
        at + 6 < text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
        && !text.AsSpan(at + 2, 4).ContainsAnyExcept(HexDigits);

    private static string Join(List<int> sheets, Func<int, string> each) => string.Concat(sheets.Select(each));

    private void Part(string name, string xml)
    {
        using var part = new StreamWriter(Entry(name).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml);
    }

    private ZipArchiveEntry Entry(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry;
    }
}
