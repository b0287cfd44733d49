using System.Runtime.InteropServices;

namespace Huitou.Connect.Staging;

/// <summary>64 bits of a key, seeded anew in each process: no file can be made so that its keys collide.</summary>
internal static class KeyHash
{
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64() | 1;

    internal static ulong Of(string key)
    {
        var bytes = MemoryMarshal.AsBytes(key.AsSpan());
        var hash = Seed ^ (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) hash = Fold(hash, MemoryMarshal.Read<ulong>(bytes));
        ulong rest = 0;
        foreach (var value in bytes) rest = (rest << 8) | value;
        return Fold(Fold(hash, rest), Seed);
    }

    private static ulong Fold(ulong hash, ulong block)
    {
        var high = Math.BigMul(hash ^ 0x9E3779B97F4A7C15, block ^ 0xD1B54A32D192ED03, out var low);
        return high ^ low ^ (hash << 1);
    }
}
