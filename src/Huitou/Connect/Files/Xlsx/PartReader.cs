using System.Globalization;
using System.Text;
using System.Xml;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>Reads a part's XML forward: no entities, nothing from outside, no more depth and no longer texts than tables have.</summary>
internal sealed class PartReader : IDisposable
{
    /// <summary>A text in a cell lies seven deep.</summary>
    private const int MostDepth = 64;

    private readonly XmlReader _xml;
    private readonly string _part;
    private readonly char[] _chunk = new char[4096];

    internal PartReader(Stream part, string name)
    {
        _part = name;
        // A text reader turns broken bytes into U+FFFD, which costs their row; the XML reader would refuse the file.
        _xml = XmlReader.Create(new StreamReader(part, Encoding.UTF8), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        });
    }

    internal bool IsElement => _xml.NodeType == XmlNodeType.Element;

    internal bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    internal bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    internal bool IsEmpty => _xml.IsEmptyElement;

    internal string Name => _xml.LocalName;

    internal string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>An attribute in whichever namespace: relationship ids have another one in the strict form.</summary>
    internal string? AttributeOfAnyNamespace(string name)
    {
        string? value = null;
        for (var found = _xml.MoveToFirstAttribute(); found; found = _xml.MoveToNextAttribute())
            if (_xml.LocalName == name && _xml.Prefix.Length > 0) value = _xml.Value;
        _xml.MoveToElement();
        return value;
    }

    internal int Number(string attribute) =>
        int.TryParse(_xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Moves on; false at the end of the part. What goes wrong says where.</summary>
    internal bool Read(long row = 0)
    {
        try
        {
            if (!_xml.Read()) return false;
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or ArgumentException)
        {
            throw UnreadableFileException.Damaged(
                $"The workbook is damaged in {_part}{(row > 0 ? $" after row {row}" : "")}: {damage.Message} Save it again as .xlsx, or as CSV.", damage);
        }
        if (_xml.Depth > MostDepth) throw UnreadableFileException.Damaged($"The workbook's {_part} is nested deeper than {MostDepth}. Save it again as .xlsx, or as CSV.");
        return true;
    }

    /// <summary>Adds the text at hand, and not more than <paramref name="most"/> characters of it.</summary>
    internal void AddText(StringBuilder text, int most)
    {
        try
        {
            for (int read; (read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
                text.Append(_chunk, 0, Math.Min(read, Math.Max(0, most - text.Length)));
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or ArgumentException)
        {
            throw UnreadableFileException.Damaged($"The workbook is damaged in a text of {_part}: {damage.Message} Save it again as .xlsx, or as CSV.", damage);
        }
    }

    public void Dispose() => _xml.Dispose();
}
