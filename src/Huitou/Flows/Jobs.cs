using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>A job as pages show it.</summary>
public sealed record JobItem(
    long Id, string Kind, string Subject, JobState State, string Step, long Done, long Total, double RatePerSecond, double? SecondsLeft,
    string Actor, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, string Error)
{
    /// <summary>Nothing will change any more.</summary>
    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>A job that was started.</summary>
public sealed record JobStarted(long JobId);

/// <summary>The work of a job.</summary>
internal delegate Task JobWork(JobProgress progress, CancellationToken cancel);

/// <summary>Long work as things to look at: started, listed, watched, cancelled. <see cref="JobRunner"/> does it.</summary>
public sealed class Jobs(IDbContextFactory<HuitouDb> databases, HuitouMeter meter, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private readonly Channel<Running> _queue = Channel.CreateUnbounded<Running>();
    private readonly ConcurrentDictionary<long, Running> _running = new();

    /// <summary>A job that waits or runs in this process.</summary>
    internal sealed class Running(long id, DataScope sees, JobWork work) : IDisposable
    {
        internal long Id => id;

        internal async Task WorkAsync(CancellationToken cancel)
        {
            using var within = DataScope.Enter(sees);
            await work(Progress, cancel);
        }

        internal JobProgress Progress { get; } = new();

        internal CancellationTokenSource Cancel { get; } = new();

        public void Dispose() => Cancel.Dispose();
    }

    internal ChannelReader<Running> Queue => _queue.Reader;

    /// <summary>Adds a job's row to the caller's unit of work; <see cref="Start"/> it once that is saved.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="actor">Who asked.</param>
    /// <param name="rows">Whose rows it works on: who does not see them does not see the job.</param>
    internal Job Add(HuitouDb db, string kind, string subject, Actor actor, DataScope rows)
    {
        var job = new Job { Kind = kind, Subject = subject, Actor = actor.Name, Shops = rows.Shops, CreatedAt = time.GetUtcNow() };
        db.Jobs.Add(job);
        return job;
    }

    /// <param name="id">The job.</param>
    /// <param name="sees">The rows that its work may see.</param>
    /// <param name="work">What it does.</param>
    internal void Start(long id, DataScope sees, JobWork work)
    {
        var running = new Running(id, sees, work);
        _running[id] = running;
        meter.JobBegan();
        _queue.Writer.TryWrite(running);
    }

    /// <summary>It has ended so.</summary>
    internal void Forget(Running running, string kind, JobState state)
    {
        meter.JobEnded(kind, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString()));
        _running.TryRemove(running.Id, out _);
        running.Dispose();
    }

    public async Task<IReadOnlyList<JobItem>> ListAsync(int limit, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var jobs = await db.Jobs.AsNoTracking().OrderByDescending(j => j.Id).Take(Math.Clamp(limit, 1, 200)).ToListAsync(cancel);
        return [.. jobs.Select(Item)];
    }

    public async Task<JobItem?> FindAsync(long id, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, cancel) is { } job ? Item(job) : null;
    }

    /// <summary>The newest job of each subject ("import:12").</summary>
    public async Task<IReadOnlyDictionary<string, long>> OfSubjectsAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Jobs.Where(j => subjects.Contains(j.Subject)).GroupBy(j => j.Subject)
            .ToDictionaryAsync(g => g.Key, g => g.Max(j => j.Id), cancel);
    }

    /// <summary>The job at each change, its final state last; nothing for a job that there is not.</summary>
    public async IAsyncEnumerable<JobItem> WatchAsync(long id, [EnumeratorCancellation] CancellationToken cancel)
    {
        JobItem? last = null;
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            if (await FindAsync(id, cancel) is not { } now) yield break;
            if (now != last) yield return last = now;
            if (now.IsOver) yield break;
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    /// <summary>Asks a job to stop. It has stopped when its state says so.</summary>
    public async Task<Outcome<JobItem>> CancelAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } job) return new Refusal(ProblemCode.NotFound, $"There is no job {id}.");
        if (job.IsOver || !_running.TryGetValue(id, out var running))
            return new Refusal(ProblemCode.JobFinished, $"Job {id.ToString(CultureInfo.InvariantCulture)} is over.");
        await running.Cancel.CancelAsync();
        return job;
    }

    /// <summary>Progress comes from memory while the job runs here: the row is written less often.</summary>
    private JobItem Item(Job job)
    {
        var look = job.State == JobState.Running && _running.TryGetValue(job.Id, out var running)
            ? running.Progress.Now()
            : new JobProgress.Look(job.Step, job.Done, job.Total, 0, null);
        return new JobItem(
            job.Id, job.Kind, job.Subject, job.State, look.Step, look.Done, look.Total, look.RatePerSecond, look.SecondsLeft, job.Actor,
            job.CreatedAt, job.StartedAt, job.FinishedAt, job.Error);
    }
}
