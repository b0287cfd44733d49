namespace Huitou.Customers.Identity;

/// <summary>An id of which a person has one within a scope.</summary>
/// <param name="Kind">What kind of id.</param>
/// <param name="Scope">Within what.</param>
/// <param name="Value">Which one; of the id that a node goes by the node itself.</param>
internal readonly record struct Mark(EvidenceKind Kind, int Scope, UInt128 Value)
{
    internal bool IsBeside(Mark other) => Kind == other.Kind && Scope == other.Scope;
}

/// <summary>
/// Nodes joined into people: a union-find whose root is the oldest node, and that keeps those apart who are different. Of each person it knows
/// what can be at odds with others: ids of which a person has one, and nodes of which somebody said that they are different.
/// </summary>
internal sealed class People
{
    /// <summary>What of a person can be at odds with others.</summary>
    private sealed record Touchy(List<Mark> Marks, List<int> Called);

    private static readonly Touchy Nothing = new([], []);

    private readonly int[] _parent;
    private readonly IReadOnlyList<int> _scopes;
    private readonly Dictionary<int, List<Mark>> _marks = [];
    private readonly Dictionary<int, HashSet<int>> _different = [];

    /// <summary>By root, where the person is more than the root itself.</summary>
    private readonly Dictionary<int, Touchy> _touchy = [];

    /// <param name="scopes">By node: the scope of the id that it goes by, 0 for an address.</param>
    /// <param name="carried">What nodes carry of which a person has one.</param>
    /// <param name="different">Who was called different.</param>
    internal People(IReadOnlyList<int> scopes, IEnumerable<Carried> carried, IReadOnlyList<(int, int)> different)
    {
        (_scopes, _parent) = (scopes, [.. Enumerable.Range(0, scopes.Count)]);
        foreach (var (kind, scope, value, node) in carried) ListOf(node).Add(new(kind, scope, value));
        foreach (var (one, other) in different)
        {
            Differ(one, other);
            Differ(other, one);
        }
    }

    private List<Mark> ListOf(int node)
    {
        if (!_marks.TryGetValue(node, out var marks)) _marks[node] = marks = [];
        return marks;
    }

    private void Differ(int one, int other)
    {
        if (!_different.TryGetValue(one, out var others)) _different[one] = others = [];
        others.Add(other);
    }

    /// <summary>Makes two one, as somebody said: only that somebody called them different stands against it.</summary>
    internal void Call(int one, int other)
    {
        var (first, second) = (Find(one), Find(other));
        if (first != second && !WereCalledDifferent(TouchyOf(first), TouchyOf(second))) Unite(first, second);
    }

    /// <summary>Makes all of them one; false, and nothing done, where two of them are different.</summary>
    internal bool Join(IReadOnlyList<int> nodes)
    {
        var roots = nodes.Select(Find).Distinct().ToList();
        if (AreAtOdds(roots)) return false;
        for (var i = 1; i < roots.Count; i++) Unite(Find(roots[0]), Find(roots[i]));
        return true;
    }

    /// <summary>Whether any two of them are different people for sure.</summary>
    internal bool AreAtOdds(IReadOnlyList<int> nodes)
    {
        var people = nodes.Select(Find).Distinct().Select(TouchyOf).ToList();
        for (var i = 0; i < people.Count; i++)
            for (var j = i + 1; j < people.Count; j++)
                if (HaveOtherIds(people[i].Marks, people[j].Marks) || WereCalledDifferent(people[i], people[j])) return true;
        return false;
    }

    /// <summary>By node: the oldest of the same person.</summary>
    internal int[] Oldest() => [.. Enumerable.Range(0, _parent.Length).Select(Find)];

    /// <summary>Whether both have ids of a kind within a scope, and none in common: who changed a nickname is still whoever bears the new one.</summary>
    private static bool HaveOtherIds(List<Mark> one, List<Mark> other)
    {
        foreach (var mark in one)
            if (other.Exists(mark.IsBeside) && !one.Exists(same => same.IsBeside(mark) && other.Contains(same))) return true;
        return false;
    }

    private bool WereCalledDifferent(Touchy one, Touchy other)
    {
        foreach (var node in one.Called)
            if (_different[node].Overlaps(other.Called)) return true;
        return false;
    }

    private Touchy TouchyOf(int root)
    {
        if (_touchy.TryGetValue(root, out var touchy)) return touchy;
        var (hasMarks, wasCalled) = (_marks.TryGetValue(root, out var marks), _different.ContainsKey(root));
        if (_scopes[root] == 0 && !hasMarks && !wasCalled) return Nothing;
        return new(_scopes[root] == 0 ? [.. marks ?? []] : [new(EvidenceKind.SourceId, _scopes[root], (UInt128)root), .. marks ?? []], wasCalled ? [root] : []);
    }

    private void Unite(int one, int other)
    {
        var (older, younger) = (Math.Min(one, other), Math.Max(one, other));
        var (kept, added) = (TouchyOf(older), TouchyOf(younger));
        _touchy.Remove(younger);
        _parent[younger] = older;
        if (kept == Nothing && added == Nothing) return;
        if (kept == Nothing) kept = new([], []);
        kept.Marks.AddRange(added.Marks.Where(mark => !kept.Marks.Contains(mark)));
        kept.Called.AddRange(added.Called);
        _touchy[older] = kept;
    }

    private int Find(int node)
    {
        while (_parent[node] != node) node = _parent[node] = _parent[_parent[node]];
        return node;
    }
}
