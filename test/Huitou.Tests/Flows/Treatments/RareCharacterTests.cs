using Huitou.Connect;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>Every character that UTF-8 or GB18030 can hold stays as it is: emoji, rare ideographs, combining signs. Nothing is normalised or cut through.</summary>
public sealed class RareCharacterTests
{
    private static readonly string[] Names = ["围巾 🧣👩‍👩‍👧", "𠮷野家𪚥", "e\u0301té", "été", "ﷺ", "ไทย", "👍🏽", "Ⅳ"];

    [Theory, EachDatabase]
    public async Task They_stay_as_they_are(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        string[] rows = [.. Names.Select((name, i) => $"订单{i}𠮷,2025-01-01,{name},{name},{name},1,5")];
        await bench.TakeWholeAsync("订单🧣.csv", ["order no,paid time,buyer id,buyer name,product name,quantity,unit price", .. rows]);
        await using var db = bench.Installation.Open();
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(Names.Order(StringComparer.Ordinal), (await bench.Installation.EvidenceAsync()).Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Names.Order(StringComparer.Ordinal), (await db.Customers.Select(c => c.Name).ToListAsync(cancel)).Order(StringComparer.Ordinal));
        Assert.Equal(Names.Order(StringComparer.Ordinal), (await db.Products.Select(p => p.Name).ToListAsync(cancel)).Order(StringComparer.Ordinal));
        Assert.Contains("订单1𠮷", await VisibleOrders.Of(db).Select(o => o.OrderNo).ToListAsync(cancel));
    }

    [Fact]
    public async Task Gb18030_holds_them_too()
    {
        await using var bench = await Taking.ShopAsync();
        var text = "订单编号,付款时间,买家ID,商品名称,数量,单价\r\n1,2025-01-01,买家𠮷,丝巾🧣㐀,1,5\r\n";
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var import = await bench.ImportAsync("a.csv", new MemoryStream(System.Text.Encoding.GetEncoding("gb18030").GetBytes(text)));
        Assert.Equal((ImportState.Committed, 0), (import.State, import.Counts.RowsRejected));
        Assert.Equal(["1 paid 2025-01-01 00:00:00 买家𠮷 5.00 [丝巾🧣㐀 1 × 5.00 = 5.00]"], await bench.OrdersAsync());
    }
}
