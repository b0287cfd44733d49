using System.Numerics.Tensors;

namespace Huitou.Engine;

/// <summary>Counts of small integers: mergeable, and exact for every quantile. Grows with the largest value.</summary>
/// <param name="least">The smallest value that can be counted.</param>
public sealed class CountingHistogram(int least = 0)
{
    private long[] _counts = new long[64];

    /// <summary>How many values were counted.</summary>
    public long Total => TensorPrimitives.Sum<long>(_counts);

    /// <summary>The smallest value that can be counted: what the first of the counts stands for.</summary>
    public int Least => least;

    /// <summary>The counts of the least value and those after it, up to at least the largest value counted.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Counts <paramref name="value"/> once more.</summary>
    public void Add(int value)
    {
        var place = value - least;
        if ((uint)place >= (uint)_counts.Length)
            Grow(place);
        _counts[place]++;
    }

    /// <summary>Counts all that <paramref name="other"/>, with the same least value, counted.</summary>
    public void Add(CountingHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Least, least);
        if (other._counts.Length > _counts.Length)
            Array.Resize(ref _counts, other._counts.Length);
        for (var place = 0; place < other._counts.Length; place++)
            _counts[place] += other._counts[place];
    }

    /// <summary>The counts of all of <paramref name="parts"/>, of which there is at least one.</summary>
    public static CountingHistogram Sum(IReadOnlyList<CountingHistogram> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var sum = new CountingHistogram(parts[0].Least);
        foreach (var part in parts)
            sum.Add(part);
        return sum;
    }

    /// <summary>The value at <paramref name="rank"/> (from 0) of all values in ascending order.</summary>
    public int ValueAt(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Total);
        var place = 0;
        for (var below = _counts[0]; below <= rank; below += _counts[place])
            place++;
        return place + least;
    }

    private void Grow(int place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        Array.Resize(ref _counts, Math.Max(place + 1, 2 * _counts.Length));
    }
}
