namespace Huitou.Orders;

/// <summary>A stored version of an order, as far as deciding about another one needs it.</summary>
internal readonly record struct StoredVersion(long Id, string OrderNo, long ImportId, long? HiddenByImportId, long Rank, long ContentHash);

/// <summary>What becomes of a version that arrives.</summary>
internal enum Verdict
{
    /// <summary>The order was not known.</summary>
    New,

    /// <summary>It is newer and says something else: it takes the place of the visible one.</summary>
    Changed,

    /// <summary>It is newer and says the same: it takes the place, so that what comes later is held against its rank, and counts as unchanged.</summary>
    Touched,

    /// <summary>It is older than the visible one: it is kept out of sight, in case the newer one's import is taken out.</summary>
    Older,

    /// <summary>The same version is already here.</summary>
    Known,
}

/// <summary>Decides between versions of one order, so that the visible one is the newest whatever the sequence of arrival.</summary>
internal static class VersionDecision
{
    /// <summary>Of equal rank the later import wins: it was fetched later.</summary>
    internal static (Verdict Verdict, StoredVersion? Visible) Of(IReadOnlyList<StoredVersion> stored, long rank, long contentHash)
    {
        if (stored.Count == 0) return (Verdict.New, null);
        var visible = stored.MaxBy(version => (version.HiddenByImportId is null, version.Rank, version.ImportId));
        if (rank >= visible.Rank)
        {
            if (contentHash != visible.ContentHash) return (Verdict.Changed, visible);
            return (rank == visible.Rank ? Verdict.Known : Verdict.Touched, visible);
        }
        return (stored.Any(version => version.Rank == rank && version.ContentHash == contentHash) ? Verdict.Known : Verdict.Older, visible);
    }
}
