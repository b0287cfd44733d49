using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect.Facts;

/// <summary>When the sources of all committed imports were taken. What an import left behind that is not committed is nobody's knowledge.</summary>
internal sealed class ImportAges
{
    private readonly Dictionary<long, long> _takenAt;

    private ImportAges(Dictionary<long, long> takenAt) => _takenAt = takenAt;

    /// <param name="db">The database.</param>
    /// <param name="without">An import to be left out as if it had never been.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<ImportAges> LoadAsync(HuitouDb db, long? without, CancellationToken cancel) => new(
        await db.Imports.Where(i => i.State == ImportState.Committed && i.Id != without).ToDictionaryAsync(i => i.Id, i => i.TakenAt, cancel));

    internal bool IsCommitted(long importId) => _takenAt.ContainsKey(importId);

    /// <summary>The age of a version that an import brought; null where the import is none of these.</summary>
    internal VersionAge? Of(long rank, long importId) => _takenAt.TryGetValue(importId, out var takenAt) ? new(rank, takenAt, importId) : null;
}
