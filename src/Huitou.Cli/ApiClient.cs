using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Huitou.Data;
using Huitou.Server;
using Microsoft.AspNetCore.Builder;

namespace Huitou.Cli;

/// <summary>
/// The API, reached through the socket in the data folder. If no host runs there, this process becomes it for as long as the client
/// lives, and still talks to itself through the socket: every verb has one way, whoever is host.
/// </summary>
internal sealed class ApiClient : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);

    private readonly WebApplication? _host;

    private ApiClient(HttpClient http, WebApplication? host) => (Http, _host) = (http, host);

    /// <summary>For what the methods below do not do: streams up and down. Addresses are relative, as "api/v1/uploads".</summary>
    internal HttpClient Http { get; }

    /// <summary>Reaches the host of the data folder, or becomes it.</summary>
    internal static async Task<ApiClient> OpenAsync(HuitouOptions options, CancellationToken cancel)
    {
        var folder = new DataFolder(options);
        WebApplication? host = null;
        if (!HostLock.IsTaken(folder))
        {
            host = HuitouServer.Build(options, new ServerOptions { SocketOnly = true });
            await host.StartAsync(cancel);
        }

        var connector = new SocketsHttpHandler { ConnectCallback = (_, token) => WaitAsync(folder, token) };
        var http = new HttpClient(connector) { BaseAddress = new Uri("http://localhost/"), Timeout = Timeout.InfiniteTimeSpan };
        return new ApiClient(http, host);
    }

    /// <summary>Asks, and gives the answer's JSON.</summary>
    internal async Task<JsonElement> GetAsync(string path, CancellationToken cancel)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return await ReadAsync(response, cancel);
    }

    /// <summary>Sends a body, if any, and gives the answer's JSON; undefined when there is none.</summary>
    /// <param name="method">How.</param>
    /// <param name="path">Where.</param>
    /// <param name="body">What.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="seen">The version of what is changed, as it was seen.</param>
    internal async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel, string? seen = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (seen is not null) request.Headers.IfMatch.Add(new($"\"{seen}\""));
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request, cancel);
        return await ReadAsync(response, cancel);
    }

    /// <summary>The JSON of an answer.</summary>
    /// <exception cref="ApiRefusedException">The API refused; the message is its reason.</exception>
    internal static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        await EnsureDoneAsync(response, cancel);
        if (response.Content.Headers.ContentType is null) return default;
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancel);
        return json.RootElement.Clone();
    }

    /// <summary>Throws the API's reason if it refused.</summary>
    internal static async Task EnsureDoneAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        if (response.IsSuccessStatusCode) return;
        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<JsonElement>(cancel)
            : default;
        throw ApiRefusedException.Of((int)response.StatusCode, problem);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_host is null) return;
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    /// <summary>A host takes the lock before it listens, so one that has just been started is waited for.</summary>
    private static async ValueTask<Stream> WaitAsync(DataFolder folder, CancellationToken cancel)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await ConnectAsync(folder.Socket, cancel);
            }
            catch (SocketException) when (patience.Elapsed < LongestStart && HostLock.IsTaken(folder))
            {
                await Task.Delay(100, cancel);
            }
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The API said no, or failed.</summary>
internal sealed class ApiRefusedException(string message, int exitCode) : Exception(message)
{
    /// <summary>What the process ends with: refused or broken.</summary>
    internal int ExitCode { get; } = exitCode;

    internal static ApiRefusedException Of(int status, JsonElement problem)
    {
        var exit = status >= 500 ? Exit.Broken : Exit.Refused;
        if (problem.ValueKind != JsonValueKind.Object) return new ApiRefusedException($"The host answered {status}.", exit);
        var detail = problem.GetProperty("detail").GetString();
        return new ApiRefusedException($"{detail} ({problem.GetProperty("code").GetString()})", exit);
    }
}
