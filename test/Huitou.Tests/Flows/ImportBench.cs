using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Huitou.Tests.Flows;

/// <summary>An installation with one shop whose jobs a test runs itself, one by one, so that nothing happens behind its back.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    internal static readonly Actor Somebody = new("somebody", Role.Operator);

    private ImportBench(TestInstallation installation) => Installation = installation;

    internal TestInstallation Installation { get; }

    internal static async Task<ImportBench> CreateAsync(
        DatabaseKind kind, string timeZone = "Europe/London", TimeProvider? time = null)
    {
        var installation = await TestInstallation.CreateAsync(kind, time is null ? null : services => services.AddSingleton(time));
        await using var db = installation.Open();
        db.Shops.Add(new Shop { Id = 1, Name = "shop", TimeZone = timeZone });
        await db.SaveChangesAsync();
        return new ImportBench(installation);
    }

    /// <summary>In a shop that is there.</summary>
    internal static ImportBench Over(TestInstallation installation) => new(installation);

    internal JobRunner Runner => Installation.Services.GetServices<IHostedService>().OfType<JobRunner>().Single();

    internal async Task<UploadPreview> UploadAsync(string name, Stream body)
    {
        var upload = await Installation.Get<UploadStore>().SaveAsync(name, body, CancellationToken.None);
        Assert.Null(upload.Refusal);
        var preview = await Installation.Get<PreviewUpload>().RunAsync(upload.Value!.Id, null, CancellationToken.None);
        Assert.Null(preview.Refusal);
        return preview.Value!;
    }

    /// <summary>Uploads, takes the reading as it was found, imports, and gives the import as it ended.</summary>
    internal async Task<Import> ImportAsync(string name, Stream body, Func<FileReading, FileReading>? correct = null)
    {
        var preview = await UploadAsync(name, body);
        return await ImportAsync(new ImportRequest(preview.Upload.Id, 1, (correct ?? (r => r))(preview.Reading), null));
    }

    internal async Task<Import> ImportAsync(ImportRequest request)
    {
        var started = await Installation.Get<ImportStart>().RunAsync(request, Somebody, null, CancellationToken.None);
        Assert.Null(started.Refusal);
        return await RunAsync(started.Value!);
    }

    internal async Task<Import> ImportAsync(ISource source) =>
        await RunAsync(await Installation.Get<ImportStart>().RunAsync(source, 1, "test", Somebody, CancellationToken.None));

    /// <summary>The customer of a buyer's id.</summary>
    internal async Task<long> CustomerOfAsync(string buyer)
    {
        var name = Installation.Get<Vault>().Blind(buyer, BuyerAttribute.Id);
        await using var db = Installation.Open();
        return await db.EvidenceNodes.Where(node => node.Kind == EvidenceKind.SourceId && node.Value == name).Select(node => node.CustomerId).SingleAsync();
    }

    /// <summary>Takes an import out.</summary>
    internal async Task UndoAsync(long importId) =>
        await RunAsync((await Installation.Get<ImportUndo>().RunAsync(importId, Somebody, CancellationToken.None)).Value!);

    /// <summary>Imports, and cancels as soon as the step of that name has begun and done something, or is about to.</summary>
    internal async Task<Import> CancelAsync(ISource source, string step)
    {
        var started = await Installation.Get<ImportStart>().RunAsync(source, 1, "test", Somebody, CancellationToken.None);
        var jobs = Installation.Get<Jobs>();
        var asked = false;
        return await RunAsync(started, progress =>
        {
            if (asked || progress.Now() is var now && (now.Step != step || (step == "merge" && now.Done == 0))) return;
            asked = true;
            Assert.True(jobs.CancelAsync(started.JobId, CancellationToken.None).GetAwaiter().GetResult().Refusal is null);
        });
    }

    /// <summary>Runs the job that was started last, on this thread's time.</summary>
    internal async Task<Import> RunAsync(ImportStarted started, Action<JobProgress>? watch = null)
    {
        var job = await Installation.Get<Jobs>().Queue.ReadAsync();
        job.Progress.Changed = watch;
        await Runner.RunAsync(job, CancellationToken.None);
        await using var db = Installation.Open();
        return await db.Imports.AsNoTracking().SingleAsync(i => i.Id == started.ImportId);
    }

    /// <summary>Whoever started the ledger's host need not stop it: a folder goes only when nobody works in it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Installation.Get<InProcessLedgerHost>().StopAsync(CancellationToken.None);
        await Installation.DisposeAsync();
    }
}
