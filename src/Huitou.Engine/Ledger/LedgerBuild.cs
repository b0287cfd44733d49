namespace Huitou.Engine;

/// <summary>How partitions come to be: from a stream of facts, from an older partition and edits, and from one that grew too large.</summary>
internal static class LedgerBuild
{
    /// <summary>Facts are first gathered in this many bits' worth of stages, so that no more than a few stages are ever held twice.</summary>
    internal const int StageBits = 6;

    internal static LedgerPartition[] Partitions(IEnumerable<CustomerFacts> customers, int? partitionBits, int splitAbove, DateOnly? touchesFrom)
    {
        var stages = new PartitionBuilder[1 << StageBits];
        for (var i = 0; i < stages.Length; i++)
            stages[i] = new PartitionBuilder(touchesFrom);
        long count = 0;
        foreach (var customer in customers)
        {
            stages[LedgerHash.Prefix(LedgerHash.Of(customer.Id), StageBits)].Add(customer);
            count++;
        }

        return Partitions(i => Interlocked.Exchange(ref stages[i], null!), partitionBits ?? Depth(count, splitAbove));
    }

    /// <summary>From stages that are each asked for once. All are about as large as the first, so that it tells how many partitions are wanted.</summary>
    internal static LedgerPartition[] Partitions(Func<int, IEnumerable<CustomerFacts>> stage, int splitAbove, DateOnly? touchesFrom)
    {
        var first = Gather(stage(0), touchesFrom);
        return Partitions(i => i == 0 ? Interlocked.Exchange(ref first, null!) : Gather(stage(i), touchesFrom), Depth((long)first.CustomerCount << StageBits, splitAbove));
    }

    private static LedgerPartition[] Partitions(Func<int, PartitionBuilder> stage, int depth) => depth <= StageBits ? Join(stage, depth) : Cut(stage, depth);

    private static PartitionBuilder Gather(IEnumerable<CustomerFacts> customers, DateOnly? touchesFrom)
    {
        var builder = new PartitionBuilder(touchesFrom);
        foreach (var customer in customers)
            builder.Add(customer);
        return builder;
    }

    /// <summary>The partition after the edits, in two or more where it grew too large; without the touches that have grown too old.</summary>
    internal static LedgerPartition[] Refresh(LedgerPartition old, ReadOnlySpan<CustomerEdit> edits, int splitAbove, DateOnly? touchesFrom)
    {
        var builder = new PartitionBuilder(Math.Max(old.Touches.From, touchesFrom is { } day ? CivilDay.Clamp(day) : 0));
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

    private static LedgerPartition[] Join(Func<int, PartitionBuilder> stage, int depth)
    {
        var partitions = new LedgerPartition[1 << depth];
        var stagesEach = (1 << StageBits) / partitions.Length;
        for (var i = 0; i < partitions.Length; i++)
        {
            PartitionBuilder? builder = null;
            for (var k = i * stagesEach; k < (i + 1) * stagesEach; k++)
            {
                var source = stage(k).Build(StageBits, 0);
                builder ??= new PartitionBuilder(source.Touches.From);
                builder.Add(source, 0, source.CustomerCount);
            }

            partitions[i] = builder!.Build(depth, (ulong)i);
        }

        return partitions;
    }

    private static LedgerPartition[] Cut(Func<int, PartitionBuilder> stage, int depth)
    {
        var partitions = new LedgerPartition[1 << depth];
        var partitionsEach = partitions.Length >> StageBits;
        Parallel.For(0, 1 << StageBits, i =>
        {
            var source = stage(i).Build(StageBits, (ulong)i);
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
        var builder = new PartitionBuilder(source.Touches.From);
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
