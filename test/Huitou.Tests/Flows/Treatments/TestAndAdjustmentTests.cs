namespace Huitou.Tests.Flows.Treatments;

/// <summary>Test orders are kept and count as no sale. Postage, fees and adjustments are lines that are no goods; below zero they are rejected.</summary>
public sealed class TestAndAdjustmentTests
{
    [Fact]
    public async Task Tests_are_marked_and_so_is_what_is_no_goods()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync(
            "a.csv", "order no,paid time,buyer id,product code,quantity,unit price,test order,marks", "1,2025-01-01,b1,p1,1,5,yes,", "2,2025-01-01,b1,p1,1,5,no,", "2,2025-01-01,b1,post,1,3,,not goods",
            "3,2025-01-01,b1,p1,1,5,,测试");
        Assert.Equal(
            [
                "1 paid 2025-01-01 00:00:00 b1 5.00 Test [p1 1 × 5.00 = 5.00]", "2 paid 2025-01-01 00:00:00 b1 8.00 [p1 1 × 5.00 = 5.00; post 1 × 3.00 = 3.00 NotGoods]",
                "3 paid 2025-01-01 00:00:00 b1 5.00 Test [p1 1 × 5.00 = 5.00]",
            ],
            await bench.OrdersAsync());
    }

    [Fact]
    public async Task A_wholesalers_postage_is_no_goods_and_its_bad_debt_is_rejected()
    {
        await using var bench = await Taking.ShopAsync(timeZone: "Europe/London");
        var import = await bench.TakeAsync(
            "retail.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", "536370,22728,ALARM CLOCK,24,2010-12-01 08:45:00,3.75,12583,France",
            "536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.00,12583,France", "A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,United Kingdom",
            "C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527,United Kingdom");
        Assert.Equal("negativePrice 1", import.Rejects.Told());
        Assert.Equal(
            [
                "536370 paid 2010-12-01 08:45:00 12583 144.00 [22728 24 × 3.75 = 90.00; POST 3 × 18.00 = 54.00 NotGoods]",
                "C536379 return 2010-12-01 09:41:00 14527 27.50 [D 1 × 27.50 = 27.50 NotGoods]",
            ],
            await bench.OrdersAsync());
    }
}
