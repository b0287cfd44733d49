using Huitou.Connect.Demo;

namespace Huitou.Tests.Demo;

public sealed class ShopPartsTests
{
    [Theory]
    [InlineData(2025, 1, 29)]
    [InlineData(2026, 2, 17)]
    [InlineData(2025, 10, 29)]
    [InlineData(2023, 10, 23)]
    [InlineData(2026, 5, 10)]
    public void Spring_festival_double_ninth_and_mothers_day_fall_where_they_fell(int year, int month, int day)
    {
        var calendar = new ShopCalendar(new(2023, 1, 1), 365 * 4);
        var index = new DateOnly(year, month, day).DayNumber - calendar.First.DayNumber;
        Assert.True(calendar.BeforeEldersDay(index - 14));
        Assert.True(calendar.BeforeEldersDay(index - 1));
        Assert.False(calendar.BeforeEldersDay(index));
        Assert.False(calendar.BeforeEldersDay(index - 15));
    }

    [Fact]
    public void The_sale_before_a_new_year_beyond_the_last_day_is_there()
    {
        // New Year falls on 2026-02-17, its sale begins 26 days before.
        var calendar = new ShopCalendar(new(2025, 2, 1), 365);
        Assert.Equal("年货节", calendar.PromotionOn(new DateOnly(2026, 1, 22).DayNumber - calendar.First.DayNumber)?.Name);
        Assert.Null(calendar.PromotionOn(new DateOnly(2026, 1, 21).DayNumber - calendar.First.DayNumber));
    }

    [Fact]
    public void A_clock_turns_time_over_and_back()
    {
        var clock = new OperationalClock([1, 5, 0.25, 2]);
        Assert.Equal(4, clock.End, 1e-12);
        Assert.Equal(4 * 6 / 8.25, clock.At(2 * 86_400), 1e-12);
        Assert.Null(clock.SecondAt(4));
        var random = new RandomStream(1, StreamUse.Test, 9);
        for (var i = 0; i < 10_000; i++)
        {
            var time = random.Unit() * 4;
            var second = clock.SecondAt(time)!.Value;
            Assert.InRange(time, clock.At(second) - 1e-9, clock.At(second + 1) + 1e-9);
        }
    }

    [Theory]
    [InlineData(900, 0.0)]
    [InlineData(12_345, 0.1)]
    [InlineData(30_000, 0.3)]
    [InlineData(250_000, 0.5)]
    public void A_discounted_basket_costs_what_it_should(long value, double off)
    {
        var (shelf, random) = (AutumnShelf(), new RandomStream(1, StreamUse.Test, 10));
        for (var i = 0; i < 500; i++)
        {
            var items = Basket.Fill(shelf, value, off, random);
            Assert.Equal(value, items.Sum(item => item.Amount));
            Assert.All(items, item => Assert.InRange(item.Amount, 0, item.ListAmount));
        }
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(24_680)]
    [InlineData(33_333)]
    [InlineData(180_000)]
    public void A_basket_at_the_list_price_costs_what_it_should_on_average(long value)
    {
        var (shelf, random) = (AutumnShelf(), new RandomStream(1, StreamUse.Test, 11));
        var paid = new List<double>();
        for (var i = 0; i < 20_000; i++)
        {
            var items = Basket.Fill(shelf, value, 0, random);
            Assert.All(items, item => Assert.Equal(item.ListAmount, item.Amount));
            paid.Add(items.Sum(item => item.Amount));
        }

        var mean = paid.Average();
        var deviation = Math.Sqrt(paid.Average(x => (x - mean) * (x - mean)));
        Assert.Equal(value, mean, 4 * deviation / Math.Sqrt(paid.Count) + 1e-6);
    }

    private static Shelf AutumnShelf()
    {
        var first = new DateOnly(2025, 10, 1);
        return new Shelves(new(1, first, 30), 30).On(0, north: true, elders: false);
    }
}
