using Huitou.Connect;

namespace Huitou.Flows;

/// <summary>Imports with the jobs that ran them.</summary>
public sealed class ImportHistory(ImportList imports, Jobs jobs)
{
    public async Task<ImportPage> PageAsync(string? cursor, int limit, CancellationToken cancel)
    {
        var page = await imports.PageAsync(cursor, limit, cancel);
        return page with { Items = await WithJobsAsync(page.Items, cancel) };
    }

    public async Task<ImportItem?> FindAsync(long id, CancellationToken cancel) =>
        await imports.FindAsync(id, cancel) is { } import ? (await WithJobsAsync([import], cancel))[0] : null;

    private async Task<IReadOnlyList<ImportItem>> WithJobsAsync(IReadOnlyList<ImportItem> items, CancellationToken cancel)
    {
        var ids = await jobs.OfSubjectsAsync([.. items.Select(i => ImportStart.SubjectOf(i.Id))], cancel);
        return [.. items.Select(i => i with { JobId = ids.TryGetValue(ImportStart.SubjectOf(i.Id), out var job) ? job : null })];
    }
}
