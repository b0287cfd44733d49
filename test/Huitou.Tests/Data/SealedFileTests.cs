using System.Security.Cryptography;
using Huitou.Data;

namespace Huitou.Tests.Data;

/// <summary>A sealed file gives back what was written, from any place in it, and nothing that somebody changed, moved or cut.</summary>
public sealed class SealedFileTests : IDisposable
{
    private const int Chunk = SealedFile.ChunkBytes;
    private const int Closed = Chunk + 16;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly Vault _vault = VaultOf(RingOf(1));

    public static TheoryData<int> Sizes => [0, 1, Chunk - 1, Chunk, Chunk + 1, (3 * Chunk) - 7, 3 * Chunk];

    public void Dispose() => _folder.Delete(recursive: true);

    private static KeyRing RingOf(params int[] ids) => KeyRing.Parse(string.Join('\n', ids.Select(id => $"{id}:{Convert.ToBase64String(SHA256.HashData([(byte)id]))}")), "test");

    private static Vault VaultOf(KeyRing ring) => new(ring, vault => new BlindChain([vault.FirstLink]));

    private string Place(string name = "file") => Path.Combine(_folder.FullName, name);

    private byte[] Write(int size, string name = "file")
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        using var file = SealedFile.Create(Place(name), _vault);
        for (var at = 0; at < size; at += 10_007) file.Write(content, at, Math.Min(10_007, size - at));
        return content;
    }

    private static byte[] Read(string path, Vault vault)
    {
        using var file = SealedFile.Open(path, vault);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    [Theory, MemberData(nameof(Sizes))]
    public void What_was_written_is_read_from_any_place(int size)
    {
        var content = Write(size);
        Assert.Equal(content, Read(Place(), _vault));
        Assert.Equal(size, SealedFile.LengthOf(Place()));
        using var file = SealedFile.Open(Place(), _vault);
        Assert.Equal(size, file.Length);
        var random = new Random(1);
        for (var i = 0; i < 50; i++)
        {
            var from = random.Next(size + 1);
            var part = new byte[Math.Min(random.Next(100_000), size - from)];
            file.Seek(from, SeekOrigin.Begin);
            file.ReadExactly(part);
            Assert.True(content.AsSpan(from, part.Length).SequenceEqual(part));
        }
        if (size > 64) Assert.Equal(-1, File.ReadAllBytes(Place()).AsSpan().IndexOf(content.AsSpan(0, 32)));
    }

    [Fact]
    public void What_was_changed_moved_or_cut_does_not_open()
    {
        var content = Write((2 * Chunk) + 100);
        var whole = File.ReadAllBytes(Place());
        Write((2 * Chunk) + 100, "other");
        var other = File.ReadAllBytes(Place("other"));
        const int Head = SealedFile.HeadBytes;
        var cases = new Dictionary<string, byte[]>
        {
            ["a bit of the first chunk"] = Changed(whole, Head + 5),
            ["a bit of the last tag"] = Changed(whole, whole.Length - 1),
            ["a bit of the file's id"] = Changed(whole, 9),
            ["a bit of the file's key"] = Changed(whole, 8 + 16 + 20),
            ["two chunks change places"] = [.. whole[..Head], .. whole[(Head + Closed)..(Head + (2 * Closed))], .. whole[Head..(Head + Closed)], .. whole[(Head + (2 * Closed))..]],
            ["a chunk of another file"] = [.. whole[..Head], .. other[Head..(Head + Closed)], .. whole[(Head + Closed)..]],
            ["the last chunk is gone"] = whole[..(Head + (2 * Closed))],
            ["all chunks are gone"] = whole[..Head],
            ["cut within a chunk"] = whole[..^50],
            ["cut within the head"] = whole[..40],
            ["longer"] = [.. whole, 0],
        };
        foreach (var (what, bytes) in cases)
        {
            File.WriteAllBytes(Place("bad"), bytes);
            var fault = Record.Exception(() => Read(Place("bad"), _vault));
            Assert.True(fault is InvalidDataException or CryptographicException, $"{what}: {fault}");
        }
        Assert.Equal(content, Read(Place(), _vault));
    }

    [Fact]
    public void Somebody_elses_key_does_not_open_it()
    {
        Write(10);
        Assert.Throws<CryptographicException>(() => Read(Place(), VaultOf(RingOf(2))));
        Assert.Throws<CryptographicException>(() => Read(Place(), VaultOf(KeyRing.Parse("1:" + Convert.ToBase64String(new byte[32]), "test"))));
    }

    [Fact]
    public void A_new_key_rewrites_the_head_alone_and_the_age_stays()
    {
        var content = Write(Chunk + 3);
        var before = File.ReadAllBytes(Place());
        var age = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Place(), age);

        Assert.True(SealedFile.Rekey(Place(), VaultOf(RingOf(1, 2))));
        var after = File.ReadAllBytes(Place());
        Assert.Equal(before[SealedFile.HeadBytes..], after[SealedFile.HeadBytes..]);
        Assert.Equal(age, File.GetLastWriteTimeUtc(Place()));
        Assert.Equal(content, Read(Place(), VaultOf(RingOf(2))));
        Assert.Throws<CryptographicException>(() => Read(Place(), _vault));

        // Stopped between the two writes: both keys open it, and the next run takes the old one out.
        byte[] both = [.. before[..(8 + 16 + SealedFile.SlotBytes)], .. after[(8 + 16 + SealedFile.SlotBytes)..]];
        File.WriteAllBytes(Place(), both);
        Assert.Equal(content, Read(Place(), _vault));
        Assert.Equal(content, Read(Place(), VaultOf(RingOf(2))));
        Assert.True(SealedFile.Rekey(Place(), VaultOf(RingOf(1, 2))));
        Assert.Equal(content, Read(Place(), VaultOf(RingOf(2))));
        Assert.Throws<CryptographicException>(() => Read(Place(), _vault));

        Assert.False(SealedFile.Rekey(Place(), VaultOf(RingOf(3))));
        File.WriteAllText(Place(), "no sealed file");
        Assert.False(SealedFile.Rekey(Place(), _vault));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("0:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= 2:AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= 1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void What_is_no_ring_is_refused(string text)
    {
        Assert.Throws<KeyFaultException>(() => KeyRing.Parse(text, "test"));
        Assert.NotEmpty(new HuitouOptions { DataFolder = _folder.FullName, Key = text }.Faults());
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        var changed = (byte[])bytes.Clone();
        changed[at] ^= 1;
        return changed;
    }
}
