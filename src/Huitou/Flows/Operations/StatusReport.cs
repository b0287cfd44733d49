using System.Diagnostics;
using System.Reflection;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Operations;

/// <summary>How the host is.</summary>
/// <param name="Version">Of Huitou.</param>
/// <param name="Database">"sqlite" or "postgres".</param>
/// <param name="Freshness">What the ledger holds, and how far it follows.</param>
/// <param name="JobsRunning">Jobs that run.</param>
/// <param name="JobsWaiting">Jobs that wait their turn.</param>
/// <param name="ProcessBytes">What the process takes in memory; 0 for who sees a part of the shops, like all that follows.</param>
/// <param name="DataBytes">What lies in the data folder; on PostgreSQL without the database.</param>
/// <param name="DiskFreeBytes">What is left on its disk.</param>
/// <param name="LastBackup">When the last backup was taken; null where none was, or it is not known.</param>
public sealed record InstallationStatus(
    string Version, string Database, Freshness Freshness, int JobsRunning, int JobsWaiting, long ProcessBytes, long DataBytes, long DiskFreeBytes, DateTimeOffset? LastBackup);

/// <summary>Tells how the host is, for who runs it.</summary>
public sealed class StatusReport(IDbContextFactory<HuitouDb> databases, LedgerFreshness freshness, DataFolder folder, HuitouOptions options, InProcessLedgerHost host)
{
    /// <summary>The version of this build, without what names its commit.</summary>
    public static string Version { get; } = typeof(StatusReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public async Task<InstallationStatus> AskAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var jobs = await db.Jobs.Where(job => job.State == JobState.Running || job.State == JobState.Waiting).Select(job => job.State).ToListAsync(cancel);
        // Whoever sees some shops finds no audit, and so no backup.
        var backup = await db.Audit.Where(entry => entry.Action == AuditAction.Backup).OrderByDescending(entry => entry.Id).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancel);
        var seesAll = db.Scope.IsAll;
        return new(
            Version, options.Database is null ? "sqlite" : "postgres", await freshness.AskAsync(cancel), jobs.Count(state => state == JobState.Running), jobs.Count(state => state == JobState.Waiting),
            seesAll ? ProcessBytes() : 0, seesAll ? DataBytes() : 0, seesAll ? new DriveInfo(folder.Root).AvailableFreeSpace : 0, backup);
    }

    /// <summary>What keeps the host from answering questions, in a word; null where nothing does.</summary>
    public async Task<string?> ObstacleAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (!await db.Database.CanConnectAsync(cancel)) return "the database does not answer";
        return host.Current is null ? "the ledger is being built" : null;
    }

    private static long ProcessBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private long DataBytes()
    {
        long bytes = 0;
        foreach (var file in new DirectoryInfo(folder.Root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            try
            {
                bytes += file.Length;
            }
            catch (FileNotFoundException)
            {
                // Files come and go while imports run; one that is gone takes no room.
            }
        }
        return bytes;
    }
}
