using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>What an act on who is who did.</summary>
/// <param name="Act">By this it is withdrawn.</param>
/// <param name="Customers">The customers that those concerned are now, each once; first the one that was asked about, with what is left to it.</param>
public sealed record IdentityActDone(Guid Act, IReadOnlyList<long> Customers);

/// <summary>
/// What people decide about who is who. A decision is kept beside the evidence and changes none of it: withdrawing it gives back exactly
/// what was, and what came in between stands where it belongs.
/// </summary>
public sealed class CustomerIdentity(IDbContextFactory<HuitouDb> databases, AuditLog audit, ChangeSignal signal, TimeProvider time)
{
    /// <summary>The most evidence of a customer that can be told apart by hand.</summary>
    public const int MostEvidence = 100;

    /// <summary>Says that two customers are one person.</summary>
    public Task<Outcome<IdentityActDone>> MergeAsync(long one, long other, Actor actor, CancellationToken cancel) => ActAsync(
        actor, $"customer:{one}", AuditFact.CustomersMerged(other),
        async (db, act) =>
        {
            if (one == other) return new Refusal(ProblemCode.InvalidField, "A customer cannot be merged with itself. Name another one.", "other");
            var (named, alsoNamed) = (await NodesAsync(db, one, "id", actor, cancel), await NodesAsync(db, other, "other", actor, cancel));
            if ((named.Refusal ?? alsoNamed.Refusal) is { } refused) return refused;
            var (first, second) = (named.Value!, alsoNamed.Value!);
            await OverruleAsync(db, act, isSame: false, first, second, cancel);
            Decide(db, act, isSame: true, actor, first[0], second[0]);
            // Two ids of one platform would tear apart what only evidence holds together.
            var scopes = await ScopesAsync(db, [.. first, .. second], cancel);
            foreach (var node in first)
                foreach (var alike in second.Where(alike => scopes[node.Id].Intersect(scopes[alike.Id]).Any() && (node, alike) != (first[0], second[0]))) Decide(db, act, isSame: true, actor, node, alike);
            return new long[] { first[0].Id, second[0].Id };
        },
        cancel);

    /// <summary>Says that a part of a customer's evidence is of somebody else; never to be joined again but by hand.</summary>
    public Task<Outcome<IdentityActDone>> PartAsync(long customer, IReadOnlyCollection<long> evidence, Actor actor, CancellationToken cancel) => ActAsync(
        actor, $"customer:{customer}", AuditFact.EvidenceParted(evidence),
        async (db, act) =>
        {
            var named = await NodesAsync(db, customer, "id", actor, cancel);
            if (named.Refusal is { } refused) return refused;
            var all = named.Value!;
            if (all.Count > MostEvidence) return new Refusal(ProblemCode.InvalidField, $"The customer has {all.Count} pieces of evidence; at most {MostEvidence} can be told apart by hand.", "id");
            var (parted, rest) = (all.Where(node => evidence.Contains(node.Id)).ToList(), all.Where(node => !evidence.Contains(node.Id)).ToList());
            if (parted.Count < evidence.Distinct().Count()) return new Refusal(ProblemCode.InvalidField, $"Not all of the evidence belongs to customer {customer}. Load the customer again.", "evidence");
            if (parted.Count == 0 || rest.Count == 0) return new Refusal(ProblemCode.InvalidField, "Name some of the customer's evidence, but not all of it.", "evidence");
            await OverruleAsync(db, act, isSame: true, parted, rest, cancel);
            foreach (var one in parted)
                foreach (var other in rest) Decide(db, act, isSame: false, actor, one, other);
            return rest.Concat(parted).Select(node => node.Id).ToArray();
        },
        cancel);

