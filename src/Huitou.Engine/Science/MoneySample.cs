using System.Buffers;
using System.Numerics;

namespace Huitou.Engine;

/// <summary>
/// Sums of money, counted by size as they come: a size is a range less than 2 % wide, so the size in which a quantile lies tells which few
/// sums have to be sorted to find it. Its room is borrowed, and given back when the quantiles are taken: millions of sums, asked for again
/// and again, would keep the collector busy.
/// </summary>
internal sealed class MoneySample
{
    private readonly int[] _sizes = new int[MoneySize.Count];
    private long[] _sums = [];
    private int _count;

    internal void Add(ReadOnlySpan<long> sums)
    {
        if (_count + sums.Length > _sums.Length)
            Grow(_count + sums.Length);
        sums.CopyTo(_sums.AsSpan(_count));
        _count += sums.Length;
        foreach (var money in sums)
            _sizes[MoneySize.Of(money)]++;
    }

    /// <summary>The type 7 quantiles at 1/pieces, 2/pieces, … of all samples together, which are not empty; the samples are empty afterwards.</summary>
    internal static double[] TakeQuantiles(IReadOnlyList<MoneySample> samples, int pieces)
    {
        var sizes = new long[MoneySize.Count];
        foreach (var sample in samples)
        {
            for (var size = 0; size < sizes.Length; size++)
                sizes[size] += sample._sizes[size];
        }

        var total = sizes.Sum();
        QuantileRank[] ranks = [.. Enumerable.Range(1, pieces - 1).Select(k => QuantileRank.Of(total, k, pieces))];
        var wanted = new bool[MoneySize.Count];
        foreach (var rank in ranks)
            wanted[SizeAt(sizes, rank.Low)] = wanted[SizeAt(sizes, rank.High)] = true;
        var parts = new List<long>[samples.Count];
        Parallel.For(0, parts.Length, i => parts[i] = samples[i].Take(wanted));
        var near = new long[parts.Sum(part => part.Count)];
        var place = 0;
        foreach (var part in parts)
        {
            part.CopyTo(near, place);
            place += part.Count;
        }

        Array.Sort(near);
        return [.. ranks.Select(rank => rank.Between(near[Place(sizes, wanted, rank.Low)], near[Place(sizes, wanted, rank.High)]))];
    }

    /// <summary>The sums of the wanted sizes; all are given back.</summary>
    private List<long> Take(bool[] wanted)
    {
        List<long> near = [];
        foreach (var money in _sums.AsSpan(0, _count))
        {
            if (wanted[MoneySize.Of(money)])
                near.Add(money);
        }

        ArrayPool<long>.Shared.Return(_sums);
        (_sums, _count) = ([], 0);
        Array.Clear(_sizes);
        return near;
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<long>.Shared.Rent(Math.Max(least, 2 * _sums.Length));
        _sums.AsSpan(0, _count).CopyTo(larger);
        if (_sums.Length > 0)
            ArrayPool<long>.Shared.Return(_sums);
        _sums = larger;
    }

    private static int SizeAt(long[] sizes, long rank)
    {
        var size = 0;
        for (var below = sizes[0]; below <= rank; below += sizes[size])
            size++;
        return size;
    }

    /// <summary>Where the sum of a rank lies among those near: as many places lower as smaller sums were left aside.</summary>
    private static long Place(long[] sizes, bool[] wanted, long rank)
    {
        long aside = 0;
        for (var size = SizeAt(sizes, rank) - 1; size >= 0; size--)
            aside += wanted[size] ? 0 : sizes[size];
        return rank - aside;
    }
}

/// <summary>The size of a sum of money: its sign, its power of two and the six bits below. Larger money never has a smaller size.</summary>
internal static class MoneySize
{
    private const int Bits = 6;
    private const int Half = (64 - Bits) << Bits;

    internal const int Count = 2 * Half;

    internal static int Of(long money) => money >= 0 ? Half + Magnitude((ulong)money) : Half - 1 - Magnitude((ulong)~money);

    private static int Magnitude(ulong value)
    {
        var shift = Math.Max(BitOperations.Log2(value | 1) - Bits, 0);
        return (shift << Bits) + (int)(value >> shift);
    }
}
