using System.Security.Cryptography;

namespace Huitou.Data;

/// <summary>
/// A file that lies on the disk sealed. Its content is cut into chunks, each sealed by a key of the file's own under its place and the file's
/// id, the last one marked: none can be moved, swapped with another file's, or left out. The file's key lies in its head, sealed by the
/// installation's: a rotation rewrites heads and no content. The head has two places for it, so that while one is written the other holds.
/// </summary>
internal static class SealedFile
{
    internal const int ChunkBytes = 1 << 16;
    internal const int IdBytes = 16;
    internal const int KeyBytes = 32;
    internal const int SlotBytes = SealKey.Overhead + KeyBytes;
    internal const int HeadBytes = 8 + IdBytes + (2 * SlotBytes);

    private const int Slots = 8 + IdBytes;

    private static ReadOnlySpan<byte> Mark => "huitou\0\u0001"u8;

    /// <summary>Writes a file; it is whole once the stream is closed.</summary>
    internal static Stream Create(string path, Vault vault)
    {
        var head = new byte[HeadBytes];
        Mark.CopyTo(head);
        RandomNumberGenerator.Fill(head.AsSpan(8, IdBytes));
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        vault.Seal(key, Bound(head)).CopyTo(head, Slots);
        return new SealedWriter(path, head, key);
    }

    /// <summary>Reads a file, from any place in it.</summary>
    /// <exception cref="InvalidDataException">It is no sealed file.</exception>
    /// <exception cref="CryptographicException">It was sealed with a key that is not there.</exception>
    internal static Stream Open(string path, Vault vault)
    {
        var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        try
        {
            var head = Head(file);
            return new SealedReader(file, head, KeyOf(head, vault) ?? throw new CryptographicException($"{Path.GetFileName(path)} was sealed with another key."));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How long the content is.</summary>
    internal static long LengthOf(string path) => SealedReader.LengthOf(new FileInfo(path).Length);

    /// <summary>Seals the file's key with the newest; false where it is no sealed file, or none of the keys opens it. Its age stays.</summary>
    internal static bool Rekey(string path, Vault vault)
    {
        var age = File.GetLastWriteTimeUtc(path);
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            if (RandomAccess.GetLength(file) < HeadBytes) return false;
            var head = new byte[HeadBytes];
            RandomAccess.Read(file, head, 0);
            if (!head.AsSpan().StartsWith(Mark) || KeyOf(head, vault) is not { } key) return false;
            var good = Enumerable.Range(0, 2).First(slot => Try(head, slot, vault) is not null);
            if (!vault.IsNewest(Slot(head, good)))
            {
                Write(file, 1 - good, vault.Seal(key, Bound(head)));
                good = 1 - good;
            }
            // Only now is there another that holds.
            Write(file, 1 - good, new byte[SlotBytes]);
        }
        File.SetLastWriteTimeUtc(path, age);
        return true;
    }

    private static byte[] Head(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        var head = new byte[HeadBytes];
        if (RandomAccess.Read(file, head, 0) < HeadBytes || !head.AsSpan().StartsWith(Mark)) throw new InvalidDataException("This is no sealed file, or its beginning is missing.");
        return head;
    }

    private static void Write(Microsoft.Win32.SafeHandles.SafeFileHandle file, int slot, byte[] content)
    {
        RandomAccess.Write(file, content, Slots + (slot * SlotBytes));
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>The newest key's place goes first: of two that hold, the other is about to go.</summary>
    private static byte[]? KeyOf(byte[] head, Vault vault) =>
        Enumerable.Range(0, 2).OrderByDescending(slot => vault.IsNewest(Slot(head, slot))).Select(slot => Try(head, slot, vault)).FirstOrDefault(key => key is not null);

    private static byte[]? Try(byte[] head, int slot, Vault vault)
    {
        try
        {
            return vault.Open(Slot(head, slot), Bound(head));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Slot(byte[] head, int slot) => head.AsSpan(Slots + (slot * SlotBytes), SlotBytes);

    private static byte[] Bound(byte[] head) => [.. "file"u8, .. IdOf(head)];

    internal static ReadOnlySpan<byte> IdOf(byte[] head) => head.AsSpan(8, IdBytes);
}
