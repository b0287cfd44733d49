using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Huitou.Tests.Support;

namespace Huitou.Tests.Analytics;

/// <summary>
/// The tables behind a ledger, as lists: made by hand or at random, written to a database, and read by plain LINQ as the reference of
/// what the loader must find.
/// </summary>
internal sealed class OrderBook
{
    internal static readonly DateOnly FirstDay = new(2026, 1, 1);

    internal List<Shop> Shops { get; } = [];

    internal List<Import> Imports { get; } = [];

    internal List<Customer> Customers { get; } = [];

    internal List<EvidenceNode> Nodes { get; } = [];

    internal List<Product> Products { get; } = [];

    internal List<Channel> Channels { get; } = [];

    internal List<OrderFact> Orders { get; } = [];

    internal List<OrderLine> Lines { get; } = [];

    internal List<OrderRefund> Refunds { get; } = [];

    internal List<Touch> Touches { get; } = [];

    /// <summary>A book with two shops, two channels, three products and one committed import.</summary>
    internal static OrderBook Empty()
    {
        var book = new OrderBook();
        book.Shops.AddRange([NewShop(1, "Silk"), NewShop(2, "Linen")]);
        book.Channels.AddRange([new() { Id = 1, Name = "Search" }, new() { Id = 2, Name = "直播" }]);
        book.Products.AddRange(Enumerable.Range(1, 3).Select(id => new Product { Id = id, ShopId = 1, Code = $"P{id}", Name = $"Dress {id}" }));
        book.AddImport(ImportState.Committed);
        return book;
    }

    internal Import AddImport(ImportState state)
    {
        var import = new Import
        {
            Id = Imports.Count + 1, ShopId = 1, Name = "orders.csv", Preset = "generic", State = state, Actor = "test", StartedAt = DateTimeOffset.UnixEpoch,
        };
        Imports.Add(import);
        return import;
    }

    /// <summary>A customer with one evidence node of the same id.</summary>
    internal Customer AddCustomer(long id, string name = "", string region = "")
    {
        var customer = new Customer { Id = id, StableSeed = id, Name = name, Region = region, FirstImportId = 1, CreatedAt = DateTimeOffset.UnixEpoch };
        Customers.Add(customer);
        Nodes.Add(new() { Id = id, Kind = EvidenceKind.SourceId, Scope = "shop:1", Value = $"B{id}", Sealed = "", CustomerId = id });
        return customer;
    }

