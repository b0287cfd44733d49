using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>All that the world can see of a shop, as text to compare: which import brought it and which ids it got left out.</summary>
internal static class ShopState
{
    internal static async Task<string[]> VisibleAsync(HuitouDb db, Vault vault)
    {
        var names = await Names.ReadAsync(db, vault);
        return
        [
            .. await OrdersAsync(db, names, vault), .. await PartsAsync(db, names), .. await TouchesAsync(db, names, vault), .. await CustomersAsync(db, names), .. await ProductsAsync(db),
        ];
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private sealed record Names(Dictionary<long, string> Nodes, Dictionary<int, string> Products, Dictionary<int, string> Channels)
    {
        internal static async Task<Names> ReadAsync(HuitouDb db, Vault vault) => new(
            (await db.EvidenceNodes.AsNoTracking().ToListAsync(Cancel)).ToDictionary(n => n.Id, n => n.Kind == EvidenceKind.SourceId ? n.Name(vault) : $"{n.Kind} {n.Name(vault)}"),
            (await db.Products.AsNoTracking().ToListAsync(Cancel)).Append(new Product { Id = 0, Code = "-" }).ToDictionary(p => p.Id, p => p.Code),
            (await db.Channels.AsNoTracking().ToListAsync(Cancel)).Append(new Channel { Id = 0, Name = "-" }).ToDictionary(c => c.Id, c => c.Name));

        internal string Node(long? id) => id is { } node ? Nodes[node] : "nobody";
    }

    /// <summary>The orders alone.</summary>
    internal static async Task<string[]> OrdersAsync(HuitouDb db, Vault vault) => [.. await OrdersAsync(db, await Names.ReadAsync(db, vault), vault)];

    private static async Task<IEnumerable<string>> OrdersAsync(HuitouDb db, Names names, Vault vault)
    {
        var orders = await VisibleOrders.Of(db).AsNoTracking().ToListAsync(Cancel);
        var details = await VisibleOrders.DetailsAsync(db, [.. orders.Select(o => o.Id)], Cancel);
        var buyers = (await VisibleOrders.Buyers(db).AsNoTracking().ToListAsync(Cancel)).ToDictionary(b => b.OrderNo, b => b.EvidenceNodeId);
        var filed = await db.BuyerOrders.AsNoTracking().ToDictionaryAsync(f => f.OrderId, f => f.NodeId, Cancel);
        Assert.All(orders, o => Assert.Equal(o.EvidenceNodeId ?? 0, filed.GetValueOrDefault(o.Id)));
        var lines = (await db.OrderLines.AsNoTracking().ToListAsync(Cancel)).ToLookup(l => l.OrderId);
        var refunds = (await db.OrderRefunds.AsNoTracking().ToListAsync(Cancel)).ToLookup(r => r.OrderId);
        var receivers = await OrderReceiver.ReadAsync(db, vault, [.. orders.Select(o => o.Id)], Cancel);
        return orders.Select(o =>
        {
            var node = o.EvidenceNodeId ?? (buyers.TryGetValue(o.OrderNo, out var home) ? home : null);
            var goods = lines[details.GetValueOrDefault(o.Id, o.Id)].OrderBy(l => l.LineNo).Select(l => $"{l.Quantity} {names.Products[l.ProductId]} {l.UnitPrice} {l.Amount}");
            return $"order {o.OrderNo} of {names.Node(node)} {o.Kind} {o.Status} day {o.Day} {o.Minute} {names.Channels[o.ChannelId]} amount {o.Amount} {o.Discount}: "
                + string.Join(", ", goods) + string.Concat(refunds[o.Id].OrderBy(r => r.RefundNo).Select(r => $"; back {r.Amount} on {r.Day}")) + $"; to {receivers.GetValueOrDefault(o.Id)}";
        }).Order(StringComparer.Ordinal);
    }

    private static async Task<IEnumerable<string>> PartsAsync(HuitouDb db, Names names)
    {
        var costs = await VisibleFacts.Of(db, db.OrderCosts).AsNoTracking().ToListAsync(Cancel);
        var details = await VisibleFacts.Of(db, db.OrderDetailsFacts).AsNoTracking().ToListAsync(Cancel);
        var buyers = await VisibleOrders.Buyers(db).AsNoTracking().ToListAsync(Cancel);
        var visitors = await VisibleFacts.Of(db, db.VisitorCounts).AsNoTracking().ToListAsync(Cancel);
        return
        [
            .. costs.Select(c => $"cost {c.OrderNo}: {c.Goods} {c.Freight} {c.Fee} {c.Service}").Order(StringComparer.Ordinal),
            .. details.Select(d => $"details {d.OrderNo}: {d.ContentHash}").Order(StringComparer.Ordinal),
            .. buyers.Select(b => $"buyer {b.OrderNo}: {names.Node(b.EvidenceNodeId)}").Order(StringComparer.Ordinal),
            .. visitors.Select(v => $"visitors {v.Day} {names.Channels[v.ChannelId]}: {v.Visitors}").Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<string>> TouchesAsync(HuitouDb db, Names names, Vault vault) =>
        (await VisibleFacts.Of(db, db.Touches).AsNoTracking().ToListAsync(Cancel))
        .Select(t => $"touch {t.Key} {t.Kind} {t.Day} {t.Minute} of {names.Node(t.EvidenceNodeId)} {t.OrderNo} {names.Products[t.ProductId]} {t.Staff} {t.Rating} {vault.OpenSome(t.Comment, Touch.SealedComment, t.Id)}")
        .Order(StringComparer.Ordinal);

    /// <summary>Those whom anything visible names: while an import runs, its own new customers are there unseen.</summary>
    private static async Task<IEnumerable<string>> CustomersAsync(HuitouDb db, Names names)
    {
        var told = (
            from statement in db.BuyerStatements
            join import in db.Imports on statement.ImportId equals import.Id
            where import.State == ImportState.Committed
            select statement.NodeId).Distinct();
        var customers = await (
            from node in db.EvidenceNodes
            where told.Contains(node.Id)
            join customer in db.Customers on node.CustomerId equals customer.Id
            select new { node.Id, customer.Name, customer.Region, customer.City, customer.StableSeed, IsBinned = customer.BinnedAt != null }).ToListAsync(Cancel);
        var consents = (await ConsentWords.Of(db, db.EvidenceNodes.Where(node => told.Contains(node.Id))).ToListAsync(Cancel))
            .DistinctBy(said => (said.NodeId, said.Consent.Channel, said.Consent.IsGiven));
        var tags = await (
            from node in db.EvidenceNodes
            where told.Contains(node.Id)
            join tag in db.CustomerTags on node.CustomerId equals tag.CustomerId
            select new { node.Id, tag.Tag }).ToListAsync(Cancel);
        return
        [
            .. customers.Select(c => $"customer {names.Node(c.Id)}: {c.Name}, {c.Region}, {c.City}, {c.StableSeed}, {c.IsBinned}").Order(StringComparer.Ordinal),
            .. tags.Select(t => $"tag {names.Node(t.Id)}: {t.Tag}").Order(StringComparer.Ordinal),
            .. consents.Select(c => $"consent {names.Node(c.NodeId)}: {c.Consent.Channel} {c.Consent.IsGiven}").Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<string>> ProductsAsync(HuitouDb db)
    {
        var told = (
            from statement in db.ProductStatements
            join import in db.Imports on statement.ImportId equals import.Id
            where import.State == ImportState.Committed
            select statement.ProductId).Distinct();
        return (await db.Products.AsNoTracking().Where(p => told.Contains(p.Id)).ToListAsync(Cancel))
            .Select(p => $"product {p.Code}: {p.Name}, {p.Category}, {p.Brand}, {p.ListPrice}, {p.UnitCost}, {p.LaunchDay}").Order(StringComparer.Ordinal);
    }

    /// <summary>Rows in all tables that an import writes to.</summary>
    internal static async Task<int[]> SizesAsync(HuitouDb db)
    {
        return
        [
            await db.OrderFacts.CountAsync(Cancel), await db.OrderLines.CountAsync(Cancel), await db.OrderRefunds.CountAsync(Cancel),
            await db.OrderDetailsFacts.CountAsync(Cancel), await db.OrderBuyers.CountAsync(Cancel), await db.OrderCosts.CountAsync(Cancel),
            await db.Touches.CountAsync(Cancel), await db.VisitorCounts.CountAsync(Cancel), await db.FactRepeats.CountAsync(Cancel),
            await db.Customers.CountAsync(Cancel), await db.EvidenceNodes.CountAsync(Cancel), await db.Products.CountAsync(Cancel),
            await db.BuyerStatements.CountAsync(Cancel), await db.ProductStatements.CountAsync(Cancel), await db.Channels.CountAsync(Cancel),
            await db.Consents.CountAsync(consent => consent.IsGiven, Cancel), await db.CustomerTags.CountAsync(Cancel), await db.OrderFacts.CountAsync(o => o.HiddenByImportId != null, Cancel),
            await db.BuyerOrders.CountAsync(Cancel), await db.OrderReceivers.CountAsync(Cancel), await db.EvidenceClaims.CountAsync(Cancel),
        ];
    }
}
