using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>The export and the job that writes it.</summary>
public sealed record ExportStarted(long ExportId, long JobId);

/// <summary>Starts exports: refuses at once what can be refused at once, and hands the rest to a job.</summary>
public sealed class ExportStart(IDbContextFactory<HuitouDb> databases, ExportTables tables, Jobs jobs, ExportRun run, TimeProvider time)
{
    /// <param name="request">Which table, and how.</param>
    /// <param name="question">Which rows, as far as the table can be narrowed.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops the checks, not the export.</param>
    public async Task<Outcome<ExportStarted>> RunAsync(ExportRequest request, CustomerQuestion question, Actor actor, CancellationToken cancel)
    {
        if (tables.Find(request.Table) is not { } table)
        {
            var known = string.Join(", ", tables.For(actor.Role).Select(info => info.Key));
            return new Refusal(ProblemCode.InvalidField, $"There is no table '{request.Table}'. Give one of {known}.", "table");
        }

        if (!Permissions.Allows(actor.Role, table.Needs))
            return new Refusal(ProblemCode.NotAllowed, $"Your role may not take out the table {request.Table}.", "table");
        var chosen = request.Choose(table.Info, actor);
        if (chosen.Refusal is { } wrong) return wrong;
        var work = new ExportWork(table, chosen.Value!, question with { Only = request.Customers }, request, actor);
        if ((await run.OpenAsync(work, cancel)).Refusal is { } refusal) return refusal;
        return await StartAsync(work, cancel);
    }

    private async Task<ExportStarted> StartAsync(ExportWork work, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var filter = ExportRequest.FilterOf(work.Table.Info.Narrowing, work.Question);
        var export = new Export
        {
            Table = work.Table.Info.Key, Format = work.Request.Format, Columns = string.Join(',', work.Columns), Language = work.Request.Language,
            Unmasked = work.Unmasked, Filter = filter.Length <= 1000 ? filter : filter[..1000], Actor = work.Actor.Name, Shops = work.Actor.Scope.Shops, CreatedAt = time.GetUtcNow(),
        };
        db.Exports.Add(export);
        await db.SaveChangesAsync(cancel);
        var job = jobs.Add(db, "export", Export.SubjectOf(export.Id), work.Actor, work.Actor.Scope);
        await db.SaveChangesAsync(cancel);
        export.JobId = job.Id;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        var id = export.Id;
        jobs.Start(job.Id, work.Actor.Scope, (progress, stop) => run.RunAsync(id, work, progress, stop));
        return new ExportStarted(id, job.Id);
    }
}
