using Microsoft.Extensions.Hosting;

namespace Huitou.Connect;

/// <summary>Removes what is older than it may be kept, at the start and once a day: a shop that stops uploading must not keep files for ever.</summary>
internal sealed class UploadPurge(UploadStore uploads, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do uploads.Purge();
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
