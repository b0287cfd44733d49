using System.Diagnostics;

namespace Huitou.Flows;

/// <summary>How far a job is. Written by the work at every turn, so it costs next to nothing; read by whoever looks.</summary>
public sealed class JobProgress
{
    private readonly Lock _gate = new();
    private string _step = "";
    private long _done;
    private long _total;
    private long _began = Stopwatch.GetTimestamp();

    /// <summary>What a look at the progress sees.</summary>
    /// <param name="Step">The step by name.</param>
    /// <param name="Done">Rows or orders of the step that are done.</param>
    /// <param name="Total">Of how many; 0 while unknown.</param>
    /// <param name="RatePerSecond">Done per second of this step.</param>
    /// <param name="SecondsLeft">For the rest of this step; null while unknown.</param>
    public sealed record Look(string Step, long Done, long Total, double RatePerSecond, double? SecondsLeft);

    internal void Begin(string step)
    {
        lock (_gate) (_step, _done, _total, _began) = (step, 0, 0, Stopwatch.GetTimestamp());
        Changed?.Invoke(this);
    }

    internal void Report(long done, long total)
    {
        lock (_gate) (_done, _total) = (done, total);
        Changed?.Invoke(this);
    }

    /// <summary>What the work found out, as JSON; kept with the job.</summary>
    internal string? Result { get; set; }

    /// <summary>Called at each report, on the thread of the work.</summary>
    internal Action<JobProgress>? Changed { get; set; }

    public Look Now()
    {
        lock (_gate)
        {
            var seconds = Stopwatch.GetElapsedTime(_began).TotalSeconds;
            var rate = seconds > 0 ? _done / seconds : 0;
            return new Look(_step, _done, _total, rate, _total > 0 && rate > 0 ? Math.Max(_total - _done, 0) / rate : null);
        }
    }
}
