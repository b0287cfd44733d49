using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>
/// The one place that says which order facts exist for the world: those of committed imports that no committed import has put a
/// newer version before. While an import runs, what it wrote is not there and what it will hide still is.
/// </summary>
public static class VisibleOrders
{
    /// <summary>A condition for SQL on both databases; <c>o</c> is the alias of order_fact.</summary>
    public const string Sql =
        "o.import_id IN (SELECT id FROM import WHERE state = 'Committed') AND (o.hidden_by_import_id IS NULL " +
        "OR o.hidden_by_import_id NOT IN (SELECT id FROM import WHERE state = 'Committed'))";

    /// <summary>The same as a query.</summary>
    public static IQueryable<OrderFact> Visible(this HuitouDb db) => db.OrderFacts.Where(o =>
        db.Imports.Any(i => i.Id == o.ImportId && i.State == ImportState.Committed)
        && (o.HiddenByImportId == null || !db.Imports.Any(i => i.Id == o.HiddenByImportId && i.State == ImportState.Committed)));
}
