using Huitou.Data;
using Huitou.Orders;

namespace Huitou.Tests.Flows.Histories;

/// <summary>Whatever in the database still speaks of an import that was taken out, or hangs in the air.</summary>
internal static class Traces
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly (string What, string Count)[] Questions =
    [
        .. OrderTables.AllFacts.Select(table => ($"facts in {table.Name}", $"SELECT COUNT(*) FROM {table.Name} WHERE import_id = @import OR hidden_by_import_id = @import")),
        ("repeats", "SELECT COUNT(*) FROM fact_repeat WHERE import_id = @import"),
        ("statements of buyers", "SELECT COUNT(*) FROM buyer_statement WHERE import_id = @import"),
        ("statements of products", "SELECT COUNT(*) FROM product_statement WHERE import_id = @import"),
        ("customers", "SELECT COUNT(*) FROM customer WHERE first_import_id = @import"),
        ("products", "SELECT COUNT(*) FROM product WHERE first_import_id = @import"),
        ("agreements", "SELECT COUNT(*) FROM consent WHERE import_id = @import AND is_given"),
        ("lines without a fact", $"SELECT COUNT(*) FROM order_line WHERE order_id NOT IN ({Facts}) AND @import > 0"),
        ("refunds without a fact", $"SELECT COUNT(*) FROM order_refund WHERE order_id NOT IN ({Facts}) AND @import > 0"),
        ("receivers without a fact", $"SELECT COUNT(*) FROM order_receiver WHERE order_id NOT IN ({Facts}) AND @import > 0"),
        ("repeats of no fact", $"SELECT COUNT(*) FROM fact_repeat WHERE fact_id NOT IN ({AllFacts}) AND @import > 0"),
        ("tags of nobody", "SELECT COUNT(*) FROM customer_tag WHERE customer_id NOT IN (SELECT id FROM customer) AND @import > 0"),
        ("nodes that nobody names", "SELECT COUNT(*) FROM evidence_node WHERE id NOT IN (SELECT node_id FROM buyer_statement) AND @import > 0"),
        ("customers without a node", "SELECT COUNT(*) FROM customer WHERE id NOT IN (SELECT customer_id FROM evidence_node) AND @import > 0"),
        ("channels that nothing came through", "SELECT COUNT(*) FROM channel WHERE id NOT IN (SELECT channel_id FROM order_fact UNION SELECT channel_id FROM touch UNION SELECT channel_id FROM visitor_count) AND @import > 0"),
        .. OrderTables.AllFacts.Where(table => table.Name is "order_fact" or "order_buyer" or "touch").Select(table => (
            $"lost buyers in {table.Name}",
            $"SELECT COUNT(*) FROM {table.Name} WHERE evidence_node_id IS NOT NULL AND evidence_node_id NOT IN (SELECT id FROM evidence_node) AND @import > 0")),
    ];

    private const string Facts = "SELECT id FROM order_fact UNION SELECT id FROM order_details";

    private static string AllFacts => string.Join(" UNION ", OrderTables.AllFacts.Select(table => $"SELECT id FROM {table.Name}"));

    internal static async Task<IReadOnlyList<string>> OfAsync(HuitouDb db, long importId)
    {
        var found = new List<string>();
        foreach (var (what, count) in Questions)
        {
            var rows = (await db.ListAsync(count, row => row.GetInt64(0), Cancel, ("import", importId)))[0];
            if (rows > 0) found.Add($"{rows} {what}");
        }
        return found;
    }
}
