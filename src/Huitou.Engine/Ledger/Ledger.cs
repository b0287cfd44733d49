namespace Huitou.Engine;

/// <summary>
/// What is known of all customers, in memory, column by column: an immutable set of partitions by the top bits of a hash of the
/// customer's id. A refresh makes a new ledger that shares the partitions which nothing touched, so readers take no lock and never see
/// half a change. Partitions split locally as they grow (extendible hashing: Fagin et al., ACM TODS 4, 1979).
/// </summary>
public sealed partial class Ledger
{
    /// <summary>A partition with more customers splits in two: small ones make a refresh cheap, large ones a question.</summary>
    public const int DefaultSplitAbove = 2_000;

    private readonly LedgerPartition[] _partitions;
    private readonly int[] _directory;
    private readonly int _directoryBits;
    private readonly int _splitAbove;

    private Ledger(LedgerPartition[] partitions, int splitAbove)
    {
        _partitions = partitions;
        _splitAbove = splitAbove;
        _directoryBits = partitions.Max(partition => partition.Depth);
        _directory = new int[1 << _directoryBits];
        var next = 0;
        for (var i = 0; i < partitions.Length; i++)
        {
            var entries = 1 << (_directoryBits - partitions[i].Depth);
            _directory.AsSpan(next, entries).Fill(i);
            next += entries;
        }
    }

    /// <summary>All partitions, by their prefix.</summary>
    public ReadOnlySpan<LedgerPartition> Partitions => _partitions;

    /// <summary>How many customers there are, the anonymous one included.</summary>
    public long CustomerCount => _partitions.Sum(partition => (long)partition.CustomerCount);

    /// <summary>How many orders there are, marked ones included.</summary>
    public long OrderCount => _partitions.Sum(partition => (long)partition.OrderCount);

    /// <summary>How many lines there are.</summary>
    public long LineCount => _partitions.Sum(partition => (long)partition.LineCount);

    /// <summary>The first day from which on every touch is here, one by one: a partition that nothing changed may hold older ones, others do not.</summary>
    public DateOnly TouchesFrom => CivilDay.Of(_partitions.Max(partition => partition.Touches.From));

    /// <summary>Bytes of all columns.</summary>
    public long ByteSize => _partitions.Sum(partition => partition.ByteSize);

    /// <summary>A ledger of the given customers, each given once with all rows.</summary>
    /// <param name="customers">Read once, never held: memory holds columns only.</param>
    /// <param name="partitionBits">The ledger begins with 2 to this power partitions (0 to 20); null suits their size to the number of customers.</param>
    /// <param name="splitAbove">A partition that a refresh grows beyond this many customers splits.</param>
    /// <param name="touchesFrom">The first day whose touches are kept one by one; null keeps all.</param>
    /// <exception cref="ArgumentException">Facts break their contract; the message says which, and what to do.</exception>
    public static Ledger Build(
        IEnumerable<CustomerFacts> customers, int? partitionBits = null, int splitAbove = DefaultSplitAbove, DateOnly? touchesFrom = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentOutOfRangeException.ThrowIfLessThan(splitAbove, 1);
        if (partitionBits is < 0 or > 20)
            throw new ArgumentOutOfRangeException(nameof(partitionBits), partitionBits, "A ledger begins with 2^0 to 2^20 partitions.");
        return new Ledger(LedgerBuild.Partitions(customers, partitionBits, splitAbove, touchesFrom), splitAbove);
    }

