using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Erasures;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// Removes people for good. What was sold stays in the figures and is nobody's; what says who they were goes, from every version of every
/// import, and a keyed hash of each of their names stays behind, so that no file brings them back.
/// </summary>
public sealed class EraseCustomers(IDbContextFactory<HuitouDb> databases, DataFolder folder, Vault vault, AuditLog audit, ChangeSignal signal, TimeProvider time)
{
    /// <summary>The most that are erased at once.</summary>
    public const int MostCustomers = 500;

    /// <summary>What a caller must say to mean it.</summary>
    public const string Confirmation = "ERASE";

    public async Task<Outcome<CustomersDone>> RunAsync(IReadOnlyCollection<long> customers, string confirmation, Actor actor, CancellationToken cancel)
    {
        if (confirmation != Confirmation) return new Refusal(ProblemCode.InvalidField, $"Erasing cannot be undone. Say {Confirmation} to confirm it.", "confirm");
        if (customers.Count is 0 or > MostCustomers) return new Refusal(ProblemCode.InvalidField, $"Name 1 to {MostCustomers} customers, not {customers.Count}.", "customers");
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var turn = await ImportTurn.TryAsync(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // An import that runs knows its buyers by numbers that would no longer be there.
        if (turn is null || await db.Imports.AnyAsync(import => import.SettledAt == null, cancel))
            return new Refusal(ProblemCode.ImportRunning, "An import is running. Erase when it is done.", "customers");
        var ids = await CustomerRows.CurrentAsync(db, [.. customers], cancel);
        var nodes = await db.EvidenceNodes.AsNoTracking().Where(node => EF.Parameter(ids).Contains(node.CustomerId)).ToListAsync(cancel);
        if (nodes.Count == 0) return new Refusal(ProblemCode.NotFound, "None of these customers is there.", "customers");

        var erasures = await NamesAsync(db, nodes, actor, cancel);
        ErasureLog.Append(folder, vault, erasures);
        await RemoveAsync(db, nodes, erasures, cancel);
        audit.Add(db, actor, ids.Length == 1 ? $"customer:{ids[0]}" : $"customers:{ids.Length}", AuditFact.CustomersErased());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        signal.Raise();
        return new CustomersDone(ids.Length);
    }

    /// <summary>Does erasures that the log knows and the database does not: it was restored, or the host fell between the two.</summary>
    internal async Task<int> ReplayAsync(CancellationToken cancel)
    {
        var logged = ErasureLog.Read(folder, vault);
        if (logged.Count == 0) return 0;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = (await db.Erasures.AsNoTracking().Select(erasure => new { erasure.Scope, erasure.Kind, erasure.Hash }).ToListAsync(cancel)).Select(erasure => (erasure.Scope, erasure.Kind, erasure.Hash)).ToHashSet();
        var missing = logged.Where(erasure => known.Add((erasure.Scope, erasure.Kind, erasure.Hash))).ToList();
        if (missing.Count == 0) return 0;
        var hashes = missing.Select(erasure => (erasure.Scope, erasure.Kind, erasure.Hash)).ToHashSet();
        var nodes = new List<EvidenceNode>();
        await foreach (var node in db.EvidenceNodes.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            if (hashes.Contains((node.Scope, node.Kind, node.Value))) nodes.Add(node);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RemoveAsync(db, nodes, missing, cancel);
        audit.Add(db, Actor.System, $"customers:{nodes.Select(node => node.CustomerId).Distinct().Count()}", AuditFact.CustomersErasedAgain());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return nodes.Count;
    }

    /// <summary>The names that they go by, and what they carry that nobody else does.</summary>
    private async Task<List<Erasure>> NamesAsync(HuitouDb db, List<EvidenceNode> nodes, Actor actor, CancellationToken cancel)
    {
        long[] ids = [.. nodes.Select(node => node.Id)];
        var carried = await db.EvidenceClaims.AsNoTracking()
            .Where(claim => EF.Parameter(ids).Contains(claim.NodeId) && !db.EvidenceClaims.Any(other => other.Kind == claim.Kind && other.Value == claim.Value && other.Scope == claim.Scope && !EF.Parameter(ids).Contains(other.NodeId)))
            .Select(claim => new { claim.Scope, claim.Kind, claim.Value }).Distinct().ToListAsync(cancel);
        var names = nodes.Select(node => new NodeName(node.Scope, node.Kind, node.Value)).Concat(carried.Select(claim => new NodeName(claim.Scope, claim.Kind, claim.Value))).Distinct();
        var (act, now) = (Guid.NewGuid(), time.GetUtcNow());
        return [.. names.Select(name => new Erasure { Act = act, Scope = name.Scope, Kind = name.Kind, Hash = name.Value, At = now, Actor = actor.Name })];
    }

    private static async Task RemoveAsync(HuitouDb db, List<EvidenceNode> nodes, List<Erasure> erasures, CancellationToken cancel)
    {
        var there = (await db.Erasures.AsNoTracking().Select(erasure => new { erasure.Scope, erasure.Kind, erasure.Hash }).ToListAsync(cancel)).Select(erasure => (erasure.Scope, erasure.Kind, erasure.Hash)).ToHashSet();
        db.Erasures.AddRange(erasures.Where(erasure => there.Add((erasure.Scope, erasure.Kind, erasure.Hash))));
        await db.SaveChangesAsync(cancel);
        long[] customers = [.. nodes.Select(node => node.CustomerId).Distinct()];
        long[] ids = [.. nodes.Select(node => node.Id)];
        var values = (await db.EvidenceClaims.AsNoTracking().Where(claim => EF.Parameter(ids).Contains(claim.NodeId)).Select(claim => new { claim.Scope, claim.Kind, claim.Value }).Distinct().ToListAsync(cancel)).ConvertAll(claim => new NodeName(claim.Scope, claim.Kind, claim.Value));
        foreach (var chunk in ids.Chunk(MostCustomers)) await RemoveAsync(db, chunk, cancel);
        await CustomerRows.RemoveEmptyAsync(db, customers, cancel);
        // What a trial of a file would have brought names people, and is worth nothing by now.
        await db.Jobs.Where(job => job.Kind == DryRun.Kind && job.Result != null).ExecuteUpdateAsync(set => set.SetProperty(job => job.Result, (string?)null), cancel);
        await db.BulkWriter().InsertAsync(Change.Table, [.. customers.Append(0).Select(id => (ChangeKind.Customer, id))], cancel);
        // Whoever shared a value with them may no longer be at odds with a third.
        await IdentityUpdate.RunAsync(db, [], [], values, cancel);
    }

    private static async Task RemoveAsync(HuitouDb db, long[] nodes, CancellationToken cancel)
    {
        var these = SqlList.Of(db, "nodes");
        var orders = $"SELECT order_id FROM buyer_order WHERE node_id {these}";
        var homed = $"SELECT o.id FROM order_buyer b JOIN order_fact o ON o.shop_id = b.shop_id AND o.order_no = b.order_no AND o.evidence_node_id IS NULL WHERE b.evidence_node_id {these}";
        // From the nodes to what names them, by its index: none of these tables is read through for one person.
        string Named(string table) => $"SELECT x.id FROM evidence_node n JOIN {table} x ON x.scope = n.scope AND x.kind = n.kind AND x.value = n.value WHERE n.id {these}";
        string Decided(string side) => $"SELECT x.id FROM evidence_node n JOIN identity_decision x ON x.{side}_scope = n.scope AND x.{side}_kind = n.kind AND x.{side}_value = n.value WHERE n.id {these}";
        foreach (var sql in (string[])
        [
            $"UPDATE touch SET comment = '' WHERE id IN (SELECT t.id FROM order_fact o JOIN touch t ON t.shop_id = o.shop_id AND t.order_no = o.order_no AND t.evidence_node_id IS NULL WHERE o.id IN ({orders}))",
            $"UPDATE touch SET evidence_node_id = NULL, comment = '', order_no = '' WHERE evidence_node_id {these}",
            $"UPDATE order_receiver SET sealed = '' WHERE order_id IN ({orders})",
            $"UPDATE order_receiver SET sealed = '' WHERE order_id IN ({homed})",
            $"UPDATE order_fact SET evidence_node_id = NULL WHERE id IN ({orders})",
            $"DELETE FROM buyer_order WHERE node_id {these}",
            $"DELETE FROM fact_repeat WHERE fact_id IN (SELECT id FROM order_buyer WHERE evidence_node_id {these})",
            $"DELETE FROM order_buyer WHERE evidence_node_id {these}",
            $"DELETE FROM consent WHERE id IN ({Named("consent")})",
            $"DELETE FROM profile_edit WHERE id IN ({Named("profile_edit")})",
            $"DELETE FROM identity_decision WHERE id IN ({Decided("one")}) OR id IN ({Decided("other")})",
            $"DELETE FROM evidence_claim WHERE node_id {these}",
            $"DELETE FROM buyer_statement WHERE node_id {these}",
            $"DELETE FROM evidence_node WHERE id {these}",
        ])
            await db.RunAsync(sql, cancel, ("nodes", SqlList.Value(db, nodes)));
    }
}
