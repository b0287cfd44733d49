using System.Globalization;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>What happened on a timeline. Of two at the same time the first here comes first.</summary>
public enum TimelineKind
{
    Order,
    Touch,
    Consent,
    Profile,
}

/// <summary>Where a customer and the shop met.</summary>
public sealed record TimelineTouch(TouchKind Kind, NamedPlace Shop, NamedPlace? Channel, string OrderNo, string Product, string Staff, int? Rating, string Comment);

/// <summary>That a customer agreed or refused.</summary>
public sealed record TimelineConsent(ConsentChannel Channel, ConsentPurpose Purpose, bool IsGiven, string Proof, ProfileSource Source);

/// <summary>What somebody wrote into the profile at once; personal things masked.</summary>
public sealed record TimelineWrite(Guid Act, string Actor, DateTimeOffset? TakenBackAt, IReadOnlyList<ProfileWrite> Writes);

/// <summary>One thing on a timeline: the one of its kind is filled.</summary>
public sealed record TimelineEvent(TimelineKind Kind, DateTimeOffset At, long Id, TimelineOrder? Order, TimelineTouch? Touch, TimelineConsent? Consent, TimelineWrite? Profile);

/// <summary>A stretch of a timeline of everything, newest first.</summary>
public sealed record TimelineStretch(Currency Currency, IReadOnlyList<TimelineEvent> Items, string? Next);

/// <summary>All that happened between a customer and the shop, newest first, stretch by stretch: orders, touches, agreements, what was written of them.</summary>
public sealed class CustomerTimeline(IDbContextFactory<HuitouDb> databases, Settings settings, Vault vault)
{
    public async Task<Outcome<TimelineStretch>> AskAsync(long customer, IReadOnlyCollection<TimelineKind> kinds, string? cursor, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > CustomerOrders.MostItems) return new Refusal(ProblemCode.InvalidField, $"A stretch has 1 to {CustomerOrders.MostItems} items, not {limit}.", "limit");
        if (Place.Parse(cursor) is not { } after) return new Refusal(ProblemCode.InvalidField, $"'{cursor}' is no cursor. Give the 'next' of the answer before, or none.", "cursor");
        await using var db = await databases.CreateDbContextAsync(cancel);
        customer = await CustomerRows.CurrentAsync(db, customer, cancel);
        if (!await db.Customers.AnyAsync(known => known.Id == customer, cancel)) return new Refusal(ProblemCode.NotFound, $"There is no customer {customer}.", "id");

