using System.Text.Json;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect.Demo;
using Huitou.Flows;
using Huitou.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Analytics;

/// <summary>A host with a small demo shop in its ledger, and a machine that may see everything.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    public static readonly DateOnly Until = new(2026, 6, 30);

    private HttpClient? _client;

    public TestHost Host { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        var source = new DemoSource(new DemoSettings(Until, Customers: 600, Years: 2));
        var start = Host.Services.GetRequiredService<ImportStart>();
        var shop = (await Host.Services.GetRequiredService<Shops>().ListAsync(CancellationToken.None))[0];
        var started = await start.RunAsync(source, shop.Id, "demo", Actor.Console, CancellationToken.None);
        await foreach (var job in Host.Services.GetRequiredService<Jobs>().WatchAsync(started.JobId, CancellationToken.None))
            Assert.Equal("", job.Error);
        var ledger = Host.Services.GetRequiredService<InProcessLedgerHost>();
        for (var i = 0; i < 500 && ledger.Current is not { Ledger.CustomerCount: > 300 }; i++) await Task.Delay(20);
        _client = await Host.BearerAsync(Role.Owner);
    }

    /// <summary>What the owner is answered; the scope is as of the demo's last day.</summary>
    public async Task<JsonElement> AskAsync(string path)
    {
        using var response = await _client!.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await Host.DisposeAsync();
    }
}
