using Microsoft.Extensions.Hosting;

namespace Huitou.Flows.Exports;

/// <summary>Removes exports that are older than they may be kept, at the start and once a day.</summary>
internal sealed class ExportPurge(ExportFiles files, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do files.Purge();
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
