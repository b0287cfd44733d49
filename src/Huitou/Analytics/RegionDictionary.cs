using System.Collections.Concurrent;

namespace Huitou.Analytics;

/// <summary>
/// The ledger's codes of regions. It only grows, so a code that some ledger holds never changes its meaning; 0 is unknown.
/// </summary>
public sealed class RegionDictionary
{
    private readonly ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Lock _append = new();
    private volatile string[] _names = [""];

    /// <summary>All regions by their codes; the first is the unknown one.</summary>
    internal IReadOnlyList<string> Names => _names;

    /// <summary>Gives regions the codes that they had before. False where others were given already.</summary>
    internal bool TryTake(IReadOnlyList<string> names)
    {
        for (var code = 1; code < names.Count; code++)
            if (CodeOf(names[code]) != code) return false;
        return true;
    }

    /// <summary>The code of <paramref name="region"/>, given now if it has none yet.</summary>
    public int CodeOf(string region)
    {
        if (region.Length == 0) return 0;
        if (_codes.TryGetValue(region, out var known)) return known;
        lock (_append)
        {
            if (_codes.TryGetValue(region, out known)) return known;
            var code = _names.Length;
            _names = [.. _names, region];
            _codes[region] = code;
            return code;
        }
    }

    /// <summary>The code of <paramref name="region"/>, or null where no customer of any ledger came from there.</summary>
    public int? Find(string region) => region.Length == 0 ? 0 : _codes.TryGetValue(region, out var code) ? code : null;

    /// <summary>The region that <paramref name="code"/> stands for; empty is unknown.</summary>
    public string NameOf(int code) => _names[code];
}
