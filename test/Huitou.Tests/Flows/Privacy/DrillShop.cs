using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers.Erasures;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Huitou.Tests.Flows;

/// <summary>A backup as an operator keeps it: the archive and, on PostgreSQL, the dump beside it.</summary>
internal sealed record KeptBackup(byte[] Archive, byte[] ArchiveWithoutKeys, string? Dump);

/// <summary>A shop with its whole host running, as `huitou serve` runs it, that can be backed up and restored elsewhere.</summary>
internal sealed class DrillShop : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestInstallation _installation;
    private readonly List<IHostedService> _started = [];
    private readonly Func<ValueTask> _clear;

    private DrillShop(TestInstallation installation, Func<ValueTask> clear) => (_installation, _clear) = (installation, clear);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static async Task<DrillShop> OpenAsync(DatabaseKind kind)
    {
        var installation = await TestInstallation.CreateAsync(kind);
        // A server that has worked for a while has counted further than the one that takes its place.
        if (installation.Options.Database is { } database)
            await PostgresCluster.RunAsync("psql", database, "-q", "-c", "DO $$ BEGIN FOR i IN 1..5000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$");
        var shop = new DrillShop(installation, () => default);
        await shop.StartAsync();
        Assert.Null((await shop.Get<Shops>().AddAsync(new("回头女装", "Asia/Shanghai"), Actor.Console, Cancel)).Refusal);
        return shop;
    }

    internal T Get<T>()
        where T : notnull => _installation.Get<T>();

    internal HuitouDb Open() => _installation.Open();

    private async Task StartAsync()
    {
        foreach (var service in _installation.Services.GetServices<IHostedService>())
        {
            await service.StartAsync(Cancel);
            _started.Add(service);
        }
    }

    /// <summary>Takes a file in, and gives why rows were held back.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> TakeAsync(string name, params string[] lines)
    {
        var upload = await Get<UploadStore>().SaveAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), Cancel);
        var preview = (await Get<PreviewUpload>().RunAsync(upload.Value!.Id, null, Cancel)).Value!;
        var started = (await Get<ImportStart>().RunAsync(new ImportRequest(preview.Upload.Id, 1, preview.Reading), ImportBench.Somebody, null, Cancel)).Value!;
        Assert.Equal(JobState.Done, await UntilAsync(started.JobId, job => job.IsOver));
        await using var db = Open();
        return (await db.Imports.AsNoTracking().SingleAsync(import => import.Id == started.ImportId, Cancel)).Rejects;
    }

    /// <summary>Starts an import, which goes on until it is cancelled.</summary>
    internal async Task<ImportStarted> BeginAsync() => await Get<ImportStart>().RunAsync(new EndlessSource(), 1, "test", ImportBench.Somebody, Cancel);

    internal async Task<JobState> UntilAsync(long job, Func<JobItem, bool> when)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < Patience; await Task.Delay(20, Cancel))
            if (await Get<Jobs>().FindAsync(job, Cancel) is { } now && when(now)) return now.State;
        throw new TimeoutException($"Job {job} is not so far after {Patience}.");
    }

    internal async Task<long> CustomerOfAsync(string buyer) => await ImportBench.Over(_installation).CustomerOfAsync(buyer);

    internal async Task<KeptBackup> BackUpAsync()
    {
        async Task<byte[]> ArchiveAsync(bool withKeys)
        {
            using var archive = new MemoryStream();
            await Get<Backup>().WriteAsync(archive, withKeys, Actor.Console, Cancel);
            return archive.ToArray();
        }

        var (whole, bare) = (await ArchiveAsync(withKeys: true), await ArchiveAsync(withKeys: false));
        if (_installation.Options.Database is not { } database) return new(whole, bare, null);
        var dump = Path.GetTempFileName();
        await PostgresCluster.RunAsync("pg_dump", database, "-Fc", "-f", dump);
        return new(whole, bare, dump);
    }

    /// <summary>
    /// Restores into an empty folder (on PostgreSQL: on another server) as the documents say, first without the keys, which is refused, and starts
    /// the host there.
    /// </summary>
    internal async Task<DrillShop> RestoreAsync(KeptBackup kept, bool takesErasuresAlong)
    {
        var options = new HuitouOptions { DataFolder = Directory.CreateTempSubdirectory("huitou-drill-").FullName };
        var server = kept.Dump is null ? null : await PostgresCluster.AnotherAsync();
        if (server is not null)
        {
            options = options with { Database = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "restored" }.ToString() };
            await PostgresCluster.RunAsync("psql", server.ConnectionString, "-q", "-c", "CREATE DATABASE restored");
            await PostgresCluster.RunAsync("pg_restore", options.Database, "--no-owner", kept.Dump!);
        }
        var folder = new DataFolder(options);
        if (takesErasuresAlong) File.Copy(ErasureLog.PathIn(_installation.Folder), ErasureLog.PathIn(folder));

        async Task<string?> RestoredAsync(byte[] archive) => (await new Restore(options, TimeProvider.System).RunAsync(new MemoryStream(archive), force: false, Cancel)).Refusal?.Code;
        Assert.Equal(ProblemCode.KeyMissing, await RestoredAsync(kept.ArchiveWithoutKeys));
        await File.WriteAllTextAsync(KeyRing.PathIn(folder), $"1:{Convert.ToBase64String(new byte[32])}", Cancel);
        Assert.Equal(ProblemCode.WrongKey, await RestoredAsync(kept.ArchiveWithoutKeys));
        Assert.Null(await RestoredAsync(kept.Archive));

        var restored = new DrillShop(TestInstallation.Over(options), async () =>
        {
            if (server is null) await Schema.DropAsync(options);
            else await server.DisposeAsync();
            Directory.Delete(options.DataFolder, recursive: true);
        });
        await restored.StartAsync();
        return restored;
    }

    /// <summary>All that anybody can see: each person with everything kept of them, who may be written to, the lists, and the figures.</summary>
    internal async Task<string[]> StateAsync()
    {
        Assert.True(await Get<InProcessLedgerHost>().CatchUpAsync(Cancel));
        await using var db = Open();
        var state = new List<string>(await ShopState.VisibleAsync(db, Get<Vault>()));
        foreach (var id in await db.Customers.OrderBy(customer => customer.Id).Select(customer => customer.Id).ToListAsync(Cancel))
        {
            var subject = (await Get<SubjectExport>().RunAsync(id, Actor.Console, Cancel)).Value!;
            var page = (await Get<Customer360>().AskAsync(id, Until, Cancel)).Value!;
            state.Add(JsonSerializer.Serialize(subject with { At = default }));
            state.Add(JsonSerializer.Serialize(page));
        }
        state.Add(JsonSerializer.Serialize((await Get<CustomerList>().AskAsync(new() { Scope = Until }, Cancel)).Value!.Items));
        state.Add(JsonSerializer.Serialize((await Get<OverviewReport>().AskAsync(Until, Grain.Month, Cancel)).Value!));
        state.Add(JsonSerializer.Serialize((await Get<GridReport>().AskAsync(new(Until), Cancel)).Value!.Cells));
        state.Add($"{await db.Erasures.CountAsync(Cancel)} names erased, {await db.IdentityDecisions.CountAsync(Cancel)} decisions");
        return [.. state];
    }

    private static ScopeQuery Until => new() { From = "2025-01-01", To = "2025-06-30", AsOf = "2025-06-30" };

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_started)) await service.StopAsync(CancellationToken.None);
        await _installation.DisposeAsync();
        await _clear();
    }

    /// <summary>A file that does not come to its end.</summary>
    private sealed class EndlessSource : ISource
    {
        public string Name => "endless";

        public IEnumerable<SourceRow> Read(CancellationToken cancel)
        {
            yield return ListSource.Line(2, "endless", "endless", 100);
            cancel.WaitHandle.WaitOne();
            cancel.ThrowIfCancellationRequested();
        }
    }
}
