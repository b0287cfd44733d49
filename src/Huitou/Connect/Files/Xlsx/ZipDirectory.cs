using System.Buffers.Binary;
using Huitou.Access;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>
/// Walks the list of contents at the end of a ZIP file before anything is made of it: the runtime's reader would keep an object for
/// each entry that it claims, and says of a cut or locked file only that it is wrong.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>Workbooks have a dozen parts, those with a thousand pictures a thousand.</summary>
    internal const int MostEntries = 10_000;

    private const uint EndSign = 0x06054B50;
    private const uint EntrySign = 0x02014B50;
    private const int EndBytes = 22;
    private const int EntryBytes = 46;
    private const int Locked = 1;

    internal static void Check(Stream stored)
    {
        var tail = new byte[(int)Math.Min(stored.Length, EndBytes + ushort.MaxValue)];
        stored.Position = stored.Length - tail.Length;
        stored.ReadExactly(tail);
        Span<byte> sign = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(sign, EndSign);
        var end = tail.AsSpan().LastIndexOf(sign);
        if (end < 0 || end + EndBytes > tail.Length)
            throw UnreadableFileException.Truncated($"The workbook ends in the middle, at byte {stored.Length:N0}: its list of contents is missing. Download or save it again.");
        // With more than 4 GB the place stands elsewhere; an upload is smaller.
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        Walk(stored, start, stored.Length - tail.Length + end);
        stored.Position = 0;
    }

    private static void Walk(Stream stored, long start, long end)
    {
        stored.Position = start;
        using var entries = new BufferedStream(new Unowned(stored), 1 << 16);
        var entry = new byte[EntryBytes];
        var at = start;
        for (var count = 0; at + EntryBytes <= end && entries.ReadAtLeast(entry, EntryBytes, false) == EntryBytes; count++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySign) return;
            if (count == MostEntries)
                throw UnreadableFileException.TooLargeInside($"The workbook has more than {MostEntries:N0} parts. Save the sheet with the table as a workbook of its own, or as CSV.");
            if ((BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(8)) & Locked) != 0)
                throw new UnreadableFileException(ProblemCode.EncryptedFile, "The file is a ZIP with a password. Unpack it, or save it without one, and upload that.");
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(32));
            for (var skipped = 0; skipped < rest; skipped++)
                if (entries.ReadByte() < 0) return;
            at += EntryBytes + rest;
        }
    }

    /// <summary>The stored file, left open by what reads it for a while.</summary>
    private sealed class Unowned(Stream stored) : ForwardStream
    {
        public override int Read(Span<byte> buffer) => stored.Read(buffer);
    }
}
