using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>A piece of evidence or an attribute in full.</summary>
/// <param name="Key">The number of the evidence, the key of what it carries, or the attribute.</param>
/// <param name="Text">What it is.</param>
public sealed record Revealed(string Key, string Text);

/// <summary>To whom and where an order went, in full.</summary>
public sealed record RevealedReceiver(long Order, string Name, string Phone, string Address);

/// <summary>What was masked.</summary>
public sealed record RevealedCustomer(string Name, IReadOnlyList<Revealed> Fields, IReadOnlyList<Revealed> Evidence, IReadOnlyList<RevealedReceiver> Receivers);

/// <summary>Shows all that is masked of a customer, and writes down who looked.</summary>
public sealed class CustomerReveal(IDbContextFactory<HuitouDb> databases, Vault vault, AuditLog audit)
{
    public async Task<Outcome<RevealedCustomer>> RevealAsync(long id, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        id = await CustomerRows.CurrentAsync(db, id, cancel);
        if (await CustomerNames.FindAsync(db, vault, id, cancel) is not { } who) return new Refusal(ProblemCode.NotFound, $"There is no customer {id}.", "id");
        var profile = await Profile.ReadAsync(db, vault, id, cancel);
        var nodes = await db.EvidenceNodes.AsNoTracking().Where(node => node.CustomerId == id).OrderBy(node => node.Id).ToListAsync(cancel);
        var carried = await BuyerContacts.CarriedAsync(db, vault, nodes.ConvertAll(node => node.Id), cancel);
        var shown = await BuyerContacts.ShownAsync(db, vault, nodes.ConvertAll(node => node.Id), cancel);
        var receivers = await CustomerReceivers.OfAsync(db, vault, id, cancel);

        // Whoever cannot be written down sees nothing.
        audit.Add(db, actor, $"customer:{id}", AuditFact.CustomerRevealed());
        await db.SaveChangesAsync(cancel);
        return new RevealedCustomer(
            who.Name,
            [
                .. profile.Facts.Where(fact => ProfileView.Masked(fact.Attribute, fact.Text) != fact.Text).Select(fact => new Revealed(fact.Attribute, fact.Text)),
                .. profile.Addresses.Select((fact, place) => new Revealed(ProfileView.AddressKey(profile, place), fact.Text)).Where(address => address.Key != BuyerAttribute.Address),
            ],
            [
                .. nodes.Where(node => node.Kind != EvidenceKind.SourceId).Select(node => new Revealed($"{node.Id}", node.Name(vault))),
                .. nodes.SelectMany(node => carried[node.Id].Select((value, place) => new Revealed(CustomerEvidence.KeyOf(node, place), value.Text))),
                .. nodes.SelectMany(node => shown[node.Id].Select(value => new Revealed(CustomerEvidence.KeyOf(node, value), value.Text))),
            ],
            [.. receivers.Where(order => order.To.IsPersonal).Select(order => new RevealedReceiver(order.Order.Id, order.To.Name, order.To.Phone, order.To.Address))]);
    }
}
