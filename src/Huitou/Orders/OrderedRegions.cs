using Huitou.Connect.Facts;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>The region that most of somebody's orders went to.</summary>
/// <param name="Region">The region.</param>
/// <param name="Orders">How many went there.</param>
/// <param name="Of">Of how many that say where they went.</param>
internal readonly record struct OrderedRegion(string Region, int Orders, int Of);

/// <summary>
/// Where customers live of whom nobody tells it: in the region that most of their paid orders went to in the year up to their last one, of several the
/// last. It follows from the orders whenever it is asked for and is kept nowhere, so that no import, undo or decision can leave it behind.
/// </summary>
internal static class OrderedRegions
{
    private static readonly string Counts = $"r.region <> '' AND o.status = 1 AND o.kind = 0 AND o.day IS NOT NULL AND {VisibleOrders.Sql}";

    /// <summary>Customers of whom neither files nor people tell a region, as the ledger asks: all, or those of {ids}.</summary>
    internal static string OfUntold(string also = "") => Sql("customer c JOIN evidence_node n ON n.customer_id = c.id", $"c.region = '' AND c.region_at < {DatedText.ByHand}{also} AND {Counts}");

    /// <summary>Customer, region, its orders, all orders, a row for each customer.</summary>
    private static string Sql(string customers, string which) =>
        $"""
        WITH went AS (
            SELECT n.customer_id AS customer, r.region AS region, o.day AS day, o.id AS id FROM {customers} JOIN buyer_order w ON w.node_id = n.id
            JOIN order_fact o ON o.id = w.order_id JOIN order_receiver r ON r.order_id = o.id WHERE {which}
            UNION ALL SELECT n.customer_id, r.region, o.day, o.id FROM {customers} JOIN order_buyer b ON b.evidence_node_id = n.id AND {VisibleFacts.Sql("b")}
            JOIN order_fact o ON o.shop_id = b.shop_id AND o.order_no = b.order_no AND o.evidence_node_id IS NULL JOIN order_receiver r ON r.order_id = o.id WHERE {which}
        ), dated AS (
            SELECT customer, region, day, id, MAX(day) OVER (PARTITION BY customer) AS last_day FROM went
        ), counted AS (
            SELECT customer, region, COUNT(*) AS orders, CAST(SUM(COUNT(*)) OVER (PARTITION BY customer) AS bigint) AS of_orders,
            ROW_NUMBER() OVER (PARTITION BY customer ORDER BY COUNT(*) DESC, MAX(day) DESC, MAX(id) DESC) AS place
            FROM dated WHERE day > last_day - 365 GROUP BY customer, region
        )
        SELECT customer, region, orders, of_orders FROM counted WHERE place = 1
        """;

    /// <summary>Of these customers, by the orders of the shops that the caller sees.</summary>
    internal static async Task<Dictionary<long, OrderedRegion>> OfAsync(HuitouDb db, IReadOnlyCollection<long> customers, CancellationToken cancel)
    {
        if (customers.Count == 0) return [];
        var seen = db.Scope.Shops is { } shops ? $" AND o.shop_id IN ({(shops.Length > 0 ? db.Scope : "NULL")})" : "";
        return (await db.ListSeenAsync(
            Sql("evidence_node n", $"n.customer_id {SqlList.Of(db, "ids")}{seen} AND {Counts}"),
            row => (Customer: row.GetInt64(0), Region: new OrderedRegion(row.GetString(1), (int)row.GetInt64(2), (int)row.GetInt64(3))), cancel,
            ("ids", SqlList.Value(db, customers)))).ToDictionary(one => one.Customer, one => one.Region);
    }

    /// <summary>Customers an order of whom went to a region.</summary>
    internal static IQueryable<long> Candidates(HuitouDb db, string region)
    {
        var own =
            from receiver in db.OrderReceivers
            where receiver.Region == region
            join filed in db.BuyerOrders on receiver.OrderId equals filed.OrderId
            join node in db.EvidenceNodes on filed.NodeId equals node.Id
            select node.CustomerId;
        var homed =
            from receiver in db.OrderReceivers
            where receiver.Region == region
            join order in db.OrderFacts on receiver.OrderId equals order.Id
            where order.EvidenceNodeId == null
            join buyer in db.OrderBuyers on new { order.ShopId, order.OrderNo } equals new { buyer.ShopId, buyer.OrderNo }
            join node in db.EvidenceNodes on buyer.EvidenceNodeId equals node.Id
            select node.CustomerId;
        return own.Union(homed);
    }
}
