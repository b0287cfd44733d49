using System.IO.Compression;
using System.Text;

namespace Huitou.Tests.Hostile;

/// <summary>Packed text that was cut, damaged, or is made to burst.</summary>
public sealed class GzipTests
{
    private static readonly byte[] Table = [.. "a,b\n1,2\n"u8];
    private static readonly byte[] Long = Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i * 7919 % 5003},x\n")));
    private static readonly byte[] PackedTable = HostileCase.Gzip(Table);
    private static readonly byte[] PackedLong = HostileCase.Gzip(Long);
    private static readonly string[] Whole = ["utf-8 , header 1", "1 a|b", "2 1|2"];

    internal static readonly IReadOnlyList<HostileCase> Cases =
    [
        HostileCase.Of("whole", PackedTable, Whole),
        HostileCase.Of("two members", [.. HostileCase.Gzip("a,b\n1"u8), .. HostileCase.Gzip(",2\n"u8)], Whole),
        HostileCase.Of("an empty member behind", [.. PackedTable, .. HostileCase.Gzip([])], Whole),
        HostileCase.Of("garbage behind", [.. PackedTable, .. "garbage behind the end"u8], Whole),
        HostileCase.Of("zeros behind", [.. PackedTable, .. new byte[512]], Whole),
        HostileCase.Of("with a name, a comment and an extra field", WithFields(), Whole),
        HostileCase.Of("nothing in it", HostileCase.Gzip([]), "refused empty_file", "holds no rows"),
        HostileCase.Of("blank lines in it", HostileCase.Gzip("\n\n"u8), "refused empty_file", "holds no rows"),
        .. Cuts("short", PackedTable), .. Cuts("long", PackedLong),
        HostileCase.Of("second member cut", [.. PackedTable, .. PackedLong[..60]], "refused truncated_file", "ends in the middle"),
        HostileCase.Of("second member's head cut", [.. PackedTable, .. PackedLong[..5]], "refused truncated_file", "ends in the middle"),
        HostileCase.Of("wrong checksum", Flipped(PackedLong, ^6), "refused unreadable_file", "damaged before byte", "Pack it again"),
        HostileCase.Of("wrong length", Flipped(PackedLong, ^2), "refused unreadable_file", "damaged before byte", "Pack it again"),
        HostileCase.Of("a method that there is not", Flipped(PackedTable, 2), "refused unreadable_file", "damaged", "upload it unpacked"),
        HostileCase.Of("damaged in the middle", Damaged(), "refused unreadable_file", "damaged", "upload it unpacked"),
        HostileCase.Of("gzip in gzip", HostileCase.Gzip(PackedTable), "refused packed_archive", "inside gzip", "Unpack it"),
        HostileCase.Of("gzip in gzip in gzip", HostileCase.Gzip(HostileCase.Gzip(PackedTable)), "refused packed_archive", "inside gzip"),
        HostileCase.Of("ZIP in gzip", HostileCase.Gzip([.. "PK\u0003\u0004"u8, .. new byte[40]]), "refused packed_archive", "inside gzip"),
        HostileCase.Of("PDF in gzip", HostileCase.Gzip("%PDF-1.7\n"u8), "refused not_a_table", "PDF"),
        HostileCase.Of("page in gzip", HostileCase.Gzip("<html><body>no</body></html>"u8), "refused not_a_table", "web page"),
        HostileCase.Of("bomb of zeros", Bomb(80, 0, 1), "refused file_too_large_inside", "200 times", "Export it again"),
        HostileCase.Of("bomb of blank rows", Bomb(80, (byte)'\n', 1), "refused file_too_large_inside", "200 times"),
        HostileCase.Of("bomb of commas", Bomb(80, (byte)',', 1), "refused file_too_large_inside", "200 times"),
        HostileCase.Of("bomb of many members", Bomb(2, (byte)'x', 40), "refused file_too_large_inside", "200 times"),
        HostileCase.Of("bomb behind a table", [.. PackedTable, .. Bomb(80, (byte)'x', 1)], "refused file_too_large_inside", "200 times"),
    ];

    public static TheoryData<string> Names() => HostileCase.Names(Cases);

    [Theory, MemberData(nameof(Names))]
    public void Comes_through_whole_or_says_why(string name) => Cases.Single(c => c.Name == name).Check();

    /// <summary>Wherever it ends: in the head, the blocks, the checksum or the length.</summary>
    private static IEnumerable<HostileCase> Cuts(string name, byte[] packed)
    {
        int[] ends = [2, 3, 9, 10, 11, packed.Length / 2, packed.Length - 9, packed.Length - 8, packed.Length - 5, packed.Length - 4, packed.Length - 1];
        return ends.Select(end => HostileCase.Of($"{name} cut at byte {end} of {packed.Length}", packed[..end], "refused truncated_file", $"after {end:N0} bytes", "again"));
    }

    private static byte[] Flipped(byte[] packed, Index at)
    {
        var copy = packed.ToArray();
        copy[at] ^= 1;
        return copy;
    }

    private static byte[] Damaged()
    {
        var copy = PackedLong.ToArray();
        for (var i = copy.Length / 2; i < (copy.Length / 2) + 200; i++) copy[i] ^= 0x5A;
        return copy;
    }

    private static byte[] WithFields() =>
        [0x1F, 0x8B, 8, 0x1C, .. PackedTable[4..10], 3, 0, 1, 2, 3, .. "orders.csv\0"u8, .. "../../etc/passwd\0"u8, .. PackedTable[10..]];

    private static byte[] Bomb(int megabytes, byte filler, int members)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, filler);
        using var packed = new MemoryStream();
        for (var member = 0; member < members; member++)
        {
            using var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true);
            for (var i = 0; i < megabytes; i++) gzip.Write(block);
        }
        return packed.ToArray();
    }
}
