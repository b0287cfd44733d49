using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>To whom and where an order went; empty is not told. Name, phone and address are masked.</summary>
public sealed record ShownReceiver(string Name, string Phone, string Region, string City, string District, string Address)
{
    internal static ShownReceiver Of(SourceReceiver receiver)
    {
        var masked = ReceiverMask.Of(receiver);
        return new(masked.Name, masked.Phone, masked.Place.Region, masked.Place.City, masked.Place.District, masked.Address);
    }
}

/// <summary>An address that a customer's orders went to.</summary>
/// <param name="Order">The newest order that went there: by it the address is told in full, and taken over.</param>
/// <param name="Receiver">The address, and who received that order.</param>
/// <param name="Orders">How many orders went there.</param>
/// <param name="LastAt">When the newest was paid.</param>
/// <param name="MayBeTaken">Whether it is whole, so that it can be the customer's address.</param>
public sealed record ReceiverAddress(long Order, ShownReceiver Receiver, int Orders, DateTimeOffset LastAt, bool MayBeTaken);

/// <summary>The addresses that a customer's orders went to, the last used first.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">The first of them.</param>
public sealed record ReceiversAnswer(int Total, IReadOnlyList<ReceiverAddress> Items);

/// <summary>
/// Where a customer's orders went. A receiver may be anybody, so nothing of it is the customer's own until somebody takes an address over.
/// </summary>
public sealed class CustomerReceivers(IDbContextFactory<HuitouDb> databases, EditProfile profiles, Vault vault)
{
    /// <summary>The most addresses that are told; who has more is a desk that orders for many.</summary>
    public const int MostItems = 100;

    /// <summary>The most orders that are looked through, the newest.</summary>
    private const int MostOrders = 2_000;

    /// <summary>Each address once.</summary>
    public async Task<Outcome<ReceiversAnswer>> AskAsync(long customer, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        customer = await CustomerRows.CurrentAsync(db, customer, cancel);
        if (!await db.Customers.AnyAsync(known => known.Id == customer, cancel)) return new Refusal(ProblemCode.NotFound, $"There is no customer {customer}.", "id");
        var went = (await OfAsync(db, vault, customer, cancel)).Where(order => order.Order is { Kind: OrderKind.Sale, Status: OrderStatus.Paid });
        var places = went.GroupBy(order => (order.To.Address, order.To.Place)).Where(place => place.Key.Address.Length > 0 || !place.Key.Place.IsNone).ToList();
        return new ReceiversAnswer(places.Count, [.. places.Take(MostItems).Select(place => Item(place.First(), place.Count()))]);
    }

    private static ReceiverAddress Item((OrderFact Order, SourceReceiver To) newest, int orders) =>
        new(newest.Order.Id, ShownReceiver.Of(newest.To), orders, newest.Order.PaidAt ?? newest.Order.CreatedAt, newest.To is { Address.Length: > 0, IsMasked: false });

    /// <summary>Writes the address of an order into the profile, as somebody's own word: it is taken back like any.</summary>
    public async Task<Outcome<ProfileWritten>> TakeAsync(long customer, long order, Actor actor, CancellationToken cancel)
    {
        SourceReceiver? receiver;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            customer = await CustomerRows.CurrentAsync(db, customer, cancel);
            var isTheirs = await CustomerOrders.OfCustomer(db, customer).AnyAsync(known => known.Id == order, cancel);
            receiver = isTheirs ? (await OrderReceiver.ReadAsync(db, vault, [order], cancel)).GetValueOrDefault(order) : null;
        }
        if (receiver is not { Address.Length: > 0 }) return new Refusal(ProblemCode.NotFound, $"Customer {customer} has no order {order} with an address.", "order");
        if (receiver.IsMasked) return new Refusal(ProblemCode.InvalidField, "The file masks this address. Write the whole one into the profile by hand.", "order");
        ProfileWrite[] place = receiver.Place is { IsNone: false } told
            ? [new(ProfileAttribute.Region, told.Region), new(ProfileAttribute.City, told.City), new(ProfileAttribute.District, told.District)] : [];
        return await profiles.WriteAsync([customer], [new(BuyerAttribute.Address, receiver.Address), .. place], actor, cancel);
    }

    /// <summary>The orders of a customer that say where they went, the newest first.</summary>
    internal static async Task<List<(OrderFact Order, SourceReceiver To)>> OfAsync(HuitouDb db, Vault vault, long customer, CancellationToken cancel)
    {
        var orders = await CustomerOrders.OfCustomer(db, customer).AsNoTracking().Where(order => db.OrderReceivers.Any(receiver => receiver.OrderId == order.Id))
            .OrderByDescending(order => order.PaidAt ?? order.CreatedAt).ThenByDescending(order => order.Id).Take(MostOrders).ToListAsync(cancel);
        var receivers = await OrderReceiver.ReadAsync(db, vault, orders.ConvertAll(order => order.Id), cancel);
        return orders.ConvertAll(order => (order, receivers[order.Id]));
    }
}
