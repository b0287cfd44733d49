using Huitou.Access;
using Huitou.Connect;
using Huitou.Connect.Staging;
using Huitou.Data;
using Huitou.Flows.Exports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Flows;

/// <summary>
/// Does the jobs, one at a time: SQLite has one writer, and two imports of one shop would have to be put in sequence anyway.
/// At start it cleans up after a host that ended in the middle of one.
/// </summary>
internal sealed partial class JobRunner(
    Jobs jobs, IDbContextFactory<HuitouDb> databases, DataFolder folder, Vault vault, ImportSettlement imports, TimeProvider time, ILogger<JobRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan TurnEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>A server notices within this that a host has died, and gives its turn back.</summary>
    private static readonly TimeSpan TurnPatience = TimeSpan.FromSeconds(3);

    /// <summary>What was there before this host, and may have been left over; null once that is settled.</summary>
    private (long Import, long Job)? _before;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        StagingFile.Clear(folder);
        ExportFiles.ClearUnfinished(folder);
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            _before = (await db.Imports.MaxAsync(i => (long?)i.Id, cancellationToken) ?? 0, await db.Jobs.MaxAsync(j => (long?)j.Id, cancellationToken) ?? 0);
        var began = time.GetTimestamp();
        while (!await CleanUpAsync(cancellationToken) && time.GetElapsedTime(began) < TurnPatience) await Task.Delay(TurnEvery, time, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in jobs.Queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await CleanUpAsync(stoppingToken);
                await RunAsync(job, stoppingToken);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A database that is away for a moment must not take the host, and the jobs behind this one, with it.
                LogFault(logger, fault, job.Id);
            }
        }
    }

    /// <summary>Settles what a host that ended left over; false where another host imports now, for what runs elsewhere is not left over.</summary>
    private async Task<bool> CleanUpAsync(CancellationToken cancel)
    {
        if (_before is not { } before) return true;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var turn = await ImportTurn.TryAsync(db, cancel);
        if (turn is null) return false;
        foreach (var (id, state) in await imports.UnfinishedAsync(before.Import, cancel))
        {
            LogCleanUp(logger, id);
            if (state == ImportState.Running) await imports.TakeOutAsync(id, ImportState.Failed, ProblemCode.Interrupted);
            else await imports.SettleAsync(id, cancel);
        }
        var now = time.GetUtcNow();
        await db.Jobs.Where(j => j.Id <= before.Job && (j.State == JobState.Running || j.State == JobState.Waiting)).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.Error, ProblemCode.Interrupted).SetProperty(j => j.FinishedAt, now), cancel);
        _before = null;
        return true;
    }

    internal async Task RunAsync(Jobs.Running job, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(job.Cancel.Token, stopping);
        using var done = new CancellationTokenSource();
        await SetAsync(job.Id, j => (j.State, j.StartedAt) = (JobState.Running, time.GetUtcNow()));
        var writing = WriteProgressAsync(job, done.Token);
        var (state, error) = await DoAsync(job, cancel.Token);
        await done.CancelAsync();
        await writing;
        var kind = "";
        await SetAsync(job.Id, j =>
        {
            kind = j.Kind;
            var look = job.Progress.Now();
            (j.Step, j.Done, j.Total) = (look.Step, look.Done, look.Total);
            j.Result = job.Progress.Result is { } result ? vault.Seal(result, Job.SealedResult, job.Id) : null;
            (j.State, j.Error, j.FinishedAt) = (state, error.Length <= 1000 ? error : error[..1000], time.GetUtcNow());
        });
        jobs.Forget(job, kind, state);
    }

    private async Task<(JobState State, string Error)> DoAsync(Jobs.Running job, CancellationToken cancel)
    {
        try
        {
            await job.WorkAsync(cancel);
            return (JobState.Done, "");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return job.Cancel.IsCancellationRequested ? (JobState.Cancelled, "") : (JobState.Failed, ProblemCode.Interrupted);
        }
        catch (JobFaultException fault)
        {
            return (JobState.Failed, $"{fault.Code}: {fault.Message}");
        }
#pragma warning disable CA1031 // Whatever went wrong with one job must not end the next ones; it is logged whole.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(logger, fault, job.Id);
            return (JobState.Failed, ProblemCode.Unexpected);
        }
    }

    private async Task WriteProgressAsync(Jobs.Running job, CancellationToken done)
    {
        using var timer = new PeriodicTimer(WriteEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                var look = job.Progress.Now();
                await SetAsync(job.Id, j => (j.Step, j.Done, j.Total) = (look.Step, look.Done, look.Total));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            // Progress is only looked at; the work goes on without it.
            LogFault(logger, fault, job.Id);
        }
        catch (OperationCanceledException)
        {
            // The work is over; its last state is written by who waits for this.
        }
    }

    /// <summary>Not to be cancelled: what became of a job must be written down even while the host stops.</summary>
    private async Task SetAsync(long id, Action<Job> change)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var job = await db.Jobs.SingleAsync(j => j.Id == id, CancellationToken.None);
        change(job);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The host ended in the middle of import {Import}; it is brought to its end or taken out.")]
    private static partial void LogCleanUp(ILogger logger, long import);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed.")]
    private static partial void LogFault(ILogger logger, Exception fault, long job);
}
