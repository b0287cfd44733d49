using System.Text.Json;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Customers.Identity;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>
/// Finds out anew who everybody is, from all the evidence and all decisions, as a job. Whatever comes in is resolved as far as it reaches at once, so
/// there is nothing to find unless the rules changed; then this is how they come to hold.
/// </summary>
public sealed class ResolveAgain(IDbContextFactory<HuitouDb> databases, Jobs jobs, AuditLog audit, CutOffClock reports)
{
    internal const string Kind = "resolve";

    /// <summary>Starts the job; its result tells how many pieces of evidence went to another customer.</summary>
    public async Task<JobStarted> RunAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var job = jobs.Add(db, Kind, "identity", actor, DataScope.All);
        audit.Add(db, actor, AuditAction.Merge, "identity", "all resolved anew");
        await db.SaveChangesAsync(cancel);
        jobs.Start(job.Id, DataScope.All, ResolveAsync);
        return new JobStarted(job.Id);
    }

    private async Task ResolveAsync(JobProgress progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        await using var turn = await ImportTurn.TakeAsync(db, cancel);
        progress.Begin("resolve");
        var moved = await IdentityUpdate.RunAllAsync(db, progress.Report, cancel);
        progress.Result = JsonSerializer.Serialize(new { moved }, JsonSerializerOptions.Web);
        progress.Begin("follow");
        await reports.CatchUpAsync(cancel);
    }
}
