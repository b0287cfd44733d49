using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Connect.Files;
using Huitou.Connect.Staging;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows;

/// <summary>
/// Takes a source in: reads and stages its rows, merges them, and commits. Until the commit nothing of it is to be seen; where it stops
/// before, everything of it is taken out again.
/// </summary>
public sealed class ImportRun(
    IDbContextFactory<HuitouDb> databases, DataFolder folder, RejectFile rejectFiles, MergeOpening opening, ImportSettlement settlement,
    CutOffClock reports, ILogger<ImportRun> logger)
{
    /// <summary>From so many on, a table's statistics are no longer what they were.</summary>
    private const int ManyItems = 1_000;

    private const int ManyObjects = 500_000;

    /// <summary>What the steps hand on.</summary>
    private sealed record Running(HuitouDb Db, Import Import, ImportWork Work);

    internal async Task RunAsync(long importId, ISource source, JobProgress progress, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await using var turn = await ImportTurn.TakeAsync(db, cancel);
            using var staging = StagingFile.Create(folder, importId);
            using var rejects = rejectFiles.Create(importId, source.Columns);
            var import = await db.Imports.SingleAsync(i => i.Id == importId, cancel);
            var running = new Running(db, import, new ImportWork(source, staging, rejects, progress));
            await UntilCommitted().RunAsync(running, progress, cancel);
            LetGo(running.Work);
            // What is committed is done: who cancels now is too late, and the job must not say otherwise.
            await OnceCommitted(cancel).RunAsync(running, progress, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await settlement.TakeOutAsync(importId, ImportState.Cancelled, "cancelled");
            throw;
        }
        catch (UnreadableFileException fault)
        {
            await settlement.TakeOutAsync(importId, ImportState.Failed, fault.Code);
            throw new JobFaultException(fault.Code, fault.Message, fault);
        }
        catch (Exception fault)
        {
            await settlement.TakeOutAsync(importId, ImportState.Failed, (fault as JobFaultException)?.Code ?? ProblemCode.Unexpected);
            throw;
        }
    }

    private Pipeline<Running> UntilCommitted() => new(
        logger,
        [
            new("read", async (running, cancel) => await running.Work.ReadAsync(await opening.ErasedAsync(running.Db, running.Import.ShopId, cancel), cancel)),
            new("merge", MergeAsync),
            new("file", FileAsync),
            new("commit", CommitAsync),
        ]);

    /// <summary>An import is done when the reports hold it, for what comes next is a question; a host that stops does not wait for that.</summary>
    private Pipeline<Running> OnceCommitted(CancellationToken stopping) => new(
        logger,
        [
            new("settle", (running, cancel) => settlement.SettleAsync(running.Import.Id, cancel)),
            new("analyze", AnalyzeAsync),
            new("follow", async (_, _) => await reports.CatchUpAsync(stopping)),
        ]);

    private async Task MergeAsync(Running running, CancellationToken cancel)
    {
        var open = await opening.RunAsync(running.Db, running.Import, running.Work.TakeNamed(), samples: null, cancel);
        await running.Work.MergeAsync(open.Merge, cancel);
        await open.WriteNamedAsync(cancel);
        running.Import.Counts = running.Work.Counts(open);
    }

    /// <summary>
    /// What a large import knew of its buyers and products is hundreds of megabytes that nobody needs any longer. The reports want room in a
    /// moment, and the collector would rather take more from the system than look what is free.
    /// </summary>
    private static void LetGo(ImportWork work)
    {
        if (work.Merged.Items >= ManyObjects) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private static Task FileAsync(Running running, CancellationToken cancel) =>
        running.Import.Kind == FileKind.Orders ? BuyerOrders.FileAsync(running.Db, running.Import.Id, cancel) : Task.CompletedTask;

    private async Task CommitAsync(Running running, CancellationToken cancel)
    {
        running.Import.Rejects = running.Work.RejectCounts;
        await settlement.CommitAsync(running.Db, running.Import, cancel);
    }

    /// <summary>
    /// PostgreSQL plans by statistics that it refreshes when it finds time; until then it takes tables that just grew a thousandfold for
    /// small ones, and the first questions after an import take minutes. The import is committed: nothing here may undo it.
    /// </summary>
    private static async Task AnalyzeAsync(Running running, CancellationToken cancel)
    {
        if (!running.Db.Database.IsNpgsql() || running.Work.Merged.New + running.Work.Merged.Changed < ManyItems) return;
        await running.Db.Database.ExecuteSqlRawAsync(
            "ANALYZE import, order_fact, buyer_order, order_line, order_refund, order_receiver, order_details, order_buyer, customer, evidence_node, evidence_claim, buyer_statement, product, change", cancel);
    }
}
