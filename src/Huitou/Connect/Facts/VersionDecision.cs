namespace Huitou.Connect.Facts;

/// <summary>
/// What decides which of two versions is newer: the time that the version itself tells, then when its source was taken out of the
/// system it comes from, then which was imported later.
/// </summary>
/// <param name="Rank">The source's modified time, else the latest time told, else <paramref name="TakenAt"/>; Unix milliseconds.</param>
/// <param name="TakenAt">When the source was taken: the time in its name, else when the import began.</param>
/// <param name="ImportId">The import.</param>
internal readonly record struct VersionAge(long Rank, long TakenAt, long ImportId) : IComparable<VersionAge>
{
    public int CompareTo(VersionAge other) => (Rank, TakenAt, ImportId).CompareTo((other.Rank, other.TakenAt, other.ImportId));

    public static bool operator >(VersionAge one, VersionAge other) => one.CompareTo(other) > 0;

    public static bool operator <(VersionAge one, VersionAge other) => one.CompareTo(other) < 0;
}

/// <summary>A stored version, as far as deciding about another one needs it.</summary>
/// <param name="Id">The fact.</param>
/// <param name="Key">What it is a version of.</param>
/// <param name="ImportId">The import that brought it; it may be gone where others repeated it.</param>
/// <param name="HiddenByImportId">A committed import that hides it.</param>
/// <param name="ContentHash">The fingerprint of what it says.</param>
/// <param name="Age">The newest of all times it was said.</param>
internal sealed record StoredVersion(long Id, string Key, long ImportId, long? HiddenByImportId, long ContentHash, VersionAge Age)
{
    /// <summary>It is hidden by an import that is being taken out, and will be seen unless another takes its place.</summary>
    internal bool IsFreed { get; init; }
}

/// <summary>What becomes of a version that arrives.</summary>
internal enum Verdict
{
    /// <summary>The thing was not known.</summary>
    New,

    /// <summary>It is newer and says something else: it takes the place of the visible one.</summary>
    Changed,

    /// <summary>It is older than the visible one: it is kept out of sight, in case the newer one's import is taken out.</summary>
    Older,

    /// <summary>The same is already here; that it was said again, and when, is noted.</summary>
    Known,
}

/// <summary>Decides between versions of one thing, so that the visible one is the newest whatever the sequence of arrival.</summary>
internal static class VersionDecision
{
    internal static (Verdict Verdict, StoredVersion? Other) Of(IReadOnlyList<StoredVersion> stored, VersionAge age, long contentHash)
    {
        if (stored.Count == 0) return (Verdict.New, null);
        var same = Newest(stored.Where(version => version.ContentHash == contentHash));
        if (same is not null && !Overtakes(stored, same, age)) return (Verdict.Known, same);
        var visible = stored.Single(version => version.HiddenByImportId is null);
        return (age < visible.Age ? Verdict.Older : Verdict.Changed, visible);
    }

    /// <summary>Saying an old thing again, later than what has hidden it since, brings it back: that is a change, no repetition.</summary>
    private static bool Overtakes(IReadOnlyList<StoredVersion> stored, StoredVersion same, VersionAge age) =>
        same.HiddenByImportId is not null && stored.All(version => age > version.Age);

    /// <summary>The one to be seen of several.</summary>
    internal static StoredVersion? Newest(IEnumerable<StoredVersion> versions) => versions.MaxBy(version => version.Age);
}
