namespace Huitou.Customers.Identity;

/// <summary>
/// Nodes joined into people: a union-find whose root is the oldest node, and that keeps those apart who are different. Of each person it knows
/// the nodes that can be at odds with others: those of a scope, and those of whom somebody said that they are different.
/// </summary>
internal sealed class People
{
    private readonly int[] _parent;
    private readonly IReadOnlyList<int> _scopes;
    private readonly Dictionary<int, HashSet<int>> _different = [];

    /// <summary>By root: the nodes of the person that can be at odds with others; null where there is at most the root itself.</summary>
    private readonly Dictionary<int, List<int>> _touchy = [];

    internal People(IReadOnlyList<int> scopes, IReadOnlyList<(int, int)> different)
    {
        (_scopes, _parent) = (scopes, [.. Enumerable.Range(0, scopes.Count)]);
        foreach (var (one, other) in different)
        {
            Differ(one, other);
            Differ(other, one);
        }
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
        if (first != second && !AreAtOdds(first, second, withScopes: false)) Unite(first, second);
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
        var roots = nodes.Select(Find).Distinct().ToList();
        for (var i = 0; i < roots.Count; i++)
            for (var j = i + 1; j < roots.Count; j++)
                if (AreAtOdds(roots[i], roots[j], withScopes: true)) return true;
        return false;
    }

    /// <summary>By node: the oldest of the same person.</summary>
    internal int[] Oldest() => [.. Enumerable.Range(0, _parent.Length).Select(Find)];

    private bool AreAtOdds(int one, int other, bool withScopes)
    {
        foreach (var first in Touchy(one))
            foreach (var second in Touchy(other))
                if ((withScopes && _scopes[first] != 0 && _scopes[first] == _scopes[second]) || (_different.TryGetValue(first, out var others) && others.Contains(second))) return true;
        return false;
    }

    private List<int> Touchy(int root) => _touchy.TryGetValue(root, out var nodes) ? nodes : _scopes[root] != 0 || _different.ContainsKey(root) ? [root] : [];

    private void Unite(int one, int other)
    {
        var (older, younger) = (Math.Min(one, other), Math.Max(one, other));
        var (kept, added) = (Touchy(older), Touchy(younger));
        kept.AddRange(added);
        if (kept.Count > 0) _touchy[older] = kept;
        _touchy.Remove(younger);
        _parent[younger] = older;
    }

    private int Find(int node)
    {
        while (_parent[node] != node) node = _parent[node] = _parent[_parent[node]];
        return node;
    }
}
