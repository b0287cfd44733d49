using System.Text.Json;
using System.Text.Json.Serialization;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Connect.Files;
using Huitou.Connect.Staging;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>A row that would be rejected.</summary>
public sealed record DryRunReject(long Line, string Column, RejectReason Reason, string Value);

/// <summary>What an import would do, found out without doing it.</summary>
/// <param name="Kind">What the file tells of.</param>
/// <param name="Counts">What would come and change.</param>
/// <param name="Rejects">Rejected rows by reason.</param>
/// <param name="RejectedRows">The first of them.</param>
/// <param name="Samples">The first things that would come or change, before and after.</param>
public sealed record DryRunReport(
    FileKind Kind, ImportCounts Counts, IReadOnlyDictionary<string, long> Rejects, IReadOnlyList<DryRunReject> RejectedRows,
    IReadOnlyList<MergeSample> Samples);

/// <summary>Goes through a whole import but for the writing, as a job whose result is the report.</summary>
public sealed class DryRun(
    IDbContextFactory<HuitouDb> databases, DataFolder folder, Vault vault, MergeOpening opening, ImportSource sources, Jobs jobs, TimeProvider time)
{
    internal const string Kind = "dryRun";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Starts the job.</summary>
    public async Task<Outcome<JobStarted>> RunAsync(ImportRequest request, Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await sources.OpenAsync(db, request, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var source = found.Value!;
        var job = jobs.Add(db, Kind, $"upload:{request.UploadId}", actor, DataScope.Of([request.ShopId]));
        await db.SaveChangesAsync(cancel);
        jobs.Start(job.Id, DataScope.All, (progress, stop) => TryAsync(source, request.ShopId, actor.Scope, -job.Id, progress, stop));
        return new JobStarted(job.Id);
    }

    /// <summary>The report of a job; null where there is none, or not yet.</summary>
    public async Task<DryRunReport?> ReportAsync(long jobId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var result = await db.Jobs.Where(j => j.Id == jobId && j.Kind == Kind).Select(j => j.Result).FirstOrDefaultAsync(cancel);
        return result is null ? null : JsonSerializer.Deserialize<DryRunReport>(vault.Open(result, Job.SealedResult, jobId), Json);
    }

    private async Task TryAsync(ISource source, int shopId, DataScope sees, long id, JobProgress progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        using var staging = StagingFile.Create(folder, id);
        var now = time.GetUtcNow();
        var import = new Import
        {
            Id = await db.Imports.MaxAsync(i => (long?)i.Id, cancel) + 1 ?? 1, ShopId = shopId, Name = source.Name, Preset = "", Kind = source.Kind, Actor = "",
            StartedAt = now, TakenAt = (source.ExportedAt ?? now).ToUnixTimeMilliseconds(),
        };
        var work = new ImportWork(source, staging, null, progress);
        var samples = new MergeSamples(sees);
        try
        {
            progress.Begin("read");
            await work.ReadAsync(await opening.ErasedAsync(db, shopId, cancel), cancel);
            progress.Begin("compare");
            var open = await opening.RunAsync(db, import, work.TakeNamed(), samples, cancel);
            await work.MergeAsync(open.Merge, cancel);
            var rejected = work.Rejects.Select(r => new DryRunReject(r.Number, r.Column, r.Reason, r.Value));
            progress.Result = JsonSerializer.Serialize(
                new DryRunReport(source.Kind, work.Counts(open), work.RejectCounts, [.. rejected], samples.All), Json);
        }
        catch (UnreadableFileException fault)
        {
            throw new JobFaultException(fault.Code, fault.Message, fault);
        }
    }
}
