using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>
/// That an order names a buyer: how a buyer's orders are found. An index of the orders would hold the same, but its entries would go in
/// with their orders, each to another page, and an import would slow down the more the longer it is; these go in at its end, sorted.
/// </summary>
public sealed class BuyerOrder
{
    public long NodeId { get; set; }

    public long OrderId { get; set; }

    internal static void Map(EntityTypeBuilder<BuyerOrder> e)
    {
        e.ToTable("buyer_order");
        e.HasKey(o => new { o.NodeId, o.OrderId });
    }
}

/// <summary>Files an import's orders under the buyers that they name, buyer by buyer.</summary>
internal static class BuyerOrders
{
    /// <summary>What memory holds at once, at 16 bytes each.</summary>
    private const int MostPairs = 2_000_000;
    private const int RowsAtOnce = 20_000;

    private static readonly BulkTable<(long Node, long Order)> Table = new("buyer_order", ["node_id", "order_id"], (pair, row) =>
    {
        row.Big(pair.Node);
        row.Big(pair.Order);
    });

    internal static async Task FileAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        const string Named = "FROM order_fact WHERE import_id = @import AND evidence_node_id IS NOT NULL";
        var import = ("import", (object)importId);
        var (count, first, last) = (await db.ListAsync(
            $"SELECT count(*), coalesce(min(evidence_node_id), 0), coalesce(max(evidence_node_id), -1) {Named}",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancel, import))[0];
        var bulk = db.BulkWriter();
        var nodesAtOnce = ((last - first) / ((count / MostPairs) + 1)) + 1;
        for (var from = first; from <= last; from += nodesAtOnce)
        {
            var pairs = await db.ListAsync(
                $"SELECT evidence_node_id, id {Named} AND evidence_node_id >= @from AND evidence_node_id < @to", row => (row.GetInt64(0), row.GetInt64(1)), cancel,
                import, ("from", from), ("to", from + nodesAtOnce));
            pairs.Sort();
            for (var at = 0; at < pairs.Count; at += RowsAtOnce)
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                await bulk.InsertAsync(Table, pairs.GetRange(at, Math.Min(RowsAtOnce, pairs.Count - at)), cancel);
                await transaction.CommitAsync(cancel);
                await WriterTurn.PassAsync(db, cancel);
            }
        }
    }
}
