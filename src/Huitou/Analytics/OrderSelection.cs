using Huitou.Orders;

namespace Huitou.Analytics;

/// <summary>
/// Whose orders are read, as SQL that both databases understand. Lines and refunds of everybody are read bare: a scan without a join is
/// the fastest read there is, and rows of orders that are not visible find no order to go to.
/// </summary>
internal sealed class OrderSelection
{
    private const string Paid = "o.status = 1 AND o.day IS NOT NULL AND (o.kind = 0 OR o.amount > 0) AND " + VisibleOrders.Sql;

    /// <summary>The plus keeps SQLite from walking the index of imports and sorting afterwards: here nearly all orders are wanted.</summary>
    private static readonly string PaidScanned = Paid.Replace("o.import_id IN", "+o.import_id IN", StringComparison.Ordinal);

    private const string OrderColumns =
        "o.id, coalesce(n.customer_id, 0), o.kind, o.shop_id, o.channel_id, o.marks, o.day, o.minute, o.amount, o.discount";

    private const string LineColumns = "l.order_id, l.product_id, l.quantity, l.amount, l.marks";
    private const string RefundColumns = "r.order_id, r.day, r.amount";
    private const string JoinedNode = "order_fact o LEFT JOIN evidence_node n ON n.id = o.evidence_node_id";
    private const string FromNode = "evidence_node n JOIN order_fact o ON o.evidence_node_id = n.id";
    private const string OfCustomers = "n.customer_id {ids}";

    internal static readonly OrderSelection Everybody = new()
    {
        Orders = $"SELECT {OrderColumns} FROM {JoinedNode} WHERE {PaidScanned} ORDER BY o.id",
        Lines = $"SELECT {LineColumns} FROM order_line l",
        Refunds = $"SELECT {RefundColumns} FROM order_refund r WHERE r.amount > 0",
        Regions = "SELECT id, region FROM customer WHERE region <> ''",
    };

    internal static readonly OrderSelection Nobody = Part(
        JoinedNode, "o.evidence_node_id IS NULL", "SELECT id, region FROM customer WHERE id = 0");

    internal required string Orders { get; init; }

    internal required string Lines { get; init; }

    internal required string Refunds { get; init; }

    internal required string Regions { get; init; }

    /// <summary>The customers asked for; null where the SQL names none.</summary>
    internal long[]? Customers { get; private init; }

    internal static OrderSelection Of(long[] customers) => Part(
        FromNode, OfCustomers, "SELECT id, region FROM customer WHERE region <> '' AND id {ids}", customers);

    /// <summary>The SQL with its list of ids as the database writes it.</summary>
    internal static string Resolve(string sql, bool postgres) =>
        sql.Replace("{ids}", postgres ? "= ANY(@ids)" : "IN (SELECT value FROM json_each(@ids))", StringComparison.Ordinal);

    private static OrderSelection Part(string from, string whose, string regions, long[]? customers = null) => new()
    {
        Orders = $"SELECT {OrderColumns} FROM {from} WHERE {whose} AND {Paid} ORDER BY o.id",
        Lines = $"SELECT {LineColumns} FROM {from} JOIN order_line l ON l.order_id = o.id WHERE {whose} AND {Paid}",
        Refunds = $"SELECT {RefundColumns} FROM {from} JOIN order_refund r ON r.order_id = o.id WHERE {whose} AND {Paid} AND r.amount > 0",
        Regions = regions,
        Customers = customers,
    };
}
