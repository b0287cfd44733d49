using Huitou.Access;
using Huitou.Flows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Huitou.Server.Hosting;

/// <summary>Makes an empty data folder a demo before the first visitor comes; its orders arrive while they look around.</summary>
internal sealed class DemoShop(IServiceScopeFactory scopes, DemoStart load, ServerOptions server) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DemoOwner>().EnsureAsync(cancellationToken)) return;

        var started = await load.RunAsync(server.DemoRequest, Actor.System, cancellationToken);
        if (started.Refusal is { } refusal) throw new InvalidOperationException(refusal.Message);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
