using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Huitou.Data;
using Huitou.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Huitou.Server.Tests.Connect;

/// <summary>Alone: what others do at the same time would be measured too.</summary>
[CollectionDefinition(nameof(BusyHostTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>While a large import runs on SQLite, which has one writer, people sign in and turn pages. A bound on what they wait, no benchmark.</summary>
[Collection(nameof(BusyHostTests))]
public sealed class BusyHostTests : IDisposable
{
    private const int Lines = 200_000;

    /// <summary>One name may try ten times a minute.</summary>
    private const int SignIns = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Chunks are made for 200 ms; a machine that is busy with something else may stretch one.</summary>
    private static readonly TimeSpan MostTransaction = TimeSpan.FromMilliseconds(500);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Who_signs_in_or_looks_at_a_page_does_not_wait_for_an_import_or_its_undo()
    {
        await using var host = await TestHost.StartAsync(setUp: true);
        Write();
        using var transactions = new TransactionLengths(new DataFolder(host.Options).Database);
        using var browser = await host.SignedInAsync();
        await MeasureAsync(host, browser, transactions, CrashFolder.ImportAsync(host.Services, _file), signIns: SignIns);
        await MeasureAsync(host, browser, transactions, CrashFolder.UndoAsync(host.Services, 1), signIns: 0);
    }

    private static async Task MeasureAsync(TestHost host, Browser browser, TransactionLengths transactions, Task job, int signIns)
    {
        transactions.All.Clear();
        var waits = new List<(string What, TimeSpan Wait)>();
        while (!job.IsCompleted)
        {
            if (waits.Count % 16 == 0 && waits.Count < 16 * signIns) waits.Add(("sign in", await TimeAsync(async () => (await host.SignedInAsync()).Dispose())));
            waits.Add(("save", await TimeAsync(async () => (await browser.SendAsync(HttpMethod.Put, "rates", new { currency = "USD", day = "2025-01-01", rate = 700_000_000 })).EnsureSuccessStatusCode().Dispose())));
            waits.Add(("customers", await TimeAsync(async () => (await browser.GetAsync("customers?limit=50")).EnsureSuccessStatusCode().Dispose())));
            waits.Add(("imports", await TimeAsync(async () => (await browser.GetAsync("imports")).EnsureSuccessStatusCode().Dispose())));
        }
        await job;

        var report = string.Join("; ", waits.GroupBy(w => w.What).Select(g => $"{g.Key}: {g.Count()}, p95 {P95(g.Select(w => w.Wait))} ms"))
            + $"; transactions: {transactions.All.Count}, p95 {P95(transactions.All)} ms, longest {(transactions.All.Max().TotalMilliseconds):0} ms";
        TestContext.Current.SendDiagnosticMessage(report);
        Assert.True(waits.Count > 20, report);
        Assert.All(waits.GroupBy(w => w.What), group => Assert.True(P95(group.Select(w => w.Wait)) < Patience.TotalMilliseconds, report));
        Assert.True(P95(transactions.All) < MostTransaction.TotalMilliseconds && transactions.All.Max() < 4 * MostTransaction, report);
    }

    private static double P95(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return Math.Round(sorted[(int)(sorted.Length * 0.95)].TotalMilliseconds);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began);
    }

    private void Write()
    {
        using var file = new StreamWriter(_file, append: false, Encoding.UTF8);
        file.WriteLine("order no,paid time,buyer id,buyer name,region,product code,product name,quantity,unit price");
        for (var line = 0; line < Lines; line++)
        {
            var order = line / 2;
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{order},2025-{1 + (order % 12):00}-{1 + (order % 28):00} 10:00,b{order % 40_000},n{order % 40_000},r{order % 30},p{line % 3_000},product {line % 3_000},1,{1 + (line % 50)}.00"));
        }
    }

    /// <summary>How long each transaction on one database took, by what EF tells.</summary>
    private sealed class TransactionLengths : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _database;
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];
        private readonly ConcurrentDictionary<Guid, long> _open = [];

        internal TransactionLengths(string database)
        {
            _database = database;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        internal ConcurrentBag<TimeSpan> All { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not TransactionEventData now) return;
            if (value.Key == RelationalEventId.TransactionStarted.Name && now.Transaction.Connection?.DataSource is { } source && Path.GetFullPath(source) == _database)
                _open[now.TransactionId] = Stopwatch.GetTimestamp();
            if (value.Key == RelationalEventId.TransactionCommitted.Name && _open.TryRemove(now.TransactionId, out var began)) All.Add(Stopwatch.GetElapsedTime(began));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions) subscription.Dispose();
        }
    }
}
