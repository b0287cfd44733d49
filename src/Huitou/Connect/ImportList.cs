using System.Globalization;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Connect;

/// <summary>An import as pages show it.</summary>
public sealed record ImportItem(
    long Id, int ShopId, string Name, string Preset, FileKind Kind, ImportState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string Actor,
    ImportCounts Counts, IReadOnlyDictionary<string, long> Rejects, string Error)
{
    /// <summary>The job that runs or ran it; filled in where jobs are known.</summary>
    public long? JobId { get; init; }
}

/// <summary>A page of imports, newest first.</summary>
/// <param name="Items">The imports.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record ImportPage(IReadOnlyList<ImportItem> Items, string? Next);

/// <summary>Lists imports.</summary>
public sealed class ImportList(IDbContextFactory<HuitouDb> databases)
{
    private const int MostItems = 200;

    public async Task<ImportPage> PageAsync(string? cursor, int limit, CancellationToken cancel)
    {
        limit = Math.Clamp(limit, 1, MostItems);
        var below = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : long.MaxValue;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var imports = await db.Imports.AsNoTracking().Where(i => i.Id < below).OrderByDescending(i => i.Id).Take(limit + 1).ToListAsync(cancel);
        var next = imports.Count > limit ? imports[limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new ImportPage([.. imports.Take(limit).Select(Item)], next);
    }

    public async Task<ImportItem?> FindAsync(long id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is { } import ? Item(import) : null;
    }

    private static ImportItem Item(Import i) => new(
        i.Id, i.ShopId, i.Name, i.Preset, i.Kind, i.State, i.StartedAt, i.FinishedAt, i.Actor, i.Counts, i.Rejects, i.Error);
}
