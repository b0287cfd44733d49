using Huitou.Access;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>One who carries a doubtful value; name and value are masked.</summary>
public sealed record DoubtSide(long Customer, string Name, string Region, string City, CustomerEvidence Evidence);

/// <summary>A phone, an e-mail or another value that several customers carry, and why it does not make them one.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Scope">Within what it is one person's; empty where everywhere.</param>
/// <param name="Value">The value, masked.</param>
/// <param name="Reason">Why it joins nobody.</param>
/// <param name="Carriers">How many pieces of evidence carry it.</param>
/// <param name="Sides">The first of them, by customer.</param>
public sealed record IdentityDoubt(EvidenceKind Kind, string Scope, string Value, DoubtReason Reason, int Carriers, IReadOnlyList<DoubtSide> Sides);

/// <summary>Likely duplicates that a person has to look at.</summary>
public sealed record IdentityDoubts(IReadOnlyList<IdentityDoubt> Items, bool HasMore);

/// <summary>An act on who is who that stands.</summary>
/// <param name="Act">By this it is withdrawn.</param>
/// <param name="IsSame">Whether it said that people are one, or that they are not.</param>
/// <param name="Customers">The customers concerned, as they are now; none where nothing names them at present.</param>
/// <param name="Actor">Who decided.</param>
/// <param name="At">When.</param>
public sealed record IdentityActItem(Guid Act, bool IsSame, IReadOnlyList<long> Customers, string Actor, DateTimeOffset At);

/// <summary>What there is to decide about who is who, and what was decided.</summary>
public sealed class IdentityReview(IDbContextFactory<HuitouDb> databases, Vault vault)
{
    /// <summary>The longest page.</summary>
    public const int MostItems = 100;

    /// <summary>More sides of one doubt are counted, not shown.</summary>
    private const int MostSides = 12;

    /// <summary>Values that several customers carry by the word of the shops that the caller sees, unless somebody said of all of them that they are different people.</summary>
    private static string Doubtful(HuitouDb db) =>
        $"SELECT c.scope, c.kind, c.value FROM evidence_claim c JOIN evidence_node n ON n.id = c.node_id WHERE {Counts(db)} GROUP BY c.kind, c.value, c.scope HAVING COUNT(DISTINCT n.customer_id) > 1 ORDER BY c.kind, c.value, c.scope";

    private static string Counts(HuitouDb db)
    {
        var (seen, byHand) = (VisibleFacts.CommittedSeen(db), $"c.import_id = {EvidenceClaim.ByHand}");
        return $"(+c.import_id IN {seen} OR ({byHand}{(db.Scope.IsAll ? "" : $" AND EXISTS (SELECT 1 FROM buyer_statement s WHERE s.node_id = c.node_id AND s.import_id IN {seen})")}))";
    }

    public async Task<Outcome<IdentityDoubts>> DoubtsAsync(int page, int limit, CancellationToken cancel)
    {
        if (limit is < 1 or > MostItems) return new Refusal(ProblemCode.InvalidField, $"A page has 1 to {MostItems} items, not {limit}.", "limit");
        if (page < 1) return new Refusal(ProblemCode.InvalidField, $"Pages are counted from 1; there is none {page}.", "page");
        await using var db = await databases.CreateDbContextAsync(cancel);
        var values = await db.ListSeenAsync(Doubtful(db), row => new NodeName(row.GetString(0), (EvidenceKind)row.GetInt16(1), row.GetString(2)), cancel);
        var different = await DifferentAsync(db, cancel);
        var rules = await IdentityRules.ReadAsync(db, cancel);
        var items = new List<IdentityDoubt>();
        var wanted = ((long)page * limit) + 1;
        foreach (var value in values)
        {
            if (items.Count == wanted) break;
            if (await DoubtAsync(db, value, different, rules, cancel) is { } doubt) items.Add(doubt);
        }
        return new IdentityDoubts([.. items.Skip((page - 1) * limit).Take(limit)], items.Count > (long)page * limit);
    }

