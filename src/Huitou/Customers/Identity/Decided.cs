using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers.Identity;

/// <summary>What people decided about nodes that are there today.</summary>
internal sealed class Decided
{
    private readonly List<(long One, long Other)> _same = [];
    private readonly List<(long One, long Other)> _different = [];
    private readonly ILookup<long, long> _partners;

    private Decided(IEnumerable<(bool IsSame, long One, long Other)> decisions)
    {
        foreach (var (isSame, one, other) in decisions) (isSame ? _same : _different).Add((one, other));
        _partners = _same.Concat(_different).SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) }).ToLookup(pair => pair.One, pair => pair.Other);
    }

    internal static async Task<Decided> ReadAsync(HuitouDb db, CancellationToken cancel)
    {
        var decisions = await db.IdentityDecisions.AsNoTracking().Where(decision => decision.OverruledBy == null).ToListAsync(cancel);
        if (decisions.Count == 0) return new([]);
        var nodes = (await NodeName.FindAsync(db, decisions.SelectMany(decision => new[] { decision.One, decision.Other }), cancel)).ToDictionary(NodeName.Of, node => node.Id);
        return new(
            from decision in decisions
            where nodes.ContainsKey(decision.One) && nodes.ContainsKey(decision.Other)
            select (decision.IsSame, nodes[decision.One], nodes[decision.Other]));
    }

    /// <summary>All nodes of which anything was decided.</summary>
    internal IEnumerable<long> Nodes => _partners.Select(partners => partners.Key);

    /// <summary>Of whom anything was decided together with these.</summary>
    internal IEnumerable<long> PartnersOf(IEnumerable<long> nodes) => nodes.SelectMany(node => _partners[node]);

    internal IReadOnlyList<(int, int)> Same(IReadOnlyDictionary<long, int> places) => Placed(_same, places);

    internal IReadOnlyList<(int, int)> Different(IReadOnlyDictionary<long, int> places) => Placed(_different, places);

    private static List<(int, int)> Placed(List<(long One, long Other)> pairs, IReadOnlyDictionary<long, int> places) =>
        [.. pairs.Where(pair => places.ContainsKey(pair.One) && places.ContainsKey(pair.Other)).Select(pair => (places[pair.One], places[pair.Other]))];
}
