using Huitou.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows;

/// <summary>
/// Keeps something that was read from the database in step with the change feed, so that nobody who asks waits for long: it looks whenever somebody
/// commits, and once a second. A fault of the database does not end it.
/// </summary>
public abstract partial class FeedFollower(ChangeSignal signal, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>So many changed customers, or a tenth of all, are read one by one; more are read anew.</summary>
    private const int FewCustomers = 2_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    internal static int MostChanged(int known) => Math.Max(FewCustomers, known / 10);

    /// <summary>Takes in what was committed since the last time.</summary>
    protected abstract Task FollowAsync(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked for before looking, so that no commit falls between the look and the wait; with an end, so that no waiter is left behind.
            using var next = new CancellationTokenSource(LookEvery, time);
            using var until = CancellationTokenSource.CreateLinkedTokenSource(next.Token, stoppingToken);
            var raised = signal.WaitAsync(until.Token);
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Who asks meanwhile is told; here it is tried again until the database is back.
                FollowingFailed(log, fault);
            }
            await raised.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is kept of customers could not follow the database; it is tried again.")]
    private static partial void FollowingFailed(ILogger log, Exception fault);
}
