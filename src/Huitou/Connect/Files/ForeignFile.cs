using System.Text;
using Huitou.Access;

namespace Huitou.Connect.Files;

/// <summary>
/// Tells from its bytes a file that is no table that can be read here, whatever its name says, so that a person learns what it is
/// and what to do instead of reading of a thousand broken rows.
/// </summary>
internal static class ForeignFile
{
    internal const int LooksAt = 4096;

    private static readonly (byte[] Head, string What)[] Kinds =
    [
        ([.. "%PDF-"u8], "a PDF document"), ([0x89, .. "PNG"u8], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"), ([.. "GIF8"u8], "a GIF picture"),
        ([.. "{\\rtf"u8], "an RTF document"), ([.. "SQLite format 3"u8], "an SQLite database"), ([.. "PAR1"u8], "a Parquet file"),
        ([0x7F, .. "ELF"u8], "a program"), ([.. "MZ"u8, 0x90, 0x00], "a program"),
    ];

    private static readonly (byte[] Head, string What)[] Archives =
    [
        ([.. "Rar!"u8], "a RAR archive"), ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"), ([.. "BZh"u8], "a bzip2 archive"),
        ([0xFD, .. "7zXZ"u8], "an xz archive"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
    ];

    /// <param name="head">The first bytes of the file, unpacked.</param>
    /// <param name="gzip">It was packed with gzip, which can hold text only.</param>
    /// <param name="open">Opens the file again, unpacked.</param>
    internal static void Refuse(ReadOnlySpan<byte> head, bool gzip, Func<Stream> open)
    {
        if (head.IsEmpty) throw UnreadableFileException.Empty();
        foreach (var (sign, what) in Kinds)
            if (head.StartsWith(sign)) throw NotATable(what);
        foreach (var (sign, what) in Archives)
            if (head.StartsWith(sign)) throw Packed(what);
        if (head.StartsWith(CompoundFile.Head)) throw CompoundFile.Refusal(open);
        if (gzip && (head.StartsWith("PK\x03\x04"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))) throw Packed("another packed file inside gzip");
        if (MarkUp(head) is { } refusal) throw refusal;
        if (TextEncoding.Of(head) is not (TextEncoding.Utf16 or TextEncoding.Utf16BigEndian) && IsBinary(head)) throw NotATable("not text");
    }

    internal static UnreadableFileException NotATable(string what) =>
        new(ProblemCode.NotATable, $"The file is {what}, not a table. Export the orders as CSV or Excel (.xlsx).");

    internal static UnreadableFileException Packed(string what) =>
        new(ProblemCode.PackedArchive, $"The file is {what}. Unpack it and upload the tables that are in it, as they are or each packed with gzip.");

    internal static UnreadableFileException OldExcel(string what) =>
        new(ProblemCode.OldExcel, $"The file is {what}. Open it in Excel or WPS, save it as .xlsx and upload that.");

    /// <summary>Pages, XML and JSON: shops give them out under names that end with .xls or .csv.</summary>
    private static UnreadableFileException? MarkUp(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF', '\uFFFD', ' ', '\t', '\r', '\n');
        bool Begins(string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
        bool Has(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Begins("<!doctype html") || Begins("<html") || Begins("<table") || (Begins("<?xml") && Has("<html")))
            return Has("<table") || Has("urn:schemas-microsoft-com:office") ? OldExcel("a web page under a spreadsheet's name") : NotATable("a web page");
        if (Begins("<?xml") || Begins("<Workbook"))
            return Has("urn:schemas-microsoft-com:office:spreadsheet") ? OldExcel("a spreadsheet of Excel 2003 (XML)") : NotATable("an XML document");
        if (text.Length > 1 && ((text[0] == '{' && text.AsSpan(1).TrimStart() is ['"' or '}', ..]) || (text[0] == '[' && text.AsSpan(1).TrimStart() is ['{' or '[', ..])))
            return NotATable("a JSON document");
        return null;
    }

    /// <summary>One control character in ten is not a table with a few broken cells. Zeros are left to the encoding.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var strange = 0;
        foreach (var sign in head)
            if (sign is > 0 and < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B or 0x0C or 0x1A)) strange++;
        return strange * 10 > head.Length && strange > 4;
    }
}
