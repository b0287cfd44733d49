using System.Numerics;

namespace Huitou.Engine;

/// <summary>Sorts whose time grows with the rows alone, for what is known of the values: questions sort a million of them before they begin, or when they end.</summary>
internal static class LinearSort
{
    private const int Few = 1_024;

    /// <summary>Hashes of customers are spread evenly, so buckets by their top bits are short, each of them.</summary>
    internal static void Hashes(ulong[] hashes)
    {
        if (hashes.Length < Few)
        {
            Array.Sort(hashes);
            return;
        }

        var shift = 64 - Math.Min(16, BitOperations.Log2((uint)hashes.Length) - 3);
        var starts = new int[(1 << (64 - shift)) + 1];
        foreach (var hash in hashes)
            starts[(int)(hash >> shift) + 1]++;
        for (var bucket = 1; bucket < starts.Length; bucket++)
            starts[bucket] += starts[bucket - 1];
        var (sorted, next) = (new ulong[hashes.Length], starts.AsSpan().ToArray());
        foreach (var hash in hashes)
            sorted[next[(int)(hash >> shift)]++] = hash;
        for (var bucket = 0; bucket < starts.Length - 1; bucket++)
            sorted.AsSpan(starts[bucket]..starts[bucket + 1]).Sort();
        sorted.CopyTo(hashes, 0);
    }

    /// <summary>Ids, each there once, are numbered from 0 up with few gaps: then a bit for each number up to the largest, read from end to end, has them in order.</summary>
    internal static void Ids(long[] ids)
    {
        var largest = ids.Length < Few || ids.Min() < 0 ? long.MaxValue : ids.Max();
        if (largest / 64 >= ids.Length)
        {
            Array.Sort(ids);
            return;
        }

        var words = new ulong[largest / 64 + 1];
        foreach (var id in ids)
            words[id / 64] |= 1UL << (int)(id % 64);
        var sorted = 0;
        for (var word = 0; word < words.Length; word++)
        {
            for (var rest = words[word]; rest != 0; rest &= rest - 1)
                ids[sorted++] = (64L * word) + BitOperations.TrailingZeroCount(rest);
        }
    }
}
