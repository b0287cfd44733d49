using System.Numerics;

namespace Huitou.Engine;

/// <summary>What one pass of an <see cref="RfmEdgesQuery"/> finds: counts in the first pass, sums in the second.</summary>
public sealed class RfmEdgesPartial
{
    internal RfmEdgesPartial(ScopeFilter scope) => Recency = new CountingHistogram(scope.AsOf - scope.To);

    internal CountingHistogram Recency { get; }

    internal CountingHistogram Frequency { get; } = new();

    /// <summary>Customers by the size of their money.</summary>
    internal long[] Sizes { get; } = new long[MoneySize.Count];

    internal List<long> Sums { get; } = [];
}

/// <summary>
/// A size is a range of sums of money less than 2 % wide: the sign, the power of two and the six bits below it. Larger money never has a
/// smaller size, so whole sizes can be left aside in a search for a rank.
/// </summary>
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

/// <summary>What the first pass knows: recency and frequency wholly, and in which sizes of money the quantiles lie.</summary>
internal sealed class RfmSizes
{
    private readonly long _customers;
    private readonly long[] _sizes;

    private RfmSizes(CountingHistogram recency, CountingHistogram frequency, long[] sizes)
    {
        (Recency, Frequency, _sizes) = (recency, frequency, sizes);
        _customers = recency.Total;
    }

    internal CountingHistogram Recency { get; }

    internal CountingHistogram Frequency { get; }

    /// <summary>The sizes whose sums the second pass must fetch.</summary>
    internal bool[] Wanted { get; } = new bool[MoneySize.Count];

    /// <summary>Null where nobody has bought.</summary>
    internal static RfmSizes? Of(IReadOnlyList<RfmEdgesPartial> partials, int parts)
    {
        var sizes = new long[MoneySize.Count];
        foreach (var partial in partials)
        {
            for (var size = 0; size < sizes.Length; size++)
                sizes[size] += partial.Sizes[size];
        }

        var first = new RfmSizes(
            CountingHistogram.Sum([.. partials.Select(partial => partial.Recency)]),
            CountingHistogram.Sum([.. partials.Select(partial => partial.Frequency)]), sizes);
        if (first._customers == 0)
            return null;
        for (var k = 1; k < parts; k++)
        {
            var rank = QuantileRank.Of(first._customers, k, parts);
            first.Wanted[first.SizeAt(rank.Low)] = true;
            first.Wanted[first.SizeAt(rank.High)] = true;
        }

        return first;
    }

    /// <summary>The quantile at <paramref name="share"/>/<paramref name="parts"/>, from the fetched <paramref name="sums"/> in ascending order.</summary>
    internal double MoneyEdge(long[] sums, int share, int parts)
    {
        var rank = QuantileRank.Of(_customers, share, parts);
        return rank.Between(sums[PlaceOf(rank.Low)], sums[PlaceOf(rank.High)]);
    }

    private int SizeAt(long rank)
    {
        var size = 0;
        for (var below = _sizes[0]; below <= rank; below += _sizes[size])
            size++;
        return size;
    }

    /// <summary>Where the sum of a rank lies among those fetched: as many places lower as sums below it were left aside.</summary>
    private long PlaceOf(long rank)
    {
        long aside = 0;
        for (var size = SizeAt(rank) - 1; size >= 0; size--)
            aside += Wanted[size] ? 0 : _sizes[size];
        return rank - aside;
    }
}
