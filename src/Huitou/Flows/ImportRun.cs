using System.Diagnostics;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Connect.Files;
using Huitou.Connect.Staging;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows;

/// <summary>
/// Takes a source in: reads and stages its rows, merges them order by order, and commits. Until the commit nothing of it is to be
/// seen; where it stops before, everything of it is taken out again.
/// </summary>
public sealed class ImportRun(
    IDbContextFactory<HuitouDb> databases, DataFolder folder, RejectFile rejectFiles, AuditLog audit, CutOffClock reports, TimeProvider time,
    ILogger<ImportRun> logger)
{
    private const int RowsAtOnce = 1_000;

    /// <summary>From so many on, a table's statistics are no longer what they were.</summary>
    private const int ManyOrders = 1_000;

    /// <summary>How long a chunk may hold the one writer's place.</summary>
    private static readonly TimeSpan ChunkTime = TimeSpan.FromMilliseconds(150);

    internal async Task RunAsync(long importId, ISource source, JobProgress progress, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await using var turn = await ImportTurn.TakeAsync(db, cancel)
                ?? throw new JobFaultException(ProblemCode.ImportRunning, "Another host is importing. Start again when it is done.");
            var import = await db.Imports.SingleAsync(i => i.Id == importId, cancel);
            var zone = (await db.Shops.SingleAsync(s => s.Id == import.ShopId, cancel)).TimeZone;
            using var staging = StagingFile.Create(folder, importId);
            using var rejects = rejectFiles.Create(importId, source.Columns);
            var work = new Work(db, import, source, staging, rejects, new ShopClock(zone), progress);
            await UntilCommitted().RunAsync(work, progress, cancel);
            // What is committed is done: who cancels now is too late, and the job must not say otherwise.
            await OnceCommitted(cancel).RunAsync(work, progress, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await TakeOutAsync(importId, ImportState.Cancelled, "cancelled");
            throw;
        }
        catch (UnreadableFileException fault)
        {
            await TakeOutAsync(importId, ImportState.Failed, fault.Code);
            throw new JobFaultException(fault.Code, fault.Message, fault);
        }
        catch (Exception fault)
        {
            await TakeOutAsync(importId, ImportState.Failed, (fault as JobFaultException)?.Code ?? ProblemCode.Unexpected);
            throw;
        }
    }

    /// <summary>Takes out what an import that will not be committed has written. Not to be cancelled: half of it must not stay.</summary>
    internal async Task TakeOutAsync(long importId, ImportState state, string error)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        // A large import takes longer to take out than a question may take to answer.
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        if (await db.Imports.AnyAsync(i => i.Id == importId && i.State == ImportState.Committed)) return;
        await OrderRemoval.RunAsync(db, importId, CancellationToken.None);
        await CustomerRemoval.RunAsync(db, importId, CancellationToken.None);
        rejectFiles.Delete(importId);
        var now = time.GetUtcNow();
        await db.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, state).SetProperty(i => i.FinishedAt, now).SetProperty(i => i.Error, error));
    }

    private Pipeline<Work> UntilCommitted() => new(logger, [new("read", ReadAsync), new("merge", MergeAsync), new("commit", CommitAsync)]);

    /// <summary>An import is done when the reports hold it, for what comes next is a question; a host that stops does not wait for that.</summary>
    private Pipeline<Work> OnceCommitted(CancellationToken stopping) =>
        new(logger, [new("analyze", AnalyzeAsync), new("follow", async (_, _) => await reports.CatchUpAsync(stopping))]);

    /// <summary>What the steps hand on.</summary>
    private sealed record Work(
        HuitouDb Db, Import Import, ISource Source, StagingFile Staging, RejectFile.Writer Rejects, ShopClock Clock, JobProgress Progress)
    {
        internal long Rows { get; set; }

        internal Dictionary<RejectReason, long> RejectCounts { get; } = [];

        /// <summary>Orders of which a row was rejected: the rest of them is left out too, so that mending the file gives them whole.</summary>
        internal HashSet<string> Broken { get; } = [];

        internal MergeCounts Merged { get; set; }

        internal BuyerBook Buyers { get; set; } = null!;

        internal Catalogue Catalogue { get; set; } = null!;

        internal void Reject(RowReject reject)
        {
            RejectCounts[reject.Reason] = RejectCounts.GetValueOrDefault(reject.Reason) + 1;
            if (reject.Key.Length > 0) Broken.Add(reject.Key);
            Rejects.Write(reject);
        }
    }


    private static Task ReadAsync(Work work, CancellationToken cancel)
    {
        foreach (var row in work.Source.Read(cancel))
        {
            work.Rows++;
            if (row is RowReject reject) work.Reject(reject);
            else work.Staging.Add((SourceFact)row);
            if (work.Rows % RowsAtOnce == 0)
                work.Progress.Report(work.Rows, work.Source.Progress is > 0 and var share ? (long)(work.Rows / share) : 0);
        }
        work.Progress.Report(work.Rows, work.Rows);
        return Task.CompletedTask;
    }

    private async Task MergeAsync(Work work, CancellationToken cancel)
    {
        work.Buyers = await BuyerBook.OpenAsync(work.Db, work.Import.ShopId, work.Import.Id, time.GetUtcNow(), cancel);
        work.Catalogue = await Catalogue.LoadAsync(work.Db, work.Import.ShopId, work.Import.Id, cancel);
        var merge = new OrderMerge(work.Db, work.Import, work.Clock, work.Buyers, work.Catalogue);
        var leftOut = new Dictionary<long, RejectReason>();
        var chunk = new List<OrderVersion>();
        long linesDone = 0, linesInChunk = 0, linesAtOnce = RowsAtOnce;
        foreach (var order in work.Staging.Groups(cancel))
        {
            var lines = order.Cast<SourceLine>().ToList();
            linesInChunk += lines.Count;
            RejectReason? fault = work.Broken.Contains(lines[0].OrderNo) ? RejectReason.OtherRowRejected : OrderVersion.FaultOf(lines);
            if (fault is null) chunk.Add(OrderVersion.Of(lines, work.Clock));
            else foreach (var line in lines) leftOut[line.Number] = fault.Value;
            if (linesInChunk < linesAtOnce) continue;
            linesAtOnce = Math.Clamp((long)(linesInChunk * await MergeChunkAsync()), 200, 50_000);
            linesInChunk = 0;
        }
        await MergeChunkAsync();
        RejectWhole(work, leftOut, cancel);
        await work.Rejects.FlushAsync(cancel);

        // How much larger the next chunk may be than this one was.
        async Task<double> MergeChunkAsync()
        {
            var watch = Stopwatch.GetTimestamp();
            work.Merged += await merge.RunAsync(chunk, cancel);
            chunk.Clear();
            work.Progress.Report(linesDone += linesInChunk, work.Staging.Rows);
            return Math.Clamp(ChunkTime / Stopwatch.GetElapsedTime(watch), 0.25, 2);
        }
    }

    /// <summary>Gives back rows that were fine by themselves, with their cells as the file had them.</summary>
    private static void RejectWhole(Work work, Dictionary<long, RejectReason> leftOut, CancellationToken cancel)
    {
        if (leftOut.Count == 0) return;
        foreach (var (number, cells) in work.Source.Originals(leftOut.Keys.ToHashSet(), cancel))
            if (leftOut.Remove(number, out var reason)) work.Reject(new RowReject(number, reason, "", "") { Cells = cells });
        foreach (var (number, reason) in leftOut) work.Reject(new RowReject(number, reason, "", ""));
    }

    private async Task CommitAsync(Work work, CancellationToken cancel)
    {
        var (db, import) = (work.Db, work.Import);
        var bulk = db.BulkWriter();
        await using (var before = await db.Database.BeginTransactionAsync(cancel))
        {
            await work.Buyers.WriteChangedAsync(bulk, isNew: true, cancel);
            await before.CommitAsync(cancel);
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var customers = await work.Buyers.WriteChangedAsync(bulk, isNew: false, cancel);
        var products = await work.Catalogue.WriteChangedAsync(bulk, cancel);
        await OrderChanges.TellAsync(db, import.Id, cancel);
        await OrderChanges.TellOfNewProductsAsync(db, import.Id, cancel);
        var changes = customers.Select(id => (ChangeKind.Customer, id)).Concat(products.Select(id => (ChangeKind.Product, id))).ToList();
        await bulk.InsertAsync(OrderChanges.Table, changes, cancel);
        import.State = ImportState.Committed;
        import.FinishedAt = time.GetUtcNow();
        import.Counts = Counts(work);
        import.Rejects = work.RejectCounts.ToDictionary(r => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(r.Key.ToString()), r => r.Value);
        audit.Add(db, new Actor(import.Actor, Role.Operator), AuditAction.Import, $"import:{import.Id}", Summary(import.Counts));
        await db.SaveChangesAsync(cancel);
        // From here on nothing may turn back, not even a cancel that comes while the database answers.
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>
    /// PostgreSQL plans by statistics that it refreshes when it finds time; until then it takes tables that just grew a thousandfold for
    /// small ones, and the first questions after an import take minutes. The import is committed: nothing here may undo it.
    /// </summary>
    private static async Task AnalyzeAsync(Work work, CancellationToken cancel)
    {
        if (!work.Db.Database.IsNpgsql() || work.Merged.New + work.Merged.Changed < ManyOrders) return;
        await work.Db.Database.ExecuteSqlRawAsync("ANALYZE import, order_fact, order_line, order_refund, customer, evidence_node, product, change", cancel);
    }

    private static ImportCounts Counts(Work work) => new()
    {
        Rows = work.Rows,
        RowsRejected = work.RejectCounts.Values.Sum(),
        Orders = work.Merged.Orders,
        OrdersNew = work.Merged.New,
        OrdersChanged = work.Merged.Changed,
        OrdersUnchanged = work.Merged.Unchanged,
        OrdersWithBuyer = work.Merged.WithBuyer,
        CustomersNew = work.Buyers.CustomersNew,
    };

    private static string Summary(ImportCounts counts) =>
        $"{counts.Rows} rows, {counts.RowsRejected} rejected; {counts.OrdersNew} orders new, {counts.OrdersChanged} changed, {counts.OrdersUnchanged} unchanged";
}