    /// <summary>The acts that stand, the newest first.</summary>
    public async Task<IReadOnlyList<IdentityActItem>> ActsAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var decisions = await db.IdentityDecisions.AsNoTracking().Where(decision => decision.OverruledBy == null).ToListAsync(cancel);
        if (!db.Scope.IsAll) decisions = await IdentityBounds.WhollySeenAsync(databases, decisions, cancel);
        var nodes = (await NodeName.FindAsync(db, decisions.SelectMany(decision => new[] { decision.One, decision.Other }), cancel)).ToDictionary(NodeName.Of, node => node.CustomerId);
        return
        [
            .. decisions.GroupBy(decision => decision.Act).Select(act => new IdentityActItem(
                act.Key, act.First().IsSame,
                [.. act.SelectMany(decision => new[] { decision.One, decision.Other }).Where(nodes.ContainsKey).Select(name => nodes[name]).Distinct().Order()],
                act.First().Actor, act.First().At)).OrderByDescending(act => act.At),
        ];
    }

    private async Task<IdentityDoubt?> DoubtAsync(HuitouDb db, NodeName value, HashSet<(NodeName, NodeName)> different, IdentityRules rules, CancellationToken cancel)
    {
        var ids = db.EvidenceClaims.Where(claim => claim.Kind == value.Kind && claim.Value == value.Value && claim.Scope == value.Scope).Select(claim => claim.NodeId).Distinct();
        var carriers = await ids.CountAsync(cancel);
        var nodes = await db.EvidenceNodes.AsNoTracking().Where(node => ids.Contains(node.Id)).OrderBy(node => node.CustomerId).ThenBy(node => node.Id).Take(MostSides).ToListAsync(cancel);
        var isFenced = carriers > rules.MostCarriers;
        var open = Pairs(nodes).Where(pair => !different.Contains((NodeName.Of(pair.One), NodeName.Of(pair.Other))) && !different.Contains((NodeName.Of(pair.Other), NodeName.Of(pair.One))));
        if (!isFenced && !open.Any()) return null;
        long[] ofCustomers = [.. nodes.Select(node => node.CustomerId).Distinct()];
        var customers = await CustomerNames.ReadAsync(db, vault, ofCustomers, cancel);
        var carried = await BuyerContacts.CarriedAsync(db, vault, [.. nodes.Select(node => node.Id)], cancel);
        var isContested = Pairs(nodes).Any(pair => AreDifferent(pair.One, pair.Other, carried));
        return new(
            value.Kind, value.Scope, Masked(value, nodes, carried), isFenced ? DoubtReason.Fenced : isContested ? DoubtReason.Contested : DoubtReason.Chained, carriers,
            [.. nodes.Where(node => customers.ContainsKey(node.CustomerId)).Select(node => new DoubtSide(
                node.CustomerId, NameMask.Of(customers[node.CustomerId].Name), customers[node.CustomerId].Region, customers[node.CustomerId].City, CustomerEvidence.Of(vault, node, carried[node.Id], [], [])))]);
    }

    /// <summary>The value itself, masked; empty where none of them carries it any longer.</summary>
    private string Masked(NodeName value, List<EvidenceNode> nodes, ILookup<long, CarriedValue> carried)
    {
        var texts = nodes.Where(node => node.Kind == value.Kind).Select(node => node.Name(vault))
            .Concat(nodes.SelectMany(node => carried[node.Id]).Where(one => one.Kind == value.Kind && one.Scope == value.Scope).Select(one => one.Text));
        var text = texts.FirstOrDefault(text => vault.Blind(text, BuyerAttribute.Of(value.Kind)) == value.Value);
        return text is null ? "" : EvidenceMask.Of(value.Kind, text);
    }

    /// <summary>Whether two go by two ids of one shop, or carry two ids of one platform.</summary>
    private static bool AreDifferent(EvidenceNode one, EvidenceNode other, ILookup<long, CarriedValue> carried) =>
        (one.Scope.Length > 0 && one.Scope == other.Scope)
        || carried[one.Id].Where(id => EvidenceKinds.IsExclusive(id.Kind)).GroupBy(id => (id.Kind, id.Scope))
            .Any(ids => carried[other.Id].Any(id => (id.Kind, id.Scope) == ids.Key) && !ids.Intersect(carried[other.Id]).Any());

    /// <summary>Pairs that are two customers.</summary>
    private static IEnumerable<(EvidenceNode One, EvidenceNode Other)> Pairs(List<EvidenceNode> nodes) =>
        from one in nodes from other in nodes where one.Id < other.Id && one.CustomerId != other.CustomerId select (one, other);

    private static async Task<HashSet<(NodeName, NodeName)>> DifferentAsync(HuitouDb db, CancellationToken cancel) =>
        [.. (await db.IdentityDecisions.AsNoTracking().Where(decision => !decision.IsSame && decision.OverruledBy == null).ToListAsync(cancel)).Select(decision => (decision.One, decision.Other))];
}
