using System.Globalization;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>One line of an order on a timeline. Money in minor units, unit prices in 1/10,000.</summary>
public sealed record TimelineLine(ProductName Product, int Quantity, long UnitPrice, long Amount, LineMarks Marks);

/// <summary>A refund of an order.</summary>
public sealed record TimelineRefund(DateOnly Day, long Amount);

/// <summary>A shop or channel by name.</summary>
public sealed record NamedPlace(int Id, string Name);

/// <summary>One order or return on a customer's timeline. Money in minor units; day and time of payment are null while unpaid, the receiver where nobody tells it.</summary>
public sealed record TimelineOrder(
    long Id, string OrderNo, NamedPlace Shop, OrderKind Kind, OrderStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? PaidAt, DateOnly? Day,
    NamedPlace? Channel, OrderMarks Marks, long Amount, long Discount, IReadOnlyList<TimelineRefund> Refunds, IReadOnlyList<TimelineLine> Lines,
    ShownReceiver? Receiver);

/// <summary>A stretch of a timeline, newest first.</summary>
/// <param name="Currency">What money is counted in.</param>
/// <param name="Items">The orders.</param>
/// <param name="Next">What to ask the next stretch with; null at the end.</param>
public sealed record TimelineAnswer(Currency Currency, IReadOnlyList<TimelineOrder> Items, string? Next);

/// <summary>A customer's orders and returns, newest first, stretch by stretch.</summary>
public sealed class CustomerOrders(IDbContextFactory<HuitouDb> databases, Settings settings, Vault vault)
{
    /// <summary>The longest stretch.</summary>
    public const int MostItems = 200;

    public async Task<Outcome<TimelineAnswer>> AskAsync(long customer, string? cursor, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Refusal(ProblemCode.InvalidField, $"A stretch has 1 to {MostItems} items, not {limit}.", "limit");
        if (Place.Parse(cursor) is not { } after)
            return new Refusal(ProblemCode.InvalidField, $"'{cursor}' is no cursor. Give the 'next' of the answer before, or none.", "cursor");
        await using var db = await databases.CreateDbContextAsync(cancel);
        customer = await CustomerRows.CurrentAsync(db, customer, cancel);
        if (!await db.Customers.AnyAsync(known => known.Id == customer, cancel))
            return new Refusal(ProblemCode.NotFound, $"There is no customer {customer}.", "id");

        var orders = await BeforeAsync(db, customer, after.At, after.Id, limit + 1, cancel);
        var page = orders.Take(limit).ToList();
        var next = orders.Count > limit ? new Place(page[^1].PaidAt ?? page[^1].CreatedAt, page[^1].Id).ToString() : null;
        return new TimelineAnswer(await settings.CurrencyAsync(cancel), await ItemsAsync(db, vault, page, cancel), next);
    }

    /// <summary>Orders older than a time, or as old and of a smaller number, the newest first.</summary>
    internal static Task<List<OrderFact>> BeforeAsync(HuitouDb db, long customer, DateTimeOffset at, long id, int limit, CancellationToken cancel) => OfCustomer(db, customer).AsNoTracking()
        .Where(order => (order.PaidAt ?? order.CreatedAt) < at || ((order.PaidAt ?? order.CreatedAt) == at && order.Id < id))
        .OrderByDescending(order => order.PaidAt ?? order.CreatedAt).ThenByDescending(order => order.Id)
        .Take(limit).ToListAsync(cancel);

    /// <summary>The orders that name the customer, and those without a buyer of their own that a file of buyers gives to them.</summary>
    internal static IQueryable<OrderFact> OfCustomer(HuitouDb db, long customer)
    {
        var nodes = db.EvidenceNodes.Where(node => node.CustomerId == customer).Select(node => node.Id);
        var homed =
            from buyer in VisibleOrders.Buyers(db)
            where nodes.Contains(buyer.EvidenceNodeId)
            join order in VisibleOrders.Of(db) on new { buyer.ShopId, buyer.OrderNo } equals new { order.ShopId, order.OrderNo }
            where order.EvidenceNodeId == null
            select order;
        var own =
            from named in db.BuyerOrders
            where nodes.Contains(named.NodeId)
            join order in VisibleOrders.Of(db) on named.OrderId equals order.Id
            select order;
        return own.Concat(homed);
    }

    internal static async Task<List<TimelineOrder>> ItemsAsync(HuitouDb db, Vault vault, List<OrderFact> orders, CancellationToken cancel)
    {
        var contents = await OrderContents.ReadAsync(db, orders, cancel);
        var receivers = await OrderReceiver.ReadAsync(db, vault, orders.ConvertAll(order => order.Id), cancel);
        var lines = contents.Lines.SelectMany(order => order).ToList();
        int[] productIds = [.. lines.Select(line => line.ProductId).Distinct()];
        var products = await db.Products.Where(product => EF.Parameter(productIds).Contains(product.Id))
            .Select(product => new ProductName(product.Id, product.Code, product.Name, product.Category)).ToDictionaryAsync(p => p.Id, cancel);
        var places = await PlacesAsync(db, cancel);
        TimelineLine Line(OrderLine line) => new(
            products.GetValueOrDefault(line.ProductId) ?? new(line.ProductId, "", "", ""), line.Quantity, line.UnitPrice, line.Amount, line.Marks);
        return
        [
            .. orders.Select(order => new TimelineOrder(
                order.Id, order.OrderNo, places.Shop(order.ShopId), order.Kind, order.Status,
                order.CreatedAt, order.PaidAt, order.Day is { } day ? CivilDay.Of(day) : null, places.Channel(order.ChannelId),
                order.Marks, order.Amount, order.Discount, [.. contents.Refunds[order.Id].Select(refund => new TimelineRefund(CivilDay.Of(refund.Day), refund.Amount))],
                [.. contents.Lines[order.Id].Select(Line)], receivers.TryGetValue(order.Id, out var receiver) ? ShownReceiver.Of(receiver) : null)),
        ];
    }

    /// <summary>Shops and channels by number.</summary>
    internal sealed record Places(Dictionary<int, NamedPlace> Shops, Dictionary<int, NamedPlace> Channels)
    {
        internal NamedPlace Shop(int id) => Shops.GetValueOrDefault(id) ?? new(id, "");

        internal NamedPlace? Channel(int id) => Channels.GetValueOrDefault(id);
    }

    internal static async Task<Places> PlacesAsync(HuitouDb db, CancellationToken cancel) => new(
        await db.Shops.Select(shop => new NamedPlace(shop.Id, shop.Name)).ToDictionaryAsync(shop => shop.Id, cancel),
        await db.Channels.Select(channel => new NamedPlace(channel.Id, channel.Name)).ToDictionaryAsync(channel => channel.Id, cancel));

    /// <summary>A place on a timeline: everything after it is older.</summary>
    private readonly record struct Place(DateTimeOffset At, long Id)
    {
        private static readonly Place Start = new(DateTimeOffset.MaxValue, long.MaxValue);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Id}");

        internal static Place? Parse(string? cursor)
        {
            if (string.IsNullOrEmpty(cursor)) return Start;
            var dash = cursor.IndexOf('-', 1);
            return dash > 0
                && long.TryParse(cursor.AsSpan(0, dash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var millis)
                && long.TryParse(cursor.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && millis >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && millis <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? new Place(DateTimeOffset.FromUnixTimeMilliseconds(millis), id)
                : null;
        }
    }
}
