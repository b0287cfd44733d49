using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>An export that was checked: which table, which of its columns, which rows, how, for whom.</summary>
internal sealed record ExportWork(IExportTable Table, IReadOnlyList<string> Columns, CustomerQuestion Question, ExportRequest Request, Actor Actor)
{
    /// <summary>Names stand in the file in full: somebody asked for it, and there are any.</summary>
    internal bool Unmasked => Request.Unmasked && Chosen.Any(column => column.IsPersonal);

    internal IEnumerable<ExportColumnInfo> Chosen => Columns.Select(key => Table.Info.Columns.First(column => column.Key == key));
}

/// <summary>
/// Writes a table to a file, chunk by chunk: a million rows take no more memory than a thousand. What was taken out is written down before
/// anybody can fetch it.
/// </summary>
public sealed class ExportRun(IDbContextFactory<HuitouDb> databases, ExportFiles files, Settings settings, AuditLog audit)
{
    internal const string Step = "write";

    /// <summary>Checks the work and begins to read its rows.</summary>
    internal async Task<Outcome<ExportRows>> OpenAsync(ExportWork work, CancellationToken cancel) =>
        await work.Table.OpenAsync(work.Question, work.Columns, await LookAsync(work, cancel), cancel);

    internal async Task RunAsync(long exportId, ExportWork work, JobProgress progress, CancellationToken cancel)
    {
        progress.Begin(Step);
        var opened = await OpenAsync(work, cancel);
        if (opened.Refusal is { } refusal) throw new JobFaultException(refusal.Code, refusal.Message);
        try
        {
            var look = await LookAsync(work, cancel);
            var rows = await WriteAsync(exportId, work, opened.Value!, look, progress, cancel);
            await RecordAsync(exportId, work, rows, cancel);
            files.Finish(exportId);
        }
        finally
        {
            files.Discard(exportId);
        }
    }

    private async Task<long> WriteAsync(
        long exportId, ExportWork work, ExportRows source, ExportLook look, JobProgress progress, CancellationToken cancel)
    {
        Cell[] headers = [.. work.Chosen.Select(column => Cell.Of(look.Header(column.Key, column.Name)))];
        using var file = TableFiles.Create(files.Create(exportId), work.Request.Format, headers);
        long rows = 0, done = 0;
        await foreach (var chunk in source.Chunks.WithCancellation(cancel))
        {
            foreach (var row in chunk.Rows) file.Write(row);
            rows += chunk.Rows.Count;
            progress.Report(done += chunk.Done, source.Total);
            cancel.ThrowIfCancellationRequested();
        }
        file.Finish();
        return rows;
    }

    private async Task RecordAsync(long exportId, ExportWork work, long rows, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var export = await db.Exports.SingleAsync(e => e.Id == exportId, cancel);
        (export.Rows, export.Bytes) = (rows, files.LengthOf(exportId));
        audit.Add(db, work.Actor, Export.SubjectOf(exportId), AuditFact.Exported(work.Table.Info.Key, rows, work.Columns.Count, work.Unmasked));
        // From here on it is written down, and the file will be there.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<ExportLook> LookAsync(ExportWork work, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var zone = await db.Shops.OrderBy(shop => shop.Id).Select(shop => shop.TimeZone).FirstOrDefaultAsync(cancel) ?? "UTC";
        return new ExportLook(work.Request.Language, (await settings.CurrencyAsync(cancel)).Digits, work.Unmasked, new ShopClock(zone));
    }
}
