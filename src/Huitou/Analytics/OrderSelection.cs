using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Orders;

namespace Huitou.Analytics;

/// <summary>
/// Whose orders and touches are read, as SQL that both databases understand. Everybody's are read without a join to customers, and lines and refunds
/// bare: scans side by side are the fastest read there is, and rows of orders that are not visible find no order to go to.
/// </summary>
internal sealed class OrderSelection
{
    private static readonly string Paid = "o.status = 1 AND o.day IS NOT NULL AND (o.kind = 0 OR o.amount > 0) AND " + VisibleOrders.Sql;

    private const string OrderColumns = "o.kind, o.shop_id, o.channel_id, o.marks, o.day, o.minute, o.amount, o.discount";

    private const string LineColumns = "l.order_id, l.product_id, l.quantity, l.amount, l.marks";
    private const string RefundColumns = "r.order_id, r.day, r.amount";
    private const string TouchColumns = "t.kind, t.day, t.minute, t.shop_id, t.channel_id, t.product_id, t.rating";
    private static readonly string Joined = $"order_fact o {VisibleOrders.JoinBuyer}";

    /// <summary>The orders that name their buyer, and those that the buyers of orders take home.</summary>
    private static readonly string OfNamed = Of("{ids}") + " ORDER BY 1";

    private static string Of(string customers) =>
        $"SELECT o.id, n.customer_id, {OrderColumns} FROM evidence_node n JOIN buyer_order w ON w.node_id = n.id JOIN order_fact o ON o.id = w.order_id WHERE n.customer_id {customers} AND {Paid} "
        + $"UNION ALL SELECT o.id, n.customer_id, {OrderColumns} FROM evidence_node n JOIN order_buyer b ON b.evidence_node_id = n.id AND {VisibleFacts.Sql("b")} "
        + $"JOIN order_fact o ON o.shop_id = b.shop_id AND o.order_no = b.order_no AND o.evidence_node_id IS NULL WHERE n.customer_id {customers} AND {Paid}";

    /// <summary>The touches that name somebody, and those of the orders that do, or that the buyers of orders take home.</summary>
    private static string TouchesOf(string customers) =>
        $"SELECT t.id, n.customer_id, {TouchColumns} FROM evidence_node n JOIN touch t ON t.evidence_node_id = n.id WHERE n.customer_id {customers} AND {VisibleTouches.Sql} "
        + $"UNION ALL SELECT t.id, n.customer_id, {TouchColumns} FROM evidence_node n JOIN buyer_order w ON w.node_id = n.id JOIN order_fact o ON o.id = w.order_id {OfOrder} "
        + $"WHERE n.customer_id {customers} AND {VisibleOrders.Sql} AND {VisibleTouches.Sql} "
        + $"UNION ALL SELECT t.id, n.customer_id, {TouchColumns} FROM evidence_node n JOIN order_buyer b ON b.evidence_node_id = n.id AND {VisibleFacts.Sql("b")} "
        + $"JOIN order_fact o ON o.shop_id = b.shop_id AND o.order_no = b.order_no AND o.evidence_node_id IS NULL {OfOrder} "
        + $"WHERE n.customer_id {customers} AND {VisibleOrders.Sql} AND {VisibleTouches.Sql}";

    private const string OfOrder = "JOIN touch t ON t.shop_id = o.shop_id AND t.order_no = o.order_no AND t.evidence_node_id IS NULL";

