using System.Diagnostics;

namespace Huitou.Bench.Live;

/// <summary>People who click through the pages of a host, each page asking what the browser asks for it.</summary>
/// <param name="shop">The host.</param>
/// <param name="customers">Customers have the ids up to this.</param>
internal sealed class People(LiveShop shop, int customers)
{
    /// <summary>Between a page and the next click; people read slower.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Names = ["王", "李娜", "陈伟", "刘", "anna"];
    private static readonly string[] Sorts = ["netSales", "-netSales", "-lastDay", "aov", "-orders"];

    /// <summary>How long the pages took, in milliseconds, ascending; a page has come when its last answer has.</summary>
    internal async Task<IReadOnlyList<(string Page, double[] Times)>> ClickAsync(int people, TimeSpan time, CancellationToken cancel)
    {
        using var client = shop.Client();
        await OnceAsync(client, cancel);
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var visits = await Task.WhenAll(Enumerable.Range(0, people).Select(person => PersonAsync(client, new Random(person), end, cancel)));
        return [.. visits.SelectMany(visit => visit).GroupBy(visit => visit.Page).OrderBy(page => page.Key, StringComparer.Ordinal).Select(page => (page.Key, page.Select(visit => visit.Milliseconds).Order().ToArray()))];
    }

    /// <summary>Everything once: what is measured is a host at work, not its first breath.</summary>
    private async Task OnceAsync(HttpClient client, CancellationToken cancel)
    {
        foreach (var (_, paths) in Pages(new Random(0)))
            foreach (var path in paths) await AskAsync(client, path, cancel);
    }

    private async Task<List<(string Page, double Milliseconds)>> PersonAsync(HttpClient client, Random random, long end, CancellationToken cancel)
    {
        List<(string, double)> visits = [];
        await Task.Delay(random.Next((int)Pause.TotalMilliseconds), cancel);
        while (Stopwatch.GetTimestamp() < end)
        {
            var pages = Pages(random);
            var (page, paths) = pages[random.Next(pages.Length)];
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(paths.Select(path => AskAsync(client, path, cancel)));
            visits.Add((page, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            await Task.Delay(Pause / 2 + Pause * random.NextDouble(), cancel);
        }

        return visits;
    }

    private (string Page, string[] Paths)[] Pages(Random random)
    {
        var customer = random.Next(1, customers);
        return
        [
            ("today", ["today", "freshness", "jobs"]),
            ("overview, a month beside the one before", ["overview?from=2026-09-01&to=2026-09-30&compare=previous", "freshness"]),
            ("overview, all years", ["overview", "freshness"]),
            ("grid", ["grid", "freshness"]),
            ("grid and who moved since a month", ["grid?compareAsOf=2026-10-01", "grid/flows?before=2026-10-01", "freshness"]),
            ("RFM", ["rfm", "freshness"]),
            ("rhythm", ["histograms/recency", "histograms/frequency", "freshness"]),
            ("rankings", ["rankings/customers", "rankings/products", "freshness"]),
            ("customers, sorted", [$"customers?limit=50&sort={Sorts[random.Next(Sorts.Length)]}", "customers/views", "freshness"]),
            ("customers, a page deep down", [$"customers?limit=50&page={random.Next(1, customers / 100)}", "freshness"]),
            ("customers, a name", [$"customers?limit=50&search={Uri.EscapeDataString(Names[random.Next(Names.Length)])}", "freshness"]),
            ("a customer", [$"customers/{customer}", $"customers/{customer}/timeline", $"customers/{customer}/orders", "freshness"]),
            ("duplicates", ["identity/doubts", "identity/acts"]),
            ("imports", ["imports", "jobs"]),
        ];
    }

    private static async Task AskAsync(HttpClient client, string path, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
        await answer.Content.ReadAsByteArrayAsync(cancel);
    }
}
