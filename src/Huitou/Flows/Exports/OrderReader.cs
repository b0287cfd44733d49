using System.Runtime.CompilerServices;
using Huitou.Access;
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
internal sealed class OrderReader(IDbContextFactory<HuitouDb> databases, Vault vault)
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

    private async Task<List<WholeOrder>> WholeAsync(
        HuitouDb db, OrderShop shop, Dictionary<int, string> channels, List<OrderFact> facts, CancellationToken cancel)
    {
        var contents = await OrderContents.ReadAsync(db, facts, cancel);
        var products = await ProductsAsync(db, [.. contents.Lines.SelectMany(order => order).Select(line => line.ProductId).Distinct()], cancel);
        var buyers = await BuyersAsync(db, [.. contents.Nodes.Values.Distinct()], cancel);
        var receivers = await OrderReceiver.ReadAsync(db, vault, facts.ConvertAll(order => order.Id), cancel);
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
            Buyer = contents.Nodes.TryGetValue(order.Id, out var node) ? buyers.GetValueOrDefault(node) : null,
            Receiver = receivers.GetValueOrDefault(order.Id),
            Channel = channels.GetValueOrDefault(order.ChannelId, ""),
            Amount = order.Amount,
            Discount = order.Discount,
            Original = order.Currency is { } code ? new OriginalMoney(Currencies.Find(code)!, order.OriginalAmount ?? 0, order.Rate ?? 0) : null,
            Lines = [.. contents.Lines[order.Id].Select(line => Line(line, products.GetValueOrDefault(line.ProductId)))],
            Refunds = [.. contents.Refunds[order.Id].Select(refund => new DayRefund(CivilDay.Of(refund.Day), refund.Amount))],
        });
    }

    private static WholeLine Line(OrderLine line, Product? product) => new(
        product?.Code ?? "", product?.Name ?? "", product?.Category ?? "", line.Quantity, line.UnitPrice, line.Amount, line.Marks);

    private static Task<Dictionary<int, Product>> ProductsAsync(HuitouDb db, int[] ids, CancellationToken cancel) =>
        db.Products.AsNoTracking().Where(product => EF.Parameter(ids).Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);

    private async Task<Dictionary<long, BoughtBy>> BuyersAsync(HuitouDb db, long[] nodes, CancellationToken cancel)
    {
        var contacts = await BuyerContacts.ReadAsync(db, vault, nodes, cancel);
        var customerOf = await db.EvidenceNodes.Where(node => EF.Parameter(nodes).Contains(node.Id)).ToDictionaryAsync(node => node.Id, node => node.CustomerId, cancel);
        var names = await CustomerNames.ReadAsync(db, vault, [.. customerOf.Values.Distinct()], cancel);
        return customerOf.ToDictionary(node => node.Key, node =>
        {
            var who = names.GetValueOrDefault(node.Value, CustomerName.Unknown);
            return new BoughtBy(contacts[node.Key], node.Value, who.Name, who.Region, who.City);
        });
    }
}
