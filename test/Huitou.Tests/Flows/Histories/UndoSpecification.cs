using System.Collections.Concurrent;
using System.Data;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Histories;

/// <summary>What taking an import out does in particular cases, on both databases.</summary>
public sealed class UndoSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ListSource Customers(params SourceCustomer[] rows) => new(rows) { Kind = FileKind.Customers };

    private static SourceCustomer Asked(string buyer, bool? sms) => new(2) { Buyer = new(buyer), Name = buyer, SmsConsent = sms, ConsentProof = "form" };

    [Theory, EachDatabase]
    public async Task An_undo_that_stops_halfway_has_changed_nothing(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        SourceLine[] rows = [ListSource.Line(2, "1", "b1", 100, 5), ListSource.Line(3, "2", "b1", 200, 5)];
        var first = await bench.ImportAsync(new ListSource(rows));
        var before = await StateAsync(bench);
        var again = await bench.ImportAsync(new ListSource(rows));

        var stopped = await UndoAsync(bench, first.Id, stopAt: OrderTables.AllFacts.Count);
        Assert.Equal(JobState.Cancelled, stopped.State);
        Assert.Equal(JobState.Done, (await UndoAsync(bench, again.Id)).State);

        // The first import said it all: it does not matter that it was about to go while the other stood.
        Assert.Equal(before, await StateAsync(bench));
        Assert.Equal(JobState.Done, (await UndoAsync(bench, first.Id)).State);
        await using var db = bench.Installation.Open();
        Assert.All(await ShopState.SizesAsync(db), size => Assert.Equal(0, size));
    }

    [Theory, EachDatabase]
    public async Task Only_what_went_through_can_be_taken_out_and_only_once(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var import = await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100)));
        var broken = await bench.ImportAsync(ListSource.Breaking(ListSource.Line(2, "2", "b1", 100)));
        var undo = bench.Installation.Get<ImportUndo>();
        async Task<string?> RefusalOf(long id) => (await undo.RunAsync(id, ImportBench.Somebody, Cancel)).Refusal?.Code;

        Assert.Equal(ProblemCode.NotFound, await RefusalOf(99));
        Assert.Equal(ProblemCode.NotCommitted, await RefusalOf(broken.Id));

        // Two ask at once: the second finds it gone when its turn comes.
        var (one, other) = (await undo.RunAsync(import.Id, ImportBench.Somebody, Cancel), await undo.RunAsync(import.Id, ImportBench.Somebody, Cancel));
        await bench.RunAsync(one.Value!);
        await bench.RunAsync(other.Value!);
        var jobs = bench.Installation.Get<Jobs>();
        Assert.Equal(JobState.Done, (await jobs.FindAsync(one.Value!.JobId, Cancel))!.State);
        Assert.StartsWith(ProblemCode.NotCommitted, (await jobs.FindAsync(other.Value!.JobId, Cancel))!.Error, StringComparison.Ordinal);
        Assert.Equal(ProblemCode.NotCommitted, await RefusalOf(import.Id));
        await using var db = bench.Installation.Open();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == AuditAction.Undo, Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_refusal_stays_with_its_buyer_and_goes_to_nobody_else(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(Customers(Asked("b0", null)));
        var refusing = await bench.ImportAsync(Customers(Asked("b1", false)));
        var naming = await bench.ImportAsync(Customers(Asked("b1", true)));
        await UndoAsync(bench, refusing.Id);
        Assert.Equal(["consent b1: Sms False", "consent b1: Sms True"], await ConsentsAsync(bench));

        // With the last import that names them the buyer goes; whoever comes next gets the same numbers, and must not get the refusal.
        await UndoAsync(bench, naming.Id);
        await bench.ImportAsync(Customers(Asked("b2", true)));
        Assert.Equal(["consent b2: Sms True"], await ConsentsAsync(bench));

        // Whoever refused and comes again has refused.
        await bench.ImportAsync(Customers(Asked("b1", true)));
        Assert.Equal(["consent b1: Sms False", "consent b1: Sms True", "consent b2: Sms True"], await ConsentsAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task An_id_that_reads_like_an_address_is_somebody_else(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var line = ListSource.Line(2, "1", "a@b.example", 100, 5);
        var byId = await bench.ImportAsync(new ListSource(line));
        var byEmail = await bench.ImportAsync(new ListSource(line with { Buyer = new(null, null, "a@b.example") }));

        Assert.Equal((0, 1), (byEmail.Counts.ItemsUnchanged, byEmail.Counts.ItemsChanged));
        await UndoAsync(bench, byId.Id);
        await using var db = bench.Installation.Open();
        Assert.Empty(await Traces.OfAsync(db, byId.Id));
    }

    [Theory, EachDatabase]
    public async Task Who_looks_meanwhile_sees_what_was_or_what_is_and_nothing_between(DatabaseKind kind)
    {
        const int Orders = 1_500;
        await using var bench = await ImportBench.CreateAsync(kind);
        ListSource Rows(int hours, int from) => new(Enumerable.Range(from, Orders).Select(i => ListSource.Line(i + 2, $"{i}", $"b{i % 50}", 100 + i + hours, hours)));
        await bench.ImportAsync(Rows(5, 0));
        var before = Digest(await OrdersAsync(bench));

        var started = await bench.Installation.Get<ImportStart>().RunAsync(Rows(9, Orders / 2), 1, "test", ImportBench.Somebody, Cancel);
        var looks = await WatchedAsync(bench, started);
        var after = Digest(await OrdersAsync(bench));
        Assert.NotEqual(before, after);
        Assert.Subset(new HashSet<string> { before, after }, looks);

        looks = await WatchedAsync(bench, (await bench.Installation.Get<ImportUndo>().RunAsync(started.ImportId, ImportBench.Somebody, Cancel)).Value!);
        Assert.Equal(before, Digest(await OrdersAsync(bench)));
        Assert.Subset(new HashSet<string> { before, after }, looks);
    }

    /// <summary>Does a job while another looks at the orders without a pause, and also at each step of it; gives all that was seen.</summary>
    private static async Task<HashSet<string>> WatchedAsync(ImportBench bench, ImportStarted job)
    {
        using var done = new CancellationTokenSource();
        var looks = new ConcurrentDictionary<string, bool>();
        var steps = 0;
        async Task LookAsync() => looks.TryAdd(Digest(await OrdersAsync(bench)), true);
        var watching = Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested) await LookAsync();
            },
            Cancel);
        await bench.RunAsync(job, _ =>
        {
            steps++;
            LookAsync().GetAwaiter().GetResult();
        });
        await done.CancelAsync();
        await watching;
        Assert.True(steps > 4);
        return [.. looks.Keys];
    }

    /// <summary>All orders of one moment: the tables are read one after the other, as of one snapshot.</summary>
    private static async Task<string[]> OrdersAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        await using var snapshot = await db.Database.BeginTransactionAsync(
            db.Database.IsNpgsql() ? IsolationLevel.RepeatableRead : IsolationLevel.ReadUncommitted, Cancel);
        return await ShopState.OrdersAsync(db, bench.Installation.Get<Vault>());
    }

    private static string Digest(string[] lines) => $"{lines.Length} orders, {StableHash.Of(string.Join('\n', lines))}";

    private static async Task<JobItem> UndoAsync(ImportBench bench, long importId, int? stopAt = null)
    {
        var started = await bench.Installation.Get<ImportUndo>().RunAsync(importId, ImportBench.Somebody, Cancel);
        Assert.Null(started.Refusal);
        var jobs = bench.Installation.Get<Jobs>();
        await bench.RunAsync(started.Value!, progress =>
        {
            if (stopAt is { } tables && progress.Now() is { Step: "prepare" } now && now.Done == tables)
                Assert.Null(jobs.CancelAsync(started.Value!.JobId, CancellationToken.None).GetAwaiter().GetResult().Refusal);
        });
        return (await jobs.FindAsync(started.Value!.JobId, Cancel))!;
    }

    private static async Task<string[]> StateAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        return await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>());
    }

    private static async Task<string[]> ConsentsAsync(ImportBench bench) =>
        [.. (await StateAsync(bench)).Where(line => line.StartsWith("consent ", StringComparison.Ordinal))];
}
