using System.Runtime.CompilerServices;
using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows.Exports;

/// <summary>A table that goes out as it is stored, by ascending id.</summary>
internal abstract class StoredTable<TRow>(
    IDbContextFactory<HuitouDb> databases, string key, Words name, Permission needs, IReadOnlyList<ExportColumn<TRow>> columns)
    : ExportTable<TRow>(key, name, needs, ExportNarrowing.None, columns)
    where TRow : class
{
    private const int RowsAtOnce = 2_000;

    /// <summary>The rows beyond an id, by ascending id.</summary>
    protected abstract IQueryable<TRow> After(HuitouDb db, long id);

    protected abstract long IdOf(TRow row);

    /// <summary>Adds to rows what no query gives.</summary>
    protected virtual Task<IReadOnlyList<TRow>> CompleteAsync(HuitouDb db, IReadOnlyList<TRow> rows, CancellationToken cancel) => Task.FromResult(rows);

    protected override async Task<Outcome<TableRows<TRow>>> ReadAsync(CustomerQuestion question, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return new TableRows<TRow>(await After(db, 0).LongCountAsync(cancel), RowsAsync(cancel));
    }

    private async IAsyncEnumerable<(IReadOnlyList<TRow> Rows, int Done)> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        for (var after = 0L; ;)
        {
            var rows = await After(db, after).AsNoTracking().Take(RowsAtOnce).ToListAsync(cancel);
            if (rows.Count > 0) yield return (await CompleteAsync(db, rows, cancel), rows.Count);
            if (rows.Count < RowsAtOnce) yield break;
            after = IdOf(rows[^1]);
        }
    }
}
