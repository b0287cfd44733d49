using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>Brings products into line with what the committed imports say of them, after an import was committed or taken out; may be done again from the start.</summary>
internal static class ProductSettlement
{
    private const int ProductsAtOnce = 1_000;

    internal static async Task RunAsync(HuitouDb db, long importId, bool isCommitted, CancellationToken cancel)
    {
        var products = await db.ListAsync(
            "SELECT s.product_id, p.first_import_id FROM product_statement s JOIN product p ON p.id = s.product_id WHERE s.import_id = @import ORDER BY s.product_id",
            row => (Id: row.GetInt32(0), First: row.GetInt64(1)), cancel, ("import", importId));
        if (isCommitted) products.RemoveAll(product => product.First == importId);
        foreach (var chunk in products.Chunk(ProductsAtOnce))
        {
            int[] ids = [.. chunk.Select(product => product.Id)];
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (!isCommitted) await RemoveAsync(db, importId, ids, cancel);
            await DeriveAsync(db, ids, isCommitted ? importId : null, cancel);
            await transaction.CommitAsync(cancel);
        }
        if (!isCommitted) await RemoveChannelsAsync(db, importId, cancel);
    }

    /// <summary>
    /// Channels that nothing comes through any more. One may have outlived the import that first named it, for as long as another used it.
    /// They are looked for outside of a transaction, for that reads whole tables.
    /// </summary>
    private static async Task RemoveChannelsAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        await db.RunAsync("DELETE FROM channel_use WHERE import_id = @import", cancel, ("import", importId));
        var unused = await db.ListAsync(
            $"SELECT id FROM channel WHERE (first_import_id = @import OR first_import_id NOT IN (SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}')) "
            + "AND NOT EXISTS (SELECT 1 FROM order_fact o WHERE o.channel_id = channel.id) AND NOT EXISTS (SELECT 1 FROM touch t WHERE t.channel_id = channel.id) "
            + "AND NOT EXISTS (SELECT 1 FROM visitor_count v WHERE v.channel_id = channel.id)",
            row => row.GetInt32(0), cancel, ("import", importId));
        if (unused.Count > 0) await db.RunAsync($"DELETE FROM channel WHERE id {SqlList.Of(db, "ids")}", cancel, ("ids", SqlList.Value(db, unused)));
    }

    private static async Task RemoveAsync(HuitouDb db, long importId, int[] ids, CancellationToken cancel)
    {
        var within = ("ids", SqlList.Value(db, ids));
        await db.RunAsync($"DELETE FROM product_statement WHERE import_id = {importId} AND product_id {SqlList.Of(db, "ids")}", cancel, within);
        await db.RunAsync(
            $"DELETE FROM product WHERE id {SqlList.Of(db, "ids")} AND NOT EXISTS (SELECT 1 FROM product_statement s WHERE s.product_id = product.id)", cancel, within);
        await db.RunAsync(
            $"UPDATE product SET first_import_id = (SELECT MIN(s.import_id) FROM product_statement s WHERE s.product_id = product.id) WHERE first_import_id = {importId} AND id {SqlList.Of(db, "ids")}",
            cancel, within);
    }

    private static async Task DeriveAsync(HuitouDb db, int[] ids, long? added, CancellationToken cancel)
    {
        var within = ("ids", SqlList.Value(db, ids));
        var stands = await db.ListAsync(
            $"SELECT id, told FROM product WHERE id {SqlList.Of(db, "ids")}", row => (Id: row.GetInt32(0), Told: row.GetString(1)), cancel, within);
        var said = (await SaidAsync(db, ids, added, cancel)).ToLookup(statement => statement.Id, statement => statement.Told);
        var changed = new List<(int Id, Told Told)>();
        foreach (var (id, before) in stands)
        {
            var now = added is null ? new Told() : Told.Read(before);
            foreach (var told in said[id]) now.Take(told);
            if (now.Write() != before) changed.Add((id, now));
        }
        var bulk = db.BulkWriter();
        await bulk.UpdateAsync(
            new BulkTable<(int Id, Told Told)>("product", ["id", .. ProductAttribute.Columns], (product, row) =>
            {
                row.Int(product.Id);
                ProductAttribute.Write(product.Told, row);
            }),
            changed, cancel);
        await bulk.InsertAsync(Change.Table, [.. changed.Select(product => (ChangeKind.Product, (long)product.Id))], cancel);
    }

    private static Task<List<(int Id, Told Told)>> SaidAsync(HuitouDb db, int[] ids, long? importId, CancellationToken cancel)
    {
        var which = importId is { } one ? $"import_id = {one}" : "import_id IN (SELECT id FROM import WHERE state = 'Committed')";
        return db.ListAsync(
            $"SELECT product_id, told FROM product_statement WHERE {which} AND product_id {SqlList.Of(db, "ids")}",
            row => (row.GetInt32(0), Told.Read(row.GetString(1))), cancel, ("ids", SqlList.Value(db, ids)));
    }
}
