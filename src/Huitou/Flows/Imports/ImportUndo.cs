using System.Globalization;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// Takes a committed import out again, whatever came after it: what remains is what there would be had it never been. Refusals that it
/// brought stand, and whatever people did by hand.
/// </summary>
public sealed class ImportUndo(IDbContextFactory<HuitouDb> databases, ImportSettlement settlement, CutOffClock reports, Jobs jobs)
{
    internal const string Kind = "undo";

    /// <summary>Starts the job that does it.</summary>
    public async Task<Outcome<ImportStarted>> RunAsync(long importId, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var import = await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == importId, cancel);
        if (import is null) return new Refusal(ProblemCode.NotFound, $"There is no import {importId.ToString(CultureInfo.InvariantCulture)}.");
        if (import.State != ImportState.Committed) return new Refusal(ProblemCode.NotCommitted, "Only an import that went through can be taken out.");
        var job = jobs.Add(db, Kind, ImportStart.SubjectOf(importId), actor, DataScope.Of([import.ShopId]));
        await db.SaveChangesAsync(cancel);
        jobs.Start(job.Id, DataScope.All, (progress, stop) => UndoAsync(importId, actor, progress, stop));
        return new ImportStarted(importId, job.Id);
    }

    private async Task UndoAsync(long importId, Actor actor, JobProgress progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        await using var turn = await ImportTurn.TakeAsync(db, cancel);
        var import = await db.Imports.SingleAsync(i => i.Id == importId, cancel);
        if (import.State != ImportState.Committed) throw new JobFaultException(ProblemCode.NotCommitted, "The import is out already.");
        progress.Begin("prepare");
        var without = await ImportAges.LoadAsync(db, importId, cancel);
        var changed = new List<(FactTable Table, IReadOnlyList<HiddenFact> Facts)>();
        foreach (var table in OrderTables.AllFacts)
        {
            changed.Add((table, await new FactUndo(db, import, table, without).PrepareAsync(cancel)));
            progress.Report(changed.Count, OrderTables.AllFacts.Count);
        }
        await settlement.UndoAsync(db, import, actor, changed, cancel);
        progress.Begin("settle");
        await settlement.SettleAsync(importId, CancellationToken.None);
        progress.Begin("follow");
        await reports.CatchUpAsync(cancel);
    }
}
