using System.Globalization;
using Huitou.Connect;
using Huitou.Connect.Presets;

namespace Huitou.Tests.Connect;

public sealed class ExportTimeTests
{
    [Theory]
    [InlineData("ExportOrderList201707081230.csv", "2017-07-08T12:30:00")]
    [InlineData("ExportOrderDetailList201707081230(1).csv", "2017-07-08T12:30:00")]
    [InlineData("20240115103000.xlsx", "2024-01-15T10:30:00")]
    [InlineData("orders_20240115_1030.csv", "2024-01-15T10:30:00")]
    [InlineData("orders_20240115-103055.csv", "2024-01-15T10:30:55")]
    [InlineData("orders_export_2024-01-15.csv", "2024-01-15T00:00:00")]
    [InlineData("orders 2024-1-5.csv", "2024-01-05T00:00:00")]
    [InlineData("订单2024年1月15日.csv", "2024-01-15T00:00:00")]
    [InlineData("orders 2024-01-15 10.30.55.csv", "2024-01-15T10:30:55")]
    [InlineData("orders_2024-01-15T10:30.csv", "2024-01-15T10:30:00")]
    [InlineData("orders_2024-01-01_2024-01-31.csv", "2024-01-31T00:00:00")]
    [InlineData("orders_20240101-20240131.csv", "2024-01-31T00:00:00")]
    [InlineData("shop 42 orders 2024.01.15.csv", "2024-01-15T00:00:00")]
    [InlineData("orders.csv", null)]
    [InlineData("orders 2024-01.csv", null)]
    [InlineData("orders 19991231.csv", null)]
    [InlineData("orders 20241301.csv", null)]
    [InlineData("orders 20240115996000.csv", null)]
    [InlineData("1705300000.csv", null)]
    [InlineData("1705300000123.csv", null)]
    [InlineData("100000000000000001.csv", null)]
    [InlineData("orders_2026-02-01.csv", null)]
    public void The_time_in_a_files_name_is_the_shops(string name, string? expected)
    {
        var clock = new ShopClock("Asia/Shanghai");
        DateTimeOffset? instant = expected is null ? null : clock.Instant(DateTime.Parse(expected, CultureInfo.InvariantCulture));
        Assert.Equal(instant, ExportTime.Of(name, clock, Books.Now));
    }
}
