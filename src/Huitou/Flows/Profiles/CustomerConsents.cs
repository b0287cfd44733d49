using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>That customers agreed, and how that is known.</summary>
public sealed record ConsentDeclaration(ConsentChannel Channel, ConsentPurpose Purpose, string Proof, DateTimeOffset? At);

/// <summary>That a customer no longer agrees; without channel or purpose: to none of them.</summary>
public sealed record ConsentWithdrawal(ConsentChannel? Channel, ConsentPurpose? Purpose, string? How);

/// <summary>What a declaration did.</summary>
/// <param name="Declared">Customers who have a consent by it.</param>
/// <param name="RefusedLater">Customers who refused after the declared time: for them nothing was written.</param>
public sealed record ConsentsDeclared(int Declared, int RefusedLater);

/// <summary>
/// Writes down what customers agree to and withdraw. Withdrawing is always possible, wants no reason, and is never undone: who changes their
/// mind again agrees anew, with its proof.
/// </summary>
public sealed class CustomerConsents(IDbContextFactory<HuitouDb> databases, Vault vault, AuditLog audit, TimeProvider time)
{
    private const int CustomersAtOnce = 500;

    /// <summary>Declares that customers agreed. A refusal after that time stands against it.</summary>
    public async Task<Outcome<ConsentsDeclared>> DeclareAsync(IReadOnlyCollection<long> customers, ConsentDeclaration said, Actor actor, CancellationToken cancel)
    {
        var (proof, now) = (said.Proof.Trim(), time.GetUtcNow());
        var at = said.At ?? now;
        if (proof.Length is 0 or > ConsentWord.MostProof)
            return new Refusal(ProblemCode.InvalidField, $"A consent needs its proof: where they agreed and to which words, in 1 to {ConsentWord.MostProof} characters; this has {proof.Length}.", "proof");
        if (at > now) return new Refusal(ProblemCode.InvalidField, $"{at:u} has not come yet. Give the time at which they agreed.", "at");
        await using var db = databases.OpenWhole();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (declared, later) = (0, 0);
        foreach (var ids in customers.Distinct().Chunk(CustomersAtOnce))
        {
            // Whoever they are parted from later did not agree: it is written of the evidence that the customer goes by alone.
            var nodes = (await SeenEvidence.OfAsync(databases, ids, cancel)).DistinctBy(node => node.CustomerId).ToList();
            var words = await ConsentWords.OfCustomersAsync(db, vault, [.. nodes.Select(node => node.CustomerId)], cancel);
            var refused = nodes.Where(node => words[node.CustomerId].Any(word => word.Channel == said.Channel && word.Purpose == said.Purpose && !word.IsGiven && word.At >= at)).ToHashSet();
            db.Consents.AddRange(nodes.Where(node => !refused.Contains(node)).Select(node => Word(node, said.Channel, said.Purpose, isGiven: true, at, proof, actor)));
            await ProfileEdits.TellAsync(db, [.. nodes.Select(node => node.CustomerId)], cancel);
            (declared, later) = (declared + nodes.Count - refused.Count, later + refused.Count);
        }
        if (declared + later == 0) return await SeenEvidence.WhyNoneAsync(databases, customers, "customers", cancel);
        if (declared == 0 && later == 1 && customers.Count == 1)
            return new Refusal(ProblemCode.Conflict, $"The customer refused after {at:u}. Only a consent given later than that holds: give its time.", "at");
        audit.Add(db, actor, customers.Count == 1 ? $"customer:{customers.First()}" : $"customers:{declared}", AuditFact.ConsentDeclared(said.Channel, said.Purpose));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new ConsentsDeclared(declared, later);
    }

    /// <summary>Writes down that a customer no longer agrees.</summary>
    public async Task<Refusal?> WithdrawAsync(long customer, ConsentWithdrawal said, Actor actor, CancellationToken cancel)
    {
        var how = said.How?.Trim() ?? "";
        if (how.Length > ConsentWord.MostProof) return new Refusal(ProblemCode.InvalidField, $"At most {ConsentWord.MostProof} characters; this has {how.Length}.", "how");
        await using var db = databases.OpenWhole();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var nodes = await SeenEvidence.OfAsync(databases, [customer], cancel);
        // To withdraw is always possible: where all evidence is another shop's too, it is written there.
        if (nodes.Count == 0) nodes = await SeenEvidence.SharedAsync(databases, [customer], cancel);
        if (nodes.Count == 0) return await SeenEvidence.WhyNoneAsync(databases, [customer], "id", cancel);
        var (channels, purposes) = (said.Channel is { } channel ? [channel] : Enum.GetValues<ConsentChannel>(), said.Purpose is { } purpose ? [purpose] : Enum.GetValues<ConsentPurpose>());
        var at = time.GetUtcNow();
        db.Consents.AddRange(from node in nodes from way in channels from aim in purposes select Word(node, way, aim, isGiven: false, at, how, actor));
        audit.Add(db, actor, $"customer:{customer}", AuditFact.ConsentWithdrawn(channels.Cast<Enum>(), purposes.Cast<Enum>()));
        await ProfileEdits.TellAsync(db, [.. nodes.Select(node => node.CustomerId).Distinct()], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private Consent Word(EvidenceNode node, ConsentChannel channel, ConsentPurpose purpose, bool isGiven, DateTimeOffset at, string proof, Actor actor) => new()
    {
        Scope = node.Scope, Kind = node.Kind, Value = node.Value, Channel = channel, Purpose = purpose, IsGiven = isGiven, At = at, Proof = vault.SealSome(proof, Consent.SealedProof, Consent.OwnerOf(at)), Actor = actor.Name,
    };
}
