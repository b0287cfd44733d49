using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>Tells the change feed of the customers whose visible orders a commit changes. Anonymous orders belong to customer 0.</summary>
internal static class OrderChanges
{
    internal static Task TellAsync(HuitouDb db, long importId, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO change (kind, subject_id)
        SELECT {(int)ChangeKind.Customer}, COALESCE(n.customer_id, 0)
        FROM (SELECT evidence_node_id FROM order_fact WHERE import_id = {importId} AND hidden_by_import_id IS NULL
              UNION SELECT evidence_node_id FROM order_fact WHERE hidden_by_import_id = {importId}) o
        LEFT JOIN evidence_node n ON n.id = o.evidence_node_id
        GROUP BY COALESCE(n.customer_id, 0)
        """, cancel);

    internal static Task TellOfNewProductsAsync(HuitouDb db, long importId, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO change (kind, subject_id) SELECT {(int)ChangeKind.Product}, id FROM product WHERE first_import_id = {importId}", cancel);

    internal static readonly BulkTable<(ChangeKind Kind, long SubjectId)> Table = new("change", ["kind", "subject_id"], (change, row) =>
    {
        row.Small((int)change.Kind);
        row.Big(change.SubjectId);
    });
}
