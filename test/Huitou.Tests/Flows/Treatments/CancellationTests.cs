namespace Huitou.Tests.Flows.Treatments;

/// <summary>Closed without payment: no sale, kept as closed. Closed after the payment: a sale whose money went back.</summary>
public sealed class CancellationTests
{
    private const string Header = "order no,created time,paid time,buyer id,product code,quantity,unit price,status,cancelled at";

    [Fact]
    public async Task Before_the_payment_it_is_no_sale()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("a.csv", Header, "1,2025-01-01 10:00,,b1,p1,1,5,交易关闭,", "2,2025-01-01 10:00,,b1,p1,1,5,,2025-01-02", "3,2025-01-01 10:00,,b1,p1,1,5,等待买家付款,");
        Assert.Equal(
            [
                "1 closed 2025-01-01 10:00:00 b1 5.00 [p1 1 × 5.00 = 5.00]", "2 closed 2025-01-01 10:00:00 b1 5.00 [p1 1 × 5.00 = 5.00]",
                "3 unpaid 2025-01-01 10:00:00 b1 5.00 [p1 1 × 5.00 = 5.00]",
            ],
            await bench.OrdersAsync());
    }

    [Fact]
    public async Task After_the_payment_all_of_it_goes_back_on_the_day_it_was_cancelled()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("a.csv", Header, "1,2025-01-01 10:00,2025-01-01 11:00,b1,p1,1,5,交易关闭,2025-01-09", "2,2025-01-01 10:00,2025-01-01 11:00,b1,p1,1,5,closed,");
        Assert.Equal(
            [
                "1 paid 2025-01-01 11:00:00 b1 5.00 [p1 1 × 5.00 = 5.00] back 5.00 on 2025-01-09",
                "2 paid 2025-01-01 11:00:00 b1 5.00 [p1 1 × 5.00 = 5.00] back 5.00 on 2025-01-01",
            ],
            await bench.OrdersAsync());
    }

    [Fact]
    public async Task An_order_that_is_cancelled_later_replaces_what_it_was()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("orders_2025-01-02.csv", Header, "1,2025-01-01 10:00,,b1,p1,1,5,unpaid,");
        var later = await bench.TakeWholeAsync("orders_2025-01-03.csv", Header, "1,2025-01-01 10:00,,b1,p1,1,5,cancelled,");
        Assert.Equal(1, later.Counts.ItemsChanged);
        Assert.StartsWith("1 closed", Assert.Single(await bench.OrdersAsync()), StringComparison.Ordinal);
    }
}
