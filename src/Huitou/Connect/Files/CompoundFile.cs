using Huitou.Access;

namespace Huitou.Connect.Files;

/// <summary>The container of Microsoft's older formats, in which an .xls lies bare and an encrypted .xlsx in a safe.</summary>
internal static class CompoundFile
{
    private const int Window = 1 << 20;

    internal static ReadOnlySpan<byte> Head => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    internal static UnreadableFileException Refusal(Func<Stream> open)
    {
        using var stream = open();
        var (encrypted, workbook) = Look(stream);
        if (encrypted)
            return new UnreadableFileException(ProblemCode.EncryptedFile, "The workbook is encrypted with a password. Save it without one and upload that.");
        return workbook ? ForeignFile.OldExcel("a workbook of Excel 97–2003 (.xls)") : ForeignFile.NotATable("an Office document of another kind");
    }

    /// <summary>The names of its streams, in UTF-16, appear nowhere else: what is encrypted is noise.</summary>
    private static (bool Encrypted, bool Workbook) Look(Stream stream)
    {
        ReadOnlySpan<byte> safe = System.Runtime.InteropServices.MemoryMarshal.AsBytes("EncryptedPackage".AsSpan());
        ReadOnlySpan<byte> book = System.Runtime.InteropServices.MemoryMarshal.AsBytes("Workbook".AsSpan());
        ReadOnlySpan<byte> oldBook = System.Runtime.InteropServices.MemoryMarshal.AsBytes("\0Book\0".AsSpan())[1..];
        var buffer = new byte[Window];
        var (kept, workbook) = (0, false);
        for (; ; )
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), Window - kept, throwOnEndOfStream: false);
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(safe) >= 0) return (true, false);
            workbook |= seen.IndexOf(book) >= 0 || seen.IndexOf(oldBook) >= 0;
            if (kept + read < Window) return (false, workbook);
            kept = 64;
            seen[^kept..].CopyTo(buffer);
        }
    }
}
