using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>
/// A masked value names nobody, for many people share what is left of it: the order is anonymous until a file of buyers names somebody. In
/// files that are about people alone such a row is rejected.
/// </summary>
public sealed class MaskedValueTests
{
    [Theory, EachDatabase]
    public async Task Masked_buyers_are_nobody_and_a_file_of_buyers_takes_their_orders_home(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind);
        await bench.TakeWholeAsync(
            "a.csv", "order no,paid time,buyer id,phone,email,buyer name,order amount", "1,2025-01-01,t**3,138****0001,a**@x.com,张*,5", "2,2025-01-01,t**3,,,张*,5", "3,2025-01-01,##密文,$$密文,,##密文,5");
        Assert.All(await bench.OrdersAsync(), order => Assert.Contains(" nobody ", order, StringComparison.Ordinal));

        var buyers = await bench.TakeAsync("buyers.csv", "order no,phone", "1,13800000001", "2,138****0001");
        Assert.Equal("maskedValue 1", buyers.Rejects.Told());
        Assert.Equal(
            ["1 paid 2025-01-01 00:00:00 +8613800000001 5.00", "2 paid 2025-01-01 00:00:00 nobody 5.00", "3 paid 2025-01-01 00:00:00 nobody 5.00"], await bench.OrdersAsync());
        await using var db = bench.Installation.Open();
        Assert.Equal(1, await db.Customers.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("2025-01-01,李*,2025-02-01,李丽", "李丽")]
    [InlineData("2025-01-01,李丽,2025-02-01,李*", "李丽")]
    [InlineData("2025-02-01,李*,2025-01-01,李丽", "李丽")]
    [InlineData("2025-02-01,李*,2025-01-01,王*", "李*")]
    public async Task A_name_in_full_stands_before_masked_ones_in_any_sequence(string told, string expected)
    {
        var parts = told.Split(',');
        await using var bench = await Taking.ShopAsync();
        await bench.TakeWholeAsync("a.csv", "order no,paid time,buyer id,buyer name,order amount", $"1,{parts[0]},b1,{parts[1]},5");
        await bench.TakeWholeAsync("b.csv", "order no,paid time,buyer id,buyer name,order amount", $"2,{parts[2]},b1,{parts[3]},5");
        await using var db = bench.Installation.Open();
        Assert.Equal(expected, (await db.Customers.SingleAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task A_masked_customer_is_rejected()
    {
        await using var bench = await Taking.ShopAsync();
        var import = await bench.TakeAsync("customers.csv", "手机号,姓名,性别", "138****0001,张三,男", "13800000002,李*,女");
        Assert.Equal("maskedValue 1", import.Rejects.Told());
    }
}
