using System.CommandLine;
using Huitou.Data;
using Huitou.Server;
using Microsoft.Extensions.Hosting;

namespace Huitou.Cli;

/// <summary><c>huitou serve</c>: pages and API, until stopped.</summary>
internal static class ServeVerb
{
    internal static Command Make()
    {
        var url = new Option<string>("--url")
        {
            Description = "Where to serve, as http://127.0.0.1:5080 (HUITOU_URL).",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("HUITOU_URL") is { Length: > 0 } given ? given : ServerOptions.DefaultUrl,
        };
        var demo = new Option<bool>("--demo") { Description = "Fill an empty data folder with the demo shop and sign visitors of this machine in." };
        return new Command("serve", "Serve the pages and the API.") { url, demo }.Runs(async (given, cancel) =>
        {
            var server = new ServerOptions { Url = given.GetValue(url)!, Demo = given.GetValue(demo) };
            Verb.Refuse(server.Faults());
            try
            {
                await RunAsync(Verb.Environment(), server, given.InvocationConfiguration.Output, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Asked to stop while it was starting: that is how serving ends, early or late.
            }

            return Exit.Done;
        });
    }

    private static async Task RunAsync(HuitouOptions options, ServerOptions server, TextWriter output, CancellationToken cancel)
    {
        HostLock.EnsureFree(new DataFolder(options));
        await using var host = HuitouServer.Build(options, server);
        await host.StartAsync(cancel);
        await output.WriteLineAsync($"Huitou is at {HuitouServer.AddressOf(host)}");
        if (await HuitouServer.NewSetUpLinkAsync(host, cancel) is { } link)
            await output.WriteLineAsync($"Set it up, once, at {link}");
        await host.WaitForShutdownAsync(cancel);
    }
}
