using System.IO.Compression;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>
/// The parts of a workbook: found by their relationships inside the file and nowhere else. Macros, links to other workbooks,
/// pictures and whatever else is in it are never opened.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>Excel itself becomes unusable long before.</summary>
    private const int MostSheets = 1_000;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _book;
    private readonly Dictionary<string, (string Type, string Part)> _related;

    internal XlsxPackage(Stream stored)
    {
        ZipDirectory.Check(stored);
        try
        {
            _archive = new ZipArchive(stored, ZipArchiveMode.Read);
            foreach (var entry in _archive.Entries) _parts.TryAdd(Tidy(entry.FullName), entry);
        }
        catch (Exception damage) when (damage is InvalidDataException or ArgumentException or IOException or OverflowException)
        {
            throw Damaged("its list of contents", damage);
        }
        _book = FindBook();
        _related = Related(_book);
        ReadBook();
    }

    internal bool CountsFrom1904 { get; private set; }

    /// <summary>The sheets that hold tables, by the name on their tab.</summary>
    internal List<(string Name, string Part)> Sheets { get; } = [];

    /// <summary>The part that a workbook has one of; null where there is none.</summary>
    internal PartReader? OpenRelated(string type) =>
        _related.Values.FirstOrDefault(r => r.Type == type).Part is { } part && _parts.ContainsKey(part) ? Open(part) : null;

    internal PartReader Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
            throw UnreadableFileException.Damaged($"The workbook speaks of a part {Shown(part)} that it does not hold. Save it again as .xlsx, or as CSV.");
        try
        {
            return new PartReader(new GuardedPart(entry.Open(), entry.CompressedLength, Shown(part)), Shown(part));
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or NotSupportedException)
        {
            throw Damaged(Shown(part), damage);
        }
    }

    public void Dispose() => _archive.Dispose();

    private string FindBook()
    {
        if (_parts.ContainsKey("_rels/.rels"))
            foreach (var (type, part) in Related("").Values)
                if (type == "officeDocument" && _parts.ContainsKey(part))
                    return IsBook(part) ? part : throw Other();
        return _parts.ContainsKey("xl/workbook.xml") ? "xl/workbook.xml" : throw Other();
    }

    private static bool IsBook(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("word/", StringComparison.OrdinalIgnoreCase)
        && !part.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A ZIP that is no workbook of this kind: which one it is decides what to do.</summary>
    private UnreadableFileException Other()
    {
        bool Has(string start) => _parts.Keys.Any(part => part.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (Has("xl/workbook.bin")) return ForeignFile.OldExcel("a binary workbook (.xlsb)");
        if (Has("content.xml")) return ForeignFile.OldExcel("an OpenDocument file (.ods)");
        if (Has("Index/")) return ForeignFile.OldExcel("a Numbers file");
        if (Has("word/") || Has("ppt/")) return ForeignFile.NotATable("a text or slides");
        if (Has("[Content_Types].xml") || _parts.Count == 0) return Damaged("its list of parts", null);
        return ForeignFile.Packed("a ZIP archive, not a workbook");
    }

    private Dictionary<string, (string Type, string Part)> Related(string to)
    {
        var folder = to.Contains('/', StringComparison.Ordinal) ? to[..(to.LastIndexOf('/') + 1)] : "";
        var related = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var list = $"{folder}_rels/{to[folder.Length..]}.rels";
        if (!_parts.ContainsKey(list)) return related;
        using var xml = Open(list);
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != "Relationship" || xml.Attribute("TargetMode") == "External") continue;
            var type = xml.Attribute("Type") ?? "";
            if (related.Count < ZipDirectory.MostEntries)
                related.TryAdd(xml.Attribute("Id") ?? "", (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, xml.Attribute("Target") ?? "")));
        }
        return related;
    }

    /// <summary>A name among the parts: never a path of the machine, however many ".." are in it.</summary>
    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or "..")) steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private void ReadBook()
    {
        using var xml = Open(_book);
        while (xml.Read())
        {
            if (!xml.IsElement) continue;
            if (xml.Name == "workbookPr") CountsFrom1904 = xml.Attribute("date1904") is "1" or "true" or "on";
            if (xml.Name != "sheet" || Sheets.Count == MostSheets || xml.AttributeOfAnyNamespace("id") is not { } id) continue;
            if (_related.TryGetValue(id, out var related) && related.Type == "worksheet") Sheets.Add((xml.Attribute("name") ?? "", related.Part));
        }
        if (Sheets.Count == 0) throw UnreadableFileException.Damaged("The workbook has no sheet with a table. Save it again as .xlsx, or as CSV.");
    }

    private static string Tidy(string name) => name.Replace('\\', '/').TrimStart('/');

    private static string Shown(string part) => part.Length <= 100 ? part : part[..100] + "…";

    private static UnreadableFileException Damaged(string where, Exception? damage) =>
        UnreadableFileException.Damaged($"The workbook is damaged: {where} cannot be read. Save it again as .xlsx, or as CSV.", damage);
}
