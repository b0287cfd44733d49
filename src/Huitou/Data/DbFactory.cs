using Huitou.Data.Postgres;
using Huitou.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>Opens the installation's database, whichever of the two it is.</summary>
internal sealed class DbFactory(Func<HuitouDb> open) : IDbContextFactory<HuitouDb>
{
    internal static DbFactory Of(HuitouOptions options, DataFolder folder)
    {
        if (options.Database is { } connectionString)
        {
            var postgres = PostgresSetup.Options(connectionString);
            return new DbFactory(() => new PostgresDb(postgres));
        }

        var sqlite = SqliteSetup.Options(folder.Database);
        return new DbFactory(() => new SqliteDb(sqlite));
    }

    public HuitouDb CreateDbContext() => open();
}