    /// <summary>A paid order of <paramref name="node"/> (nobody when null), on the day with that number after <see cref="FirstDay"/>, with one line.</summary>
    internal OrderFact AddOrder(long? node, int day, long amount, int shop = 1, int channel = 1, long import = 1)
    {
        var id = Orders.Count + 1;
        var paid = new DateTimeOffset(FirstDay.AddDays(day).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        var order = new OrderFact
        {
            Id = id, ShopId = shop, OrderNo = $"N{id}", ImportId = import, EvidenceNodeId = node, Status = OrderStatus.Paid, CreatedAt = paid,
            PaidAt = paid, Day = CivilDay.Number(FirstDay.AddDays(day)), Minute = 600, ChannelId = channel, Amount = amount,
        };
        Orders.Add(order);
        Lines.Add(new() { OrderId = id, LineNo = 1, ProductId = 1, Quantity = 1, UnitPrice = amount * 100, Amount = amount });
        return order;
    }

    /// <summary>A touch of <paramref name="node"/>; where that is null of the buyer of the order, or of nobody.</summary>
    internal Touch AddTouch(long? node, TouchKind kind, int day, string orderNo = "", int shop = 1, long import = 1)
    {
        var id = 1_000_000 + Touches.Count;
        var touch = new Touch
        {
            Id = id, ShopId = shop, Key = $"T{id}", ImportId = import, EvidenceNodeId = node, Kind = kind, OrderNo = orderNo,
            At = new DateTimeOffset(FirstDay.AddDays(day).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero), Day = CivilDay.Number(FirstDay.AddDays(day)), Minute = 600, ChannelId = 1,
        };
        Touches.Add(touch);
        return touch;
    }

    internal async Task SaveAsync(TestInstallation installation)
    {
        await using var db = installation.Open();
        var vault = installation.Get<Vault>();
        foreach (var node in Nodes) (node.Value, node.Sealed) = (vault.Blind($"B{node.Id}", BuyerAttribute.Id), vault.Seal($"B{node.Id}", BuyerAttribute.Id, node.Id));
        db.Shops.AddRange(Shops);
        db.Imports.AddRange(Imports);
        db.Channels.AddRange(Channels);
        await db.SaveChangesAsync();
        await BulkRows.InsertAsync(db, Customers);
        await BulkRows.InsertAsync(db, Nodes);
        await BulkRows.InsertAsync(db, Products);
        await BulkRows.InsertAsync(db, Orders);
        await BulkRows.InsertAsync(db, [.. Filed(Orders)]);
        await BulkRows.InsertAsync(db, Lines);
        await BulkRows.InsertAsync(db, Refunds);
        await BulkRows.InsertAsync(db, Touches);
    }

    /// <summary>The rows by which a buyer's orders are found.</summary>
    internal static IEnumerable<BuyerOrder> Filed(params IEnumerable<OrderFact> orders) =>
        orders.Where(order => order.EvidenceNodeId is not null).Select(order => new BuyerOrder { NodeId = order.EvidenceNodeId!.Value, OrderId = order.Id });

    /// <summary>What a loader must find, by definition: no index, no join order, no cleverness.</summary>
    internal Dictionary<long, CustomerFacts> Facts(Func<string, int> regionCode)
    {
        var orders = Visible(Orders).Where(order => order.Status == OrderStatus.Paid).ToLookup(order => CustomerOf(order.EvidenceNodeId));
        var touches = Visible(Touches).ToLookup(CustomerOf);
        return orders.Select(group => group.Key).Union(touches.Select(group => group.Key)).ToDictionary(id => id, id => new CustomerFacts(
            id,
            id == 0 ? 0 : regionCode(Customers.Single(customer => customer.Id == id).Region),
            [.. orders[id].Where(order => order.Kind == OrderKind.Sale).Select(Facts).OrderBy(o => o.Day).ThenBy(o => o.Minute).ThenBy(o => o.Id)],
            [.. orders[id].Where(order => order.Kind == OrderKind.Return).Select(order =>
                new RefundFacts(CivilDay.Of(order.Day!.Value), order.Amount, order.ShopId, order.ChannelId))])
        {
            Touches = [.. touches[id].Select(Facts)],
            TouchLives = TouchLife.Of(touches[id].Select(Facts)),
        });
    }

    private IEnumerable<T> Visible<T>(IEnumerable<T> facts) where T : Fact
    {
        var committed = Imports.Where(import => import.State == ImportState.Committed).Select(import => (long?)import.Id).ToHashSet();
        return facts.Where(fact => committed.Contains(fact.ImportId) && !(fact.HiddenByImportId is not null && committed.Contains(fact.HiddenByImportId)));
    }

    private long CustomerOf(long? node) => Nodes.Find(other => other.Id == node)?.CustomerId ?? 0;

    private long CustomerOf(Touch touch) => CustomerOf(
        touch.EvidenceNodeId ?? Visible(Orders).SingleOrDefault(order => order.ShopId == touch.ShopId && order.OrderNo == touch.OrderNo)?.EvidenceNodeId);

    private static TouchFacts Facts(Touch touch) => new(
        CivilDay.Of(touch.Day), touch.Minute, (int)touch.Kind, touch.ShopId, touch.ChannelId, touch.ProductId, touch.Rating ?? 0);

    private OrderFacts Facts(OrderFact order) => new(
        order.Id, CivilDay.Of(order.Day!.Value), order.Minute, order.ShopId, order.ChannelId, order.Marks, order.Amount, order.Discount,
        [.. Lines.Where(line => line.OrderId == order.Id).Select(line => new LineFacts(line.ProductId, line.Quantity, line.Amount, line.Marks))],
        [.. Refunds.Where(refund => refund.OrderId == order.Id).Select(refund => new RefundFacts(CivilDay.Of(refund.Day), refund.Amount, order.ShopId, order.ChannelId))]);

    private static Shop NewShop(int id, string name) => new() { Id = id, Name = name, TimeZone = "Asia/Shanghai", CreatedAt = DateTimeOffset.UnixEpoch };
}
