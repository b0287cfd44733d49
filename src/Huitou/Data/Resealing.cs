namespace Huitou.Data;

/// <summary>Takes what is stored from the keys before a rotation to those after it.</summary>
/// <param name="vault">Opens what either sealed, and seals with the newest.</param>
/// <param name="link">The new link of the blind indexes.</param>
internal sealed class Resealing(Vault vault, byte[] link)
{
    private readonly BlindKey _link = new(link);

    internal string Text(string text, string kind, long owner) => vault.Seal(vault.Open(text, kind, owner), kind, owner);

    /// <summary>Nothing stays nothing.</summary>
    internal string Some(string text, string kind, long owner) => text.Length == 0 ? text : Text(text, kind, owner);

    internal string Blind(string blind) => BlindChain.Text(_link.Next(BlindChain.Number(blind)));

    internal long Fingerprint(long fingerprint) => _link.Next(fingerprint);
}

/// <summary>Goes through a table by a number in its rows, so many numbers at a time: a table of millions is never in memory whole.</summary>
internal static class TableRanges
{
    private const long AtOnce = 10_000;

    internal static async Task ForEachAsync(HuitouDb db, string table, string id, Func<long, long, Task> range, CancellationToken cancel)
    {
        var ends = await db.ListAsync(
            $"SELECT MIN({id}), MAX({id}) FROM {table}", row => row.IsDBNull(0) ? ((long, long)?)null : (row.GetInt64(0), row.GetInt64(1)), cancel);
        if (ends[0] is not var (first, last)) return;
        for (var from = first; from <= last; from += AtOnce) await range(from, Math.Min(last, from + AtOnce - 1));
    }

    /// <summary>Changes columns of rows, each named by the first column.</summary>
    internal static Task UpdateAsync<T>(
        HuitouDb db, BulkTable<T> table, string select, Func<System.Data.Common.DbDataReader, T> read, Action<int> done, CancellationToken cancel) => ForEachAsync(
        db, table.Name, table.Columns[0], async (from, to) =>
        {
            var rows = await db.ListAsync($"SELECT {select} FROM {table.Name} WHERE {table.Columns[0]} BETWEEN @first AND @last", read, cancel, ("first", from), ("last", to));
            await db.BulkWriter().UpdateAsync(table, rows, cancel);
            done(rows.Count);
        },
        cancel);
}
