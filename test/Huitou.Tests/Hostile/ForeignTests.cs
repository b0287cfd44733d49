using System.IO.Compression;
using System.Text;

namespace Huitou.Tests.Hostile;

/// <summary>Files of other kinds under a table's name: a person reads what it is and what to do instead.</summary>
public sealed class ForeignTests
{
    internal static readonly IReadOnlyList<HostileCase> Cases =
    [
        HostileCase.Of("PDF", "%PDF-1.7\n1 0 obj\n", "refused not_a_table", "PDF", "CSV or Excel"),
        HostileCase.Of("PNG", [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13], "refused not_a_table", "PNG"),
        HostileCase.Of("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8], "refused not_a_table", "JPEG"),
        HostileCase.Of("GIF", "GIF89a\u0001", "refused not_a_table", "GIF"),
        HostileCase.Of("RTF", "{\\rtf1\\ansi hello}", "refused not_a_table", "RTF"),
        HostileCase.Of("SQLite", "SQLite format 3\0\u0010", "refused not_a_table", "SQLite"),
        HostileCase.Of("Parquet", "PAR1\u0015\u0004", "refused not_a_table", "Parquet"),
        HostileCase.Of("program of Linux", [0x7F, .. "ELF"u8, 2, 1, 1, 0], "refused not_a_table", "program"),
        HostileCase.Of("program of Windows", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], "refused not_a_table", "program"),
        HostileCase.Of("RAR", [.. "Rar!"u8, 0x1A, 7, 0], "refused packed_archive", "RAR", "Unpack it"),
        HostileCase.Of("7z", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "refused packed_archive", "7z", "Unpack it"),
        HostileCase.Of("bzip2", "BZh91AY&SY", "refused packed_archive", "bzip2"),
        HostileCase.Of("xz", [0xFD, .. "7zXZ\0"u8], "refused packed_archive", "xz"),
        HostileCase.Of("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0x24, 0], "refused packed_archive", "zstd"),
        HostileCase.Of("page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", "refused not_a_table", "web page"),
        HostileCase.Of("page after blanks and a signature", "\uFEFF \n<HTML><body>Sign in</body></HTML>", "refused not_a_table", "web page"),
        HostileCase.Of("page with a table, as shops' .xls", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td></tr></table></html>",
            "refused old_excel", "web page", "save it as .xlsx"),
        HostileCase.Of("bare table of a page", "<table><tr><td>1</td></tr></table>", "refused old_excel", "save it as .xlsx"),
        HostileCase.Of("spreadsheet of Excel 2003", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            "refused old_excel", "Excel 2003", "save it as .xlsx"),
        HostileCase.Of("XML", "<?xml version=\"1.0\"?><orders><order/></orders>", "refused not_a_table", "XML"),
        HostileCase.Of("JSON object", "{\"error\": \"not signed in\"}", "refused not_a_table", "JSON"),
        HostileCase.Of("JSON list", "[\n  {\"order\": 1},\n  {\"order\": 2}\n]", "refused not_a_table", "JSON"),
        HostileCase.Of("noise", Noise(), "refused not_a_table", "not text"),
        HostileCase.Of(".xls", Compound("Workbook"), "refused old_excel", "Excel 97–2003", "save it as .xlsx"),
        HostileCase.Of(".xls of Excel 5", Compound("Book"), "refused old_excel", "Excel 97–2003"),
        HostileCase.Of("encrypted .xlsx", Compound("EncryptionInfo", "EncryptedPackage"), "refused encrypted_file", "password", "Save it without one"),
        HostileCase.Of("encrypted .xlsx, its directory far behind", [.. Compound("x")[..512], .. new byte[(1 << 20) - 520], .. Compound("EncryptedPackage")], "refused encrypted_file", "password"),
        HostileCase.Of(".doc", Compound("WordDocument"), "refused not_a_table", "another kind"),
        HostileCase.Of(".xls cut after its head", Compound("Workbook")[..64], "refused not_a_table", "another kind"),
        HostileCase.Of("ZIP of tables", Zip("orders.csv", "a,b\n"), "refused packed_archive", "ZIP archive", "Unpack it"),
        HostileCase.Of("ZIP with paths out of it", Zip("../../../../tmp/evil.csv", "a,b\n"), "refused packed_archive", "ZIP archive"),
        HostileCase.Of("ZIP of nothing", Zip(), "refused unreadable_file", "list of parts"),
        HostileCase.Of(".docx", Zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"), "refused not_a_table", "a text or slides"),
        HostileCase.Of(".xlsb", Zip("[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x"), "refused old_excel", ".xlsb", "save it as .xlsx"),
        HostileCase.Of(".ods", Zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"), "refused old_excel", ".ods", "save it as .xlsx"),
        HostileCase.Of("Numbers", Zip("Index/Document.iwa", "x", "Metadata/Properties.plist", "x"), "refused old_excel", "Numbers"),
        HostileCase.Of("braces and brackets are fine", "{a},[b]\n1,2\n", "utf-8 , header 1", "1 {a}|[b]", "2 1|2"),
        HostileCase.Of("less-than is fine", "<5 pieces,b\n1,2\n", "utf-8 , header 1", "1 <5 pieces|b", "2 1|2"),
        HostileCase.Of("text renamed .xlsx", "order,amount\n1,2\n", "utf-8 , header 1", "1 order|amount", "2 1|2"),
    ];

    public static TheoryData<string> Names() => HostileCase.Names(Cases);

    [Theory, MemberData(nameof(Names))]
    public void Is_called_by_its_name(string name) => Cases.Single(c => c.Name == name).Check();

    /// <summary>The head of a compound file and, in its second sector, a directory of streams.</summary>
    private static byte[] Compound(params string[] streams)
    {
        var file = new byte[2048];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        for (var i = 0; i < streams.Length; i++) Encoding.Unicode.GetBytes(streams[i]).CopyTo(file.AsSpan(1024 + (128 * i)));
        return file;
    }

    private static byte[] Zip(params string[] namesAndTexts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < namesAndTexts.Length; i += 2)
            {
                using var part = new StreamWriter(archive.CreateEntry(namesAndTexts[i]).Open());
                part.Write(namesAndTexts[i + 1]);
            }
        return file.ToArray();
    }

    private static byte[] Noise()
    {
        var noise = new byte[4096];
        new Random(11).NextBytes(noise);
        noise[0] = 0x11;
        return noise;
    }
}
