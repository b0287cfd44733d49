using Huitou.Data;

namespace Huitou.Connect.Facts;

/// <summary>Takes what an import wrote into one table out again, in short transactions: nobody sees it, before the import is committed or after it is taken out.</summary>
internal static class FactRemoval
{
    private const int FactsAtOnce = 1_000;

    /// <param name="db">The database.</param>
    /// <param name="importId">An import that is not committed, or no longer.</param>
    /// <param name="table">The table.</param>
    /// <param name="before">Called in the transaction of each chunk, before the facts with these ids go or are freed.</param>
    /// <param name="cancel">Stops between chunks.</param>
    internal static async Task RunAsync(
        HuitouDb db, long importId, FactTable table, Func<IReadOnlyCollection<long>, Task> before, CancellationToken cancel)
    {
        var freed = await IdsAsync(db, table, "hidden_by_import_id", importId, cancel);
        foreach (var ids in freed.Chunk(FactsAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await before(ids);
            await RunAsync(db, $"UPDATE {table.Name} SET hidden_by_import_id = NULL WHERE hidden_by_import_id = {importId} AND id", ids, cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
        var gone = await IdsAsync(db, table, "import_id", importId, cancel);
        foreach (var ids in gone.Chunk(FactsAtOnce))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await before(ids);
            if (table.ByNode is { } byNode)
                await RunAsync(db, $"DELETE FROM {byNode} WHERE (node_id, order_id) IN (SELECT evidence_node_id, id FROM {table.Name} WHERE id", ids, cancel, ")");
            foreach (var child in table.Children) await RunAsync(db, $"DELETE FROM {child} WHERE order_id", ids, cancel);
            await RunAsync(db, "DELETE FROM fact_repeat WHERE fact_id", ids, cancel);
            await RunAsync(db, $"DELETE FROM {table.Name} WHERE id", ids, cancel);
            await transaction.CommitAsync(cancel);
            await WriterTurn.PassAsync(db, cancel);
        }
    }

    /// <summary>That it said again what others had said.</summary>
    internal static async Task RepeatsAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        var facts = await IdsAsync(db, "fact_repeat", "fact_id", "import_id", importId, cancel);
        foreach (var ids in facts.Chunk(FactsAtOnce * 10)) await RunAsync(db, $"DELETE FROM fact_repeat WHERE import_id = {importId} AND fact_id", ids, cancel);
    }

    private static Task<List<long>> IdsAsync(HuitouDb db, FactTable table, string column, long importId, CancellationToken cancel) =>
        IdsAsync(db, table.Name, "id", column, importId, cancel);

    private static Task<List<long>> IdsAsync(HuitouDb db, string table, string id, string column, long importId, CancellationToken cancel) =>
        db.ListAsync($"SELECT {id} FROM {table} WHERE {column} = @import ORDER BY {id}", row => row.GetInt64(0), cancel, ("import", importId));

    private static Task<int> RunAsync(HuitouDb db, string sql, IReadOnlyCollection<long> ids, CancellationToken cancel, string end = "") =>
        db.RunAsync($"{sql} {SqlList.Of(db, "ids")}{end}", cancel, ("ids", SqlList.Value(db, ids)));
}
