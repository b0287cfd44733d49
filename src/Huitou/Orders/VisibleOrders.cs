using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>
/// The one place that says which order facts exist for the world: those of committed imports that no committed import has put a
/// newer version before. While an import runs, what it wrote is not there and what it will hide still is.
/// </summary>
public static class VisibleOrders
{
    /// <summary>The condition for SQL on both databases; <c>o</c> is the alias of order_fact.</summary>
    public const string Sql =
        "o.import_id IN (SELECT id FROM import WHERE state = 'Committed') AND (o.hidden_by_import_id IS NULL " +
        "OR o.hidden_by_import_id NOT IN (SELECT id FROM import WHERE state = 'Committed'))";

    /// <summary>All visible orders and returns, whatever their status.</summary>
    public static IQueryable<OrderFact> Of(HuitouDb db)
    {
        var committed = db.Imports.Where(import => import.State == ImportState.Committed).Select(import => (long?)import.Id);
        return db.OrderFacts.Where(order => committed.Contains(order.ImportId)
            && (order.HiddenByImportId == null || !committed.Contains(order.HiddenByImportId)));
    }
}
