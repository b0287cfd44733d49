using Huitou.Access;
using Huitou.Flows;
using Huitou.Flows.Exports;
using Huitou.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Huitou.Tests.Flows;

/// <summary>Runs exports in an installation whose jobs nobody else runs.</summary>
internal static class ExportBench
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts, runs the job, and gives the export as it ended.</summary>
    internal static async Task<ExportItem> ExportAsync(
        this TestInstallation shop, ExportRequest request, CustomerQuestion? question = null, Actor? actor = null, Action<JobProgress>? watch = null)
    {
        var started = await shop.StartAsync(request, question, actor);
        Assert.Null(started.Refusal);
        var job = await shop.Get<Jobs>().Queue.ReadAsync(Cancel);
        job.Progress.Changed = watch;
        await shop.Services.GetServices<IHostedService>().OfType<JobRunner>().Single().RunAsync(job, Cancel);
        return (await shop.Get<ExportList>().FindAsync(started.Value!.ExportId, actor ?? ImportBench.Somebody, Cancel)).Value!;
    }

    internal static Task<Outcome<ExportStarted>> StartAsync(
        this TestInstallation shop, ExportRequest request, CustomerQuestion? question = null, Actor? actor = null) =>
        shop.Get<ExportStart>().RunAsync(request, question ?? new(), actor ?? ImportBench.Somebody, Cancel);

    /// <summary>The file of an export that succeeded.</summary>
    internal static async Task<byte[]> FileAsync(this TestInstallation shop, ExportRequest request, CustomerQuestion? question = null, Actor? actor = null)
    {
        var export = await shop.ExportAsync(request, question, actor);
        Assert.Equal((JobState.Done, ""), (export.State, export.Error));
        var file = await shop.Get<ExportList>().OpenAsync(export.Id, actor ?? ImportBench.Somebody, Cancel);
        Assert.Null(file.Refusal);
        await using var body = file.Value!.Body;
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, Cancel);
        Assert.Equal(export.Bytes, bytes.Length);
        return bytes.ToArray();
    }

    /// <summary>A file of text as its rows of cells; no cell of these tests holds a comma.</summary>
    internal static string[][] Rows(byte[] file) =>
        [.. System.Text.Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(','))];
}
