using System.Globalization;

namespace Huitou.Data;

/// <summary>
/// Hands out ids above all that some tables hold. Rows get them before they are written, so that lines and orders go out in bulk
/// together. Only one import runs at a time, whatever the database, so nobody else hands out the same.
/// </summary>
internal sealed class NextIds
{
    private long _last;

    private NextIds(long last) => _last = last;

    internal long Next() => ++_last;

    internal static async Task<NextIds> AboveAsync(HuitouDb db, CancellationToken cancel, params string[] tables)
    {
        var highest = string.Join(" UNION ALL ", tables.Select(table => $"SELECT MAX(id) AS id FROM \"{table}\""));
        await using var command = db.Sql($"SELECT COALESCE(MAX(id), 0) FROM ({highest}) ids");
        return new NextIds(Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture));
    }
}
