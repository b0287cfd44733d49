using System.Diagnostics;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Data.Sqlite;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(Huitou.Server.Tests.Connect.ClusterShutdown))]

namespace Huitou.Server.Tests.Connect;

/// <summary>Stops the throw-away server after the last test.</summary>
public sealed class ClusterShutdown : IAsyncDisposable
{
    public ValueTask DisposeAsync() => PostgresCluster.StopSharedAsync();
}

/// <summary>What a shop looks like, and how many rows that takes.</summary>
internal sealed record Look(long Visible, string Sizes);

/// <summary>A data folder, and on PostgreSQL a database, in which the real command runs as a process of its own: it can be killed, and copied in an instant.</summary>
internal sealed class CrashFolder : IAsyncDisposable
{
    private static int _count;

    private readonly string? _name;

    private CrashFolder(HuitouOptions options, string? name) => (Options, _name) = (options, name);

    internal HuitouOptions Options { get; }

    /// <summary>A folder that is set up: an owner, a shop.</summary>
    internal static async Task<CrashFolder> CreateAsync(bool postgres)
    {
        var folder = await NewAsync(postgres ? "template1" : null);
        await folder.HostAsync(async services =>
        {
            await using var scope = services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<SetUp>().RunAsync(
                new SetUpRequest("owner", "correct horse", "shop", "Asia/Shanghai", "CNY", "en"), Actor.Console, CancellationToken.None);
            Assert.Null(outcome.Refusal);
        });
        return folder;
    }

    /// <summary>Starts a host in this process, for as long as the work takes.</summary>
    internal async Task HostAsync(Func<IServiceProvider, Task> work)
    {
        await using (var host = HuitouServer.Build(Options, new ServerOptions { SocketOnly = true }))
        {
            await host.StartAsync();
            await work(host.Services);
            await host.StopAsync();
        }
        Release();
    }

    /// <summary>Imports a file to its end.</summary>
    internal static async Task ImportAsync(IServiceProvider services, string file)
    {
        await using var body = File.OpenRead(file);
        var upload = (await services.GetRequiredService<UploadStore>().SaveAsync(Path.GetFileName(file), body, CancellationToken.None)).Value!;
        var preview = (await services.GetRequiredService<PreviewUpload>().RunAsync(upload.Id, null, CancellationToken.None)).Value!;
        var started = await services.GetRequiredService<ImportStart>().RunAsync(new ImportRequest(upload.Id, 1, preview.Reading), Actor.Console, null, CancellationToken.None);
        await DoneAsync(services, started.Value!);
    }

    /// <summary>Takes an import out to the end.</summary>
    internal static async Task UndoAsync(IServiceProvider services, long import) =>
        await DoneAsync(services, (await services.GetRequiredService<ImportUndo>().RunAsync(import, Actor.Console, CancellationToken.None)).Value!);

    private static async Task DoneAsync(IServiceProvider services, ImportStarted started)
    {
        await foreach (var job in services.GetRequiredService<Jobs>().WatchAsync(started.JobId, CancellationToken.None))
            if (job.IsOver) Assert.Equal((JobState.Done, ""), (job.State, job.Error));
    }

    internal async Task<CrashFolder> CopyAsync()
    {
        Release();
        var copy = await NewAsync(_name);
        foreach (var file in Directory.EnumerateFiles(Options.DataFolder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Options.DataFolder, Path.GetRelativePath(Options.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetExtension(file) != ".sock") File.Copy(file, target, overwrite: true);
        }
        return copy;
    }

    /// <summary>Starts the command.</summary>
    internal Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Huitou.Cli.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HUITOU_DATA"] = Options.DataFolder;
        start.Environment.Remove("HUITOU_DATABASE");
        if (Options.Database is { } database) start.Environment["HUITOU_DATABASE"] = database;
        var process = Process.Start(start)!;
        // Nobody reads what it says unless it fails; a pipe that nobody empties would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>What is to be seen.</summary>
    internal static async Task<Look> LookAsync(IServiceProvider services)
    {
        await using var db = await OpenAsync(services);
        return new(StableHash.Of(string.Join('\n', await ShopState.VisibleAsync(db, services.GetRequiredService<Vault>()))), string.Join(' ', await ShopState.SizesAsync(db)));
    }

    /// <summary>The newest job, and the newest import.</summary>
    internal static async Task<(Job Job, Import Import)> NewestAsync(IServiceProvider services)
    {
        await using var db = await OpenAsync(services);
        return (await db.Jobs.AsNoTracking().OrderBy(j => j.Id).LastAsync(), await db.Imports.AsNoTracking().OrderBy(i => i.Id).LastAsync());
    }

    /// <summary>Waits until a command that was started has begun its job.</summary>
    internal async Task JobAsync(Process process)
    {
        await using (var services = new ServiceCollection().AddLogging().AddHuitou(Options).BuildServiceProvider())
        await using (var db = await OpenAsync(services))
        {
            var jobs = await db.Jobs.CountAsync();
            while (!process.HasExited && await db.Jobs.CountAsync() == jobs) await Task.Delay(10);
        }
    }

    internal string[] StagingFiles => Directory.GetFiles(new DataFolder(Options).Staging);

    private static Task<HuitouDb> OpenAsync(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<HuitouDb>>().CreateDbContextAsync();

    private static async Task<CrashFolder> NewAsync(string? template)
    {
        var options = new HuitouOptions { DataFolder = Directory.CreateTempSubdirectory("huitou-crash-").FullName };
        if (template is null) return new(options, null);
        var name = $"crash_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        var connection = new NpgsqlConnectionStringBuilder((await PostgresCluster.SharedAsync()).ConnectionString) { Database = name };
        return new(options with { Database = connection.ToString() }, name);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection((await PostgresCluster.SharedAsync()).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets go of the connections that this process holds.</summary>
    private void Release()
    {
        if (Options.Database is { } database) NpgsqlConnection.ClearPool(new NpgsqlConnection(database));
        else SqliteConnection.ClearPool(new SqliteConnection(SqliteSetup.ConnectionString(new DataFolder(Options).Database)));
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        if (_name is not null) await ExecuteAsync($"DROP DATABASE \"{_name}\" WITH (FORCE)");
        Directory.Delete(Options.DataFolder, recursive: true);
    }
}
