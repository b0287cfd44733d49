namespace Huitou.Tests.Flows.Treatments;

/// <summary>Empty cells beyond the header are no fault, filled ones are; names of columns are compared without the blanks around them and without case.</summary>
public sealed class LooseCellTests
{
    [Fact]
    public async Task Trailing_commas_and_blanks_around_names_mean_nothing()
    {
        await using var bench = await Taking.ShopAsync();
        var import = await bench.TakeAsync(
            "a.csv", "订单编号 , 付款时间,买家ID\u3000,商品编码,数量,单价 ,", "1,2025-01-01,b1,p1,1,5,,,", "2, 2025-01-01 ,\u3000b1\u3000, p1 ,1, 5 ,", "3,2025-01-01,b1,p1,1,5", "4,2025-01-01,b1,p1,1,5,,x");
        Assert.Equal("wrongFieldCount 1", import.Rejects.Told());
        Assert.Equal(
            ((string[])["1", "2", "3"]).Select(no => $"{no} paid 2025-01-01 00:00:00 b1 5.00 [p1 1 × 5.00 = 5.00]"), await bench.OrdersAsync());
    }
}
