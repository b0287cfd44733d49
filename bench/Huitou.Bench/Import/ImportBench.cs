using System.Diagnostics;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Bench.Import;

/// <summary>
/// A CSV file from its upload to reports that hold it, as a shop would load it: read, check, stage, resolve, merge, index, commit,
/// change feed, ledger; beside a bare insert of what it left behind, in the same run.
/// </summary>
internal sealed class ImportBench(Report report)
{
    private const long Stretch = 100_000;

    /// <param name="lines">How long the files are.</param>
    /// <param name="cancel">Stops the run.</param>
    internal async Task RunAsync(IReadOnlyList<long> lines, CancellationToken cancel)
    {
        report.Heading("Import");
        report.Line($"Order lines from a CSV file, 2.3 an order, five for each customer, from the upload until the reports hold them. The bare inserts write the same orders, lines, customers and evidence, ready in memory, with the same indexes: one by prepared commands of the driver, a row each (on PostgreSQL there is none), one by the fastest writer we know, the product's own.");
        report.Line($"");
        report.Line($"| database | lines | orders | customers | seconds | lines/s | prepared lines/s | share | fastest lines/s | share | last 100,000 to median | memory above ledger MB | log MB | longest transaction ms, copying the log back included | longest wait of another writer ms |");
        report.Line($"|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var count in lines) await MeasureAsync(null, count, cancel);
        if (await ServerAsync() is { } server) await MeasureAsync(server, lines[0], cancel);
        await PostgresCluster.StopSharedAsync();
    }

    /// <summary>HUITOU_BENCH_POSTGRES, else a server of our own (without fsync), else none.</summary>
    private static async Task<string?> ServerAsync()
    {
        if (Environment.GetEnvironmentVariable("HUITOU_BENCH_POSTGRES") is { Length: > 0 } server) return server;
        return Directory.Exists("/usr/lib/postgresql") ? (await PostgresCluster.SharedAsync()).ConnectionString : null;
    }

    private async Task MeasureAsync(string? server, long lines, CancellationToken cancel)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await using var shop = await BenchShop.OpenAsync(server, cancel);
        using var transactions = new WriteTimes();
        using var watch = new ImportWatch(shop.Get<DataFolder>(), server is null);
        var clock = Stopwatch.StartNew();
        await ImportAsync(shop, lines, watch, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        watch.Dispose();
        var longest = transactions.Longest;
        var ledger = (await shop.Get<LedgerFreshness>().AskAsync(cancel)).Bytes;
        foreach (var (step, took) in watch.Steps) Console.WriteLine($"  {step}: {took:F1} s");

        await using var db = await shop.DatabaseAsync(cancel);
        var (orders, imported, customers) = (await db.OrderFacts.LongCountAsync(cancel), await db.OrderLines.LongCountAsync(cancel), await db.Customers.LongCountAsync(cancel));
        if (imported != lines) throw new InvalidOperationException($"{imported} of {lines} lines were imported.");
        var prepared = server is null ? await BareAsync(server, db, into => new PreparedWriter(into), cancel) : (TimeSpan?)null;
        var fastest = await BareAsync(server, db, into => into.BulkWriter(), cancel);
        var rates = watch.Rates("merge", Stretch);
        report.Line($"| {(server is null ? "SQLite" : "PostgreSQL")} | {lines:N0} | {orders:N0} | {customers:N0} | {seconds:F1} | {lines / seconds:N0} | {lines / prepared?.TotalSeconds:N0} | {prepared?.TotalSeconds / seconds:P0} | {lines / fastest.TotalSeconds:N0} | {fastest.TotalSeconds / seconds:P0} | {LastToMedian(rates)} | {(watch.PeakBytes - ledger) / 1e6:N0} | {watch.PeakLogBytes / 1e6:N0} | {longest:N0} | {watch.LongestWaitMilliseconds:N0} |");
    }

    private static async Task ImportAsync(BenchShop shop, long lines, ImportWatch watch, CancellationToken cancel)
    {
        await using var file = new LineFile(lines, lines / 5);
        var upload = (await shop.Get<UploadStore>().SaveAsync("orders.csv", file, cancel)).Value!;
        var preview = (await shop.Get<PreviewUpload>().RunAsync(upload.Id, null, cancel)).Value!;
        var started = await shop.Get<ImportStart>().RunAsync(new ImportRequest(upload.Id, shop.ShopId, preview.Reading), Actor.System, null, cancel);
        var jobs = shop.Get<Jobs>();
        while (await jobs.FindAsync(started.Value!.JobId, cancel) is { } job)
        {
            watch.Saw(job);
            if (job.State is JobState.Failed or JobState.Cancelled) throw new InvalidOperationException(job.Error);
            if (job.IsOver) break;
            await Task.Delay(40, cancel);
        }
    }

    private static async Task<TimeSpan> BareAsync(string? server, HuitouDb from, Func<HuitouDb, IBulkWriter> writer, CancellationToken cancel)
    {
        await using var shop = await BenchShop.OpenAsync(server, cancel);
        await using var into = await shop.DatabaseAsync(cancel);
        return await new BareInsert(from, into, writer(into)).RunAsync(cancel);
    }

    private static string LastToMedian(IReadOnlyList<double> rates) =>
        rates.Count == 0 ? "" : (rates[^1] / rates.Order().ElementAt(rates.Count / 2)).ToString("P0", System.Globalization.CultureInfo.InvariantCulture);
}
