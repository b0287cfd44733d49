using System.Diagnostics;
using Huitou.Access;
using Huitou.Data;
using Huitou.Flows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Huitou.Bench;

/// <summary>
/// The demo shop from its source to committed facts, as a shop would load it: read, stage, resolve, merge, index, commit; on SQLite,
/// beside a bare insert of as many order lines into a table of the same columns in the same run.
/// </summary>
internal sealed class ImportBench(Report report)
{
    internal async Task RunAsync(CancellationToken cancel)
    {
        report.Heading("Import");
        report.Line($"| customers | orders | lines | seconds | lines/s | bare insert lines/s | share |");
        report.Line($"|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var customers in new[] { 20_000, 200_000 }) await MeasureAsync(customers, cancel);
    }

    private async Task MeasureAsync(int customers, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("huitou-bench").FullName;
        try
        {
            var services = Host.CreateEmptyApplicationBuilder(null);
            services.Logging.SetMinimumLevel(LogLevel.Warning);
            services.Services.AddHuitou(new HuitouOptions { DataFolder = folder });
            using var host = services.Build();
            await host.StartAsync(cancel);
            var watch = Stopwatch.StartNew();
            var started = await host.Services.GetRequiredService<DemoStart>().RunAsync(
                new DemoRequest(customers, Until: new DateOnly(2026, 10, 31)), Actor.System, cancel);
            var jobs = host.Services.GetRequiredService<Jobs>();
            await foreach (var job in jobs.WatchAsync(started.Value!.JobId, cancel))
                if (job.State is JobState.Failed or JobState.Cancelled) throw new InvalidOperationException(job.Error);
            var seconds = watch.Elapsed.TotalSeconds;
            var (orders, lines) = await CountAsync(host.Services, cancel);
            var bare = await BareInsertAsync(host.Services, lines, cancel);
            report.Line($"| {customers:N0} | {orders:N0} | {lines:N0} | {seconds:F1} | {lines / seconds:N0} | {lines / bare:N0} | {bare / seconds:P0} |");
            await host.StopAsync(cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(long Orders, long Lines)> CountAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<HuitouDb>>().CreateDbContextAsync(cancel);
        return (await db.OrderFacts.LongCountAsync(cancel), await db.OrderLines.LongCountAsync(cancel));
    }

    /// <summary>Seconds to insert the same lines, and nothing else, into a fresh table with the same key.</summary>
    private static async Task<double> BareInsertAsync(IServiceProvider services, long lines, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<HuitouDb>>().CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var rows = await db.OrderLines.AsNoTracking().ToListAsync(cancel);
        var connection = db.Database.GetDbConnection();
        await using var create = connection.CreateCommand();
        create.CommandText = """
            CREATE TABLE bare (order_id INTEGER NOT NULL, line_no INTEGER NOT NULL, product_id INTEGER NOT NULL, quantity INTEGER NOT NULL,
                unit_price INTEGER NOT NULL, amount INTEGER NOT NULL, marks INTEGER NOT NULL, PRIMARY KEY (order_id, line_no))
            """;
        await create.ExecuteNonQueryAsync(cancel);
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO bare VALUES ($a, $b, $c, $d, $e, $f, $g)";
        var parameters = "abcdefg".Select(name =>
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"${name}";
            insert.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        foreach (var row in rows)
        {
            object[] values = [row.OrderId, row.LineNo, row.ProductId, row.Quantity, row.UnitPrice, row.Amount, (byte)row.Marks];
            for (var i = 0; i < values.Length; i++) parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }
        await transaction.CommitAsync(cancel);
        return watch.Elapsed.TotalSeconds * lines / rows.Count;
    }
}
