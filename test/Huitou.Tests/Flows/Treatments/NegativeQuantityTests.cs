namespace Huitou.Tests.Flows.Treatments;

/// <summary>A quantity of zero or below is no sale: its row comes back, and its order with it. A document of returns may write either sign.</summary>
public sealed class NegativeQuantityTests
{
    private const string Header = "order no,paid time,buyer id,product code,quantity,unit price,marks";

    [Fact]
    public async Task A_sale_of_fewer_than_one_is_rejected_with_its_order()
    {
        await using var bench = await Taking.ShopAsync();
        var import = await bench.TakeAsync("a.csv", Header, "1,2025-01-01,b1,p1,2,5,", "1,2025-01-01,b1,p2,-1,5,", "2,2025-01-01,b1,p1,0,5,", "3,2025-01-01,b1,p1,1,5,");
        Assert.Equal("negativeQuantity 2, otherRowRejected 1", import.Rejects.Told());
        Assert.Equal(["3 paid 2025-01-01 00:00:00 b1 5.00 [p1 1 × 5.00 = 5.00]"], await bench.OrdersAsync());
    }

    [Fact]
    public async Task A_return_gives_back_whatever_its_sign()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("a.csv", Header, "R1,2025-01-01,b1,p1,-2,5,return", "R2,2025-01-02,b1,p1,3,5,退货");
        Assert.Equal(
            ["R1 return 2025-01-01 00:00:00 b1 10.00 [p1 2 × 5.00 = 10.00]", "R2 return 2025-01-02 00:00:00 b1 15.00 [p1 3 × 5.00 = 15.00]"], await bench.OrdersAsync());
    }
}
