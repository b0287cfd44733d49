namespace Huitou.Bench.Live;

/// <summary>The whole product on the demo shop at full size: starts, freshness beside questions, and people who click.</summary>
internal sealed class LiveBench(Report report)
{
    private const int Years = 3, Clicking = 20;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    internal async Task RunAsync(int customers, CancellationToken cancel)
    {
        report.Heading("The whole");
        var (shop, took) = await LiveShop.SeedAsync(customers, Years, cancel);
        await using var _ = shop;
        report.Line($"The demo shop of {customers:N0} customers and {Years} years on SQLite, loaded in {took.TotalSeconds:F0} s.");
        report.Line($"");
        await StartsAsync(shop, cancel);
        await FreshAsync(shop, cancel);
        await ClicksAsync(shop, customers, cancel);
    }

    private async Task StartsAsync(LiveShop shop, CancellationToken cancel)
    {
        Directory.Delete(Path.Combine(shop.Folder, "ledger"), recursive: true);
        var read = await shop.ServeAsync(cancel);
        var memory = shop.Memory();
        await shop.StopAsync(cancel);
        var kept = await shop.ServeAsync(cancel);
        await shop.StopAsync(cancel);
        var files = new DirectoryInfo(Path.Combine(shop.Folder, "ledger")).EnumerateFiles().Sum(file => file.Length);
        report.Line($"From starting the program to the first answer of the ledger: {read.TotalSeconds:F1} s from the database, {kept.TotalSeconds:F2} s from {files / 1e6:N0} MB of files.");
        report.Line($"");
        Memory("Memory of the host that has read its database", memory);
        report.Line($"");
    }

    private async Task FreshAsync(LiveShop shop, CancellationToken cancel)
    {
        await using var follower = await Follower.OpenAsync(shop.Folder, cancel);
        var found = await follower.RunAsync(Time, cancel);
        report.Line($"100 changed customers a second, ten commits of ten, for {Time.TotalSeconds:F0} s, while one asks for RFM and grid without pause: milliseconds.");
        report.Line($"");
        report.Line($"| | median | p99 | p99.9 | longest |");
        report.Line($"|---|---:|---:|---:|---:|");
        Row("from the commit until the ledger holds it", found.Fresh);
        Row("RFM and grid meanwhile", found.Questions);
        Row("RFM and grid with nothing changing", found.Still);
        report.Line($"");
        report.Line($"The collector held everybody for {found.Pauses.Longest:F1} ms at the longest, {found.Pauses.All:F0} ms in all.");
        report.Line($"");
    }

    private async Task ClicksAsync(LiveShop shop, int customers, CancellationToken cancel)
    {
        await shop.ServeAsync(cancel);
        var people = new People(shop, customers);
        var one = (await people.ClickAsync(1, Time, cancel)).ToDictionary(page => page.Page, page => page.Times);
        var all = await people.ClickAsync(Clicking, Time, cancel);
        report.Line($"Pages, all that the browser asks for one: milliseconds for one person, and for {Clicking} who click every half a second or so; nothing changes meanwhile.");
        report.Line($"");
        report.Line($"| page | one: median | one: longest | {Clicking}: median | {Clicking}: p95 | {Clicking}: longest | visits |");
        report.Line($"|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (page, times) in all.Append(("all", [.. all.SelectMany(page => page.Times).Order()])))
        {
            var alone = one.GetValueOrDefault(page) ?? [.. one.Values.SelectMany(some => some).Order()];
            report.Line($"| {page} | {At(alone, 0.5):F0} | {alone[^1]:F0} | {At(times, 0.5):F0} | {At(times, 0.95):F0} | {times[^1]:F0} | {times.Length} |");
        }

        await PagesAsync(cancel);
        report.Line($"");
        Memory("Memory of the host after all this", shop.Memory());
        await shop.StopAsync(cancel);
    }

    private async Task PagesAsync(CancellationToken cancel)
    {
        report.Line($"");
        report.Line($"The same in a browser, from the click to the last figure, drawing included: milliseconds of the first visit and of five more.");
        report.Line($"");
        report.Line($"| page | first | median | longest |");
        report.Line($"|---|---:|---:|---:|");
        foreach (var (page, first, median, longest) in await LiveShop.PaceAsync(cancel)) report.Line($"| {page} | {first:F0} | {median:F0} | {longest:F0} |");
    }

    private void Memory(string of, (long Own, long Peak) memory) =>
        report.Line($"{of}: {memory.Own / 1e6:N0} MB of its own; {memory.Peak / 1e6:N0} MB at most, with the pages of the database that it maps and the system may take back.");

    private void Row(string name, double[] times) => report.Line($"| {name} | {At(times, 0.5):F0} | {At(times, 0.99):F0} | {At(times, 0.999):F0} | {times[^1]:F0} |");

    private static double At(double[] ascending, double share) => ascending[(int)(share * (ascending.Length - 1))];
}
