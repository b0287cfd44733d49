using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>
/// Lines of an order come together wherever they stand in a file. Over files they do not: each file tells the whole order as it knows it, so
/// the newer file's lines replace all of the older's. Who cuts an export in two must not cut an order.
/// </summary>
public sealed class SplitOrderTests
{
    private const string Header = "order no,paid time,buyer id,product code,quantity,unit price";

    [Theory, EachDatabase]
    public async Task Within_a_file_its_lines_come_together(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await bench.TakeWholeAsync("a.csv", [Header, "1,2025-01-01,b1,p1,1,5", .. Enumerable.Range(2, 500).Select(i => $"{i},2025-01-01,b2,p1,1,1"), "1,2025-01-01,,p2,1,3"]);
        var orders = await bench.OrdersAsync();
        Assert.Equal((501, "1 paid 2025-01-01 00:00:00 b1 8.00 [p1 1 × 5.00 = 5.00; p2 1 × 3.00 = 3.00]"), (orders.Length, orders[0]));
    }

    [Fact]
    public async Task Over_files_the_newer_set_of_lines_replaces_the_older()
    {
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("a.csv", Header, "1,2025-01-01,b1,p1,1,5");
        var second = await bench.TakeWholeAsync("b.csv", Header, "1,2025-01-01,b1,p2,1,3");
        Assert.Equal(1, second.Counts.ItemsChanged);
        Assert.Equal(["1 paid 2025-01-01 00:00:00 b1 3.00 [p2 1 × 3.00 = 3.00]"], await bench.OrdersAsync());
    }
}
