using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Huitou.Data.Sqlite;

/// <summary>How the SQLite file is opened, at run time and by the migration tool.</summary>
public sealed class SqliteSetup : IDesignTimeDbContextFactory<SqliteDb>
{
    public static DbContextOptions<SqliteDb> Options(string file) => new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(ConnectionString(file))
        .AddInterceptors(Pragmas.Instance)
        .ReplaceService<IMigrationsSqlGenerator, SqliteTables>()
        .ReplaceService<IModelCacheKeyFactory, ScopedModel>()
        .Options;

    public SqliteDb CreateDbContext(string[] args) => new(Options("design.db"));

    internal static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>
    /// Settings that SQLite forgets with each connection. synchronous=NORMAL under WAL can lose the last commits at a power cut but
    /// never breaks the file; what must survive (claims before sending) raises it for its own connection. The log is copied back at
    /// 8 MB and not at 4: an import touches the same index pages again and again, and each copy of one costs as much as the first.
    /// A transaction larger than all others leaves no log behind that is larger than 64 MB.
    /// </summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        internal static readonly Pragmas Instance = new();

        private const string Sql =
            "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=30000; PRAGMA mmap_size=1073741824; " +
            "PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=2000; PRAGMA journal_size_limit=67108864;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            // SQLite has no I/O to wait for here; the asynchronous call would only be a slower way to do the same.
            Apply(connection);
            return Task.CompletedTask;
        }

        private static void Apply(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }
    }
}
