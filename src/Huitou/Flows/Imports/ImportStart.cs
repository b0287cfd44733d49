using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>What to import, where to, and how it is read.</summary>
/// <param name="UploadId">The file.</param>
/// <param name="ShopId">The shop whose orders these are.</param>
/// <param name="Reading">As the preview gave it, or corrected.</param>
/// <param name="SaveAs">Keep the mapping under this name; null or empty keeps none.</param>
public sealed record ImportRequest(Guid UploadId, int ShopId, FileReading Reading, string? SaveAs = null);

/// <summary>The import and the job that runs it.</summary>
public sealed record ImportStarted(long ImportId, long JobId);

/// <summary>Starts imports: checks what can be checked at once, and hands the rest to a job.</summary>
public sealed class ImportStart(
    IDbContextFactory<HuitouDb> databases, ImportSource sources, SavedMappings mappings, Jobs jobs, ImportRun run, TimeProvider time)
{
    /// <param name="request">What to import.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="idempotencyKey">Asking again with the same key gives the import that was started then.</param>
    /// <param name="cancel">Stops the checks, not the import.</param>
    public async Task<Outcome<ImportStarted>> RunAsync(ImportRequest request, Actor actor, string? idempotencyKey, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (string.IsNullOrWhiteSpace(idempotencyKey)) idempotencyKey = null;
        if (idempotencyKey is { Length: > 100 }) return new Refusal(ProblemCode.InvalidField, "An Idempotency-Key has at most 100 characters.", "Idempotency-Key");
        if (await EarlierAsync(db, actor, idempotencyKey, cancel) is { } earlier) return earlier;
        var found = await sources.OpenAsync(db, request, cancel);
        if (found.Refusal is { } refused) return refused;
        var source = found.Value!;
        if (!string.IsNullOrWhiteSpace(request.SaveAs) && await mappings.SaveAsync(request.SaveAs, request.ShopId, request.UploadId, request.Reading, cancel) is { } refusal) return refusal;
        var import = new Import
        {
            ShopId = request.ShopId, UploadId = request.UploadId, Name = source.Name, Preset = request.Reading.Preset, Actor = actor.Name,
            IdempotencyKey = idempotencyKey,
        };
        return await StartAsync(db, import, "import", source, actor, cancel);
    }

    /// <summary>Imports from a source that is no file, such as the demo shop.</summary>
    public async Task<ImportStarted> RunAsync(ISource source, int shopId, string preset, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var import = new Import { ShopId = shopId, Name = source.Name, Preset = preset, Actor = actor.Name };
        return await StartAsync(db, import, preset, source, actor, cancel);
    }

    private async Task<ImportStarted> StartAsync(HuitouDb db, Import import, string kind, ISource source, Actor actor, CancellationToken cancel)
    {
        (import.Kind, import.StartedAt) = (source.Kind, time.GetUtcNow());
        import.TakenAt = (source.ExportedAt ?? import.StartedAt).ToUnixTimeMilliseconds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancel);
        var job = jobs.Add(db, kind, SubjectOf(import.Id), actor, DataScope.Of([import.ShopId]));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        var id = import.Id;
        jobs.Start(job.Id, DataScope.All, (progress, stop) => run.RunAsync(id, source, progress, stop));
        return new ImportStarted(import.Id, job.Id);
    }

    public static string SubjectOf(long importId) => $"import:{importId}";

    private async Task<ImportStarted?> EarlierAsync(HuitouDb db, Actor actor, string? key, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(key)) return null;
        // Of an actor whose shops were changed since, too: the key is theirs, and no second import may bear it.
        var id = await db.Imports.IgnoreQueryFilters().Where(i => i.Actor == actor.Name && i.IdempotencyKey == key).Select(i => i.Id).FirstOrDefaultAsync(cancel);
        if (id == 0) return null;
        var started = await jobs.OfSubjectsAsync([SubjectOf(id)], cancel);
        return new ImportStarted(id, started.GetValueOrDefault(SubjectOf(id)));
    }
}
