using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Customers.Identity;

/// <summary>
/// How far a change can reach: from nodes to those of the same customer, to those that carry the same values, and to those of whom something
/// was decided together, until nobody new turns up.
/// </summary>
internal sealed class Reach(HuitouDb db, Decided decided)
{
    private const string Committed = $"(SELECT id FROM import WHERE state = '{nameof(ImportState.Committed)}')";

    /// <summary>Of a value <c>v</c>: more nodes carry it than may.</summary>
    private static readonly string IsFenced =
        $"EXISTS (SELECT 1 FROM (SELECT DISTINCT f.node_id FROM evidence_claim f WHERE f.kind = v.kind AND f.value = v.value AND +f.import_id IN {Committed} LIMIT 1 OFFSET {Resolver.MostCarriers}) many)";

    /// <summary>Of a claim <c>o</c>: its node is not alone. A value that was fenced just now still joins those whom it joined before.</summary>
    private const string IsJoined =
        "EXISTS (SELECT 1 FROM evidence_node n JOIN evidence_node m ON m.customer_id = n.customer_id AND m.id <> n.id WHERE n.id = o.node_id)";

    private readonly HashSet<long> _reached = [];

    /// <param name="nodes">Where to begin.</param>
    /// <param name="customers">Whose nodes to begin from, too.</param>
    /// <param name="values">Which values to begin from, too, as kind and blind index.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<IReadOnlyCollection<long>> FromAsync(
        IEnumerable<long> nodes, IReadOnlyCollection<long> customers, IReadOnlyCollection<(EvidenceKind Kind, string Value)> values, CancellationToken cancel)
    {
        var next = nodes.ToList();
        if (customers.Count > 0) next.AddRange(await IdsAsync("SELECT id FROM evidence_node WHERE customer_id", customers, cancel));
        foreach (var kind in values.GroupBy(value => value.Kind, value => value.Value))
            next.AddRange(await CarriersAsync($"SELECT DISTINCT kind, value FROM evidence_claim WHERE kind = {(int)kind.Key} AND value {SqlList.Of(db, "list")}", SqlList.Value(db, kind.Distinct().ToList()), cancel));
        for (var news = Take(next); news.Count > 0; news = Take(next))
        {
            next = await IdsAsync("SELECT a.id FROM evidence_node n JOIN evidence_node a ON a.customer_id = n.customer_id WHERE n.id", news, cancel);
            next.AddRange(await CarriersAsync($"SELECT DISTINCT kind, value FROM evidence_claim WHERE node_id {SqlList.Of(db, "list")}", SqlList.Value(db, news), cancel));
            next.AddRange(decided.PartnersOf(news));
        }
        return _reached;
    }

    private List<long> Take(List<long> found) => [.. found.Where(_reached.Add)];

    private Task<List<long>> CarriersAsync(string values, object list, CancellationToken cancel) => db.ListAsync(
        $"SELECT DISTINCT o.node_id FROM ({values}) v JOIN evidence_claim o ON o.kind = v.kind AND o.value = v.value WHERE NOT {IsFenced} OR {IsJoined}",
        row => row.GetInt64(0), cancel, ("list", list));

    private Task<List<long>> IdsAsync(string sql, IReadOnlyCollection<long> of, CancellationToken cancel) =>
        db.ListAsync($"{sql} {SqlList.Of(db, "list")}", row => row.GetInt64(0), cancel, ("list", SqlList.Value(db, of)));
}
