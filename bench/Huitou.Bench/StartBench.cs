using System.Diagnostics;

namespace Huitou.Bench;

/// <summary>From starting the program to its first answer, on a folder that is set up, as `make publish` and a build leave it.</summary>
internal sealed class StartBench(Report report)
{
    internal async Task RunAsync(CancellationToken cancel)
    {
        report.Heading("Start");
        report.Line($"| program | seconds to the first answer |");
        report.Line($"|---|---:|");
        foreach (var program in new[] { "artifacts/huitou/huitou", "artifacts/bin/Huitou.Cli/release/huitou" })
        {
            if (!File.Exists(program)) continue;
            var folder = Directory.CreateTempSubdirectory("huitou-bench").FullName;
            await StartAsync(program, folder, cancel);
            var times = new double[5];
            for (var i = 0; i < times.Length; i++) times[i] = await StartAsync(program, folder, cancel);
            Array.Sort(times);
            report.Line($"| `{program}` | {times[2]:F2} |");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> StartAsync(string program, string folder, CancellationToken cancel)
    {
        const string Url = "http://127.0.0.1:5089";
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo(program, ["serve", "--url", Url]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HUITOU_DATA"] = folder;
        using var process = Process.Start(start)!;
        while (!await AnswersAsync(http, cancel)) await Task.Delay(5, cancel);
        var seconds = watch.Elapsed.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync(cancel);
        return seconds;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
