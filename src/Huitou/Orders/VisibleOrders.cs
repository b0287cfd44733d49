using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Orders;

/// <summary>Which of the stored versions of orders count: those of committed imports that no committed import hides.</summary>
public static class VisibleOrders
{
    /// <summary>All visible orders and returns, whatever their status.</summary>
    public static IQueryable<OrderFact> Of(HuitouDb db)
    {
        var committed = db.Imports.Where(import => import.State == ImportState.Committed).Select(import => (long?)import.Id);
        return db.OrderFacts.Where(order => committed.Contains(order.ImportId)
            && (order.HiddenByImportId == null || !committed.Contains(order.HiddenByImportId)));
    }
}
