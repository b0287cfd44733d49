using Microsoft.Extensions.Hosting;

namespace Huitou.Flows;

/// <summary>When a host starts, erasures that the database does not know are done again: it may have been restored from a backup.</summary>
internal sealed class ErasureReplay(EraseCustomers erase) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => erase.ReplayAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
