using Huitou.Access;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Huitou.Bench.Import;

/// <summary>An installation with an empty shop, as a host runs it, in a folder and a database of its own.</summary>
internal sealed class BenchShop : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IHost _host;
    private readonly Func<Task> _drop;

    private BenchShop(string folder, IHost host, Func<Task> drop) => (_folder, _host, _drop) = (folder, host, drop);

    internal int ShopId { get; private set; }

    /// <param name="server">To a PostgreSQL server's maintenance database; null is SQLite.</param>
    /// <param name="cancel">Stops waiting.</param>
    internal static async Task<BenchShop> OpenAsync(string? server, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("huitou-bench").FullName;
        var (database, drop) = server is null ? (null, () => Task.CompletedTask) : await NewDatabaseAsync(server);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddHuitou(new HuitouOptions { DataFolder = folder, Database = database });
        var shop = new BenchShop(folder, builder.Build(), drop);
        await shop._host.StartAsync(cancel);
        shop.ShopId = (await shop.Get<Shops>().AddAsync(new("bench", "Asia/Shanghai"), Actor.System, cancel)).Value!.Id;
        return shop;
    }

    internal T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    internal Task<HuitouDb> DatabaseAsync(CancellationToken cancel) => Get<IDbContextFactory<HuitouDb>>().CreateDbContextAsync(cancel);

    private static async Task<(string Database, Func<Task> Drop)> NewDatabaseAsync(string server)
    {
        var name = $"huitou_bench_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return (new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), () => ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)"));
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        await _drop();
        Directory.Delete(_folder, recursive: true);
    }
}
