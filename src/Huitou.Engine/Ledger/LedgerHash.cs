namespace Huitou.Engine;

/// <summary>
/// The hash that spreads customers over partitions: the finalizer of splitmix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom
/// Number Generators", OOPSLA 2014). It is a bijection, so different ids never collide and the order by hash is a total order of ids.
/// </summary>
public static class LedgerHash
{
    /// <summary>The hash of a customer's <paramref name="id"/>.</summary>
    public static ulong Of(long id)
    {
        var z = (ulong)id + 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Whether a customer belongs into the partition of a prefix.</summary>
    public static bool BeginsWith(long id, ulong prefix, int depth) => Prefix(Of(id), depth) == prefix;

    /// <summary>The top <paramref name="depth"/> bits of a hash (0 to 63).</summary>
    internal static ulong Prefix(ulong hash, int depth) => depth == 0 ? 0 : hash >> (64 - depth);

    /// <summary>The smallest hash that begins with <paramref name="prefix"/>.</summary>
    internal static ulong First(ulong prefix, int depth) => depth == 0 ? 0 : prefix << (64 - depth);

    /// <summary>The largest hash that begins with <paramref name="prefix"/>.</summary>
    internal static ulong Last(ulong prefix, int depth) => First(prefix, depth) | (ulong.MaxValue >> depth);
}
