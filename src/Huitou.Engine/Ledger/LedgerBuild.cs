namespace Huitou.Engine;

/// <summary>How partitions come to be: from a stream of facts, from an older partition and edits, and from one that grew too large.</summary>
internal static class LedgerBuild
{
    /// <summary>Facts are first gathered in this many bits' worth of stages, so that no more than one stage is ever held twice.</summary>
    private const int StageBits = 6;

    internal static LedgerPartition[] Partitions(IEnumerable<CustomerFacts> customers, int? partitionBits, int splitAbove)
    {
        var stages = new PartitionBuilder[1 << StageBits];
        for (var i = 0; i < stages.Length; i++)
            stages[i] = new PartitionBuilder();
        long count = 0;
        foreach (var customer in customers)
        {
            stages[LedgerHash.Prefix(LedgerHash.Of(customer.Id), StageBits)].Add(customer);
            count++;
        }

        var depth = partitionBits ?? Depth(count, splitAbove);
        return depth <= StageBits ? Join(stages, depth) : Cut(stages, depth);
    }

    /// <summary>The partition after the edits, in two or more where it grew too large.</summary>
    internal static LedgerPartition[] Refresh(LedgerPartition old, ReadOnlySpan<CustomerEdit> edits, int splitAbove)
    {
        var builder = new PartitionBuilder();
        var next = 0;
        foreach (var edit in edits)
        {
            var place = old.LowerBound(edit.Hash);
            builder.Add(old, next, place);
            if (edit.Facts is not null)
                builder.Add(edit.Facts);
            next = place < old.CustomerCount && old.Customers.Id[place] == edit.Id ? place + 1 : place;
        }

        builder.Add(old, next, old.CustomerCount);
        return [.. Split(builder.Build(old.Depth, old.Prefix), splitAbove)];
    }

    /// <summary>Large enough to leave the chance unevenness of the hash room below the limit.</summary>
    private static int Depth(long customers, int splitAbove)
    {
        var depth = 0;
        while (depth < 20 && customers >> depth > splitAbove * 3L / 4)
            depth++;
        return depth;
    }

    private static LedgerPartition[] Join(PartitionBuilder[] stages, int depth)
    {
        var partitions = new LedgerPartition[1 << depth];
        var stagesEach = stages.Length / partitions.Length;
        for (var i = 0; i < partitions.Length; i++)
        {
            var builder = new PartitionBuilder();
            foreach (var stage in stages.AsSpan(i * stagesEach, stagesEach))
            {
                var source = stage.Build(StageBits, 0);
                builder.Add(source, 0, source.CustomerCount);
            }

            partitions[i] = builder.Build(depth, (ulong)i);
        }

        return partitions;
    }

    private static LedgerPartition[] Cut(PartitionBuilder[] stages, int depth)
    {
        var partitions = new LedgerPartition[1 << depth];
        var partitionsEach = partitions.Length / stages.Length;
        Parallel.For(0, stages.Length, i =>
        {
            var source = stages[i].Build(StageBits, (ulong)i);
            stages[i] = null!;
            for (var k = i * partitionsEach; k < (i + 1) * partitionsEach; k++)
                partitions[k] = Slice(source, depth, (ulong)k);
        });
        return partitions;
    }

    private static IEnumerable<LedgerPartition> Split(LedgerPartition partition, int splitAbove)
    {
        if (partition.CustomerCount <= splitAbove || partition.Depth >= 28)
            return [partition];
        var depth = partition.Depth + 1;
        return Split(Slice(partition, depth, partition.Prefix * 2), splitAbove)
            .Concat(Split(Slice(partition, depth, (partition.Prefix * 2) + 1), splitAbove));
    }

    private static LedgerPartition Slice(LedgerPartition source, int depth, ulong prefix)
    {
        var builder = new PartitionBuilder();
        var last = LedgerHash.Last(prefix, depth);
        var end = last == ulong.MaxValue ? source.CustomerCount : source.LowerBound(last + 1);
        builder.Add(source, source.LowerBound(LedgerHash.First(prefix, depth)), end);
        return builder.Build(depth, prefix);
    }
}

/// <summary>A customer who changed, or, without facts, one who is gone.</summary>
internal readonly record struct CustomerEdit(ulong Hash, long Id, CustomerFacts? Facts)
{
    /// <summary>All edits by hash.</summary>
    internal static CustomerEdit[] InOrder(IEnumerable<CustomerFacts> changed, IEnumerable<long> removed)
    {
        CustomerEdit[] edits =
        [
            .. changed.Select(facts => new CustomerEdit(LedgerHash.Of(facts.Id), facts.Id, facts)),
            .. removed.Select(id => new CustomerEdit(LedgerHash.Of(id), id, null)),
        ];
        Array.Sort(edits, (a, b) => a.Hash.CompareTo(b.Hash));
        for (var i = 1; i < edits.Length; i++)
        {
            if (edits[i].Id == edits[i - 1].Id)
                throw new ArgumentException($"Customer {edits[i].Id} is named twice in one refresh. Name each once, as changed or as removed.");
        }

        return edits;
    }
}
