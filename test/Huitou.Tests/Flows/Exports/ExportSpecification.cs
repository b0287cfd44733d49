using System.Text;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Flows;
using Huitou.Flows.Exports;
using Huitou.Tests.Flows.Treatments;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>Who may take out what, what is masked, what is written down, and how long a file stays.</summary>
public sealed class ExportSpecification
{
    private static readonly Actor Owner = new("owner", Role.Owner);
    private static readonly Actor Reader = new("reader", Role.Reader);
    private static readonly Actor Service = new("service", Role.Service);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Names_are_masked_unless_asked_for_by_who_may_see_them(DatabaseKind kind)
    {
        await using var bench = await SmallAsync(kind);
        var request = new ExportRequest { Table = "orderLines", Language = "key", Columns = ["buyerName", "orderNo"] };

        Assert.Equal([["buyerName", "orderNo"], ["王*", "1"], ["", "2"]], ExportBench.Rows(await bench.Installation.FileAsync(request)));
        Assert.Equal("王小明", ExportBench.Rows(await bench.Installation.FileAsync(request with { Unmasked = true }))[1][0]);
        await using var db = bench.Installation.Open();
        Assert.Equal(
            ["Order lines: 2 rows, 2 columns, personal data masked", "Order lines: 2 rows, 2 columns, personal data in full"],
            (await db.Audit.Where(entry => entry.Action == AuditAction.Export).OrderBy(entry => entry.Id).ToListAsync(Cancel)).Select(entry => AuditWords.Sentence(entry.Fact, "en")));
        Assert.Equal([false, true], await db.Exports.OrderBy(export => export.Id).Select(export => export.Unmasked).ToListAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Every_table_goes_out_with_all_its_columns_in_both_formats(DatabaseKind kind)
    {
        await using var bench = await SmallAsync(kind);
        await bench.TakeWholeAsync("costs.csv", "order no,freight", "1,2.00");
        await bench.TakeWholeAsync("buyers.csv", "order no,buyer id", "2,b2");
        await bench.TakeWholeAsync("touches.csv", "kind,time,buyer id", "view,2025-01-01,b2");
        await bench.TakeWholeAsync("visitors.csv", "day,visitors", "2025-01-01,3");
        foreach (var table in bench.Installation.Get<ExportTables>().For(Role.Owner).Where(table => table.Key != "customers"))
        {
            var rows = ExportBench.Rows(await bench.Installation.FileAsync(new ExportRequest { Table = table.Key, Language = "key" }, actor: Owner));
            Assert.Equal(table.Columns.Select(column => column.Key), rows[0]);
            Assert.True(rows.Length > 1, $"{table.Key} is empty.");
            await bench.Installation.FileAsync(new ExportRequest { Table = table.Key, Format = ExportFormat.Xlsx }, actor: Owner);
        }
    }

    [Theory, EachDatabase]
    public async Task Chosen_customers_go_out_alone(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.ImportAsync(new ListSource([.. Enumerable.Range(2, 5).Select(n => ListSource.Line(n, $"{n}", null, 100, 5) with { Buyer = new($"b{n}") })]));
        await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel);
        var (one, other) = (await bench.CustomerOfAsync("b3"), await bench.CustomerOfAsync("b5"));
        var request = new ExportRequest { Table = "customers", Language = "key", Columns = ["buyer"], Customers = [one, other, 999_999] };

        Assert.Equal(["b3", "b5", "buyer"], ExportBench.Rows(await bench.Installation.FileAsync(request)).Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.Equal([["buyer"]], ExportBench.Rows(await bench.Installation.FileAsync(request, new() { F = Huitou.Engine.FClass.Fan })));
        Assert.Equal("customers", (await bench.Installation.StartAsync(request with { Table = "orders", Columns = [] })).Refusal!.Path);
        Assert.Equal("customers", (await bench.Installation.StartAsync(request with { Customers = [] })).Refusal!.Path);
        await using var db = bench.Installation.Open();
        Assert.Equal("customers=3", (await db.Exports.OrderBy(export => export.Id).FirstAsync(Cancel)).Filter);
    }

    [Theory, EachDatabase]
    public async Task A_period_is_of_paid_days_and_shops_are_told_apart(DatabaseKind kind)
    {
        await using var bench = await SmallAsync(kind);
        Task<byte[]> Orders(ScopeQuery scope) => bench.Installation.FileAsync(
            new ExportRequest { Table = "orders", Language = "key", Columns = ["orderNo", "status", "paidAt"] }, new() { Scope = scope });

        Assert.Equal([["orderNo", "status", "paidAt"], ["1", "paid", "2025-01-01 00:00:00+00:00"], ["2", "unpaid", ""]], ExportBench.Rows(await Orders(new())));
        Assert.Equal(2, ExportBench.Rows(await Orders(new() { From = "2025-01-01", To = "2025-01-01", Shops = "1" })).Length);
        Assert.Single(ExportBench.Rows(await Orders(new() { From = "2025-01-02" })));
        await using var db = bench.Installation.Open();
        Assert.Contains("shops=1&from=2025-01-01&to=2025-01-01", await db.Exports.Select(export => export.Filter).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_once_and_says_why()
    {
        await using var bench = await SmallAsync(DatabaseKind.Sqlite);
        async Task<(string?, string?)> Refused(ExportRequest request, Actor actor, CustomerQuestion? question = null)
        {
            var refusal = (await bench.Installation.StartAsync(request, question, actor)).Refusal;
            return (refusal?.Code, refusal?.Path);
        }

        Assert.Equal((ProblemCode.InvalidField, "table"), await Refused(new() { Table = "users" }, Owner));
        Assert.Equal((ProblemCode.InvalidField, "columns"), await Refused(new() { Table = "orders", Columns = ["orderNo", "birthday"] }, Owner));
        Assert.Equal((ProblemCode.InvalidField, "language"), await Refused(new() { Table = "orders", Language = "fr" }, Owner));
        Assert.Equal((ProblemCode.InvalidField, "shops"), await Refused(new() { Table = "orders" }, Owner, new() { Scope = new() { Shops = "9" } }));
        Assert.Equal((ProblemCode.NotAllowed, "unmasked"), await Refused(new() { Table = "products", Unmasked = true }, Reader));
        foreach (var table in (string[])["customers", "orders", "orderLines", "profiles", "buyers", "touches", "audit"])
            Assert.Equal((ProblemCode.NotAllowed, "table"), await Refused(new() { Table = table }, Reader));
        Assert.Equal((ProblemCode.NotAllowed, "table"), await Refused(new() { Table = "audit" }, ImportBench.Somebody));
        Assert.Equal(["products", "costs", "visitors", "imports", "jobs"], bench.Installation.Get<ExportTables>().For(Role.Reader).Select(table => table.Key));
        Assert.Empty(bench.Installation.Get<ExportTables>().For(Role.Service));
    }

    [Fact]
    public async Task A_file_is_for_who_made_it_or_an_owner()
    {
        await using var bench = await SmallAsync(DatabaseKind.Sqlite);
        var list = bench.Installation.Get<ExportList>();
        var export = await bench.Installation.ExportAsync(new ExportRequest { Table = "orders" });
        async Task<string?> VerdictAsync(Actor actor)
        {
            var file = await list.OpenAsync(export.Id, actor, Cancel);
            if (file.Value is { } open) await open.Body.DisposeAsync();
            return file.Refusal?.Code;
        }

        Assert.Null(await VerdictAsync(ImportBench.Somebody));
        Assert.Null(await VerdictAsync(Owner));
        Assert.Equal(ProblemCode.NotAllowed, await VerdictAsync(new Actor("another", Role.Operator)));
        Assert.Equal(ProblemCode.NotFound, await VerdictAsync(Reader));
        Assert.Equal(ProblemCode.NotFound, await VerdictAsync(Service));
        Assert.False((await list.PageAsync(null, 10, new Actor("another", Role.Operator), Cancel)).Items.Single().CanDownload);
        Assert.Empty((await list.PageAsync(null, 10, Reader, Cancel)).Items);
    }

    [Fact]
    public async Task A_cancelled_export_leaves_no_file_and_no_word_in_the_audit()
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        await bench.ImportAsync(new ListSource(Enumerable.Range(0, 3_000).Select(i => ListSource.Line(i + 2, $"{i:D5}", "b1", 100))));
        var jobs = bench.Installation.Get<Jobs>();
        var export = await bench.Installation.ExportAsync(new ExportRequest { Table = "orders" }, watch: progress =>
        {
            if (progress.Now().Done == 2_000) Assert.Null(jobs.CancelAsync(2, CancellationToken.None).GetAwaiter().GetResult().Refusal);
        });

        Assert.Equal((JobState.Cancelled, 0L, false), (export.State, export.Rows, export.CanDownload));
        Assert.Empty(Directory.EnumerateFiles(bench.Installation.Folder.Exports));
        await using var db = bench.Installation.Open();
        Assert.False(await db.Audit.AnyAsync(entry => entry.Action == AuditAction.Export, Cancel));
    }

    [Fact]
    public async Task Files_are_purged_after_a_week_and_their_rows_stay()
    {
        await using var bench = await SmallAsync(DatabaseKind.Sqlite);
        var files = bench.Installation.Get<ExportFiles>();
        var old = await bench.Installation.ExportAsync(new ExportRequest { Table = "orders" });
        var young = await bench.Installation.ExportAsync(new ExportRequest { Table = "products" });
        foreach (var (id, days) in (ReadOnlySpan<(long, int)>)[(old.Id, 8), (young.Id, 6)])
            File.SetLastWriteTimeUtc(Path.Combine(bench.Installation.Folder.Exports, $"{id}"), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-days));
        files.Purge();

        var items = (await bench.Installation.Get<ExportList>().PageAsync(null, 10, ImportBench.Somebody, Cancel)).Items;
        Assert.Equal([(young.Id, true), (old.Id, false)], items.Select(item => (item.Id, item.CanDownload)));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(bench.Installation.Folder.Exports));
    }

    [Fact]
    public async Task Headers_are_told_in_the_language_asked_for_and_cells_run_nothing()
    {
        await using var bench = await SmallAsync(DatabaseKind.Sqlite);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "3", "b1", 100, 5) with { ProductName = "=1+1", ProductCode = "'p" }));
        var request = new ExportRequest { Table = "products", Columns = ["productName", "productCode"] };
        var text = Encoding.UTF8.GetString(await bench.Installation.FileAsync(request));

        Assert.StartsWith("\uFEFF商品名称,商品编码\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n'=1+1,''p\r\n", text, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFProduct name,Product code\r\n", Encoding.UTF8.GetString(await bench.Installation.FileAsync(request with { Language = "en" })), StringComparison.Ordinal);
    }

    private static async Task<ImportBench> SmallAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(
            ListSource.Line(2, "1", "b1", 1_234) with { BuyerName = "王小明" }, ListSource.Line(3, "2", null, 500) with { PaidAt = null }));
        return bench;
    }
}
