namespace Huitou.Customers.Identity;

/// <summary>
/// Says which nodes are one person: a pure function of the evidence and of what people decided, whatever the sequence in which either came.
/// <list type="number">
/// <item>Decisions first: whom somebody called the same are one, unless somebody called them different.</item>
/// <item>A value that more than a limit of nodes carry is fenced: it joins nobody, and tells nobody apart.</item>
/// <item>A value carried by two who are different (called so, or with two ids of one scope and none in common) is contested: it joins nobody.</item>
/// <item>The other values join their carriers, one value after the other, the stronger kind first, then by the age of their carriers; one that
/// would bring two who are different together by way of others joins nobody.</item>
/// </list>
/// </summary>
internal static class Resolver
{
    /// <summary>How many nodes may carry a value before it is fenced, where nobody set another limit.</summary>
    internal const int MostCarriers = 10;

    private readonly record struct Group(EvidenceKind Kind, int[] Nodes);

    internal static Resolution Resolve(EvidenceSet set)
    {
        var (doubts, groups, exclusive) = (new List<Doubt>(), new List<Group>(), new List<Carried>());
        var sorted = set.Values.ToArray();
        Array.Sort(sorted, static (one, other) => (one.Kind, one.Scope, one.Value, one.Node).CompareTo((other.Kind, other.Scope, other.Value, other.Node)));
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] with { Node = 0 } == sorted[from] with { Node = 0 };) to++;
            var isExclusive = EvidenceKinds.IsExclusive(sorted[from].Kind);
            if (to - from == 1 && !isExclusive) continue;
            var group = new Group(sorted[from].Kind, [.. sorted[from..to].Select(carried => carried.Node).Distinct()]);
            if (group.Nodes.Length > set.MostCarriers) doubts.Add(new(DoubtReason.Fenced, group.Kind, group.Nodes));
            else if (group.Nodes.Length > 1) groups.Add(group);
            if (isExclusive && group.Nodes.Length <= set.MostCarriers) exclusive.AddRange(sorted[from..to]);
        }
        var people = new People(set.Scopes, exclusive, set.Different);
        foreach (var (one, other) in set.Same.Select(pair => pair.Item1 < pair.Item2 ? pair : (pair.Item2, pair.Item1)).Order()) people.Call(one, other);
        Join(people, groups, doubts);
        return new(people.Oldest(), doubts);
    }

    private static void Join(People people, List<Group> groups, List<Doubt> doubts)
    {
        var contested = groups.ToLookup(group => people.AreAtOdds(group.Nodes));
        doubts.AddRange(contested[true].Select(group => new Doubt(DoubtReason.Contested, group.Kind, group.Nodes)));
        var values = contested[false].ToList();
        values.Sort(ByKindAndAge);
        foreach (var (kind, nodes) in values)
            if (!people.Join(nodes)) doubts.Add(new(DoubtReason.Chained, kind, nodes));
    }

    /// <summary>Not by the value: what is found out must not depend on the key that makes values unreadable.</summary>
    private static int ByKindAndAge(Group one, Group other) =>
        one.Kind == other.Kind ? one.Nodes.AsSpan().SequenceCompareTo(other.Nodes) : EvidenceKinds.Rank(one.Kind).CompareTo(EvidenceKinds.Rank(other.Kind));
}
