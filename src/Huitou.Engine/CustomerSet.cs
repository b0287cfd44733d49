using System.Runtime.CompilerServices;

namespace Huitou.Engine;

/// <summary>
/// A set of customers that a question can be narrowed to. It holds for every ledger: its bitmap for a partition is made when first
/// asked for and kept as long as that partition lives.
/// </summary>
public sealed class CustomerSet
{
    private readonly ulong[] _hashes;
    private readonly ConditionalWeakTable<LedgerPartition, Bits> _bitmaps = [];

    /// <summary>The set of the given ids, each counted once; unknown ids do no harm.</summary>
    public CustomerSet(IEnumerable<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ulong[] hashes = [.. ids.Select(LedgerHash.Of)];
        LinearSort.Hashes(hashes);
        var distinct = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
                hashes[distinct++] = hashes[i];
        }

        Array.Resize(ref hashes, distinct);
        _hashes = hashes;
    }

    /// <summary>How many ids are in it.</summary>
    public int Count => _hashes.Length;

    /// <summary>Whether <paramref name="id"/> is in it.</summary>
    public bool Contains(long id) => Array.BinarySearch(_hashes, LedgerHash.Of(id)) >= 0;

    /// <summary>Which of the partition's customers are in it.</summary>
    internal CustomerMask In(LedgerPartition partition) => new(_bitmaps.GetValue(partition, Bitmap).Words);

    /// <summary>Set and partition are both in the order of the hash, so one walk along both finds all.</summary>
    private Bits Bitmap(LedgerPartition partition)
    {
        var place = LowerBound(LedgerHash.First(partition.Prefix, partition.Depth));
        var last = LedgerHash.Last(partition.Prefix, partition.Depth);
        if (place == _hashes.Length || _hashes[place] > last)
            return Bits.None;
        var words = new ulong[(partition.CustomerCount + 63) / 64];
        for (var customer = 0; customer < partition.CustomerCount && place < _hashes.Length; customer++)
        {
            var hash = LedgerHash.Of(partition.Customers.Id[customer]);
            while (place < _hashes.Length && _hashes[place] < hash)
                place++;
            if (place < _hashes.Length && _hashes[place] == hash)
                words[customer / 64] |= 1UL << customer;
        }

        return new Bits(words);
    }

    private int LowerBound(ulong hash)
    {
        var place = Array.BinarySearch(_hashes, hash);
        return place < 0 ? ~place : place;
    }

    private sealed class Bits(ulong[] words)
    {
        internal static readonly Bits None = new([]);

        internal ulong[] Words => words;
    }
}

/// <summary>Which customers of a partition are asked about: one bit each, or all of them, or none.</summary>
internal readonly struct CustomerMask(ulong[]? words)
{
    internal static readonly CustomerMask All = new(null);
    internal static readonly CustomerMask None = new([]);

    /// <summary>Nobody: the partition can be passed over.</summary>
    internal bool IsEmpty => words is { Length: 0 };

    internal bool HoldsAll => words is null;

    internal bool Holds(int customer) => words is null || (words.Length > 0 && (words[customer >> 6] >> customer & 1) != 0);
}