        var wants = new HashSet<TimelineKind>(kinds.Count > 0 ? kinds : Enum.GetValues<TimelineKind>());
        var found = new List<TimelineEvent>();
        if (wants.Contains(TimelineKind.Order)) found.AddRange(await OrdersAsync(db, customer, after, limit + 1, cancel));
        if (wants.Contains(TimelineKind.Touch)) found.AddRange(await TouchesAsync(db, customer, after, limit + 1, cancel));
        if (wants.Contains(TimelineKind.Consent)) found.AddRange((await ConsentsAsync(db, customer, cancel)).Where(after.IsBefore));
        if (wants.Contains(TimelineKind.Profile)) found.AddRange((await WritesAsync(db, customer, cancel)).Where(after.IsBefore));
        var page = found.OrderByDescending(item => item.At).ThenBy(item => item.Kind).ThenByDescending(item => item.Id).Take(limit).ToList();
        return new TimelineStretch(await settings.CurrencyAsync(cancel), page, found.Count > page.Count ? Place.Of(page[^1]).ToString() : null);
    }

    private async Task<IEnumerable<TimelineEvent>> OrdersAsync(HuitouDb db, long customer, Place after, int limit, CancellationToken cancel)
    {
        var (at, id) = after.Bound(TimelineKind.Order);
        var orders = await CustomerOrders.BeforeAsync(db, customer, at, id, limit, cancel);
        return (await CustomerOrders.ItemsAsync(db, vault, orders, cancel)).Select(order => new TimelineEvent(TimelineKind.Order, order.PaidAt ?? order.CreatedAt, order.Id, order, null, null, null));
    }

    private async Task<IEnumerable<TimelineEvent>> TouchesAsync(HuitouDb db, long customer, Place after, int limit, CancellationToken cancel)
    {
        var (at, id) = after.Bound(TimelineKind.Touch);
        var nodes = db.EvidenceNodes.Where(node => node.CustomerId == customer).Select(node => (long?)node.Id);
        var visible = VisibleFacts.Of(db, db.Touches);
        // A touch that names an order alone is of the order's buyer.
        var ofOrders =
            from order in CustomerOrders.OfCustomer(db, customer)
            join touch in visible on new { order.ShopId, order.OrderNo } equals new { touch.ShopId, touch.OrderNo }
            where touch.EvidenceNodeId == null
            select touch;
        var touches = await visible.Where(touch => nodes.Contains(touch.EvidenceNodeId)).Concat(ofOrders)
            .Where(touch => touch.At < at || (touch.At == at && touch.Id < id)).OrderByDescending(touch => touch.At).ThenByDescending(touch => touch.Id)
            .Take(limit).AsNoTracking().ToListAsync(cancel);
        int[] products = [.. touches.Select(touch => touch.ProductId).Distinct()];
        var names = await db.Products.Where(product => EF.Parameter(products).Contains(product.Id)).ToDictionaryAsync(product => product.Id, product => product.Name.Length > 0 ? product.Name : product.Code, cancel);
        var places = await CustomerOrders.PlacesAsync(db, cancel);
        return touches.Select(touch => new TimelineEvent(TimelineKind.Touch, touch.At, touch.Id, null, new TimelineTouch(
            touch.Kind, places.Shop(touch.ShopId), places.Channel(touch.ChannelId), touch.OrderNo, names.GetValueOrDefault(touch.ProductId, ""), touch.Staff, touch.Rating, vault.OpenSome(touch.Comment, Touch.SealedComment, touch.Id)), null, null));
    }

    private async Task<IEnumerable<TimelineEvent>> ConsentsAsync(HuitouDb db, long customer, CancellationToken cancel)
    {
        var said = await ConsentWords.Of(db, db.EvidenceNodes.Where(node => node.CustomerId == customer)).AsNoTracking().ToListAsync(cancel);
        var files = await ProfileView.FilesAsync(db, [.. said.Select(word => word.Consent.ImportId).OfType<long>().Distinct()], cancel);
        return said.Select(word => word.Consent).OrderBy(consent => consent.Id)
            .DistinctBy(consent => (consent.Channel, consent.Purpose, consent.IsGiven, consent.At, consent.OpenedProof(vault), consent.ImportId, consent.Actor))
            .Select(consent => new TimelineEvent(TimelineKind.Consent, consent.At, consent.Id, null, null, new TimelineConsent(
                consent.Channel, consent.Purpose, consent.IsGiven, consent.OpenedProof(vault),
                new(consent.ImportId, consent.ImportId is { } import ? files.GetValueOrDefault(import, "") : consent.Actor)), null));
    }

    private async Task<IEnumerable<TimelineEvent>> WritesAsync(HuitouDb db, long customer, CancellationToken cancel) =>
        (await ProfileEdits.OfCustomerAsync(db, customer, cancel)).GroupBy(edit => edit.Act).Select(act => new TimelineEvent(
            TimelineKind.Profile, act.First().At, act.First().Id, null, null, null, new TimelineWrite(
                act.Key, act.First().Actor, act.First().TakenBackAt, [.. act.Select(edit => new ProfileWrite(edit.Attribute, ProfileView.Masked(edit.Attribute, edit.Opened(vault))))])));

    /// <summary>A place on the timeline: everything after it is older, or of a later kind, or has a smaller number.</summary>
    private readonly record struct Place(DateTimeOffset At, TimelineKind Kind, long Id)
    {
        private static readonly Place Start = new(DateTimeOffset.MaxValue, TimelineKind.Profile, 0);

        internal static Place Of(TimelineEvent item) => new(item.At, item.Kind, item.Id);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}.{(int)Kind}.{Id}");

        internal bool IsBefore(TimelineEvent item) => item.At < At || (item.At == At && (item.Kind > Kind || (item.Kind == Kind && item.Id < Id)));

        /// <summary>Of a kind those come after that are older, or as old and have a smaller number.</summary>
        internal (DateTimeOffset At, long Id) Bound(TimelineKind kind) => (At, kind == Kind ? Id : kind > Kind ? long.MaxValue : long.MinValue);

        internal static Place? Parse(string? cursor)
        {
            if (string.IsNullOrEmpty(cursor)) return Start;
            var parts = cursor.Split('.');
            return parts.Length == 3
                && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var millis)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((TimelineKind)kind)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && millis >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && millis <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? new Place(DateTimeOffset.FromUnixTimeMilliseconds(millis), (TimelineKind)kind, id)
                : null;
        }
    }
}
