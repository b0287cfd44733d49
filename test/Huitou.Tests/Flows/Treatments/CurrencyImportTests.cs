using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>Money in other currencies is converted at the newest rate on or before the shop's day of payment; without one the row waits for it.</summary>
public sealed class CurrencyImportTests
{
    private static readonly string[] File =
    [
        "order no,paid time,buyer id,product code,quantity,unit price,currency", "1,2025-01-05,b1,p1,1,10.00,USD", "2,2025-02-05,b1,p1,1,10.00,USD", "3,2025-02-05,b1,p1,1,10.00,CNY",
        "4,2024-12-31,b1,p1,1,10.00,USD",
    ];

    [Theory, EachDatabase]
    public async Task Each_day_has_its_rate_and_a_day_without_one_is_rejected_until_it_has(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await bench.SetRateAsync("USD", new DateOnly(2025, 1, 1), 7.15m);
        await bench.SetRateAsync("USD", new DateOnly(2025, 2, 1), 7.25m);
        Assert.Equal("noRate 1", (await bench.TakeAsync("a.csv", File)).Rejects.Told());
        string[] taken =
        [
            "1 paid 2025-01-05 00:00:00 b1 71.50 (USD 1000 at 7.15) [p1 1 × 71.50 = 71.50]", "2 paid 2025-02-05 00:00:00 b1 72.50 (USD 1000 at 7.25) [p1 1 × 72.50 = 72.50]",
            "3 paid 2025-02-05 00:00:00 b1 10.00 [p1 1 × 10.00 = 10.00]",
        ];
        Assert.Equal(taken, await bench.OrdersAsync());

        await bench.SetRateAsync("USD", new DateOnly(2024, 1, 1), 7.00m);
        var again = await bench.TakeWholeAsync("a.csv", File);
        Assert.Equal((1, 3), (again.Counts.ItemsNew, again.Counts.ItemsUnchanged));
        string[] all = [.. taken, "4 paid 2024-12-31 00:00:00 b1 70.00 (USD 1000 at 7) [p1 1 × 70.00 = 70.00]"];
        Assert.Equal(all, await bench.OrdersAsync());
    }

    [Fact]
    public async Task Converted_amounts_come_with_what_they_were_converted_from()
    {
        await using var bench = await Taking.ShopAsync();
        var import = await bench.TakeAsync(
            "a.csv", "order no,paid time,order amount,original currency,original amount,exchange rate", "1,2025-01-05,71.50,USD,10.00,7.15", "2,2025-01-05,71.50,USD,10.00,", "3,2025-01-05,5.00,CNY,,");
        Assert.Equal("badValue 1", import.Rejects.Told());
        Assert.Equal(["1 paid 2025-01-05 00:00:00 nobody 71.50 (USD 1000 at 7.15)", "3 paid 2025-01-05 00:00:00 nobody 5.00"], await bench.OrdersAsync());
    }
}
