using System.Numerics;

namespace Huitou.Connect.Staging;

/// <summary>
/// Where each run of rows of one key begins, and 64 bits of its key: 16 bytes a run once linked. Runs are numbered as they lie in
/// the file.
/// </summary>
internal sealed class RunIndex
{
    private const int BlockBits = 16;
    private const int BlockMask = (1 << BlockBits) - 1;

    // Blocks, so that growing never holds the whole index twice.
    private readonly List<ulong[]> _hashes = [];
    private readonly List<uint[]> _offsets = [];

    /// <summary>The first run beyond each further 4 GiB: offsets ascend, so 32 bits of each are enough.</summary>
    private readonly List<int> _turns = [];

    private int[] _next = [];

    internal int Count { get; private set; }

    internal void Add(ulong hash, long offset)
    {
        if ((Count & BlockMask) == 0)
        {
            _hashes.Add(new ulong[BlockMask + 1]);
            _offsets.Add(new uint[BlockMask + 1]);
        }
        while (offset >> 32 > _turns.Count) _turns.Add(Count);
        _hashes[^1][Count & BlockMask] = hash;
        _offsets[^1][Count & BlockMask] = (uint)offset;
        Count++;
    }

    internal ulong HashOf(int run) => _hashes[run >> BlockBits][run & BlockMask];

    internal long OffsetOf(int run)
    {
        long high = 0;
        foreach (var turn in _turns) high += turn <= run ? 1 : 0;
        return (high << 32) | _offsets[run >> BlockBits][run & BlockMask];
    }

    /// <summary>Chains each run to the next one whose hash falls into the same bucket. Wanted before <see cref="NextAlike"/>.</summary>
    internal void Link()
    {
        if (_next.Length == Count) return;
        _next = new int[Count];
        var buckets = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(Count, 1))];
        Array.Fill(buckets, -1);
        // From the end, so that every chain ascends.
        for (var run = Count - 1; run >= 0; run--)
        {
            ref var first = ref buckets[HashOf(run) & (ulong)(buckets.Length - 1)];
            (_next[run], first) = (first, run);
        }
    }

    /// <summary>The next run of the same hash; -1 where there is none.</summary>
    internal int NextAlike(int run, ulong hash)
    {
        do run = _next[run];
        while (run >= 0 && HashOf(run) != hash);
        return run;
    }
}
