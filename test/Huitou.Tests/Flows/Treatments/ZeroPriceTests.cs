namespace Huitou.Tests.Flows.Treatments;

/// <summary>A price of zero, as written, marks its line as given away; an order of such lines alone counts as no sale unless the settings say so.</summary>
public sealed class ZeroPriceTests
{
    [Fact]
    public async Task Gifts_are_marked_and_prices_that_round_to_nothing_are_not()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync(
            "a.csv", "order no,paid time,buyer id,product code,quantity,unit price", "1,2025-01-01,b1,p1,1,5", "1,2025-01-01,b1,gift,1,0", "2,2025-01-01,b1,gift,2,0.00", "3,2025-01-01,b1,p1,1,0.001");
        Assert.Equal(
            [
                "1 paid 2025-01-01 00:00:00 b1 5.00 [p1 1 × 5.00 = 5.00; gift 1 × 0.00 = 0.00 ZeroPriced]",
                "2 paid 2025-01-01 00:00:00 b1 0.00 ZeroPriced [gift 2 × 0.00 = 0.00 ZeroPriced]",
                "3 paid 2025-01-01 00:00:00 b1 0.00 [p1 1 × 0.001 = 0.00]",
            ],
            await bench.OrdersAsync());
    }
}
