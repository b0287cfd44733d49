using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Customers.Identity;

/// <summary>
/// How far a change can reach: from nodes to those of the same customer, to those that carry the same values, and to those of whom something
/// was decided together, until nobody new turns up. A value that more carry than may joins nobody, and so leads nowhere, however many carry it.
/// </summary>
internal sealed class Reach(HuitouDb db, Decided decided, IdentityRules rules)
{
    private const string AndByHand = "UNION ALL SELECT 0";

    /// <summary>Of whom the claims count: of committed imports, and of what somebody wrote.</summary>
    internal const string Committed = $"(SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}' {AndByHand})";

    /// <summary>Those of them that are worked into who is who.</summary>
    private const string Settled = $"(SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}' AND settled_at IS NOT NULL {AndByHand})";

    private const string IsShared = "EXISTS (SELECT 1 FROM evidence_claim o WHERE o.kind = c.kind AND o.value = c.value AND o.scope = c.scope AND o.node_id <> c.node_id)";

    /// <summary>An id of which a person has one, of somebody who is one with others: shared by nobody, it can part them.</summary>
    private static readonly string TellsApart =
        $"(c.kind IN ({string.Join(", ", EvidenceKinds.Exclusive.Select(kind => (int)kind))}) AND EXISTS (SELECT 1 FROM evidence_node n JOIN evidence_node a ON a.customer_id = n.customer_id WHERE n.id = c.node_id AND a.id <> n.id))";

    /// <summary>Whose claims of an import begin its work: those that share a value, unless too many do, and those that can part whom others joined.</summary>
    private static string Sharing(IdentityRules rules) =>
        $"SELECT DISTINCT c.node_id FROM evidence_claim c WHERE c.import_id = @import AND ({TellsApart} OR ({IsShared} AND NOT {IsFenced("c", Committed, rules)}))";

    /// <summary>And those whom a value joined that the import brought to too many: they part.</summary>
    private static string Parting(IdentityRules rules) =>
        $"SELECT DISTINCT o.node_id FROM (SELECT DISTINCT c.kind, c.value, c.scope FROM evidence_claim c WHERE c.import_id = @import AND {IsShared}) v "
        + $"JOIN evidence_claim o ON o.kind = v.kind AND o.value = v.value AND o.scope = v.scope WHERE {IsFenced("v", Committed, rules)} AND NOT {IsFenced("v", Settled, rules)} AND +o.import_id IN {Settled}";

    /// <summary>Of a value: more nodes carry it, by the word of some imports, than may. To be asked of all nodes: those within reach are but a part.</summary>
    internal static string IsFenced(string value, string imports, IdentityRules rules) =>
        $"EXISTS (SELECT 1 FROM (SELECT DISTINCT f.node_id FROM evidence_claim f WHERE f.kind = {value}.kind AND f.value = {value}.value AND f.scope = {value}.scope AND +f.import_id IN {imports} LIMIT 1 OFFSET {rules.MostCarriers}) many)";

    private readonly HashSet<long> _reached = [];

    /// <summary>The nodes of whom an import that was committed, and is not settled yet, can change who they are.</summary>
    internal static async Task<IEnumerable<long>> OfImportAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        var rules = await IdentityRules.ReadAsync(db, cancel);
        var sharing = await db.ListAsync(Sharing(rules), row => row.GetInt64(0), cancel, ("import", importId));
        return sharing.Concat(await db.ListAsync(Parting(rules), row => row.GetInt64(0), cancel, ("import", importId))).Concat((await Decided.ReadAsync(db, cancel)).Nodes).Distinct();
    }

    /// <summary>Whom values that are about to have more carriers may have joined; of those that too many carry already, nobody.</summary>
    internal static async Task<HashSet<long>> JoinedByAsync(HuitouDb db, IReadOnlyCollection<NodeName> values, CancellationToken cancel)
    {
        var rules = await IdentityRules.ReadAsync(db, cancel);
        var joined = new HashSet<long>();
        foreach (var value in values.Distinct())
        {
            var carriers = await db.ListAsync(
                $"SELECT DISTINCT c.node_id FROM evidence_claim c WHERE c.kind = {(int)value.Kind} AND c.value = @value AND c.scope = @scope AND +c.import_id IN {Settled} LIMIT {rules.MostCarriers + 1}",
                row => row.GetInt64(0), cancel, ("value", value.Value), ("scope", value.Scope));
            if (carriers.Count <= rules.MostCarriers) joined.UnionWith(carriers);
        }
        return joined;
    }

    /// <param name="nodes">Where to begin.</param>
    /// <param name="customers">Whose nodes to begin from, too.</param>
    /// <param name="values">Which values to begin from, too, as claims name them.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<IReadOnlyCollection<long>> FromAsync(
        IEnumerable<long> nodes, IReadOnlyCollection<long> customers, IReadOnlyCollection<NodeName> values, CancellationToken cancel)
    {
        var next = nodes.ToList();
        if (customers.Count > 0) next.AddRange(await IdsAsync("SELECT id FROM evidence_node WHERE customer_id", customers, cancel));
        foreach (var kind in values.GroupBy(value => (value.Kind, value.Scope), value => value.Value))
            next.AddRange(await CarriersAsync(
                $"SELECT DISTINCT kind, value, scope FROM evidence_claim WHERE kind = {(int)kind.Key.Kind} AND scope = @scope AND value {SqlList.Of(db, "list")}",
                SqlList.Value(db, kind.Distinct().ToList()), cancel, ("scope", kind.Key.Scope)));
        for (var news = Take(next); news.Count > 0; news = Take(next))
        {
            next = await IdsAsync("SELECT a.id FROM evidence_node n JOIN evidence_node a ON a.customer_id = n.customer_id WHERE n.id", news, cancel);
            next.AddRange(await CarriersAsync($"SELECT DISTINCT kind, value, scope FROM evidence_claim WHERE node_id {SqlList.Of(db, "list")}", SqlList.Value(db, news), cancel));
            next.AddRange(decided.PartnersOf(news));
        }
        return _reached;
    }

    private List<long> Take(List<long> found) => [.. found.Where(_reached.Add)];

    private Task<List<long>> CarriersAsync(string values, object list, CancellationToken cancel, params (string Name, object Value)[] more) => db.ListAsync(
        $"SELECT DISTINCT o.node_id FROM ({values}) v JOIN evidence_claim o ON o.kind = v.kind AND o.value = v.value AND o.scope = v.scope WHERE NOT {IsFenced("v", Committed, rules)}",
        row => row.GetInt64(0), cancel, [("list", list), .. more]);

    private Task<List<long>> IdsAsync(string sql, IReadOnlyCollection<long> of, CancellationToken cancel) =>
        db.ListAsync($"{sql} {SqlList.Of(db, "list")}", row => row.GetInt64(0), cancel, ("list", SqlList.Value(db, of)));
}
