using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>What an import did, or a dry run would do, with the things of its kind.</summary>
internal readonly record struct MergeCounts(long Items, long New, long Changed, long Unchanged, long WithBuyer)
{
    public static MergeCounts operator +(MergeCounts one, MergeCounts other) => new(
        one.Items + other.Items, one.New + other.New, one.Changed + other.Changed, one.Unchanged + other.Unchanged,
        one.WithBuyer + other.WithBuyer);

    internal static MergeCounts Of(Verdict verdict, bool namesBuyer) => new(
        1, verdict == Verdict.New ? 1 : 0, verdict == Verdict.Changed ? 1 : 0, verdict is Verdict.Known or Verdict.Older ? 1 : 0, namesBuyer ? 1 : 0);
}

/// <summary>What is particular to a kind of file: how rows of one key become one thing, and how things are merged into what is stored.</summary>
internal interface IFactMerge
{
    /// <summary>An empty chunk. Chunks are filled on one thread while another merges the one before, so filling knows no database.</summary>
    IMergeChunk Begin();

    /// <summary>Merges a chunk in one short transaction (in none, on a dry run).</summary>
    Task<MergeCounts> RunAsync(IMergeChunk chunk, CancellationToken cancel);
}

/// <summary>Things put together from rows, waiting to be merged.</summary>
internal interface IMergeChunk
{
    /// <summary>Takes the rows of one key, or says why they make nothing.</summary>
    RejectReason? Take(IReadOnlyList<SourceFact> rows);
}

/// <summary>What the merges of one import share.</summary>
/// <param name="Db">The database.</param>
/// <param name="Import">The import; on a dry run one that is nowhere stored.</param>
/// <param name="Clock">The shop's.</param>
/// <param name="Digits">Decimal digits of the reporting currency.</param>
/// <param name="FactIds">The ids of new facts.</param>
/// <param name="Ages">Which imports are committed, and their age.</param>
/// <param name="Samples">Where a dry run keeps what it would change; null where the import is meant.</param>
internal sealed record MergeContext(
    HuitouDb Db, Import Import, ShopClock Clock, int Digits, NextIds FactIds, ImportAges Ages, MergeSamples? Samples)
{
    /// <summary>Seals what facts tell of people.</summary>
    internal required Vault Vault { get; init; }

    internal bool IsDry => Samples is not null;
}

/// <summary>Something as a source's rows tell it, before anything stored is known of it.</summary>
internal interface IFactVersion
{
    string Key { get; }

    /// <summary>The time that decides which version is newer, in Unix milliseconds; null where the rows tell none.</summary>
    long? Rank { get; }

    bool NamesBuyer { get; }

    /// <summary>A hash of what it says: equal for equal content. What is stored of it is <see cref="Vault.Fingerprint"/>.</summary>
    long ContentHash();

    /// <summary>What it says, for a person to compare.</summary>
    IEnumerable<(string Field, string Value)> Told(int digits);
}

/// <summary>Merges versioned facts of one table, chunk by chunk.</summary>
internal abstract class FactMerge<T>(MergeContext context, FactTable table) : IFactMerge where T : class, IFactVersion
{
    private readonly VersionStore _store = new(context.Db, context.Import, table, context.FactIds, context.Ages);
    private readonly IBulkWriter _bulk = context.Db.BulkWriter();

    protected MergeContext Context => context;

    private sealed class Chunk(FactMerge<T> merge) : IMergeChunk
    {
        internal List<T> Versions { get; } = [];

        internal List<long> Hashes { get; } = [];

        public RejectReason? Take(IReadOnlyList<SourceFact> rows)
        {
            if (merge.FaultOf(rows) is { } fault) return fault;
            var version = merge.Make(rows);
            Versions.Add(version);
            Hashes.Add(merge.Context.Vault.Fingerprint(version.ContentHash()));
            return null;
        }
    }

    public IMergeChunk Begin() => new Chunk(this);

    public async Task<MergeCounts> RunAsync(IMergeChunk chunk, CancellationToken cancel)
    {
        var (versions, hashes) = (((Chunk)chunk).Versions, ((Chunk)chunk).Hashes);
        if (versions.Count == 0) return default;
        await _store.ReadAsync(versions.ConvertAll(version => version.Key), cancel);
        var counts = default(MergeCounts);
        for (var i = 0; i < versions.Count; i++) counts += await MergeAsync(versions[i], hashes[i], cancel);
        if (context.IsDry) _store.Forget();
        else await CommitAsync(cancel);
        Clear();
        return counts;
    }

    private ValueTask<MergeCounts> MergeAsync(T version, long hash, CancellationToken cancel)
    {
        var decision = _store.Decide(version.Key, version.Rank, hash);
        Describe(version, decision.Verdict is Verdict.New or Verdict.Changed);
        if (decision.Id is not null && !context.IsDry)
        {
            var fact = Add(version, decision.Id.Value);
            _store.Stamp(fact, decision, version.Rank, hash);
        }
        var counts = MergeCounts.Of(decision.Verdict, version.NamesBuyer);
        return context.Samples is { } samples && samples.Wants(decision.Verdict) ? SampleAsync(samples, version, decision, counts, cancel) : new(counts);
    }

    private async ValueTask<MergeCounts> SampleAsync(MergeSamples samples, T version, Decision decision, MergeCounts counts, CancellationToken cancel)
    {
        var before = decision.Verdict == Verdict.Changed ? await StoredAsync(decision.Other!.Id, cancel) : null;
        samples.Add(version.Key, before?.Told(context.Digits), version.Told(context.Digits));
        return counts;
    }

    private async Task CommitAsync(CancellationToken cancel)
    {
        await using var transaction = await context.Db.Database.BeginTransactionAsync(cancel);
        await WriteAsync(_bulk, cancel);
        await _store.WriteAsync(_bulk, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Why rows make nothing; null where they do.</summary>
    protected virtual RejectReason? FaultOf(IReadOnlyList<SourceFact> rows) => null;

    protected abstract T Make(IReadOnlyList<SourceFact> rows);

    /// <summary>Takes in what a version says of other things than itself: worth keeping even where the version itself is known.</summary>
    protected virtual void Describe(T version, bool isNews)
    {
    }

    /// <summary>A stored version as its rows told it, to show beside a new one.</summary>
    protected abstract Task<T> StoredAsync(long id, CancellationToken cancel);

    /// <summary>Makes the rows of a version and notes them.</summary>
    protected abstract Fact Add(T version, long id);

    /// <summary>Writes the noted rows.</summary>
    protected abstract Task WriteAsync(IBulkWriter bulk, CancellationToken cancel);

    /// <summary>Forgets the noted rows.</summary>
    protected abstract void Clear();
}
