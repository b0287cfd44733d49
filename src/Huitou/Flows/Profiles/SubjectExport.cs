using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>One piece of a person's evidence, in full.</summary>
/// <param name="Kind">What kind of name or value it is.</param>
/// <param name="Scope">Within what it is one person's; empty where everywhere.</param>
/// <param name="Value">The name, or the value.</param>
/// <param name="Carries">What sources say of the piece by which it is recognised elsewhere.</param>
/// <param name="Shown">What sources mask of it, as they show it.</param>
public sealed record SubjectEvidence(EvidenceKind Kind, string Scope, string Value, IReadOnlyList<SubjectCarried> Carries, IReadOnlyList<SubjectShown> Shown);

/// <summary>A value that a source shows with stars in it.</summary>
public sealed record SubjectShown(EvidenceKind Kind, string Value);

/// <summary>A value that a piece of a person's evidence carries, in full.</summary>
public sealed record SubjectCarried(EvidenceKind Kind, string Scope, string Value);

/// <summary>One thing that is known of a person, in full, and who says so.</summary>
public sealed record SubjectFact(string Attribute, string Text, DateTimeOffset At, ProfileSource Source);

/// <summary>One word that was ever said of a person and is kept, in full.</summary>
/// <param name="Attribute">What it is about.</param>
/// <param name="Text">What it is; empty where it cleared something.</param>
/// <param name="At">When it was said.</param>
/// <param name="Source">Who said it.</param>
/// <param name="TakenBackAt">When somebody took back what they wrote; null for what was not.</param>
public sealed record SubjectWord(string Attribute, string Text, DateTimeOffset At, ProfileSource Source, DateTimeOffset? TakenBackAt);

/// <summary>To whom and where a version of an order of theirs went, in full; former versions too.</summary>
public sealed record SubjectReceiver(string OrderNo, DateTimeOffset At, string Name, string Phone, string Region, string City, string District, string Address);

/// <summary>All that is kept of one person, to be handed to them.</summary>
/// <param name="Customer">The customer's number.</param>
/// <param name="At">When the file was made.</param>
/// <param name="KnownSince">When they were first heard of.</param>
/// <param name="Currency">That of the amounts.</param>
/// <param name="Evidence">By what they are recognised.</param>
/// <param name="Profile">Of each thing what stands.</param>
/// <param name="Said">Every word that is kept, all addresses and former values among them, the newest first.</param>
/// <param name="Receivers">Where their orders went.</param>
/// <param name="Timeline">What happened.</param>
public sealed record SubjectFile(
    long Customer, DateTimeOffset At, DateTimeOffset KnownSince, Currency Currency, IReadOnlyList<SubjectEvidence> Evidence, IReadOnlyList<SubjectFact> Profile, IReadOnlyList<SubjectWord> Said,
    IReadOnlyList<SubjectReceiver> Receivers, IReadOnlyList<TimelineEvent> Timeline);

/// <summary>Gathers all that is kept of one person into one file, and writes down who took it.</summary>
public sealed class SubjectExport(IDbContextFactory<HuitouDb> databases, CustomerTimeline timeline, Vault vault, AuditLog audit, TimeProvider time)
{
    public async Task<Outcome<SubjectFile>> RunAsync(long id, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        id = await CustomerRows.CurrentAsync(db, id, cancel);
        if (await db.Customers.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id, cancel) is not { } customer) return new Refusal(ProblemCode.NotFound, $"There is no customer {id}.", "id");
        var profile = await Profile.ReadAsync(db, vault, id, cancel);
        var facts = profile.Facts.Concat(profile.Tags).Concat(profile.Notes).ToList();
        var files = await ProfileView.FilesAsync(db, [.. facts.Concat(profile.Said.Select(word => word.Fact)).Select(fact => fact.ImportId).OfType<long>().Distinct()], cancel);
        var nodes = await db.EvidenceNodes.AsNoTracking().Where(node => node.CustomerId == id).OrderBy(node => node.Id).ToListAsync(cancel);
        var carried = await BuyerContacts.CarriedAsync(db, vault, nodes.ConvertAll(node => node.Id), cancel);
        var shown = await BuyerContacts.ShownAsync(db, vault, nodes.ConvertAll(node => node.Id), cancel);
        var events = await EventsAsync(id, cancel);
        if (events.Refusal is { } refusal) return refusal;

        audit.Add(db, actor, $"customer:{id}", AuditFact.PersonExported());
        await db.SaveChangesAsync(cancel);
        var (currency, items) = events.Value;
        ProfileSource Source(ProfileFact fact) => new(fact.ImportId, fact.ImportId is { } import ? files.GetValueOrDefault(import, "") : fact.Actor);
        return new SubjectFile(
            id, time.GetUtcNow(), customer.CreatedAt, currency,
            [.. nodes.Select(node => new SubjectEvidence(node.Kind, node.Scope, node.Name(vault), [.. carried[node.Id].Select(value => new SubjectCarried(value.Kind, value.Scope, value.Text))], [.. shown[node.Id].Select(value => new SubjectShown(value.Kind, value.Text))]))],
            [.. facts.Select(fact => new SubjectFact(fact.Attribute, fact.Text, fact.At, Source(fact)))],
            [.. profile.Said.Select(word => new SubjectWord(word.Fact.Attribute, word.Fact.Text, word.Fact.At, Source(word.Fact), word.TakenBackAt))],
            await ReceiversAsync(db, nodes.ConvertAll(node => node.Id), cancel), items);
    }

    /// <summary>Of every version of their orders that is kept, also of those that a file of buyers alone gives to them.</summary>
    private async Task<List<SubjectReceiver>> ReceiversAsync(HuitouDb db, List<long> nodes, CancellationToken cancel)
    {
        var own = db.BuyerOrders.Where(filed => nodes.Contains(filed.NodeId)).Select(filed => filed.OrderId);
        var homed =
            from buyer in db.OrderBuyers
            where nodes.Contains(buyer.EvidenceNodeId)
            join order in db.OrderFacts on new { buyer.ShopId, buyer.OrderNo } equals new { order.ShopId, order.OrderNo }
            where order.EvidenceNodeId == null
            select order.Id;
        var kept = await (
            from id in own.Union(homed)
            join receiver in db.OrderReceivers on id equals receiver.OrderId
            join order in db.OrderFacts on id equals order.Id
            orderby order.CreatedAt descending, order.Id descending
            select new { order.OrderNo, At = order.PaidAt ?? order.CreatedAt, Receiver = receiver }).AsNoTracking().ToListAsync(cancel);
        return kept.ConvertAll(one =>
        {
            var told = one.Receiver.Opened(vault);
            return new SubjectReceiver(one.OrderNo, one.At, told.Name, told.Phone, told.Place.Region, told.Place.City, told.Place.District, told.Address);
        });
    }

    private async Task<Outcome<(Currency, IReadOnlyList<TimelineEvent>)>> EventsAsync(long id, CancellationToken cancel)
    {
        var events = new List<TimelineEvent>();
        string? cursor = null;
        while (true)
        {
            var stretch = await timeline.AskAsync(id, [], cursor, CustomerOrders.MostItems, cancel);
            if (stretch.Refusal is { } refusal) return refusal;
            events.AddRange(stretch.Value!.Items);
            cursor = stretch.Value.Next;
            if (cursor is null) return (stretch.Value.Currency, (IReadOnlyList<TimelineEvent>)events);
        }
    }
}
