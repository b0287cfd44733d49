using System.Globalization;
using Huitou.Connect;
using Huitou.Connect.Presets;

namespace Huitou.Tests.Connect;

public sealed class TimeTests
{
    [Theory]
    [InlineData("2010-12-01 08:26:00", DateOrder.Dmy, "2010-12-01T08:26:00")]
    [InlineData("2010/1/2", DateOrder.Mdy, "2010-01-02T00:00:00")]
    [InlineData("20101201", DateOrder.Ymd, "2010-12-01T00:00:00")]
    [InlineData("2011年3月4日 5时6分7秒", DateOrder.Ymd, "2011-03-04T05:06:07")]
    [InlineData("2011年3月4日", DateOrder.Ymd, "2011-03-04T00:00:00")]
    [InlineData("3/4/2011 5:06", DateOrder.Dmy, "2011-04-03T05:06:00")]
    [InlineData("3/4/2011 5:06", DateOrder.Mdy, "2011-03-04T05:06:00")]
    [InlineData("31.12.99", DateOrder.Dmy, "1999-12-31T00:00:00")]
    [InlineData("12/10/2011 12:05 AM", DateOrder.Mdy, "2011-12-10T00:05:00")]
    [InlineData("12/10/2011 12:05 PM", DateOrder.Mdy, "2011-12-10T12:05:00")]
    [InlineData("2011-12-10 下午3:05", DateOrder.Ymd, "2011-12-10T15:05:00")]
    [InlineData("2011-12-10T03:04:05.678", DateOrder.Ymd, "2011-12-10T03:04:05.678")]
    [InlineData("２０１１－１２－１０", DateOrder.Ymd, "2011-12-10T00:00:00")]
    public void Reads_civil_times(string text, DateOrder order, string expected)
    {
        Assert.True(TimeText.TryParse(text, order, out var told));
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), told.Civil);
        Assert.Null(told.Offset);
    }

    [Theory]
    [InlineData("2024-01-15 09:59:00 +0800", "2024-01-15T01:59:00Z")]
    [InlineData("2024-01-15T09:59:00Z", "2024-01-15T09:59:00Z")]
    [InlineData("2024-01-15T09:59:00-05:30", "2024-01-15T15:29:00Z")]
    [InlineData("2024-01-15 09:59:00 UTC", "2024-01-15T09:59:00Z")]
    public void Respects_an_offset_whatever_the_shop(string text, string expected)
    {
        Assert.True(TimeText.TryParse(text, DateOrder.Ymd, out var told));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), told.In(new ShopClock("Asia/Shanghai")));
    }

    [Theory]
    [InlineData("2011-02-29")]
    [InlineData("2011-13-01")]
    [InlineData("2011-12-10 25:00")]
    [InlineData("2011-12-10 13:00 PM")]
    [InlineData("yesterday")]
    [InlineData("2011-12")]
    [InlineData("2011-12-10 08:26 about")]
    [InlineData("40523.5")]
    public void Refuses_what_no_calendar_has(string text) => Assert.False(TimeText.TryParse(text, DateOrder.Ymd, out _));

    [Theory]
    [InlineData("2011-03-27T00:59:59", "2011-03-27T00:59:59Z")]
    [InlineData("2011-03-27T01:30:00", "2011-03-27T01:30:00Z")]
    [InlineData("2011-03-27T02:00:00", "2011-03-27T01:00:00Z")]
    [InlineData("2011-10-30T01:30:00", "2011-10-30T00:30:00Z")]
    [InlineData("2011-10-30T02:00:00", "2011-10-30T02:00:00Z")]
    public void London_skips_an_hour_forward_and_takes_the_earlier_of_two(string civil, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
        new ShopClock("Europe/London").Instant(DateTime.Parse(civil, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_day_ends_at_the_shops_midnight()
    {
        var instant = new DateTimeOffset(2011, 6, 30, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal((Engine.CivilDay.Number(new DateOnly(2011, 7, 1)), 30), new ShopClock("Europe/London").Civil(instant));
        Assert.Equal((Engine.CivilDay.Number(new DateOnly(2011, 6, 30)), 1_170), new ShopClock("America/New_York").Civil(instant));
    }

    [Theory]
    [InlineData(new[] { "2011-12-10", "2011-01-02" }, DateOrder.Ymd, true)]
    [InlineData(new[] { "03/04/2011", "13/04/2011" }, DateOrder.Dmy, true)]
    [InlineData(new[] { "03/04/2011", "04/13/2011" }, DateOrder.Mdy, true)]
    [InlineData(new[] { "03/04/2011", "05/06/2011" }, DateOrder.Dmy, false)]
    [InlineData(new[] { "13/04/2011", "04/13/2011", "14/04/2011" }, DateOrder.Dmy, false)]
    [InlineData(new[] { "" }, DateOrder.Ymd, true)]
    public void The_order_of_dates_is_told_from_all_values_and_owns_up_when_unsure(string[] values, DateOrder expected, bool isSure)
    {
        var formats = CellFormats.Of(values, []);
        Assert.Equal((expected, isSure), (formats.DateOrder, formats.DateIsSure));
    }

    [Theory]
    [InlineData(new[] { "2.55", "1,234.00" }, ".", true)]
    [InlineData(new[] { "2,55", "1.234,00" }, ",", true)]
    [InlineData(new[] { "1.234.567" }, ",", true)]
    [InlineData(new[] { "1,234" }, ".", false)]
    [InlineData(new[] { "12", "7" }, ".", true)]
    [InlineData(new[] { "1,5", "1,234" }, ",", true)]
    public void The_decimal_sign_too(string[] values, string expected, bool isSure)
    {
        var formats = CellFormats.Of([], values);
        Assert.Equal((expected, isSure), (formats.DecimalSign, formats.DecimalIsSure));
    }
}
