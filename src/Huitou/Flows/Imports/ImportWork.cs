using System.Diagnostics;
using System.Text.Json;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Connect.Staging;

namespace Huitou.Flows;

/// <summary>
/// The part that an import and its dry run have in common: reads and stages the rows, puts those of one key together, and merges them
/// chunk by chunk.
/// </summary>
internal sealed class ImportWork(ISource source, StagingFile staging, RejectFile.Writer? rejects, JobProgress progress)
{
    private const int RowsBetweenReports = 1_000;
    private const int MostRejectsShown = 50;

    /// <summary>How long a chunk may hold the one writer's place.</summary>
    private static readonly TimeSpan ChunkTime = TimeSpan.FromMilliseconds(120);

    private readonly Dictionary<RejectReason, long> _rejected = [];
    private readonly List<RowReject> _shown = [];

    /// <summary>Things of which a row was rejected: the rest of them is left out too, so that mending the file gives them whole.</summary>
    private readonly HashSet<string> _broken = [];
    private long _rows;
    private MergeCounts _merged;

    /// <summary>The first few rejects.</summary>
    internal IReadOnlyList<RowReject> Rejects => _shown;

    /// <summary>Rejected rows by reason.</summary>
    internal Dictionary<string, long> RejectCounts => _rejected.ToDictionary(r => JsonNamingPolicy.CamelCase.ConvertName(r.Key.ToString()), r => r.Value);

    internal MergeCounts Merged => _merged;

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

    internal void Read(CancellationToken cancel)
    {
        foreach (var row in source.Read(cancel))
        {
            _rows++;
            if (row is RowReject reject) Reject(reject);
            else staging.Add((SourceFact)row);
            if (_rows % RowsBetweenReports == 0) progress.Report(_rows, source.Progress is > 0 and var share ? (long)(_rows / share) : 0);
        }
        progress.Report(_rows, _rows);
    }

    internal async Task MergeAsync(IFactMerge merge, CancellationToken cancel)
    {
        var leftOut = new Dictionary<long, RejectReason>();
        long rowsDone = 0, rowsInChunk = 0, rowsAtOnce = RowsBetweenReports;
        foreach (var rows in staging.Groups(cancel))
        {
            rowsInChunk += rows.Count;
            if ((_broken.Contains(rows[0].Key) ? RejectReason.OtherRowRejected : merge.Take(rows)) is { } fault)
                foreach (var row in rows) leftOut[row.Number] = fault;
            if (rowsInChunk < rowsAtOnce) continue;
            rowsAtOnce = Math.Clamp((long)(rowsInChunk * await MergeChunkAsync()), 200, 50_000);
            rowsInChunk = 0;
        }
        await MergeChunkAsync();
        RejectWhole(leftOut, cancel);
        if (rejects is not null) await rejects.FlushAsync(cancel);

        // How much larger the next chunk may be than this one was.
        async Task<double> MergeChunkAsync()
        {
            var watch = Stopwatch.GetTimestamp();
            _merged += await merge.RunAsync(cancel);
            progress.Report(rowsDone += rowsInChunk, staging.Rows);
            return Math.Clamp(ChunkTime / Stopwatch.GetElapsedTime(watch), 0.25, 2);
        }
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
