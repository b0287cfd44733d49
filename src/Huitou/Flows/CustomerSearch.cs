using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Finds customers by what somebody remembers of them: part of a name, or exactly a buyer's id or an order's number.</summary>
public sealed class CustomerSearch(IDbContextFactory<HuitouDb> databases)
{
    /// <summary>Who matches; null where nothing is searched for.</summary>
    public async Task<CustomerSet?> FindAsync(string? text, CancellationToken cancel)
    {
        var wanted = text?.Trim();
        if (string.IsNullOrEmpty(wanted)) return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = $"%{Escape(wanted)}%";
        var byName = await (db.Database.IsNpgsql()
            ? db.Customers.Where(customer => EF.Functions.ILike(customer.Name, pattern, "\\"))
            : db.Customers.Where(customer => EF.Functions.Like(customer.Name, pattern, "\\"))).Select(customer => customer.Id).ToListAsync(cancel);
        var byBuyer = await db.EvidenceNodes.Where(node => node.Value == wanted).Select(node => node.CustomerId).ToListAsync(cancel);
        var byOrder = await VisibleOrders.Of(db).Where(order => order.OrderNo == wanted)
            .Join(db.EvidenceNodes, order => order.EvidenceNodeId, node => node.Id, (_, node) => node.CustomerId).ToListAsync(cancel);
        return new CustomerSet([.. byName, .. byBuyer, .. byOrder]);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
