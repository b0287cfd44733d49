using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>
/// Refunds are dated and belong to their order. What a layout tells of the whole order counts once, wherever its rows stand; what it tells of
/// lines adds up. An order never gives back more than was paid for it: compensation is a cost of the order, not a sale below zero.
/// </summary>
public sealed class RefundTests
{
    private const string Header = "order no,paid time,buyer id,product code,quantity,unit price,refund amount,refunded at,after-sales status";

    [Theory, EachDatabase]
    public async Task Whole_by_line_partial_and_on_several_days(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await bench.TakeWholeAsync(
            "a.csv", Header,
            "1,2025-01-01,b1,p1,1,5,,,退款成功", "1,2025-01-01,b1,p2,1,3,,,",
            "2,2025-01-01,b1,p1,2,5,4.00,2025-02-03,", "2,2025-01-01,b1,p2,1,3,3.00,2025-02-01,", "2,2025-01-01,b1,p3,1,1,0.50,2025-02-03 23:59,",
            "3,2025-01-01,b1,p1,1,5,无退款申请,,没有申请退款", "4,2025-01-01,b1,p1,1,5,-5.00,,");
        Assert.Equal(
            [
                "1 paid 2025-01-01 00:00:00 b1 8.00 [p1 1 × 5.00 = 5.00; p2 1 × 3.00 = 3.00] back 5.00 on 2025-01-01",
                "2 paid 2025-01-01 00:00:00 b1 14.00 [p1 2 × 5.00 = 10.00; p2 1 × 3.00 = 3.00; p3 1 × 1.00 = 1.00] back 3.00 on 2025-02-01 back 4.50 on 2025-02-03",
                "3 paid 2025-01-01 00:00:00 b1 5.00 [p1 1 × 5.00 = 5.00]",
                "4 paid 2025-01-01 00:00:00 b1 5.00 [p1 1 × 5.00 = 5.00] back 5.00 on 2025-01-01",
            ],
            await bench.OrdersAsync());
    }

    private const string Shopify = "Name,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem sku,Lineitem name,Lineitem price,Refunded Amount";

    [Fact]
    public async Task The_orders_refund_counts_once_though_its_rows_lie_scattered()
    {
        await using var bench = await Taking.ShopAsync();
        const string One = "#1,a@x.com,partially_refunded,2024-01-15,30.00,2024-01-15,1,{0},tea,10.00,12.00";
        const string Two = "#2,a@x.com,refunded,2024-01-15,20.00,2024-01-15,1,{0},tea,10.00,0.00";
        await bench.TakeWholeAsync(
            "orders.csv", Shopify, string.Format(null, One, "A"), string.Format(null, Two, "A"), string.Format(null, One, "B"), string.Format(null, Two, "B"), string.Format(null, One, "C"));
        Assert.Equal(
            [
                "#1 paid 2024-01-15 00:00:00 a@x.com 30.00 [A 1 × 10.00 = 10.00; B 1 × 10.00 = 10.00; C 1 × 10.00 = 10.00] back 12.00 on 2024-01-15",
                "#2 paid 2024-01-15 00:00:00 a@x.com 20.00 [A 1 × 10.00 = 10.00; B 1 × 10.00 = 10.00] back 20.00 on 2024-01-15",
            ],
            await bench.OrdersAsync());
    }

    [Fact]
    public async Task No_more_goes_back_than_was_paid_and_the_latest_days_give_way()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync(
            "a.csv", Header, "1,2025-01-01,b1,p1,1,10,8.00,2025-01-05,", "1,2025-01-01,b1,p2,1,2,8.00,2025-01-03,", "1,2025-01-01,b1,p2,1,2,8.00,2025-01-07,");
        await bench.TakeWholeAsync("details.csv", "order no,product code,quantity,unit price,refund amount", "2,p1,1,5,9.00");
        await bench.TakeWholeAsync("heads.csv", "order no,paid time,order amount", "2,2025-01-01,5.00");
        Assert.Equal(
            [
                "1 paid 2025-01-01 00:00:00 b1 14.00 [p1 1 × 10.00 = 10.00; p2 1 × 2.00 = 2.00; p2 1 × 2.00 = 2.00] back 8.00 on 2025-01-03 back 6.00 on 2025-01-05",
                "2 paid 2025-01-01 00:00:00 nobody 5.00 [p1 1 × 5.00 = 5.00] back 5.00 on 2025-01-01",
            ],
            await bench.OrdersAsync());
    }

    [Fact]
    public async Task A_refund_that_a_later_export_tells_comes_to_the_order()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("orders_2025-01-02.csv", Header, "1,2025-01-01,b1,p1,1,5,,,");
        await bench.TakeWholeAsync("orders_2025-03-02.csv", Header, "1,2025-01-01,b1,p1,1,5,5.00,2025-02-01,");
        Assert.Equal(["1 paid 2025-01-01 00:00:00 b1 5.00 [p1 1 × 5.00 = 5.00] back 5.00 on 2025-02-01"], await bench.OrdersAsync());
    }
}
