using System.Text;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Flows;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows;

/// <summary>An order is taken whole or not at all, and what was not taken can be mended and uploaded again.</summary>
public sealed class WholeOrderSpecification
{
    private const string Header = "order no,paid time,buyer id,product name,quantity,unit price\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_rejected_row_takes_its_order_along_and_the_mended_file_brings_it_whole(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var import = await bench.ImportAsync("a.csv", File(
            Header + "1,2025-01-01,b1,scarf,1,10\n1,2025-01-01,b1,=1+1,1,cheap\n1,2025-01-01,b1,glove,1,30\n2,2025-01-02,b2,hat,1,5\n"));

        Assert.Equal(new Dictionary<string, long> { ["badPrice"] = 1, ["otherRowRejected"] = 2 }, import.Rejects);
        Assert.Equal([("2", 500L)], await OrdersAsync(bench));

        using var rejects = new MemoryStream();
        await bench.Installation.Get<RejectFile>().CopyAsync(import.Id, "en", rejects, Cancel);
        var file = Encoding.UTF8.GetString(rejects.ToArray());
        Assert.Contains("'=1+1", file, StringComparison.Ordinal);
        var mended = await bench.ImportAsync("mended.csv", File(file.Replace("cheap", "20", StringComparison.Ordinal)));

        Assert.Equal((1, 0), (mended.Counts.ItemsNew, mended.Counts.ItemsChanged));
        Assert.Equal([("1", 6_000L), ("2", 500)], await OrdersAsync(bench));
        await using var db = bench.Installation.Open();
        Assert.Contains("=1+1", await db.Products.Select(p => p.Name).ToListAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task An_order_beyond_what_the_ledger_holds_is_rejected(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var huge = Enumerable.Range(2, 1_001).Select(row => ListSource.Line(row, "huge", "b1", 1_000_000_000_000));
        var import = await bench.ImportAsync(new ListSource([.. huge, ListSource.Line(2_000, "2", "b2", 500)]));

        Assert.Equal(new Dictionary<string, long> { ["amountTooLarge"] = 1_001 }, import.Rejects);
        Assert.Equal([("2", 500L)], await OrdersAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task A_file_read_again_with_more_columns_teaches_the_names_of_known_goods(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100) with { ProductName = "" }));
        var again = await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100) with { ProductName = "scarf" }));

        Assert.Equal(1, again.Counts.ItemsUnchanged);
        await using var db = bench.Installation.Open();
        Assert.Equal("scarf", (await db.Products.SingleAsync(Cancel)).Name);
    }

    [Theory, EachDatabase]
    public async Task A_shop_keeps_its_clock_once_orders_were_told_by_it(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var change = bench.Installation.Get<ShopChange>();
        Assert.Null((await change.RunAsync(1, new("Gifts", "Europe/Paris"), Actor.Console, Cancel)).Refusal);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "b1", 100)));

        Assert.Equal("timeZone", (await change.RunAsync(1, new("Gifts", "Asia/Tokyo"), Actor.Console, Cancel)).Refusal?.Path);
        Assert.Null((await change.RunAsync(1, new("Presents", "Europe/Paris"), Actor.Console, Cancel)).Refusal);
    }

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<List<(string, long)>> OrdersAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        return [.. (await VisibleOrders.Of(db).OrderBy(o => o.OrderNo).ToListAsync(Cancel)).Select(o => (o.OrderNo, o.Amount))];
    }
}
