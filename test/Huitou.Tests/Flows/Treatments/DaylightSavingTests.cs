using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Treatments;

/// <summary>
/// A time that the shop's clock skipped in spring is moved on by what it skipped; of a time that it showed twice in autumn the first is
/// taken, unless the file tells the offset. The civil day stays the file's.
/// </summary>
public sealed class DaylightSavingTests
{
    [Theory, EachDatabase]
    public async Task Gaps_move_on_and_doubled_hours_are_the_first(DatabaseKind kind)
    {
        await using var bench = await Taking.ShopAsync(kind, "America/New_York");
        await bench.TakeWholeAsync(
            "a.csv", "order no,paid time,order amount", "1,2025-03-09 02:30:00,1", "2,2025-11-02 01:30:00,1", "3,2025-11-02 01:30:00 -0500,1", "4,2025-03-09 06:59:59Z,1");
        Assert.Equal(
            [
                "1 paid 2025-03-09 03:30:00 nobody 1.00", "2 paid 2025-11-02 01:30:00 nobody 1.00", "3 paid 2025-11-02 01:30:00 nobody 1.00", "4 paid 2025-03-09 01:59:59 nobody 1.00",
            ],
            await bench.OrdersAsync());
        await using var db = bench.Installation.Open();
        var paid = db.OrderFacts.Where(order => order.OrderNo == "2" || order.OrderNo == "3").OrderBy(order => order.OrderNo).Select(order => order.PaidAt!.Value).ToArray();
        Assert.Equal(TimeSpan.FromHours(1), paid[1] - paid[0]);
    }

    [Fact]
    public async Task A_midnight_that_was_skipped_stays_on_its_day()
    {
        await using var bench = await Taking.ShopAsync(timeZone: "America/Sao_Paulo");
        await bench.TakeWholeAsync("a.csv", "order no,paid time,order amount", "1,2018-11-04,1", "2,2018-02-17 23:30,1");
        Assert.Equal(["1 paid 2018-11-04 01:00:00 nobody 1.00", "2 paid 2018-02-17 23:30:00 nobody 1.00"], await bench.OrdersAsync());
    }
}