    /// <summary>Says that two customers are different people, so that they are not proposed again.</summary>
    public Task<Outcome<IdentityActDone>> KeepApartAsync(long one, long other, Actor actor, CancellationToken cancel) => ActAsync(
        actor, $"customer:{one}", AuditFact.CustomersKeptApart(other),
        async (db, act) =>
        {
            if (one == other) return new Refusal(ProblemCode.InvalidField, "A customer cannot be kept apart from itself. Name another one.", "other");
            var (named, alsoNamed) = (await NodesAsync(db, one, "id", actor, cancel), await NodesAsync(db, other, "other", actor, cancel));
            if ((named.Refusal ?? alsoNamed.Refusal) is { } refused) return refused;
            var (first, second) = (named.Value!, alsoNamed.Value!);
            if ((long)first.Count * second.Count > MostEvidence * MostEvidence) return new Refusal(ProblemCode.InvalidField, $"The two have {first.Count} and {second.Count} pieces of evidence: too many to tell apart by hand.", "other");
            foreach (var node in first)
                foreach (var another in second) Decide(db, act, isSame: false, actor, node, another);
            return first.Concat(second).Select(node => node.Id).ToArray();
        },
        cancel);

    /// <summary>Takes an act back: what it decided no longer holds, what it overruled holds again.</summary>
    public Task<Outcome<IdentityActDone>> WithdrawAsync(Guid act, Actor actor, CancellationToken cancel) => ActAsync(
        actor, $"identity:{act}", AuditFact.DecisionWithdrawn(),
        async (db, _) =>
        {
            var decisions = await db.IdentityDecisions.Where(decision => decision.Act == act).ToListAsync(cancel);
            if (decisions.Count == 0 || (!actor.Scope.IsAll && !await SeesAsync(act, cancel))) return new Refusal(ProblemCode.NotFound, $"There is no decision {act}, or somebody withdrew it already.", "act");
            var overruled = await db.IdentityDecisions.Where(decision => decision.OverruledBy == act).ToListAsync(cancel);
            foreach (var decision in overruled) decision.OverruledBy = null;
            db.IdentityDecisions.RemoveRange(decisions);
            return await IdsAsync(db, [.. decisions.Concat(overruled).SelectMany(decision => new[] { decision.One, decision.Other })], cancel);
        },
        cancel);

    /// <summary>Notes what an act decides, finds out anew who is who, and writes down who did it, all or nothing.</summary>
    private async Task<Outcome<IdentityActDone>> ActAsync(
        Actor actor, string subject, AuditFact fact, Func<HuitouDb, Guid, Task<Outcome<long[]>>> decide, CancellationToken cancel)
    {
        // Who is who follows from the evidence of all shops, whoever decides; the caller's bounds are held by hand here.
        await using var db = databases.OpenWhole();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var act = Guid.NewGuid();
        var decided = await decide(db, act);
        if (decided.Refusal is { } refusal) return refusal;
        var before = await CustomersOfAsync(db, decided.Value!, cancel);
        if (await IdentityBounds.ReachBeyondAsync(db, actor.Scope, before.Values, cancel)) return Beyond();
        audit.Add(db, actor, subject, fact);
        await db.SaveChangesAsync(cancel);
        var nodes = decided.Value!;
        var moved = await IdentityUpdate.RunAsync(db, nodes, [], [], cancel);
        var customers = await CustomersOfAsync(db, [.. nodes, .. moved], cancel);
        // A decision may reach others by what they carry: where these are another shop's, nothing of it is kept.
        if (await IdentityBounds.ReachBeyondAsync(db, actor.Scope, customers.Values, cancel)) return Beyond();
        await transaction.CommitAsync(cancel);
        signal.Raise();
        return new IdentityActDone(act, [.. nodes.Select(node => customers[node]).Distinct()]);
    }

    private void Decide(HuitouDb db, Guid act, bool isSame, Actor actor, EvidenceNode one, EvidenceNode other) => db.IdentityDecisions.Add(new IdentityDecision
    {
        Act = act, IsSame = isSame, Actor = actor.Name, At = time.GetUtcNow(),
        OneScope = one.Scope, OneKind = one.Kind, OneValue = one.Value, OtherScope = other.Scope, OtherKind = other.Kind, OtherValue = other.Value,
    });

