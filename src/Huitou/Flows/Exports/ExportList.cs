using System.Globalization;
using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>An export as pages show it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="JobId">The job that writes or wrote it.</param>
/// <param name="Table">Key of the table.</param>
/// <param name="Format">What kind of file.</param>
/// <param name="Columns">Keys of its columns.</param>
/// <param name="Language">Of its headers.</param>
/// <param name="Unmasked">Names in full.</param>
/// <param name="Filter">What the rows were narrowed to.</param>
/// <param name="State">Its job's.</param>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Actor">Who made it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="CanDownload">The file is there, and whoever asks may have it.</param>
public sealed record ExportItem(
    long Id, long JobId, string Table, ExportFormat Format, IReadOnlyList<string> Columns, string Language, bool Unmasked, string Filter,
    JobState State, long Rows, long Bytes, string Actor, DateTimeOffset CreatedAt, string Error, bool CanDownload)
{
    internal string FileName => string.Create(CultureInfo.InvariantCulture, $"{Table}-{Id}.{(Format == ExportFormat.Csv ? "csv" : "xlsx")}");
}

/// <summary>A page of exports, newest first.</summary>
/// <param name="Items">The exports.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record ExportPage(IReadOnlyList<ExportItem> Items, string? Next);

/// <summary>A file to fetch.</summary>
public sealed record ExportFile(Stream Body, string ContentType, string Name);

/// <summary>Lists exports of tables that who asks may take out, and hands their files to who made them, or to an owner.</summary>
public sealed class ExportList(IDbContextFactory<HuitouDb> databases, ExportTables tables, ExportFiles files)
{
    private const int MostItems = 200;

    public async Task<ExportPage> PageAsync(string? cursor, int limit, Actor actor, CancellationToken cancel)
    {
        limit = Math.Clamp(limit, 1, MostItems);
        var below = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : long.MaxValue;
        var keys = tables.For(actor.Role).Select(table => table.Key).ToArray();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await WithJobs(db, db.Exports.Where(export => export.Id < below && keys.Contains(export.Table)))
            .Take(limit + 1).ToListAsync(cancel);
        var next = found.Count > limit ? found[limit - 1].Export.Id.ToString(CultureInfo.InvariantCulture) : null;
        return new ExportPage([.. found.Take(limit).Select(pair => Item(pair, actor))], next);
    }

    public async Task<Outcome<ExportItem>> FindAsync(long id, Actor actor, CancellationToken cancel)
    {
        var keys = tables.For(actor.Role).Select(table => table.Key).ToArray();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await WithJobs(db, db.Exports.Where(export => export.Id == id && keys.Contains(export.Table))).FirstOrDefaultAsync(cancel);
        return found is null ? new Refusal(ProblemCode.NotFound, $"There is no export {id}.", "id") : Item(found, actor);
    }

    public async Task<Outcome<ExportFile>> OpenAsync(long id, Actor actor, CancellationToken cancel)
    {
        var found = await FindAsync(id, actor, cancel);
        if (found.Refusal is { } refusal) return refusal;
        var export = found.Value!;
        if (!IsHis(export.Actor, actor))
            return new Refusal(ProblemCode.NotAllowed, $"Export {id} was made by somebody else. Make one of your own, or ask an owner.", "id");
        if (!export.CanDownload)
            return new Refusal(ProblemCode.NotFound, $"The file of export {id} is not there: it is not done, or older than 7 days.", "id");
        var type = export.Format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return new ExportFile(files.Open(id), type, export.FileName);
    }

    private sealed record WithJob(Export Export, Job Job);

    /// <summary>Newest first.</summary>
    private static IQueryable<WithJob> WithJobs(HuitouDb db, IQueryable<Export> exports) =>
        from export in exports.AsNoTracking()
        join job in db.Jobs.AsNoTracking() on export.JobId equals job.Id
        orderby export.Id descending
        select new WithJob(export, job);

    private ExportItem Item(WithJob pair, Actor actor)
    {
        var (export, job) = pair;
        return new ExportItem(
            export.Id, job.Id, export.Table, export.Format, export.Columns.Split(','), export.Language, export.Unmasked, export.Filter, job.State,
            export.Rows, export.Bytes, export.Actor, export.CreatedAt, job.Error,
            job.State == JobState.Done && IsHis(export.Actor, actor) && files.Has(export.Id));
    }

    private static bool IsHis(string maker, Actor actor) => actor.Role == Role.Owner || actor.Name == maker;
}
