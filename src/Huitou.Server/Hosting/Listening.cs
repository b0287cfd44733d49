using System.Net;
using Huitou.Data;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Hosting;

/// <summary>Where the host listens, and for which names.</summary>
internal static class Listening
{
    internal static void AddListening(this WebApplicationBuilder builder, HuitouOptions options, ServerOptions server)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ListenToConsole(kestrel, new DataFolder(options));
            if (!server.SocketOnly) ListenToNetwork(kestrel, server.Address);
        });
        builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [.. server.AllowedHosts()]);

        // Only a proxy on this machine is believed about who the caller is and whether they came by https.
        builder.Services.Configure<ForwardedHeadersOptions>(
            forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    private static void ListenToConsole(KestrelServerOptions kestrel, DataFolder folder)
    {
        kestrel.ListenUnixSocket(folder.Socket, listen => listen.Use(next => connection =>
        {
            connection.Features.Set(LocalSocket.Mark);
            return next(connection);
        }));
    }

    private static void ListenToNetwork(KestrelServerOptions kestrel, Uri url)
    {
        if (url.Host == "localhost" && url.Port != 0) kestrel.ListenLocalhost(url.Port);
        else if (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)) kestrel.Listen(address, url.Port);
        else kestrel.ListenAnyIP(url.Port);
    }
}

/// <summary>
/// A host that was killed leaves its socket file behind, and binding to an existing file fails. Runs once the lock is ours, so what
/// lies there belongs to nobody.
/// </summary>
internal sealed class StaleSocket(DataFolder folder) : Microsoft.Extensions.Hosting.IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        File.Delete(folder.Socket);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
