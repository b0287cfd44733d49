using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Customers;

/// <summary>
/// Brings customers into line with what the committed imports say of them, after an import was committed or taken out: in short
/// transactions, and again from the start where it was interrupted, for it depends on nothing but the statements.
/// </summary>
internal static class BuyerSettlement
{
    private const int NodesAtOnce = 1_000;

    /// <summary>Settles the customers that an import speaks of. Those whom no other import names go, where it is not committed.</summary>
    internal static async Task RunAsync(HuitouDb db, long importId, bool isCommitted, CancellationToken cancel)
    {
        var nodes = await db.ListAsync(
            "SELECT s.node_id, n.customer_id, c.first_import_id FROM buyer_statement s JOIN evidence_node n ON n.id = s.node_id JOIN customer c ON c.id = n.customer_id WHERE s.import_id = @import ORDER BY s.node_id",
            row => (Node: row.GetInt64(0), Customer: row.GetInt64(1), First: row.GetInt64(2)), cancel, ("import", importId));
        // Customers that the import itself brought were written as it describes them.
        if (isCommitted) nodes.RemoveAll(node => node.First == importId);
        foreach (var chunk in nodes.Chunk(NodesAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (!isCommitted) await RemoveAsync(db, importId, [.. chunk.Select(node => node.Node)], [.. chunk.Select(node => node.Customer).Distinct()], cancel);
            await DeriveAsync(db, [.. chunk.Select(node => node.Customer).Distinct()], isCommitted ? importId : null, cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
    }

    private static async Task RemoveAsync(HuitouDb db, long importId, long[] nodes, long[] customers, CancellationToken cancel)
    {
        var (inNodes, inCustomers) = (("nodes", SqlList.Value(db, nodes)), ("customers", SqlList.Value(db, customers)));
        // An agreement goes with the import that brought it. A refusal that once counted stands, whatever becomes of the file.
        await db.RunAsync(
            $"DELETE FROM consent WHERE import_id = {importId} AND node_id {SqlList.Of(db, "nodes")} AND (is_given OR NOT EXISTS "
            + $"(SELECT 1 FROM import i WHERE i.id = consent.import_id AND i.state = '{nameof(ImportState.Undone)}'))",
            cancel, inNodes);
        await db.RunAsync($"DELETE FROM buyer_statement WHERE import_id = {importId} AND node_id {SqlList.Of(db, "nodes")}", cancel, inNodes);
        await db.RunAsync(
            $"DELETE FROM evidence_node WHERE id {SqlList.Of(db, "nodes")} AND NOT EXISTS (SELECT 1 FROM buyer_statement s WHERE s.node_id = evidence_node.id)",
            cancel, inNodes);
        // Of whoever the import brought: a node's id is given out again, and must not come with what somebody else refused.
        await db.RunAsync(
            $"DELETE FROM consent WHERE node_id {SqlList.Of(db, "nodes")} AND NOT EXISTS (SELECT 1 FROM evidence_node n WHERE n.id = node_id)",
            cancel, inNodes);
        await db.RunAsync(
            $"DELETE FROM customer WHERE id {SqlList.Of(db, "customers")} AND NOT EXISTS (SELECT 1 FROM evidence_node n WHERE n.customer_id = customer.id)",
            cancel, inCustomers);
        await db.RunAsync(
            $"UPDATE customer SET first_import_id = (SELECT MIN(s.import_id) FROM buyer_statement s JOIN evidence_node n ON n.id = s.node_id WHERE n.customer_id = customer.id) WHERE first_import_id = {importId} AND id {SqlList.Of(db, "customers")}",
            cancel, inCustomers);
    }

    /// <param name="db">The database.</param>
    /// <param name="customers">Whom.</param>
    /// <param name="added">The import whose statements come on top of what stands; null derives all afresh from the statements that are left.</param>
    /// <param name="cancel">Stops.</param>
    private static async Task DeriveAsync(HuitouDb db, long[] customers, long? added, CancellationToken cancel)
    {
        var stands = await db.ListAsync(
            $"SELECT id, name, name_at, region, region_at, city, city_at FROM customer WHERE id {SqlList.Of(db, "customers")}",
            row => (Id: row.GetInt64(0), Name: new DatedText(row.GetString(1), row.GetInt64(2)), Region: new DatedText(row.GetString(3), row.GetInt64(4)),
                City: new DatedText(row.GetString(5), row.GetInt64(6))),
            cancel, ("customers", SqlList.Value(db, customers)));
        var said = await DescriptionsAsync(db, customers, added, null, cancel);
        var changed = new List<(long Id, BuyerDescription Now)>();
        foreach (var (id, name, region, city) in stands)
        {
            var now = said.GetValueOrDefault(id) ?? new BuyerDescription();
            if (added is not null) now.Take(new BuyerDescription { Name = name, Region = region, City = city });
            if (now.Name != name || now.Region != region || now.City != city) changed.Add((id, now));
        }
        var bulk = db.BulkWriter();
        await bulk.UpdateAsync(
            new BulkTable<(long Id, BuyerDescription Now)>("customer", ["id", .. BuyerBook.Described], (customer, row) =>
            {
                row.Big(customer.Id);
                BuyerBook.WriteDescription(customer.Now.Name, customer.Now.Region, customer.Now.City, row);
            }),
            changed, cancel);
        await bulk.InsertAsync(Change.Table, [.. changed.Select(customer => (ChangeKind.Customer, customer.Id))], cancel);
    }

    /// <summary>What all committed imports say of customers, personal attributes opened.</summary>
    internal static Task<Dictionary<long, BuyerDescription>> SaidAsync(
        HuitouDb db, Vault vault, IReadOnlyCollection<long> customers, CancellationToken cancel) => DescriptionsAsync(db, customers, null, vault, cancel);

    /// <summary>What one import, or all committed ones, say of customers, all their nodes together.</summary>
    private static async Task<Dictionary<long, BuyerDescription>> DescriptionsAsync(
        HuitouDb db, IReadOnlyCollection<long> customers, long? importId, Vault? vault, CancellationToken cancel)
    {
        var which = importId is { } one ? $"s.import_id = {one}" : $"s.import_id IN (SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}')";
        var rows = await db.ListAsync(
            $"SELECT n.customer_id, n.id, {BuyerStatement.Columns} FROM evidence_node n JOIN buyer_statement s ON s.node_id = n.id WHERE {which} AND n.customer_id {SqlList.Of(db, "customers")}",
            row => (Customer: row.GetInt64(0), Said: BuyerStatement.Read(row, 2, vault)), cancel, ("customers", SqlList.Value(db, customers)));
        var said = new Dictionary<long, BuyerDescription>();
        foreach (var (customer, description) in rows)
        {
            if (said.TryGetValue(customer, out var known)) known.Take(description);
            else said[customer] = description;
        }
        return said;
    }
}