    /// <summary>A ledger of customers that come in <see cref="Stages"/>, for more of them than one would hold in memory at once.</summary>
    /// <param name="stage">All customers of a stage, each once with all rows; asked for once each, by several threads. Those in the order of their hash cost least.</param>
    /// <param name="touchesFrom">The first day whose touches are kept one by one; null keeps all.</param>
    /// <exception cref="AggregateException">Facts break their contract; the message says which, and what to do.</exception>
    public static Ledger Build(Func<int, IEnumerable<CustomerFacts>> stage, DateOnly? touchesFrom = null)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return new Ledger(LedgerBuild.Partitions(stage, DefaultSplitAbove, touchesFrom), DefaultSplitAbove);
    }

    /// <summary>A ledger of partitions that were made before; null where they leave a hash out, or hold one twice.</summary>
    public static Ledger? Of(IEnumerable<LedgerPartition> partitions)
    {
        LedgerPartition[] byPrefix = [.. partitions.OrderBy(partition => LedgerHash.First(partition.Prefix, partition.Depth))];
        ulong next = 0;
        for (var i = 0; i < byPrefix.Length; i++)
        {
            var last = LedgerHash.Last(byPrefix[i].Prefix, byPrefix[i].Depth);
            if (LedgerHash.First(byPrefix[i].Prefix, byPrefix[i].Depth) != next || (last == ulong.MaxValue) != (i == byPrefix.Length - 1))
                return null;
            next = last + 1;
        }

        return byPrefix.Length == 0 ? Build([]) : new Ledger(byPrefix, DefaultSplitAbove);
    }

    /// <summary>How many stages a ledger is built in.</summary>
    public static int Stages => 1 << LedgerBuild.StageBits;

    /// <summary>The stage that a customer belongs to.</summary>
    public static int StageOf(long customerId) => (int)LedgerHash.Prefix(LedgerHash.Of(customerId), LedgerBuild.StageBits);

    /// <summary>
    /// A ledger in which the customers of <paramref name="changed"/> stand as given, whether they were there or not, and those of
    /// <paramref name="removed"/> are gone. Only the partitions they belong to are made anew; this one stays as it is.
    /// </summary>
    /// <param name="changed">Customers with all rows.</param>
    /// <param name="removed">Ids of customers.</param>
    /// <param name="touchesFrom">The first day whose touches are kept one by one in what is made anew; null keeps what is kept.</param>
    /// <exception cref="ArgumentException">A customer is named twice, or facts break their contract.</exception>
    public Ledger With(IEnumerable<CustomerFacts> changed, IEnumerable<long> removed, DateOnly? touchesFrom = null)
    {
        var edits = CustomerEdit.InOrder(changed, removed);
        if (edits.Length == 0)
            return this;
        var groups = Groups(edits);
        var fresh = new LedgerPartition[groups.Count][];
        Parallel.For(0, groups.Count, i =>
        {
            var (partition, first, last) = groups[i];
            fresh[i] = LedgerBuild.Refresh(_partitions[partition], edits.AsSpan(first..last), _splitAbove, touchesFrom);
        });

        var partitions = new List<LedgerPartition>(_partitions.Length + groups.Count);
        var next = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            partitions.AddRange(_partitions.AsSpan(next..groups[i].Partition));
            partitions.AddRange(fresh[i]);
            next = groups[i].Partition + 1;
        }

        partitions.AddRange(_partitions.AsSpan(next));
        return new Ledger([.. partitions], _splitAbove);
    }

    /// <summary>Where a customer is: the partition and the place in it; null where the ledger does not know the id.</summary>
    public (LedgerPartition Partition, int Index)? Find(long customerId)
    {
        var hash = LedgerHash.Of(customerId);
        var partition = _partitions[PartitionOf(hash)];
        var index = partition.Find(hash);
        return index < 0 ? null : (partition, index);
    }

    /// <summary>All rows of a customer, orders in time order; null where the ledger does not know the id.</summary>
    public CustomerFacts? Facts(long customerId) =>
        Find(customerId) is (var partition, var index) ? PartitionFacts.Of(partition, index) : null;

    /// <summary>What each column weighs over all partitions, table by table.</summary>
    public IReadOnlyList<ColumnSize> ColumnSizes() =>
    [
        .. _partitions.SelectMany(partition => partition.ColumnSizes())
            .GroupBy(size => (size.Table, size.Column))
            .Select(sizes => new ColumnSize(sizes.Key.Table, sizes.Key.Column, sizes.Sum(size => size.Bytes))),
    ];

    private int PartitionOf(ulong hash) => _directory[LedgerHash.Prefix(hash, _directoryBits)];

    private List<(int Partition, int First, int Last)> Groups(CustomerEdit[] edits)
    {
        List<(int, int, int)> groups = [];
        for (int first = 0, last; first < edits.Length; first = last)
        {
            var partition = PartitionOf(edits[first].Hash);
            last = first + 1;
            while (last < edits.Length && PartitionOf(edits[last].Hash) == partition)
                last++;
            groups.Add((partition, first, last));
        }

        return groups;
    }
}
