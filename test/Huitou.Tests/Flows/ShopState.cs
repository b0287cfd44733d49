using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>All that the world can see of a shop, as text to compare: which import brought it and which ids it got left out.</summary>
internal static class ShopState
{
    internal static async Task<string[]> VisibleAsync(HuitouDb db)
    {
        var cancel = TestContext.Current.CancellationToken;
        var orders = await VisibleOrders.Of(db).AsNoTracking().ToListAsync(cancel);
        var nodes = await db.EvidenceNodes.AsNoTracking().ToDictionaryAsync(n => n.Id, n => n.Value, cancel);
        var products = await db.Products.AsNoTracking().ToDictionaryAsync(p => p.Id, cancel);
        var lines = (await db.OrderLines.AsNoTracking().ToListAsync(cancel)).ToLookup(l => l.OrderId);
        var told = orders.Select(o =>
            $"order {o.OrderNo} of {(o.EvidenceNodeId is { } node ? nodes[node] : "nobody")} {o.Kind} {o.Status} day {o.Day} {o.Minute} amount {o.Amount}: "
            + string.Join(", ", lines[o.Id].OrderBy(l => l.LineNo).Select(l => $"{l.Quantity} {products.GetValueOrDefault(l.ProductId)?.Code} {l.Amount}")));
        var buyers = orders.Select(o => o.EvidenceNodeId).OfType<long>().ToHashSet();
        var customers = await (
            from node in db.EvidenceNodes
            join customer in db.Customers on node.CustomerId equals customer.Id
            select new { node.Id, node.Value, customer.Name, customer.Region, customer.StableSeed }).ToListAsync(cancel);
        return
        [
            .. told.Order(StringComparer.Ordinal),
            .. customers.Where(c => buyers.Contains(c.Id)).Select(c => $"customer {c.Value}: {c.Name}, {c.Region}, {c.StableSeed}").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Rows in all tables that an import writes to.</summary>
    internal static async Task<int[]> SizesAsync(HuitouDb db)
    {
        var cancel = TestContext.Current.CancellationToken;
        return
        [
            await db.OrderFacts.CountAsync(cancel), await db.OrderLines.CountAsync(cancel), await db.OrderRefunds.CountAsync(cancel),
            await db.Customers.CountAsync(cancel), await db.EvidenceNodes.CountAsync(cancel), await db.Products.CountAsync(cancel),
            await db.Channels.CountAsync(cancel), await db.Changes.CountAsync(cancel),
            await db.OrderFacts.CountAsync(o => o.HiddenByImportId != null, cancel),
        ];
    }
}