    /// <summary>Everybody's orders, with their buyer's node in place of the customer; what belongs to facts of a range of ids, each by ascending id.</summary>
    internal static readonly OrderSelection Everybody = new()
    {
        Orders = $"SELECT o.id, {VisibleOrders.Node}, {OrderColumns} FROM {Joined} WHERE {Paid} AND o.id > @above AND o.id <= @upTo ORDER BY o.id",
        Details = $"SELECT d.id, o.id, {VisibleOrders.Node} FROM order_details d JOIN order_fact o ON o.shop_id = d.shop_id AND o.order_no = d.order_no {VisibleOrders.JoinBuyer} "
            + $"WHERE NOT o.has_lines AND {VisibleFacts.Sql("d")} AND {Paid} ORDER BY d.id",
        Lines = $"SELECT {LineColumns} FROM order_line l WHERE l.order_id > @above AND l.order_id <= @upTo ORDER BY l.order_id",
        Refunds = $"SELECT {RefundColumns} FROM order_refund r WHERE r.amount > 0 AND r.order_id > @above AND r.order_id <= @upTo ORDER BY r.order_id",
        Regions = "SELECT id, region FROM customer WHERE region <> ''",
        OrderedRegions = Huitou.Orders.OrderedRegions.OfUntold(),
        Touches = $"SELECT t.id, {VisibleTouches.Node}, {TouchColumns} FROM touch t {VisibleTouches.JoinBuyer} WHERE {VisibleTouches.Sql} AND t.id > @above AND t.id <= @upTo",
    };

    /// <summary>Which customer an evidence node belongs to.</summary>
    internal const string Nodes = "SELECT id, customer_id FROM evidence_node";

    /// <summary>The highest id of an order.</summary>
    internal const string LastOrder = "SELECT coalesce(max(id), 0) FROM order_fact";

    /// <summary>The highest id of a touch.</summary>
    internal const string LastTouch = "SELECT coalesce(max(id), 0) FROM touch";

    internal static readonly OrderSelection Named = Some(OfNamed, TouchesOf("{ids}"));

    /// <summary>Customers in the bin: what they bought is nobody's.</summary>
    internal const string Binned = "SELECT id FROM customer WHERE binned_at IS NOT NULL";

    /// <summary>The orders of nobody, and those of customers in the bin under their numbers.</summary>
    internal static readonly OrderSelection Nobody = Some(
        $"SELECT o.id, 0, {OrderColumns} FROM {Joined} WHERE {VisibleOrders.Node} IS NULL AND {Paid} UNION ALL {Of($"IN ({Binned})")} ORDER BY 1",
        $"SELECT t.id, 0, {TouchColumns} FROM touch t {VisibleTouches.JoinBuyer} WHERE {VisibleTouches.Node} IS NULL AND {VisibleTouches.Sql} UNION ALL {TouchesOf($"IN ({Binned})")}");

    /// <summary>Paid orders by ascending id.</summary>
    internal required string Orders { get; init; }

    /// <summary>Facts that hold lines for orders without any of their own: fact, order.</summary>
    internal required string Details { get; init; }

    internal required string Lines { get; init; }

    internal required string Refunds { get; init; }

    internal required string Regions { get; init; }

    /// <summary>The regions that orders went to, of customers of whom nobody tells one.</summary>
    internal required string OrderedRegions { get; init; }

    internal required string Touches { get; init; }

    /// <summary>The SQL with its list of ids, if it has one, as the database writes it.</summary>
    internal static string Resolve(string sql, HuitouDb db) => sql.Replace("{ids}", SqlList.Of(db, "ids"), StringComparison.Ordinal);

    /// <summary>What belongs to orders is read by their ids, not by a join: there no planner can go astray, however old its statistics.</summary>
    private static OrderSelection Some(string orders, string touches) => new()
    {
        Orders = orders,
        Details = $"SELECT d.id, o.id FROM order_fact o JOIN order_details d ON d.shop_id = o.shop_id AND d.order_no = o.order_no WHERE NOT o.has_lines AND {VisibleFacts.Sql("d")} AND o.id {{ids}}",
        Lines = $"SELECT {LineColumns} FROM order_line l WHERE l.order_id {{ids}}",
        Refunds = $"SELECT {RefundColumns} FROM order_refund r WHERE r.order_id {{ids}} AND r.amount > 0",
        Regions = "SELECT id, region FROM customer WHERE region <> '' AND id {ids}",
        OrderedRegions = Huitou.Orders.OrderedRegions.OfUntold(" AND c.id {ids}"),
        Touches = touches,
    };
}
