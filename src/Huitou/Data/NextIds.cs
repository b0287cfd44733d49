using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>
/// Hands out ids above all that a table holds. Rows get them before they are written, so that lines and orders go out in bulk
/// together. Only one import runs at a time, whatever the database, so nobody else hands out the same.
/// </summary>
internal sealed class NextIds
{
    private long _last;

    private NextIds(long last) => _last = last;

    internal long Next() => ++_last;

    internal static async Task<NextIds> AboveAsync(HuitouDb db, string table, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The table's name is one of ours.
        command.CommandText = $"SELECT COALESCE(MAX(id), 0) FROM \"{table}\"";
#pragma warning restore CA2100
        return new NextIds(Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture));
    }
}
