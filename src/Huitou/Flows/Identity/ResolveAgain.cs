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

    /// <summary>Starts the job; the audit tells how many pieces of evidence went to another customer.</summary>
    public async Task<JobStarted> RunAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var job = jobs.Add(db, Kind, "identity", actor, DataScope.All);
        await db.SaveChangesAsync(cancel);
        jobs.Start(job.Id, DataScope.All, (progress, stop) => ResolveAsync(actor, progress, stop));
        return new JobStarted(job.Id);
    }

    private async Task ResolveAsync(Actor actor, JobProgress progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        await using var turn = await ImportTurn.TakeAsync(db, cancel);
        progress.Begin("resolve");
        var moved = await IdentityUpdate.RunAllAsync(db, progress.Report, cancel);
        audit.Add(db, actor, "identity", AuditFact.CustomersResolved(moved));
        await db.SaveChangesAsync(cancel);
        progress.Begin("follow");
        await reports.CatchUpAsync(cancel);
    }
}
