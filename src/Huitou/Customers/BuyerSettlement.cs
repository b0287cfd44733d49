using Huitou.Connect;
using Huitou.Customers.Identity;
using Huitou.Customers.Profiles;
using Huitou.Data;

namespace Huitou.Customers;

/// <summary>
/// Brings customers into line with what the committed imports say of them, after an import was committed or taken out: in short
/// transactions, and again from the start where it was interrupted, for it depends on nothing but the statements.
/// </summary>
internal static class BuyerSettlement
{
    private const int NodesAtOnce = 500;
    private const int RowsAtOnce = 5_000;

    /// <summary>Finding out who they are takes longer than writing what is said of them.</summary>
    private const int JoinedAtOnce = 250;

    /// <summary>Settles the customers that an import speaks of. Those whom no other import names go, where it is not committed.</summary>
    internal static async Task RunAsync(HuitouDb db, Vault vault, long importId, bool isCommitted, CancellationToken cancel)
    {
        var nodes = await db.ListAsync(
            "SELECT s.node_id, n.customer_id, c.first_import_id FROM buyer_statement s JOIN evidence_node n ON n.id = s.node_id JOIN customer c ON c.id = n.customer_id WHERE s.import_id = @import ORDER BY s.node_id",
            row => (Node: row.GetInt64(0), Customer: row.GetInt64(1), First: row.GetInt64(2)), cancel, ("import", importId));
        // Customers that the import itself brought were written as it describes them.
        if (isCommitted) nodes.RemoveAll(node => node.First == importId);
        foreach (var chunk in nodes.Chunk(NodesAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            long[] customers = [.. chunk.Select(node => node.Customer).Distinct()];
            if (isCommitted) await CustomerRows.DeriveAsync(db, customers, importId, cancel);
            else await TakeOutAsync(db, importId, [.. chunk.Select(node => node.Node)], customers, cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
        if (isCommitted)
        {
            await WrittenEvidence.RestoreAsync(db, vault, importId, cancel);
            await JoinAsync(db, importId, cancel);
            await DeriveAsync(db, await CustomerTag.CustomersOfAsync(db, importId, cancel), CustomerTag.DeriveAsync, cancel);
            await DeriveAsync(db, await ProfileEdits.CustomersOfAsync(db, importId, cancel), (db, customers, stop) => CustomerRows.DeriveAsync(db, customers, added: null, stop), cancel);
        }
        else await RemoveConsentsAsync(db, importId, cancel);
    }

    /// <summary>Finds out anew what follows from all that is said of customers, in short transactions.</summary>
    private static async Task DeriveAsync(HuitouDb db, IEnumerable<long> customers, Func<HuitouDb, long[], CancellationToken, Task> derive, CancellationToken cancel)
    {
        foreach (var chunk in customers.Chunk(NodesAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await derive(db, chunk, cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
    }

    /// <summary>Joins whom an import brought with those whom they turn out to be.</summary>
    private static async Task JoinAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        foreach (var chunk in (await Reach.OfImportAsync(db, importId, cancel)).Order().Chunk(JoinedAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await IdentityUpdate.RunAsync(db, chunk, [], [], cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
    }

    /// <summary>Takes out what an import says of nodes; whoever was one person by its word is no longer.</summary>
    private static async Task TakeOutAsync(HuitouDb db, long importId, long[] nodes, long[] customers, CancellationToken cancel)
    {
        // With the import may go nodes, and with these what somebody wrote of them.
        var values = await db.ListAsync(
            $"SELECT DISTINCT scope, kind, value FROM evidence_claim WHERE import_id IN ({importId}, {EvidenceClaim.ByHand}) AND node_id {SqlList.Of(db, "nodes")}",
            row => new NodeName(row.GetString(0), (EvidenceKind)row.GetInt16(1), row.GetString(2)), cancel, ("nodes", SqlList.Value(db, nodes)));
        await RemoveAsync(db, importId, nodes, customers, cancel);
        await CustomerRows.DeriveAsync(db, customers, added: null, cancel);
        await IdentityUpdate.RunAsync(db, [], customers, values, cancel);
    }

    private static async Task RemoveAsync(HuitouDb db, long importId, long[] nodes, long[] customers, CancellationToken cancel)
    {
        var inNodes = ("nodes", SqlList.Value(db, nodes));
        await db.RunAsync($"DELETE FROM evidence_claim WHERE import_id = {importId} AND node_id {SqlList.Of(db, "nodes")}", cancel, inNodes);
        await db.RunAsync($"DELETE FROM buyer_statement WHERE import_id = {importId} AND node_id {SqlList.Of(db, "nodes")}", cancel, inNodes);
        await db.RunAsync(
            $"DELETE FROM evidence_node WHERE id {SqlList.Of(db, "nodes")} AND NOT EXISTS (SELECT 1 FROM buyer_statement s WHERE s.node_id = evidence_node.id)",
            cancel, inNodes);
        await db.RunAsync(
            $"DELETE FROM evidence_claim WHERE import_id = {EvidenceClaim.ByHand} AND node_id {SqlList.Of(db, "nodes")} AND NOT EXISTS (SELECT 1 FROM evidence_node n WHERE n.id = evidence_claim.node_id)",
            cancel, inNodes);
        await CustomerRows.RemoveEmptyAsync(db, customers, cancel);
    }

    /// <summary>An agreement goes with the import that brought it. A refusal that once counted stands, whatever becomes of the file.</summary>
    private static async Task RemoveConsentsAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        const string These = "SELECT c.id FROM consent c WHERE c.import_id = @import AND (c.is_given OR NOT EXISTS "
            + $"(SELECT 1 FROM import i WHERE i.id = c.import_id AND i.state = '{nameof(ImportState.Undone)}')) LIMIT @most";
        while (await db.RunAsync($"DELETE FROM consent WHERE id IN ({These})", cancel, ("import", importId), ("most", (long)RowsAtOnce)) > 0) await WriterTurn.PassAsync(db, cancel);
    }
}
