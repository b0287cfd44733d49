using System.Runtime.CompilerServices;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>
/// Visible orders of a scope, shop by shop in the sequence of their numbers, some thousand at a time. Whatever an export knows of how
/// orders are stored, it knows here.
/// </summary>
internal sealed class OrderReader(IDbContextFactory<HuitouDb> databases)
{
    private const int OrdersAtOnce = 2_000;

    /// <summary>How many there are.</summary>
    internal async Task<long> CountAsync(Scope scope, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await Within(VisibleOrders.Of(db), scope).LongCountAsync(cancel);
    }

    internal async IAsyncEnumerable<IReadOnlyList<WholeOrder>> ReadAsync(Scope scope, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        // Fixed at the start: what another host commits meanwhile neither adds a version nor hides one.
        var committed = (await db.Imports.Where(import => import.State == ImportState.Committed).Select(import => import.Id).ToListAsync(cancel)).ToHashSet();
        var channels = await db.Channels.ToDictionaryAsync(channel => channel.Id, channel => channel.Name, cancel);
        foreach (var shop in await ShopsAsync(db, scope, cancel))
        {
            for (var (after, afterId, more) = ("", 0L, true); more;)
            {
                var facts = await Beyond(Within(db.OrderFacts.AsNoTracking(), scope), shop.Id, after, afterId).Take(OrdersAtOnce).ToListAsync(cancel);
                more = facts.Count == OrdersAtOnce;
                if (facts.Count > 0) (after, afterId) = (facts[^1].OrderNo, facts[^1].Id);
                var visible = facts.Where(order => committed.Contains(order.ImportId)
                    && !(order.HiddenByImportId is { } hiding && committed.Contains(hiding))).ToList();
                if (visible.Count > 0) yield return await WholeAsync(db, shop, channels, visible, cancel);
            }
        }
    }

    /// <summary>A period is of paid days, so it leaves out what was never paid.</summary>
    private static IQueryable<OrderFact> Within(IQueryable<OrderFact> orders, Scope scope)
    {
        if (scope.Shops is { } shops) orders = orders.Where(order => shops.Contains(order.ShopId));
        if (scope.Channels is { } channels) orders = orders.Where(order => channels.Contains(order.ChannelId));
        if (scope.From is { } from && (int)CivilDay.Number(from) is var first) orders = orders.Where(order => order.Day >= first);
        if (scope.To is { } to && (int)CivilDay.Number(to) is var last) orders = orders.Where(order => order.Day <= last);
        return orders;
    }

    /// <summary>The facts of a shop beyond a place in the index of order numbers, where versions of one order lie together.</summary>
    private static IQueryable<OrderFact> Beyond(IQueryable<OrderFact> orders, int shop, string orderNo, long id) => orders
#pragma warning disable CA1309 // The database compares, by its own collation.
        .Where(order => order.ShopId == shop && string.Compare(order.OrderNo, orderNo) >= 0 && (order.OrderNo != orderNo || order.Id > id))
#pragma warning restore CA1309
        .OrderBy(order => order.OrderNo).ThenBy(order => order.Id);

    private static async Task<List<OrderShop>> ShopsAsync(HuitouDb db, Scope scope, CancellationToken cancel) =>
        [
            .. (await db.Shops.AsNoTracking().OrderBy(shop => shop.Id).ToListAsync(cancel))
                .Where(shop => scope.Shops?.Contains(shop.Id) ?? true)
                .Select(shop => new OrderShop(shop.Id, shop.Name, new ShopClock(shop.TimeZone))),
        ];

    private static async Task<List<WholeOrder>> WholeAsync(
        HuitouDb db, OrderShop shop, Dictionary<int, string> channels, List<OrderFact> facts, CancellationToken cancel)
    {
        var ids = facts.Select(order => order.Id).ToArray();
        var details = await VisibleOrders.DetailsAsync(db, ids, cancel);
        var lines = await LinesAsync(db, [.. ids, .. details.Values], cancel);
        var homes = await HomesAsync(db, shop.Id, facts, cancel);
        var refunds = (await db.OrderRefunds.AsNoTracking().Where(refund => EF.Parameter(ids).Contains(refund.OrderId)).ToListAsync(cancel))
            .OrderBy(refund => refund.RefundNo).ToLookup(refund => refund.OrderId, refund => new DayRefund(CivilDay.Of(refund.Day), refund.Amount));
        var buyers = await BuyersAsync(db, [.. facts.Select(order => order.EvidenceNodeId).OfType<long>().Concat(homes.Values).Distinct()], cancel);
        return facts.ConvertAll(order => new WholeOrder
        {
            Shop = shop,
            OrderNo = order.OrderNo,
            Kind = order.Kind,
            Status = order.Status,
            Marks = order.Marks,
            CreatedAt = order.CreatedAt,
            PaidAt = order.PaidAt,
            RankedAt = DateTimeOffset.FromUnixTimeMilliseconds(order.Rank),
            Buyer = (order.EvidenceNodeId ?? (homes.TryGetValue(order.OrderNo, out var home) ? home : null)) is { } node ? buyers.GetValueOrDefault(node) : null,
            Channel = channels.GetValueOrDefault(order.ChannelId, ""),
            Amount = order.Amount,
            Discount = order.Discount,
            Lines = [.. lines[details.GetValueOrDefault(order.Id, order.Id)]],
            Refunds = [.. refunds[order.Id]],
        });
    }

    private static async Task<ILookup<long, WholeLine>> LinesAsync(HuitouDb db, long[] ids, CancellationToken cancel)
    {
        var lines = await db.OrderLines.AsNoTracking().Where(line => EF.Parameter(ids).Contains(line.OrderId)).ToListAsync(cancel);
        var goods = lines.Select(line => line.ProductId).Distinct().ToArray();
        var products = await db.Products.AsNoTracking().Where(product => EF.Parameter(goods).Contains(product.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return lines.OrderBy(line => line.OrderId).ThenBy(line => line.LineNo).ToLookup(line => line.OrderId, line =>
        {
            var product = products.GetValueOrDefault(line.ProductId);
            return new WholeLine(
                product?.Code ?? "", product?.Name ?? "", product?.Category ?? "", line.Quantity, line.UnitPrice, line.Amount, line.Marks);
        });
    }

    /// <summary>The buyers that files of buyers give to orders which name none.</summary>
    private static async Task<Dictionary<string, long>> HomesAsync(HuitouDb db, int shop, List<OrderFact> facts, CancellationToken cancel)
    {
        var nobody = facts.Where(order => order.EvidenceNodeId is null).Select(order => order.OrderNo).ToArray();
        return nobody.Length == 0 ? [] : await VisibleOrders.Buyers(db).Where(buyer => buyer.ShopId == shop && EF.Parameter(nobody).Contains(buyer.OrderNo))
            .ToDictionaryAsync(buyer => buyer.OrderNo, buyer => buyer.EvidenceNodeId, cancel);
    }

    private static Task<Dictionary<long, BoughtBy>> BuyersAsync(HuitouDb db, long[] nodes, CancellationToken cancel)
    {
        return (
            from node in db.EvidenceNodes
            where EF.Parameter(nodes).Contains(node.Id)
            join customer in db.Customers on node.CustomerId equals customer.Id
            select new { node.Id, Buyer = new BoughtBy(node.Kind == EvidenceKind.SourceId ? node.Value : "", customer.Id, customer.Name, customer.Region, customer.City) })
            .ToDictionaryAsync(found => found.Id, found => found.Buyer, cancel);
    }
}
