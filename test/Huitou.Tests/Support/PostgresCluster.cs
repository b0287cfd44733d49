using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Huitou.Tests.Support;

/// <summary>
/// A PostgreSQL server for one test process: the installed server on a free loopback port, without fsync, gone when the tests are.
/// HUITOU_TEST_POSTGRES names another server to use instead.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>
    /// A shell owns the server and waits on its own input, which is a pipe from this process: however the tests end, the pipe
    /// closes, and the shell takes server and folder away.
    /// </summary>
    private const string Script = """
        set -eu
        chmod 700 "$DIR"
        "$BIN/initdb" -D "$DIR/data" -U huitou --pwfile="$DIR/password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 -N >"$DIR/initdb.log" 2>&1
        "$BIN/postgres" -D "$DIR/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
            -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB >"$DIR/server.log" 2>&1 </dev/null &
        server=$!
        read -r _ || true
        kill -QUIT "$server" || true
        wait "$server" || true
        cd / && rm -rf "$DIR"
        """;

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PostgresCluster? _shared;

    private readonly Process? _shell;

    private PostgresCluster(string connectionString, Process? shell) => (ConnectionString, _shell) = (connectionString, shell);

    /// <summary>To the server's maintenance database.</summary>
    public string ConnectionString { get; }

    /// <summary>The server of this process, started at first use.</summary>
    public static async Task<PostgresCluster> SharedAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return _shared ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A server besides, as on another machine; the caller stops it.</summary>
    public static Task<PostgresCluster> AnotherAsync() => StartAsync();

    /// <summary>Runs a program of the installed server on a database, and waits for it.</summary>
    public static async Task RunAsync(string program, string database, params IEnumerable<string> arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(database);
        string[] where = ["-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U", connection.Username!, "-d", connection.Database!];
        var start = new ProcessStartInfo(Path.Combine(InstalledServer(), program), [.. where, .. arguments]) { RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = connection.Password;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {said}");
    }

    internal static ValueTask StopSharedAsync() => _shared?.DisposeAsync() ?? default;

    public async ValueTask DisposeAsync()
    {
        if (_shell is null) return;
        NpgsqlConnection.ClearAllPools();
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("HUITOU_TEST_POSTGRES") is { Length: > 0 } other) return new PostgresCluster(other, null);

        var folder = Directory.CreateTempSubdirectory("huitou-postgres-").FullName;
        var password = RandomNumberGenerator.GetHexString(32);
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), password);
        var port = FreePort();
        var shell = await LaunchAsync(folder, port);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "huitou", Password = password, Database = "postgres",
        }.ToString();
        await UntilUpAsync(connection, shell, folder);
        return new PostgresCluster(connection, shell);
    }

    private static async Task<Process> LaunchAsync(string folder, int port)
    {
        // The server refuses to run as root: hand the folder and the shell to the account its package made.
        var start = new ProcessStartInfo { RedirectStandardInput = true };
        if (Environment.IsPrivilegedProcess)
        {
            using var own = Process.Start("chown", ["-R", "postgres", folder]);
            await own.WaitForExitAsync();
            start.FileName = "runuser";
            foreach (var argument in (string[])["-u", "postgres", "--", "sh", "-c", Script]) start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = "sh";
            foreach (var argument in (string[])["-c", Script]) start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = "/";
        start.Environment["DIR"] = folder;
        start.Environment["BIN"] = InstalledServer();
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start) ?? throw new InvalidOperationException("The shell for PostgreSQL did not start.");
    }

    private static string InstalledServer() =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb")))
            .Order(StringComparer.Ordinal).LastOrDefault() is { } bin
            ? bin
            : throw new InvalidOperationException("These tests need PostgreSQL: install the package 'postgresql', or set HUITOU_TEST_POSTGRES.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilUpAsync(string connectionString, Process shell, string folder)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!shell.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException e)
            {
                throw new InvalidOperationException($"PostgreSQL did not start; see the logs in {folder}.", e);
            }
        }
    }
}
