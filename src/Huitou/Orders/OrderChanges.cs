using Huitou.Data;

namespace Huitou.Orders;

/// <summary>Whom facts concern: the customers whose orders and touches change when facts come, go, or change places. What is nobody's belongs to customer 0.</summary>
internal static class OrderChanges
{
    /// <summary>The customers that an import concerns, as SQL with the parameters @import and @most.</summary>
    internal static Task<List<long>> OfImportAsync(HuitouDb db, long importId, int most, CancellationToken cancel) =>
        db.ListAsync(OfImport, row => row.GetInt64(0), cancel, ("import", importId), ("most", most));

    private static readonly string OfImport =
        $"""
        SELECT DISTINCT customer FROM (
        {Heads("o.import_id = @import")} UNION {Heads("o.hidden_by_import_id = @import")}
        UNION {Parts("order_details", "p.import_id = @import")} UNION {Parts("order_details", "p.hidden_by_import_id = @import")}
        UNION {Parts("order_buyer", "p.import_id = @import")} UNION {Parts("order_buyer", "p.hidden_by_import_id = @import")}
        UNION {Homes("p.import_id = @import")} UNION {Homes("p.hidden_by_import_id = @import")}
        UNION {Touched("t.import_id = @import")} UNION {Touched("t.hidden_by_import_id = @import")}
        ) concerned LIMIT @most
        """;

    /// <summary>Tells the change feed of the customers that facts of one table concern; other tables concern nobody's.</summary>
    internal static async Task TellAsync(HuitouDb db, string table, IReadOnlyCollection<long> facts, CancellationToken cancel)
    {
        var named = $"p.id {SqlList.Of(db, "ids")}";
        var customers = table switch
        {
            "order_fact" => Heads($"o.id {SqlList.Of(db, "ids")}"),
            "order_details" => Parts(table, named),
            "order_buyer" => $"{Parts(table, named)} UNION {Homes(named)}",
            "touch" => Touched($"t.id {SqlList.Of(db, "ids")}"),
            _ => null,
        };
        if (customers is null || facts.Count == 0) return;
        await db.RunAsync(
            $"INSERT INTO change (kind, subject_id) SELECT {(int)ChangeKind.Customer}, customer FROM (SELECT DISTINCT customer FROM ({customers}) c) d",
            cancel, ("ids", SqlList.Value(db, facts)));
    }

    private static string Heads(string which) => Owners("order_fact o", which);

    private static string Parts(string table, string which) =>
        Owners($"{table} p JOIN order_fact o ON o.shop_id = p.shop_id AND o.order_no = p.order_no", which);

    /// <summary>The buyers of orders; of an order that names none also whoever the buyers of orders name, committed or not.</summary>
    private static string Owners(string orders, string which) =>
        $"SELECT coalesce(n.customer_id, 0) AS customer FROM {orders} LEFT JOIN evidence_node n ON n.id = o.evidence_node_id WHERE {which} {TouchesOf(orders, which)} "
        + $"UNION SELECT n.customer_id FROM {orders} JOIN order_buyer b ON b.shop_id = o.shop_id AND b.order_no = o.order_no "
        + $"JOIN evidence_node n ON n.id = b.evidence_node_id WHERE o.evidence_node_id IS NULL AND {which}";

    /// <summary>A touch that names its order alone is nobody's as long as there is no such order: with the order it comes from there, or goes there.</summary>
    private static string TouchesOf(string orders, string which) =>
        $"UNION SELECT 0 FROM {orders} JOIN touch t ON t.shop_id = o.shop_id AND t.order_no = o.order_no AND t.evidence_node_id IS NULL WHERE {which}";

    /// <summary>Who was touched.</summary>
    private static string Touched(string which) =>
        $"SELECT coalesce(n.customer_id, 0) AS customer FROM touch t {VisibleTouches.JoinBuyer} LEFT JOIN evidence_node n ON n.id = {VisibleTouches.Node} WHERE {which}";

    /// <summary>Who is named as a buyer.</summary>
    private static string Homes(string which) => $"SELECT n.customer_id FROM order_buyer p JOIN evidence_node n ON n.id = p.evidence_node_id WHERE {which}";
}
