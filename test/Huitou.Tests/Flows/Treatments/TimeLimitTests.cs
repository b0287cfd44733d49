using Huitou.Tests.Analytics;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>What lies before 1990, or more than a day ahead, is a mistake of the file: its row comes back.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public async Task Years_that_cannot_be_are_rejected_and_tomorrow_is_not()
    {
        await using var bench = await Taking.ShopAsync(time: new StillTime(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero)));
        var import = await bench.TakeAsync(
            "a.csv", "order no,paid time,product code,quantity,unit price", "1,1989-12-31 23:59:59,p,1,1", "2,1990-01-01 00:00:00,p,1,1", "3,2025-06-02 08:00:00,p,1,1", "4,2025-06-02 08:00:01,p,1,1",
            "5,0025-06-01,p,1,1", "6,2205-06-01,p,1,1", "7,1900-01-00,p,1,1");
        Assert.Equal("badTime 1, timeOutOfRange 4", import.Rejects.Told());
        Assert.Equal(["2 paid 1990-01-01 00:00:00 nobody 1.00 [p 1 × 1.00 = 1.00]", "3 paid 2025-06-02 08:00:00 nobody 1.00 [p 1 × 1.00 = 1.00]"], await bench.OrdersAsync());
    }
}
