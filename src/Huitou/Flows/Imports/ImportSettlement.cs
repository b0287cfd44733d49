using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// How imports become visible and go again. Each is one small transaction that flips the import's state; what follows from it is done in
/// short ones afterwards, and taken up again where a host was interrupted.
/// </summary>
public sealed class ImportSettlement(IDbContextFactory<HuitouDb> databases, Vault vault, RejectFile rejectFiles, AuditLog audit, TimeProvider time)
{
    /// <summary>Makes an import that is written to the end visible.</summary>
    internal async Task CommitAsync(HuitouDb db, Import import, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        (import.State, import.FinishedAt) = (ImportState.Committed, time.GetUtcNow());
        db.Changes.Add(new Change { Kind = ChangeKind.Import, SubjectId = import.Id });
        audit.Add(db, new Actor(import.Actor, Role.Operator), $"import:{import.Id}", Summary(import.Counts));
        await db.SaveChangesAsync(cancel);
        // From here on nothing may turn back, not even a cancel that comes while the database answers.
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Makes an import invisible, once everything is ready for it to go.</summary>
    /// <param name="db">The database.</param>
    /// <param name="import">The import.</param>
    /// <param name="actor">Who takes it out.</param>
    /// <param name="changed">Facts that come to light or are hidden in the same moment, by table.</param>
    /// <param name="cancel">Stops before the commit.</param>
    internal async Task UndoAsync(
        HuitouDb db, Import import, Actor actor, IReadOnlyList<(FactTable Table, IReadOnlyList<HiddenFact> Facts)> changed, CancellationToken cancel)
    {
        var bulk = db.BulkWriter();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (table, facts) in changed)
        {
            await bulk.UpdateAsync(FactUndo.HiddenBy(table), [.. facts], cancel);
            await OrderChanges.TellAsync(db, table.Name, [.. facts.Select(fact => fact.Id)], cancel);
        }
        (import.State, import.SettledAt) = (ImportState.Undone, null);
        db.Changes.Add(new Change { Kind = ChangeKind.Import, SubjectId = import.Id });
        audit.Add(db, actor, $"import:{import.Id}", AuditFact.ImportUndone(import.Name));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Does what follows from a commit or an undo. Not to be cancelled for good: what is left is done at the next start.</summary>
    internal async Task SettleAsync(long importId, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        var isCommitted = await db.Imports.AnyAsync(i => i.Id == importId && i.State == ImportState.Committed, cancel);
        if (!isCommitted) await RemoveAsync(db, importId, cancel);
        await BuyerSettlement.RunAsync(db, vault, importId, isCommitted, cancel);
        await ProductSettlement.RunAsync(db, importId, isCommitted, cancel);
        var now = time.GetUtcNow();
        await db.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(set => set.SetProperty(i => i.SettledAt, now), cancel);
    }

    /// <summary>Takes out what an import that will not be committed has written. Not to be cancelled: half of it must not stay.</summary>
    internal async Task TakeOutAsync(long importId, ImportState state, string error)
    {
        await using var db = await OpenAsync(CancellationToken.None);
        if (await db.Imports.AnyAsync(i => i.Id == importId && i.State != ImportState.Running)) return;
        await RemoveAsync(db, importId, CancellationToken.None);
        await BuyerSettlement.RunAsync(db, vault, importId, isCommitted: false, CancellationToken.None);
        await ProductSettlement.RunAsync(db, importId, isCommitted: false, CancellationToken.None);
        rejectFiles.Delete(importId);
        var now = time.GetUtcNow();
        await db.Imports.Where(i => i.Id == importId).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, state).SetProperty(i => i.FinishedAt, now).SetProperty(i => i.SettledAt, now).SetProperty(i => i.Error, error));
    }

    /// <summary>The imports that a host left in the middle of something, up to an id.</summary>
    internal async Task<IReadOnlyList<(long Id, ImportState State)>> UnfinishedAsync(long last, CancellationToken cancel)
    {
        await using var db = await OpenAsync(cancel);
        var left = await db.Imports.Where(i => i.SettledAt == null && i.Id <= last).OrderBy(i => i.Id).Select(i => new { i.Id, i.State }).ToListAsync(cancel);
        return left.ConvertAll(import => (import.Id, import.State));
    }

    private static async Task RemoveAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        await FactRemoval.RepeatsAsync(db, importId, cancel);
        foreach (var table in OrderTables.AllFacts)
            await FactRemoval.RunAsync(db, importId, table, ids => OrderChanges.TellAsync(db, table.Name, ids, cancel), cancel);
    }

    /// <summary>A large import takes longer than a question may.</summary>
    private async Task<HuitouDb> OpenAsync(CancellationToken cancel)
    {
        var db = await databases.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        return db;
    }

    private static AuditFact Summary(ImportCounts counts) => AuditFact.Imported(counts.Rows, counts.RowsRejected, counts.ItemsNew, counts.ItemsChanged, counts.ItemsUnchanged);
}
