using System.Text;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>What an import does and leaves, on both databases.</summary>
public sealed class ImportSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static MemoryStream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private const string Header = "order no,paid time,buyer id,product code,quantity,unit price\n";

    [Theory, EachDatabase]
    public async Task Scattered_lines_come_together_and_orders_without_a_buyer_stay_anonymous(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var import = await bench.ImportAsync("a.csv", File(
            Header + "1,2025-01-01 10:00,b1,p1,1,1.00\n2,2025-01-01 11:00,,p1,2,1.00\n3,2025-01-02,b2,p2,1,5\n1,2025-01-01 10:05,b1,p2,3,2.00\n2,2025-01-01 11:00,,p3,1,0\n"));

        Assert.Equal((5, 0, 3, 2, 2), (import.Counts.Rows, import.Counts.RowsRejected, import.Counts.Items, import.Counts.ItemsWithBuyer, import.Counts.CustomersNew));
        await using var db = bench.Installation.Open();
        var orders = await VisibleOrders.Of(db).OrderBy(o => o.OrderNo).ToListAsync(Cancel);
        Assert.Equal([(700L, true), (200, false), (500, true)], orders.Select(o => (o.Amount, o.EvidenceNodeId is not null)));
        Assert.Equal(605, orders[0].Minute);
        Assert.Equal(2, await db.OrderLines.CountAsync(l => l.OrderId == orders[0].Id, Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_changed_order_replaces_its_whole_set_of_lines_and_an_older_one_stays_hidden(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100, 5), ListSource.Line(3, "1", "b1", 200, 5), ListSource.Line(4, "2", "b2", 300, 5)));
        var newer = await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b3", 150, 9)));
        var older = await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 999, 1)));
        var same = await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b3", 150, 9)));

        Assert.Equal((0, 1, 0, 1), (newer.Counts.ItemsNew, newer.Counts.ItemsChanged, newer.Counts.ItemsUnchanged, newer.Counts.CustomersNew));
        Assert.Equal((0, 0, 1), (older.Counts.ItemsNew, older.Counts.ItemsChanged, older.Counts.ItemsUnchanged));
        Assert.Equal((0, 0, 1), (same.Counts.ItemsNew, same.Counts.ItemsChanged, same.Counts.ItemsUnchanged));
        await using var db = bench.Installation.Open();
        Assert.Equal([("1", 150L), ("2", 300L)], (await VisibleOrders.Of(db).OrderBy(o => o.OrderNo).ToListAsync(Cancel)).Select(o => (o.OrderNo, o.Amount)));
        Assert.Equal(4, await db.OrderFacts.CountAsync(Cancel));

        // Whose order it was and whose it is have both changed.
        var nodes = (await bench.Installation.EvidenceAsync()).ToDictionary(n => n.Name, n => n.Node.CustomerId);
        Assert.Equal([nodes["b1"], nodes["b3"]], (await OrderChanges.OfImportAsync(db, newer.Id, 10, Cancel)).Order());
        Assert.Equal(
            [newer.Id, older.Id, same.Id],
            (await db.Changes.OrderBy(c => c.Seq).Where(c => c.Kind == Huitou.Data.ChangeKind.Import).Select(c => c.SubjectId).ToListAsync(Cancel)).Skip(1));
    }

    [Theory, EachDatabase]
    public async Task The_same_file_again_is_recognised_and_gives_nothing_new(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        const string Text = Header + "1,2025-01-01,b1,p1,1,1.00\n2,2025-01-01,b2,p1,2,1.00\n";
        var first = await bench.ImportAsync("a.csv", File(Text));
        await using var db = bench.Installation.Open();
        var sizes = await ShopState.SizesAsync(db);
        var preview = await bench.UploadAsync("b.csv", File(Text));
        Assert.Equal(first.Id, preview.AlreadyImported?.ImportId);
        var again = await bench.ImportAsync(new ImportRequest(preview.Upload.Id, 1, preview.Reading));

        Assert.Equal((0, 0, 2), (again.Counts.ItemsNew, again.Counts.ItemsChanged, again.Counts.ItemsUnchanged));
        Assert.Equal((0, 0), (again.Counts.CustomersNew, again.Counts.CustomersTouched));
        // That it was said again is noted: two orders, two buyers and a product outlive the first import.
        int[] more = [0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0];
        Assert.Equal(sizes.Zip(more, (before, added) => before + added), await ShopState.SizesAsync(db));
    }

    [Theory, EachDatabase]
    public async Task Whom_only_rejected_rows_name_is_no_customer(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        // The first order names two buyers, so it is left out whole; b2 also bought another.
        var import = await bench.ImportAsync("a.csv", File(Header + "1,2025-01-01,b1,p1,1,1.00\n1,2025-01-01,b2,p1,1,1.00\n2,2025-01-01,b2,p1,1,1.00\n"));

        Assert.Equal((2, 1, 1), (import.Counts.RowsRejected, import.Counts.ItemsNew, import.Counts.CustomersNew));
        await using var db = bench.Installation.Open();
        Assert.Equal(["b2"], (await bench.Installation.EvidenceAsync()).Select(node => node.Name));
        Assert.Single(await db.Customers.ToListAsync(Cancel));
        Assert.Single(await db.BuyerStatements.ToListAsync(Cancel));
    }

    [Theory]
    [EachDatabase("read"), EachDatabase("merge"), EachDatabase("file"), EachDatabase("commit")]
    public async Task A_cancelled_import_leaves_nothing_behind(DatabaseKind kind, string step)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(Enumerable.Range(0, 50).Select(i => ListSource.Line(i + 2, $"{i}", $"b{i % 7}", 100 + i, 5))));
        await using var db = bench.Installation.Open();
        var (state, sizes) = (await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>()), await ShopState.SizesAsync(db));
        var source = new ListSource(Enumerable.Range(0, 5_000).Select(i => ListSource.Line(i + 2, $"{i}", $"b{i % 70}", 500 + i, 9) with { Channel = "live" }));
        var import = await bench.CancelAsync(source, step);

        Assert.Equal((ImportState.Cancelled, "cancelled"), (import.State, import.Error));
        var job = Assert.Single(await bench.Installation.Get<Jobs>().ListAsync(1, Cancel));
        Assert.Equal((JobState.Cancelled, step), (job.State, job.Step));
        Assert.Equal(state, await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>()));
        Assert.Equal(sizes, await ShopState.SizesAsync(db));
        Assert.Empty(Directory.EnumerateFiles(bench.Installation.Folder.Staging));

        var after = await bench.ImportAsync(source);
        Assert.Equal((4_950, 50), (after.Counts.ItemsNew, after.Counts.ItemsChanged));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_seen_of_an_import_while_it_merges(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100, 5)));
        await using var db = bench.Installation.Open();
        var before = await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>());
        var started = await bench.Installation.Get<ImportStart>().RunAsync(
            new ListSource(Enumerable.Range(0, 3_000).Select(i => ListSource.Line(i + 2, $"{i}", "b1", 500 + i, 9))), 1, "test", ImportBench.Somebody, Cancel);
        var looks = new List<string[]>();
        await bench.RunAsync(started, progress =>
        {
            if (progress.Now() is not { Step: "merge", Done: > 0 }) return;
            using var other = bench.Installation.Open();
            looks.Add(ShopState.VisibleAsync(other, bench.Installation.Get<Vault>()).GetAwaiter().GetResult());
        });

        Assert.NotEmpty(looks);
        Assert.All(looks, look => Assert.Equal(before.Where(l => l.StartsWith("order", StringComparison.Ordinal)), look.Where(l => l.StartsWith("order", StringComparison.Ordinal))));
        Assert.Equal(3_000, await VisibleOrders.Of(db).CountAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_host_that_died_in_the_middle_is_cleaned_up_after(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100, 5)));
        await using var db = bench.Installation.Open();
        var (state, sizes) = (await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>()), await ShopState.SizesAsync(db));
        var import = new Import { ShopId = 1, Name = "dead", Preset = "test", Actor = "somebody", StartedAt = DateTimeOffset.UnixEpoch };
        db.Imports.Add(import);
        db.Jobs.Add(new Job { Kind = "import", Subject = "import:2", State = JobState.Running, Actor = "somebody", CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(Cancel);
        var lines = Enumerable.Range(0, 20).Select(order => ListSource.Line(order + 2, $"{order}", $"b{order}", 700, 8)).ToList();
        var named = new BuyerNames();
        foreach (var line in lines) named.Add(line.Buyer);
        var open = await bench.Installation.Get<MergeOpening>().RunAsync(db, import, named, samples: null, Cancel);
        var chunk = open.Merge.Begin();
        foreach (var line in lines) Assert.Null(chunk.Take([line]));
        await open.Merge.RunAsync(chunk, Cancel);
        await open.WriteNamedAsync(Cancel);
        await BuyerOrders.FileAsync(db, import.Id, Cancel);
        await System.IO.File.WriteAllTextAsync(Path.Combine(bench.Installation.Folder.Staging, "import-2.db"), "left", Cancel);
        Assert.NotEqual(sizes, await ShopState.SizesAsync(db));

        await bench.Runner.StartAsync(Cancel);
        await bench.Runner.StopAsync(Cancel);

        Assert.Equal(state, await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>()));
        Assert.Equal(sizes, await ShopState.SizesAsync(db));
        Assert.Empty(Directory.EnumerateFiles(bench.Installation.Folder.Staging));
        var dead = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == import.Id, Cancel);
        Assert.Equal((ImportState.Failed, ProblemCode.Interrupted), (dead.State, dead.Error));
        Assert.Equal((JobState.Failed, ProblemCode.Interrupted), (await db.Jobs.AsNoTracking().Where(j => j.Subject == "import:2").Select(j => new { j.State, j.Error }).SingleAsync(Cancel)) is var j ? (j.State, j.Error) : default);
    }

    [Fact]
    public async Task What_cannot_be_cleaned_up_at_the_start_is_before_the_next_job()
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Postgres);
        await using var db = bench.Installation.Open();
        var dead = new Import { ShopId = 1, Name = "dead", Preset = "test", Actor = "somebody", StartedAt = DateTimeOffset.UnixEpoch };
        db.Imports.Add(dead);
        await db.SaveChangesAsync(Cancel);
        async Task<ImportState> StateAsync(long id) => (await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, Cancel)).State;

        // The server has not noticed yet that the host whose turn it was is dead.
        await using (var other = bench.Installation.Open())
        await using (await ImportTurn.TakeAsync(other, Cancel)) await bench.Runner.StartAsync(Cancel);
        Assert.Equal(ImportState.Running, await StateAsync(dead.Id));

        var started = await bench.Installation.Get<ImportStart>().RunAsync(new ListSource(ListSource.Line(2, "1", "b1", 100, 5)), 1, "test", ImportBench.Somebody, Cancel);
        await foreach (var job in bench.Installation.Get<Jobs>().WatchAsync(started.JobId, Cancel)) Assert.NotEqual(JobState.Failed, job.State);
        await bench.Runner.StopAsync(Cancel);
        Assert.Equal((ImportState.Failed, ImportState.Committed), (await StateAsync(dead.Id), await StateAsync(started.ImportId)));
    }

    [Theory, EachDatabase]
    public async Task Rejected_rows_come_back_as_a_file_with_line_column_and_reason(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var import = await bench.ImportAsync("a.csv", File(
            Header + "1,2025-01-01,b1,\"p,1\",1,1.00\n2,2025-01-01,b1,=cmd(),-1,1.00\n3,2025-01-01,b1,p1,1,1\n3,2025-01-01,b2,p1,1,1\n4,soon,b1,p1,1,1\n5,2025-01-01,b1,\"p1,1,1\n"));

        Assert.Equal(
            new Dictionary<string, long> { ["negativeQuantity"] = 1, ["conflictingBuyer"] = 2, ["badTime"] = 1, ["brokenQuote"] = 1 }, import.Rejects);
        Assert.Equal((6, 5, 1), (import.Counts.Rows, import.Counts.RowsRejected, import.Counts.Items));
        var expected = (string[])
        [
            "order no,paid time,buyer id,product code,quantity,unit price,Line,Column,Reason",
            "2,2025-01-01,b1,'=cmd(),-1,1.00,3,quantity,Zero or negative quantity outside a return",
            "4,soon,b1,p1,1,1,6,paid time,This is no date or time",
            "5,2025-01-01,b1,\"\"\"p1\",1,1,7,product code,A quotation mark is not closed",
            "3,2025-01-01,b1,p1,1,1,4,,Rows of one order name different buyers",
            "3,2025-01-01,b2,p1,1,1,5,,Rows of one order name different buyers",
        ];
        Assert.Equal(expected, await RejectsAsync(bench, import.Id, "en"));
        Assert.EndsWith("数量为零或负数", (await RejectsAsync(bench, import.Id, "zh"))[1], StringComparison.Ordinal);
    }

    private static async Task<string[]> RejectsAsync(ImportBench bench, long id, string language)
    {
        using var copy = new MemoryStream();
        await bench.Installation.Get<RejectFile>().CopyAsync(id, language, copy, Cancel);
        return Encoding.UTF8.GetString(copy.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task What_cannot_be_started_says_why_and_a_key_starts_one_import()
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        var preview = await bench.UploadAsync("C:\\orders\\a.csv", File("foo,bar\n1,2\n"));
        Assert.Equal(("a.csv", "custom"), (preview.Upload.FileName, preview.Reading.Preset));
        Assert.Equal(["orderNo", "paidAt", "unitPrice"], preview.MissingFields);
        var start = bench.Installation.Get<ImportStart>();
        async Task<string?> RefusedAsync(ImportRequest request) => (await start.RunAsync(request, ImportBench.Somebody, null, Cancel)).Refusal?.Code;
        var request = new ImportRequest(preview.Upload.Id, 1, preview.Reading);
        Assert.Equal(ProblemCode.MissingFields, await RefusedAsync(request));
        Assert.Equal(ProblemCode.NotFound, await RefusedAsync(request with { ShopId = 9 }));
        Assert.Equal(ProblemCode.NotFound, await RefusedAsync(request with { UploadId = Guid.NewGuid() }));
        Assert.Equal(ProblemCode.InvalidField, await RefusedAsync(request with { Reading = preview.Reading with { Encoding = "ebcdic" } }));

        var good = await bench.UploadAsync("b.csv", File(Header + "1,2025-01-01,b1,p1,1,1.00\n"));
        var asked = new ImportRequest(good.Upload.Id, 1, good.Reading, "mine");
        var one = await start.RunAsync(asked, ImportBench.Somebody, "key", Cancel);
        Assert.Equal(one.Value, (await start.RunAsync(asked, ImportBench.Somebody, "key", Cancel)).Value);
        var known = await bench.UploadAsync("c.csv", File(Header + "7,2025-01-01,b1,p1,1,1.00\n"));
        Assert.Equal(new RecognisedLayout("generic", "mine"), known.Recognised);
    }

    [Fact]
    public async Task A_newer_order_tells_more_of_its_buyer_and_an_older_one_does_not()
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100, 5)));
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "2", "b1", 100, 9) with { Region = "", City = "Bath" }));
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "3", "b1", 100, 1)));
        await using var db = bench.Installation.Open();
        var customer = await db.Customers.SingleAsync(Cancel);
        Assert.Equal(("name of b1 at 9", "region 2", "Bath"), (customer.Name, customer.Region, customer.City));
    }
}
