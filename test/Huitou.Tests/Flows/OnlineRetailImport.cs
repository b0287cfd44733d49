using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>
/// The whole UCI file, on both databases, against counts that were computed from it independently (see the data folder's
/// <c>online_retail_totals.json</c>). Money: each line rounded to pence, half away from zero. Four lines cost 0.001 and round to 0, which
/// is the whole difference between the 8,911,407.904 of the exact sum and the 8,911,407.90 here; they are priced all the same.
/// </summary>
public sealed class OnlineRetailImport
{
    [Theory, EachDatabase]
    public async Task The_whole_file_gives_the_published_counts(DatabaseKind kind)
    {
        var path = OracleData.File("online_retail/online_retail.csv.gz");
        await using var bench = await ImportBench.CreateAsync(kind);
        await using var file = File.OpenRead(path);
        var import = await bench.ImportAsync("online_retail.csv.gz", file);

        Assert.Equal((ImportState.Committed, "online_retail", ""), (import.State, import.Preset, import.Error));
        Assert.Equal(
            new ImportCounts { Rows = 541_909, RowsRejected = 1_338, Items = 24_562, ItemsNew = 24_562, ItemsWithBuyer = 22_190, CustomersNew = 4_372 },
            import.Counts);
        Assert.Equal(new Dictionary<string, long> { ["negativeQuantity"] = 1_336, ["negativePrice"] = 2 }, import.Rejects);
        await using var db = bench.Installation.Open();
        await OrdersAreTheFilesAsync(db);
        await PeopleAndGoodsAreTheFilesAsync(db, bench.Installation.Get<Vault>());
        if (kind == DatabaseKind.Sqlite) await AgainGivesNothingNewAsync(bench, path);
    }

    private static async Task OrdersAreTheFilesAsync(HuitouDb db)
    {
        var cancel = TestContext.Current.CancellationToken;
        var orders = await VisibleOrders.Of(db).AsNoTracking().ToListAsync(cancel);
        var sales = orders.Where(o => o.Kind == OrderKind.Sale).ToList();
        var returns = orders.Where(o => o.Kind == OrderKind.Return).ToList();
        var counted = sales.Where(o => o.EvidenceNodeId is not null && !o.Marks.HasFlag(OrderMarks.ZeroPriced)).ToList();

        // 1,338 of the file's 25,900 invoices consist of rejected rows alone: damage, samples, bad debt.
        Assert.Equal(25_900 - 1_338, orders.Count);
        Assert.Equal((20_726, 1_066_668_454), (sales.Count, sales.Sum(o => o.Amount)));
        Assert.Equal((18_532, 891_140_790), (counted.Count, counted.Sum(o => o.Amount)));
        Assert.Equal(766, sales.Count(o => o.Marks.HasFlag(OrderMarks.ZeroPriced)));
        Assert.Equal((3_836, 89_681_249), (returns.Count, returns.Sum(o => o.Amount)));
        Assert.Equal((CivilDay.Number(new DateOnly(2010, 12, 1)), CivilDay.Number(new DateOnly(2011, 12, 9))), (orders.Min(o => o.Day), orders.Max(o => o.Day)));
        Assert.All(orders, order => Assert.Equal(OrderStatus.Paid, order.Status));

        var saleIds = VisibleOrders.Of(db).Where(o => o.Kind == OrderKind.Sale).Select(o => o.Id);
        Assert.Equal(531_283, await db.OrderLines.CountAsync(l => saleIds.Contains(l.OrderId), cancel));
        Assert.Equal(531_283 + 9_288, await db.OrderLines.CountAsync(cancel));
        Assert.Equal(4, await db.OrderLines.CountAsync(l => l.Amount == 0 && l.UnitPrice == 10 && (l.Marks & LineMarks.ZeroPriced) == 0, cancel));
    }

    private static async Task PeopleAndGoodsAreTheFilesAsync(HuitouDb db, Vault vault)
    {
        var buyer = vault.Blind("17850", BuyerAttribute.Id);
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(4_372, await db.Customers.CountAsync(cancel));
        Assert.True(await db.EvidenceNodes.AnyAsync(n => n.Scope == "shop:1" && n.Value == buyer, cancel));
        Assert.Equal(37, await db.Customers.Select(c => c.Region).Distinct().CountAsync(cancel));
        Assert.Equal(3_957, await db.Products.CountAsync(cancel));
        // The shop renamed it; the newest order knows.
        Assert.Equal("WHITE MOROCCAN METAL LANTERN", (await db.Products.SingleAsync(p => p.Code == "71053", cancel)).Name);

        // One row of the feed for each customer, the anonymous one included, and each product.
        Assert.Equal([ChangeKind.Import], await db.Changes.Select(c => c.Kind).ToListAsync(cancel));
        var concerned = await OrderChanges.OfImportAsync(db, await db.Imports.Select(i => i.Id).SingleAsync(cancel), 10_000, cancel);
        Assert.Equal((4_373, true), (concerned.Count, concerned.Contains(0)));
        Assert.Equal(kind(db), await db.Changes.AllAsync(c => c.Transaction > 0, cancel));
        Assert.Equal(1, await db.Audit.CountAsync(a => a.Action == AuditAction.Import, cancel));

        static bool kind(HuitouDb db) => db.Database.IsNpgsql();
    }

    private static async Task AgainGivesNothingNewAsync(ImportBench bench, string path)
    {
        await using var file = File.OpenRead(path);
        var preview = await bench.UploadAsync("again.csv.gz", file);
        Assert.NotNull(preview.AlreadyImported);
        var again = await bench.ImportAsync(new Huitou.Flows.ImportRequest(preview.Upload.Id, 1, preview.Reading));

        Assert.Equal((0, 0, 24_562, 0), (again.Counts.ItemsNew, again.Counts.ItemsChanged, again.Counts.ItemsUnchanged, again.Counts.CustomersNew));
        await using var db = bench.Installation.Open();
        Assert.Equal(24_562, await db.OrderFacts.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Changes.CountAsync(c => c.Kind == ChangeKind.Customer, TestContext.Current.CancellationToken));
    }
}
