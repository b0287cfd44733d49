using Huitou.Connect;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>The rows of customers, which follow from what committed imports say of their nodes.</summary>
internal static class CustomerRows
{
    /// <summary>Of statements <c>s</c>: those that count. Nearly all do; the plus keeps the planner from beginning with all of an import's for each customer.</summary>
    private const string Counts = $"+s.import_id IN (SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}')";

    /// <summary>Whom a customer's number stands for today: itself, or the customer that it became part of, so that links still lead somewhere.</summary>
    internal static async Task<long> CurrentAsync(HuitouDb db, long id, CancellationToken cancel) =>
        await db.EvidenceNodes.Where(node => node.Id == id).Select(node => (long?)node.CustomerId).FirstOrDefaultAsync(cancel) ?? id;

    /// <summary>The same of many, each once.</summary>
    internal static async Task<long[]> CurrentAsync(HuitouDb db, long[] ids, CancellationToken cancel) =>
        [.. await db.EvidenceNodes.Where(node => EF.Parameter(ids).Contains(node.Id)).Select(node => node.CustomerId).Distinct().ToListAsync(cancel)];

    /// <summary>Adds rows for customers with the seeds of the nodes that they go by; what else is in them is derived.</summary>
    internal static Task AddAsync(HuitouDb db, IReadOnlyCollection<(long Id, long Seed)> customers, CancellationToken cancel) => db.BulkWriter().InsertAsync(
        new BulkTable<(long Id, long Seed)>("customer", ["id", "stable_seed", "first_import_id", "created_at", .. BuyerBook.Described], (customer, row) =>
        {
            row.Big(customer.Id);
            row.Big(customer.Seed);
            row.Big(0);
            row.Big(0);
            BuyerBook.WriteDescription(DatedText.None, DatedText.None, DatedText.None, row);
        }),
        customers, cancel);

    /// <summary>Removes those of the customers that have no evidence left, with what follows from it.</summary>
    internal static async Task RemoveEmptyAsync(HuitouDb db, IReadOnlyCollection<long> customers, CancellationToken cancel)
    {
        var empty = $"SELECT c.id FROM customer c WHERE c.id {SqlList.Of(db, "customers")} AND NOT EXISTS (SELECT 1 FROM evidence_node n WHERE n.customer_id = c.id)";
        var list = ("customers", SqlList.Value(db, customers));
        // Of those in the bin the ledger has orders under nobody, and would not look for them there.
        await db.RunAsync($"INSERT INTO change (kind, subject_id) SELECT {(int)ChangeKind.Customer}, 0 WHERE EXISTS (SELECT 1 FROM customer b WHERE b.binned_at IS NOT NULL AND b.id IN ({empty}))", cancel, list);
        await db.RunAsync($"DELETE FROM customer_tag WHERE customer_id IN ({empty})", cancel, list);
        await db.RunAsync($"DELETE FROM customer WHERE id IN ({empty})", cancel, list);
    }

    /// <param name="db">The database.</param>
    /// <param name="customers">Whom.</param>
    /// <param name="added">The import whose statements come on top of what stands; null derives all afresh from the statements that are left.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task DeriveAsync(HuitouDb db, long[] customers, long? added, CancellationToken cancel)
    {
        var stands = await db.ListAsync(
            $"SELECT id, name, name_at, region, region_at, city, city_at FROM customer WHERE id {SqlList.Of(db, "customers")}",
            row => (Id: row.GetInt64(0), Name: new DatedText(row.GetString(1), row.GetInt64(2)), Region: new DatedText(row.GetString(3), row.GetInt64(4)),
                City: new DatedText(row.GetString(5), row.GetInt64(6))),
            cancel, ("customers", SqlList.Value(db, customers)));
        var said = await DescriptionsAsync(db, customers, added is { } import ? $"s.import_id = {import}" : Counts, null, cancel);
        var written = added is null ? await ProfileEdits.ColumnsAsync(db, customers, cancel) : [];
        var changed = new List<(long Id, BuyerDescription Now)>();
        foreach (var (id, name, region, city) in stands)
        {
            var now = said.GetValueOrDefault(id) ?? new BuyerDescription();
            now.Take(added is null ? written.GetValueOrDefault(id) ?? new() : new BuyerDescription { Name = name, Region = region, City = city });
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
        if (added is not null) return;
        await DateAsync(db, customers, cancel);
        await BinAsync(db, customers, cancel);
        await CustomerTag.DeriveAsync(db, customers, cancel);
    }

    /// <summary>Who is in the bin: whoever somebody moved there, whatever has come in of them since. Their orders go to nobody, and come back from there.</summary>
    private static async Task BinAsync(HuitouDb db, long[] customers, CancellationToken cancel)
    {
        const string Binned = "(SELECT MIN(e.at) FROM evidence_node n JOIN profile_edit e ON e.scope = n.scope AND e.kind = n.kind AND e.value = n.value "
            + $"WHERE n.customer_id = customer.id AND e.attribute = '{ProfileAttribute.Bin}' AND e.taken_back_at IS NULL)";
        var moved = await db.ListAsync(
            $"UPDATE customer SET binned_at = {Binned} WHERE id {SqlList.Of(db, "customers")} AND binned_at IS DISTINCT FROM {Binned} RETURNING id",
            row => row.GetInt64(0), cancel, ("customers", SqlList.Value(db, customers)));
        if (moved.Count > 0) await db.BulkWriter().InsertAsync(Change.Table, [.. moved.Append(0).Select(id => (ChangeKind.Customer, id))], cancel);
    }

    /// <summary>When the customers were first heard of.</summary>
    private static Task<int> DateAsync(HuitouDb db, long[] customers, CancellationToken cancel)
    {
        const string Told = $"FROM buyer_statement s JOIN evidence_node n ON n.id = s.node_id WHERE n.customer_id = customer.id AND {Counts}";
        return db.RunAsync(
            $"UPDATE customer SET first_import_id = (SELECT MIN(s.import_id) {Told}), created_at = (SELECT i.started_at FROM import i WHERE i.id = (SELECT MIN(s.import_id) {Told})) "
            + $"WHERE id {SqlList.Of(db, "customers")} AND EXISTS (SELECT 1 {Told})",
            cancel, ("customers", SqlList.Value(db, customers)));
    }

    /// <summary>What all committed imports of these shops say of customers, personal attributes opened.</summary>
    internal static Task<Dictionary<long, BuyerDescription>> SaidAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> customers, DataScope of, CancellationToken cancel)
    {
        var ofShops = of.Shops is { } shops ? $" AND +s.import_id IN (SELECT id FROM import WHERE shop_id IN ({string.Join(", ", shops)}))" : "";
        return DescriptionsAsync(db, customers, Counts + ofShops, vault, cancel);
    }

    /// <summary>What some statements say of customers, all their nodes together.</summary>
    private static async Task<Dictionary<long, BuyerDescription>> DescriptionsAsync(
        HuitouDb db, IReadOnlyCollection<long> customers, string which, Vault? vault, CancellationToken cancel)
    {
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
