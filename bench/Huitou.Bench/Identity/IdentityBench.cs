using System.Diagnostics;
using Huitou.Access;
using Huitou.Bench.Import;
using Huitou.Connect;
using Huitou.Flows;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Bench.Identity;

/// <summary>Who is who, where every tenth customer of one shop is one of another's too: as the files come in, and all found out anew.</summary>
internal sealed class IdentityBench(Report report)
{
    internal async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancel)
    {
        report.Heading("Who is who");
        report.Line($"Profiles of two shops, with a buyer id, phone and e-mail each; a tenth of them are in the files of both. On SQLite, from the upload until the reports hold them; then all the evidence is resolved anew.");
        report.Line($"");
        report.Line($"| profiles | customers | first shop's file s | second shop's file s | all anew s |");
        report.Line($"|---:|---:|---:|---:|---:|");
        foreach (var size in sizes) await MeasureAsync(size, cancel);
    }

    private async Task MeasureAsync(int profiles, CancellationToken cancel)
    {
        await using var shop = await BenchShop.OpenAsync(null, cancel);
        var other = (await shop.Get<Shops>().AddAsync(new("other", "Asia/Shanghai"), Actor.System, cancel)).Value!.Id;
        var people = profiles - profiles / 10;
        var first = await ImportAsync(shop, shop.ShopId, Enumerable.Range(1, people), "a", cancel);
        var second = await ImportAsync(shop, other, Enumerable.Range(1, profiles / 10).Select(i => 9 * i), "b", cancel);
        var clock = Stopwatch.StartNew();
        await EndAsync(shop, (await shop.Get<ResolveAgain>().RunAsync(Actor.System, cancel)).JobId, cancel);
        await using var db = await shop.DatabaseAsync(cancel);
        var customers = await db.Customers.CountAsync(cancel);
        if (customers != people) throw new InvalidOperationException($"{customers} customers were found of {people}.");
        report.Line($"| {profiles:N0} | {customers:N0} | {first.TotalSeconds:F1} | {second.TotalSeconds:F1} | {clock.Elapsed.TotalSeconds:F1} |");
    }

    private static async Task<TimeSpan> ImportAsync(BenchShop shop, int shopId, IEnumerable<int> numbers, string source, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await using var file = new PeopleFile(numbers, source);
        var upload = (await shop.Get<UploadStore>().SaveAsync("customers.csv", file, cancel)).Value!;
        var preview = (await shop.Get<PreviewUpload>().RunAsync(upload.Id, null, cancel)).Value!;
        var started = await shop.Get<ImportStart>().RunAsync(new ImportRequest(upload.Id, shopId, preview.Reading), Actor.System, null, cancel);
        await EndAsync(shop, started.Value!.JobId, cancel);
        return clock.Elapsed;
    }

    private static async Task EndAsync(BenchShop shop, long jobId, CancellationToken cancel)
    {
        var jobs = shop.Get<Jobs>();
        while (await jobs.FindAsync(jobId, cancel) is { IsOver: false }) await Task.Delay(20, cancel);
        if (await jobs.FindAsync(jobId, cancel) is { State: not JobState.Done } job) throw new InvalidOperationException(job.Error);
    }
}
