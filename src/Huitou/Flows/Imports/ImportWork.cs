using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Connect.Staging;
using Huitou.Customers;
using Huitou.Customers.Erasures;

namespace Huitou.Flows;

/// <summary>
/// The part that an import and its dry run have in common: reads and stages the rows, puts those of one key together, and merges them
/// chunk by chunk.
/// </summary>
internal sealed class ImportWork(ISource source, StagingFile staging, RejectFile.Writer? rejects, JobProgress progress)
{
    private const int RowsAtOnce = 1_000;
    private const int BatchesAhead = 8;
    private const long FewestRows = 200;

    /// <summary>Larger chunks live so long in memory that the collector takes them for something that stays, and holes are left when they go.</summary>
    private const long MostRows = 5_000;
    private const int MostRejectsShown = 50;

    /// <summary>How long a chunk may hold the one writer's place.</summary>
    private static readonly TimeSpan ChunkTime = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<RejectReason, long> _rejected = [];
    private readonly List<RowReject> _shown = [];

    /// <summary>Things of which a row was rejected: the rest of them is left out too, so that mending the file gives them whole.</summary>
    private readonly HashSet<string> _broken = [];
    private BuyerNames _named = new();
    private long _rows;
    private long _rowsInChunk = RowsAtOnce;
    private MergeCounts _merged;

    /// <summary>The first few rejects.</summary>
    internal IReadOnlyList<RowReject> Rejects => _shown;

    /// <summary>Rejected rows by reason.</summary>
    internal Dictionary<string, long> RejectCounts => _rejected.ToDictionary(r => JsonNamingPolicy.CamelCase.ConvertName(r.Key.ToString()), r => r.Value);

    internal MergeCounts Merged => _merged;

    /// <summary>Whom the rows that were read name; not kept here, for there may be millions.</summary>
    internal BuyerNames TakeNamed()
    {
        var named = _named;
        _named = new BuyerNames();
        return named;
    }

    internal ImportCounts Counts(OpenMerge open) => new()
    {
        Rows = _rows,
        RowsRejected = _rejected.Values.Sum(),
        Items = _merged.Items,
        ItemsNew = _merged.New,
        ItemsChanged = _merged.Changed,
        ItemsUnchanged = _merged.Unchanged,
        ItemsWithBuyer = _merged.WithBuyer,
        CustomersNew = open.Buyers.CustomersNew,
        CustomersTouched = open.Buyers.CustomersTouched,
    };

    /// <summary>Parses on one thread and stages on another.</summary>
    internal async Task ReadAsync(ErasedPeople erased, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var parsed = Channel.CreateBounded<(SourceRow[] Rows, double? Share)>(BatchesAhead);
        var parsing = Task.Run(() => WholeAsync(parsed.Writer, ParseAsync(parsed.Writer, stop.Token)), CancellationToken.None);
        try
        {
            await foreach (var (rows, share) in parsed.Reader.ReadAllAsync(cancel))
            {
                foreach (var row in rows)
                {
                    var taken = erased.Of(row);
                    if (taken is RowReject reject) Reject(reject);
                    else Stage((SourceFact)taken);
                }
                _rows += rows.Length;
                progress.Report(_rows, share is > 0 and var read ? (long)(_rows / read) : 0);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await parsing;
        }
        progress.Report(_rows, _rows);
    }

    private void Stage(SourceFact fact)
    {
        if (fact is SourceBuyerFact named) _named.Add(named.Buyer);
        staging.Add(fact);
    }

    /// <summary>Tells with each batch how far the source is: only who reads it may ask, for it closes with its last row.</summary>
    private async Task ParseAsync(ChannelWriter<(SourceRow[], double?)> parsed, CancellationToken cancel)
    {
        var rows = new List<SourceRow>(RowsAtOnce);
        foreach (var row in source.Read(cancel))
        {
            rows.Add(row);
            if (rows.Count < RowsAtOnce) continue;
            await parsed.WriteAsync(([.. rows], source.Progress), cancel);
            rows.Clear();
        }
        await parsed.WriteAsync(([.. rows], null), cancel);
    }

    /// <summary>Hands the end of the work, good or bad, to the other side of the channel.</summary>
    private static async Task WholeAsync<T>(ChannelWriter<T> writer, Task work)
    {
        await work.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        writer.Complete(work.Exception?.InnerException ?? (work.IsCanceled ? new OperationCanceledException() : null));
    }

    /// <summary>Puts things together on one thread and merges them on another.</summary>
    internal async Task MergeAsync(IFactMerge merge, CancellationToken cancel)
    {
        var leftOut = new Dictionary<long, RejectReason>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var chunks = Channel.CreateBounded<(IMergeChunk Chunk, long Rows)>(1);
        var gathering = Task.Run(() => WholeAsync(chunks.Writer, GatherAsync(merge, chunks.Writer, leftOut, stop.Token)), CancellationToken.None);
        try
        {
            long done = 0;
            await foreach (var (chunk, rows) in chunks.Reader.ReadAllAsync(cancel))
            {
                var watch = Stopwatch.GetTimestamp();
                _merged += await Task.Run(() => merge.RunAsync(chunk, cancel), cancel);
                // How much larger the next chunk may be than this one was.
                var room = Math.Clamp(ChunkTime / Stopwatch.GetElapsedTime(watch), 0.25, 2);
                Volatile.Write(ref _rowsInChunk, Math.Clamp((long)(rows * room), FewestRows, MostRows));
                progress.Report(done += rows, staging.Rows);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await gathering;
        }
        RejectWhole(leftOut, cancel);
        if (rejects is not null) await rejects.FinishAsync();
    }

    private async Task GatherAsync(
        IFactMerge merge, ChannelWriter<(IMergeChunk, long)> chunks, Dictionary<long, RejectReason> leftOut, CancellationToken cancel)
    {
        var (chunk, rowsInChunk) = (merge.Begin(), 0L);
        foreach (var rows in staging.Groups(cancel))
        {
            rowsInChunk += rows.Count;
            if ((_broken.Contains(rows[0].Key) ? RejectReason.OtherRowRejected : chunk.Take(rows)) is { } fault)
                foreach (var row in rows) leftOut[row.Number] = fault;
            if (rowsInChunk < Volatile.Read(ref _rowsInChunk)) continue;
            await chunks.WriteAsync((chunk, rowsInChunk), cancel);
            (chunk, rowsInChunk) = (merge.Begin(), 0);
        }
        await chunks.WriteAsync((chunk, rowsInChunk), cancel);
    }

    /// <summary>Gives back rows that were fine by themselves, with their cells as the file had them.</summary>
    private void RejectWhole(Dictionary<long, RejectReason> leftOut, CancellationToken cancel)
    {
        if (leftOut.Count == 0) return;
        foreach (var (number, cells) in source.Originals(leftOut.Keys.ToHashSet(), cancel))
            if (leftOut.Remove(number, out var reason)) Reject(new RowReject(number, reason, "", "") { Cells = cells });
        foreach (var (number, reason) in leftOut) Reject(new RowReject(number, reason, "", ""));
    }

    private void Reject(RowReject reject)
    {
        _rejected[reject.Reason] = _rejected.GetValueOrDefault(reject.Reason) + 1;
        if (reject.Key.Length > 0) _broken.Add(reject.Key);
        if (_shown.Count < MostRejectsShown) _shown.Add(reject with { Cells = [] });
        rejects?.Write(reject);
    }
}
