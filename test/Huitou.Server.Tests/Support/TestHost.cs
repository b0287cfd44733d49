using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Huitou.Access;
using Huitou.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Support;

/// <summary>
/// The real host in this process, on a port and a data folder of its own. As a class fixture it is set up: one owner, one shop.
/// </summary>
public sealed class TestHost : IAsyncLifetime
{
    public const string Owner = "老板";
    public const string Password = "correct horse";

    private WebApplication? _app;

    public HuitouOptions Options { get; } = new() { DataFolder = Directory.CreateTempSubdirectory("huitou-host-").FullName };

    public Uri Address => new(HuitouServer.AddressOf(App));

    public IServiceProvider Services => App.Services;

    private WebApplication App => _app ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>A host that nobody has set up, unless told to.</summary>
    public static async Task<TestHost> StartAsync(bool setUp = false, Action<WebApplication>? configure = null, ServerOptions? server = null)
    {
        var host = new TestHost();
        host._app = HuitouServer.Build(host.Options, (server ?? new ServerOptions()) with { Url = "http://127.0.0.1:0" });
        configure?.Invoke(host._app);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        if (setUp) await host.SetUpAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        _app = HuitouServer.Build(Options, new ServerOptions { Url = "http://127.0.0.1:0" });
        await _app.StartAsync();
        await SetUpAsync();
    }

    /// <summary>The token of the newest set-up link; the one before it is void.</summary>
    public async Task<string> NewSetUpTokenAsync() =>
        (await HuitouServer.NewSetUpLinkAsync(App, TestContext.Current.CancellationToken))!.Split("token=")[1];

    /// <summary>A browser that has just come: cookies of its own, nobody signed in.</summary>
    public Browser NewBrowser() => new(Address);

    /// <summary>A browser with the owner, or somebody else, signed in.</summary>
    public async Task<Browser> SignedInAsync(string name = Owner, string password = Password)
    {
        var browser = NewBrowser();
        var response = await browser.PostAsync("session", new { name, password });
        response.EnsureSuccessStatusCode();
        browser.Antiforgery = (await Browser.JsonAsync(response)).GetProperty("antiforgery").GetString();
        return browser;
    }

    /// <summary>A machine with a token of a role.</summary>
    public async Task<HttpClient> BearerAsync(Role role, params int[]? shops)
    {
        var token = await Services.GetRequiredService<AccessTokens>().CreateAsync($"test {role}", role, shops is { Length: > 0 } ? shops : null, Actor.Console, TestContext.Current.CancellationToken);
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value!.Secret);
        return client;
    }

    public async Task<IReadOnlyList<AuditItem>> AuditAsync() =>
        (await Services.GetRequiredService<AuditList>().PageAsync(null, 100, null, TestContext.Current.CancellationToken)).Items;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new(Data.Sqlite.SqliteSetup.ConnectionString(new DataFolder(Options).Database)));
        Directory.Delete(Options.DataFolder, recursive: true);
    }

    private async Task SetUpAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<SetUp>().RunAsync(
            new SetUpRequest(Owner, Password, "回头女装", "Asia/Shanghai", "CNY", "zh"), Actor.Console, CancellationToken.None);
        Assert.Null(outcome.Refusal);
    }
}

/// <summary>A client that keeps cookies and, once told, sends the antiforgery header.</summary>
public sealed class Browser : IDisposable
{
    public Browser(Uri address)
    {
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Sent in X-CSRF when set.</summary>
    public string? Antiforgery { get; set; }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<HttpResponseMessage> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        if (body is not null) request.Content = JsonContent.Create(body);
        if (Antiforgery is not null) request.Headers.Add("X-CSRF", Antiforgery);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>Status and problem code of a refusal; the code is empty on success.</summary>
    public static async Task<(int Status, string Code)> VerdictAsync(HttpResponseMessage response)
    {
        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? await JsonAsync(response) : default;
        return ((int)response.StatusCode, problem.ValueKind == JsonValueKind.Object ? problem.GetProperty("code").GetString()! : "");
    }

    public void Dispose() => Http.Dispose();
}
