using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Huitou.Bench.Live;

/// <summary>The demo shop at full size in a data folder of its own, and the program that serves it.</summary>
internal sealed class LiveShop : IAsyncDisposable
{
    private const string Program = "artifacts/huitou/huitou", Url = "http://127.0.0.1:5088";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("huitou-bench");
    private Process? _host;

    internal string Folder => _folder.FullName;

    /// <summary>Loads the demo shop; how long that took.</summary>
    internal static async Task<(LiveShop Shop, TimeSpan Took)> SeedAsync(int customers, int years, CancellationToken cancel)
    {
        var shop = new LiveShop();
        var watch = Stopwatch.StartNew();
        using var seed = shop.Start("seed", "--customers", $"{customers}", "--years", $"{years}");
        await seed.WaitForExitAsync(cancel);
        return seed.ExitCode == 0 ? (shop, watch.Elapsed) : throw new InvalidOperationException($"The demo shop could not be loaded: the program ended with {seed.ExitCode}.");
    }

    /// <summary>Starts the host; how long until it answers a question to the ledger.</summary>
    internal async Task<TimeSpan> ServeAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        // As a demo it lets a browser of this machine in.
        _host = Start("serve", "--demo", "--url", Url);
        using var client = Client();
        while (!await StandsAsync(client, cancel))
        {
            if (_host.HasExited || watch.Elapsed > Patience) throw new InvalidOperationException("The host does not answer.");
            await Task.Delay(5, cancel);
        }

        return watch.Elapsed;
    }

    /// <summary>How long each page takes in a browser: its name, and milliseconds of the first visit, of the median and of the longest after it.</summary>
    internal static async Task<IReadOnlyList<(string Page, double First, double Median, double Longest)>> PaceAsync(CancellationToken cancel)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["web/e2e/pace.mjs", Url]) { RedirectStandardOutput = true })!;
        List<(string, double, double, double)> pages = [];
        while (await node.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            using var page = JsonDocument.Parse(line);
            double Of(string name) => page.RootElement.GetProperty(name).GetDouble();
            pages.Add((page.RootElement.GetProperty("page").GetString()!, Of("first"), Of("median"), Of("longest")));
        }

        await node.WaitForExitAsync(cancel);
        return node.ExitCode == 0 ? pages : throw new InvalidOperationException("The browser did not come through all pages; its message is above.");
    }

    /// <summary>Asks the host to end, as a service manager does, and waits until it has kept its ledger.</summary>
    internal async Task StopAsync(CancellationToken cancel)
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{_host!.Id}"])!) await stop.WaitForExitAsync(cancel);
        await _host.WaitForExitAsync(cancel);
        _host.Dispose();
        _host = null;
    }

    /// <summary>The memory that is the host's own, and the most that it has taken with the pages of files that it maps (the database's, above all), in bytes.</summary>
    internal (long Own, long Peak) Memory()
    {
        var status = File.ReadLines($"/proc/{_host!.Id}/status").Select(line => line.Split(':')).ToDictionary(parts => parts[0], parts => parts[1].Trim());
        long Bytes(string name) => 1024 * long.Parse(status[name].Split(' ')[0], CultureInfo.InvariantCulture);
        return (Bytes("RssAnon"), Bytes("VmHWM"));
    }

    /// <summary>A client over the socket in the data folder.</summary>
    internal HttpClient Client() => new(new SocketsHttpHandler { ConnectCallback = ConnectAsync }) { BaseAddress = new Uri("http://localhost/api/v1/") };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(Folder, "huitou.sock")), cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<bool> StandsAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("grid", UriKind.Relative), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Process Start(params string[] words)
    {
        var start = new ProcessStartInfo(Program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HUITOU_DATA"] = Folder;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (!string.IsNullOrEmpty(line.Data)) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public ValueTask DisposeAsync()
    {
        if (_host is { HasExited: false }) _host.Kill();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
