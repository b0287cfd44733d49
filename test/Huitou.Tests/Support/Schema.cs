using Huitou.Data;
using Huitou.Data.Postgres;
using Huitou.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Huitou.Tests.Support;

/// <summary>
/// Makes empty databases with our schema: once per process from the model, then as copies, which take milliseconds. That the model
/// and the migrations are equal is a test of its own.
/// </summary>
internal static class Schema
{
    private static readonly Lazy<Task<byte[]>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static int _count;

    internal static async Task<HuitouOptions> NewDatabaseAsync(DatabaseKind kind, string folder)
    {
        var options = new HuitouOptions { DataFolder = folder };
        if (kind == DatabaseKind.Postgres) return options with { Database = await CopyPostgresAsync() };

        await File.WriteAllBytesAsync(new DataFolder(options).Database, await SqliteTemplate.Value);
        return options;
    }

    internal static async Task DropAsync(HuitouOptions options)
    {
        if (options.Database is not { } database)
        {
            SqliteConnection.ClearPool(new SqliteConnection(SqliteSetup.ConnectionString(Path.Combine(options.DataFolder, "huitou.db"))));
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(database));
        await ExecuteAsync($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(database).Database}\" WITH (FORCE)");
    }

    private static async Task<byte[]> MakeSqliteTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("huitou-template-").FullName, "huitou.db");
        await using (var db = new SqliteDb(SqliteSetup.Options(file)))
        {
            await CreateAsync(db);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearPool(new SqliteConnection(SqliteSetup.ConnectionString(file)));
        var bytes = await File.ReadAllBytesAsync(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return bytes;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var name = $"huitou_{Run}_template";
        await using var db = new PostgresDb(PostgresSetup.Options(await ConnectionAsync(name) + ";Pooling=false"));
        await CreateAsync(db);
        return name;
    }

    /// <summary>Operations that bring a database to their version find that it is.</summary>
    private static async Task CreateAsync(HuitouDb db)
    {
        await db.Database.EnsureCreatedAsync();
        var history = db.GetService<IHistoryRepository>();
        await history.CreateIfNotExistsAsync();
        foreach (var migration in db.Database.GetMigrations()) await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(migration, "10")));
    }

    private static async Task<string> CopyPostgresAsync()
    {
        var template = await PostgresTemplate.Value;
        var name = $"huitou_{Run}_{Interlocked.Increment(ref _count)}";

        // A template must have no other user while it is copied, and a copy is one.
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        }
        finally
        {
            Copying.Release();
        }

        return await ConnectionAsync(name) + ";Maximum Pool Size=10";
    }

    private static async Task<string> ConnectionAsync(string database) =>
        new NpgsqlConnectionStringBuilder((await PostgresCluster.SharedAsync()).ConnectionString) { Database = database }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection((await PostgresCluster.SharedAsync()).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
