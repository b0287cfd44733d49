using Huitou.Orders;

namespace Huitou.Analytics;

/// <summary>
/// Whose orders are read, as SQL that both databases understand. Lines and refunds of everybody are read bare: a scan without a join is
/// the fastest read there is, and rows of orders that are not visible find no order to go to.
/// </summary>
internal sealed class OrderSelection
{
    /// <summary>
    /// Nearly every order is of a committed import, yet both planners take that for the rarest of conditions and would start from its
    /// index, which reads the whole table for one customer. The plus hides the index from them.
    /// </summary>
    private static readonly string Paid = "o.status = 1 AND o.day IS NOT NULL AND (o.kind = 0 OR o.amount > 0) AND "
        + VisibleOrders.Sql.Replace("o.import_id IN", "+o.import_id IN", StringComparison.Ordinal);

    private const string OrderColumns =
        "o.id, coalesce(n.customer_id, 0), o.kind, o.shop_id, o.channel_id, o.marks, o.day, o.minute, o.amount, o.discount";

    private const string LineColumns = "l.order_id, l.product_id, l.quantity, l.amount, l.marks";
    private const string RefundColumns = "r.order_id, r.day, r.amount";
    private const string JoinedNode = "order_fact o LEFT JOIN evidence_node n ON n.id = o.evidence_node_id";
    private const string FromNode = "evidence_node n JOIN order_fact o ON o.evidence_node_id = n.id";

    internal static readonly OrderSelection Everybody = new()
    {
        Orders = $"SELECT {OrderColumns} FROM {JoinedNode} WHERE {Paid} ORDER BY o.id",
        Lines = $"SELECT {LineColumns} FROM order_line l",
        Refunds = $"SELECT {RefundColumns} FROM order_refund r WHERE r.amount > 0",
        Regions = "SELECT id, region FROM customer WHERE region <> ''",
    };

    internal static readonly OrderSelection Named = Some($"{FromNode} WHERE n.customer_id {{ids}}");

    internal static readonly OrderSelection Nobody = Some($"{JoinedNode} WHERE o.evidence_node_id IS NULL");

    /// <summary>Paid orders by ascending id.</summary>
    internal required string Orders { get; init; }

    internal required string Lines { get; init; }

    internal required string Refunds { get; init; }

    internal required string Regions { get; init; }

    /// <summary>The SQL with its list of ids, if it has one, as the database writes it.</summary>
    internal static string Resolve(string sql, bool postgres) =>
        sql.Replace("{ids}", postgres ? "= ANY(@ids)" : "IN (SELECT value FROM json_each(@ids))", StringComparison.Ordinal);

    /// <summary>What belongs to orders is read by their ids, not by a join: there no planner can go astray, however old its statistics.</summary>
    private static OrderSelection Some(string which) => new()
    {
        Orders = $"SELECT {OrderColumns} FROM {which} AND {Paid} ORDER BY o.id",
        Lines = $"SELECT {LineColumns} FROM order_line l WHERE l.order_id {{ids}}",
        Refunds = $"SELECT {RefundColumns} FROM order_refund r WHERE r.order_id {{ids}} AND r.amount > 0",
        Regions = "SELECT id, region FROM customer WHERE region <> '' AND id {ids}",
    };
}