    /// <summary>What was decided the other way about any two of these holds no longer.</summary>
    private static async Task OverruleAsync(HuitouDb db, Guid act, bool isSame, List<EvidenceNode> ones, List<EvidenceNode> others, CancellationToken cancel)
    {
        var (first, second) = (ones.Select(NodeName.Of).ToHashSet(), others.Select(NodeName.Of).ToHashSet());
        var standing = await db.IdentityDecisions.Where(decision => decision.OverruledBy == null && decision.IsSame == isSame).ToListAsync(cancel);
        foreach (var decision in standing)
            if ((first.Contains(decision.One) && second.Contains(decision.Other)) || (first.Contains(decision.Other) && second.Contains(decision.One))) decision.OverruledBy = act;
    }

    /// <summary>By node: within what it goes by an id, or carries one, of which a person has one.</summary>
    private static async Task<ILookup<long, NodeName>> ScopesAsync(HuitouDb db, List<EvidenceNode> nodes, CancellationToken cancel)
    {
        long[] ids = [.. nodes.Select(node => node.Id)];
        var carried = await db.EvidenceClaims.AsNoTracking().Where(claim => EF.Parameter(ids).Contains(claim.NodeId) && EF.Parameter(EvidenceKinds.Exclusive).Contains(claim.Kind)).ToListAsync(cancel);
        return carried.Select(claim => (claim.NodeId, Scope: new NodeName(claim.Scope, claim.Kind, "")))
            .Concat(nodes.Where(node => node.Scope.Length > 0).Select(node => (NodeId: node.Id, Scope: new NodeName(node.Scope, node.Kind, ""))))
            .Distinct().ToLookup(scope => scope.NodeId, scope => scope.Scope);
    }

    private static Task<Dictionary<long, long>> CustomersOfAsync(HuitouDb db, long[] nodes, CancellationToken cancel) =>
        db.EvidenceNodes.AsNoTracking().Where(node => EF.Parameter(nodes).Contains(node.Id)).ToDictionaryAsync(node => node.Id, node => node.CustomerId, cancel);

    /// <summary>A customer's nodes, where the caller sees the customer, and no other shop knows them.</summary>
    private async Task<Outcome<List<EvidenceNode>>> NodesAsync(HuitouDb db, long customer, string path, Actor actor, CancellationToken cancel)
    {
        if (!actor.Scope.IsAll && !await IdentityBounds.SeesAsync(databases, customer, cancel)) return Missing(customer, path);
        if (await IdentityBounds.ReachBeyondAsync(db, actor.Scope, [customer], cancel)) return Beyond();
        var nodes = await NodesAsync(db, customer, cancel);
        return nodes.Count == 0 ? Missing(customer, path) : nodes;
    }

    /// <summary>Whether the caller sees all that an act decided.</summary>
    private async Task<bool> SeesAsync(Guid act, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var seen = await db.IdentityDecisions.AsNoTracking().Where(decision => decision.Act == act).ToListAsync(cancel);
        return (await IdentityBounds.WhollySeenAsync(databases, seen, cancel)).Count > 0;
    }

    /// <summary>The customer goes by the first.</summary>
    private static async Task<List<EvidenceNode>> NodesAsync(HuitouDb db, long customer, CancellationToken cancel) =>
        [.. (await db.EvidenceNodes.AsNoTracking().Where(node => node.CustomerId == customer).ToListAsync(cancel)).OrderBy(node => node.Id != customer).ThenBy(node => node.Id)];

    private static async Task<long[]> IdsAsync(HuitouDb db, HashSet<NodeName> names, CancellationToken cancel) =>
        [.. (await NodeName.FindAsync(db, names, cancel)).Select(node => node.Id)];

    private static Refusal Beyond() => new(
        ProblemCode.BeyondScope, "A shop that you do not see knows one of these customers too. Ask somebody who sees all shops to decide.");

    private static Refusal Missing(long customer, string path) => new(ProblemCode.NotFound, $"There is no customer {customer}. It may have become part of another one.", path);
}
