namespace Huitou.Customers.Identity;

/// <summary>
/// Says which nodes are one person: a pure function of the evidence and of what people decided, whatever the sequence in which either came.
/// <list type="number">
/// <item>Decisions first: whom somebody called the same are one, unless somebody called them different.</item>
/// <item>A value that more than a limit of nodes carry is fenced: it joins nobody.</item>
/// <item>A value carried by two who are different (called so, or two ids of one scope) is contested: it joins nobody.</item>
/// <item>The other values join their carriers, one value after the other, by kind and by the age of their carriers; one that would bring two
/// who are different together by way of others joins nobody.</item>
/// </list>
/// </summary>
internal static class Resolver
{
    /// <summary>How many nodes may carry a value before it is fenced.</summary>
    internal const int MostCarriers = 10;

    internal static Resolution Resolve(EvidenceSet set)
    {
        var people = new People(set.Scopes, set.Different);
        foreach (var (one, other) in set.Same.Select(pair => pair.Item1 < pair.Item2 ? pair : (pair.Item2, pair.Item1)).Order()) people.Call(one, other);
        var doubts = new List<Doubt>();
        var values = new List<(EvidenceKind Kind, int[] Nodes)>();
        foreach (var (kind, nodes) in Carriers(set.Values))
        {
            if (nodes.Length > MostCarriers) doubts.Add(new(DoubtReason.Fenced, kind, nodes));
            else if (people.AreAtOdds(nodes)) doubts.Add(new(DoubtReason.Contested, kind, nodes));
            else values.Add((kind, nodes));
        }
        values.Sort(ByKindAndAge);
        foreach (var (kind, nodes) in values)
            if (!people.Join(nodes)) doubts.Add(new(DoubtReason.Chained, kind, nodes));
        return new(people.Oldest(), doubts);
    }

    /// <summary>The values that several carry, each with its carriers by age.</summary>
    private static IEnumerable<(EvidenceKind Kind, int[] Nodes)> Carriers(IReadOnlyList<Carried> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted, static (one, other) => (one.Kind, one.Value, one.Node).CompareTo((other.Kind, other.Value, other.Node)));
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to].Value == sorted[from].Value && sorted[to].Kind == sorted[from].Kind;) to++;
            if (to - from == 1) continue;
            int[] nodes = [.. sorted[from..to].Select(carried => carried.Node).Distinct()];
            if (nodes.Length > 1) yield return (sorted[from].Kind, nodes);
        }
    }

    /// <summary>Not by the value: what is found out must not depend on the key that makes values unreadable.</summary>
    private static int ByKindAndAge((EvidenceKind Kind, int[] Nodes) one, (EvidenceKind Kind, int[] Nodes) other) =>
        one.Kind == other.Kind ? one.Nodes.AsSpan().SequenceCompareTo(other.Nodes) : one.Kind.CompareTo(other.Kind);
}
