using System.Diagnostics;
using System.Globalization;
using Huitou.Data;
using Huitou.Data.Sqlite;
using Huitou.Flows;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huitou.Bench.Import;

/// <summary>Looks at a running import from outside, many times a second, on a thread of its own.</summary>
internal sealed class ImportWatch : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);
    private readonly DataFolder _folder;
    private readonly bool _isSqlite;
    private readonly Thread _looking;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<(string Step, double Seconds, long Done)> _progress = [];
    private readonly ManualResetEventSlim _over = new();

    internal ImportWatch(DataFolder folder, bool isSqlite)
    {
        (_folder, _isSqlite) = (folder, isSqlite);
        _looking = new Thread(Look) { IsBackground = true };
        _looking.Start();
    }

    internal long PeakBytes { get; private set; }

    internal long PeakLogBytes { get; private set; }

    /// <summary>The longest that somebody else who wanted to write, a sign-in say, had to wait.</summary>
    internal double LongestWaitMilliseconds { get; private set; }

    internal void Saw(JobItem job) => _progress.Add((job.Step, _clock.Elapsed.TotalSeconds, job.Done));

    /// <summary>When each step began to be seen, in seconds.</summary>
    internal IReadOnlyList<(string Step, double Seconds)> Steps =>
        [.. _progress.GroupBy(p => p.Step).Select(step => (step.Key, step.Max(p => p.Seconds) - step.Min(p => p.Seconds)))];

    /// <summary>Lines a second of the merge in each stretch of so many lines, between looks by proportion.</summary>
    internal IReadOnlyList<double> Rates(string step, long lines)
    {
        var seen = _progress.Where(p => p.Step == step).DistinctBy(p => p.Done).ToList();
        var marks = new List<double>();
        long next = 0;
        for (var i = 1; i < seen.Count; i++)
        {
            var ((_, from, before), (_, to, after)) = (seen[i - 1], seen[i]);
            for (; next <= after; next += lines)
                if (next >= before) marks.Add(from + ((to - from) * (next - before) / Math.Max(after - before, 1)));
        }
        return [.. marks.Zip(marks.Skip(1), (from, to) => lines / (to - from))];
    }

    private void Look()
    {
        using var other = _isSqlite ? new SqliteConnection(SqliteSetup.ConnectionString(_folder.Database)) : null;
        other?.Open();
        if (other is not null) raw.sqlite3_busy_timeout(other.Handle, 0);
        do
        {
            PeakBytes = Math.Max(PeakBytes, OwnBytes());
            if (other is not null)
            {
                var log = new FileInfo(_folder.Database + "-wal");
                if (log.Exists) PeakLogBytes = Math.Max(PeakLogBytes, log.Length);
                LongestWaitMilliseconds = Math.Max(LongestWaitMilliseconds, Wait(other));
            }
        }
        while (!_over.Wait(LookEvery));
    }

    /// <summary>The process's own memory: without what it maps of the database file, which is the system's cache and given back at need.</summary>
    private static long OwnBytes()
    {
        const string Own = "RssAnon:";
        foreach (var line in File.ReadLines("/proc/self/status"))
            if (line.StartsWith(Own, StringComparison.Ordinal)) return 1024 * long.Parse(line[Own.Length..^2], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        return 0;
    }

    private double Wait(SqliteConnection other)
    {
        var asked = Stopwatch.GetTimestamp();
        while (raw.sqlite3_exec(other.Handle, "BEGIN IMMEDIATE") != raw.SQLITE_OK)
        {
            if (_over.Wait(1)) return 0;
        }
        raw.sqlite3_exec(other.Handle, "ROLLBACK");
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    public void Dispose()
    {
        if (_over.IsSet) return;
        _over.Set();
        _looking.Join();
    }
}
