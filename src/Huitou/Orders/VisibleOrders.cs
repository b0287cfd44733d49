using Huitou.Connect.Facts;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>
/// An order as the world sees it is put together from its parts, each the newest of its kind: the head, with lines and buyer where its
/// source gives them; else the lines of the order's details, and the buyer of the order's buyers.
/// </summary>
public static class VisibleOrders
{
    /// <summary>All visible heads: orders and returns, whatever their status.</summary>
    public static IQueryable<OrderFact> Of(HuitouDb db) => VisibleFacts.Of(db, db.OrderFacts);

    /// <summary>For SQL on both databases, of heads under the alias <c>o</c>: those that are to be seen.</summary>
    internal static readonly string Sql = VisibleFacts.Sql("o");

    /// <summary>Whose an order <c>o</c> is: joins the buyers of orders as <c>b</c> and gives the node in <see cref="Node"/>.</summary>
    internal static readonly string JoinBuyer =
        $"LEFT JOIN order_buyer b ON o.evidence_node_id IS NULL AND b.shop_id = o.shop_id AND b.order_no = o.order_no AND {VisibleFacts.Sql("b")}";

    /// <summary>The evidence node of the order's buyer, null for nobody's.</summary>
    internal const string Node = "coalesce(o.evidence_node_id, b.evidence_node_id)";

    /// <summary>The facts that hold the lines of orders without lines of their own, by the order's id. They are of the shop that the order is of.</summary>
    internal static async Task<Dictionary<long, long>> DetailsAsync(HuitouDb db, IReadOnlyCollection<long> orderIds, CancellationToken cancel) =>
        orderIds.Count == 0
            ? []
            : (await db.ListSeenAsync(
                $"SELECT o.id, d.id FROM order_fact o JOIN order_details d ON d.shop_id = o.shop_id AND d.order_no = o.order_no AND {VisibleFacts.Sql("d")} "
                + $"WHERE NOT o.has_lines AND o.id {SqlList.Of(db, "ids")}",
                row => (Order: row.GetInt64(0), Details: row.GetInt64(1)), cancel, ("ids", SqlList.Value(db, orderIds))))
            .ToDictionary(pair => pair.Order, pair => pair.Details);

    /// <summary>The buyers of heads that name none, by the order's id, as nodes.</summary>
    internal static IQueryable<OrderBuyer> Buyers(HuitouDb db) => VisibleFacts.Of(db, db.OrderBuyers);
}
