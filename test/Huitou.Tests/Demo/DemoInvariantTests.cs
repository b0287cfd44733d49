using Huitou.Connect;
using Huitou.Connect.Regions;
using Huitou.Engine;

namespace Huitou.Tests.Demo;

/// <summary>What holds for every row, whatever was drawn.</summary>
public sealed class DemoInvariantTests(DefaultDemoShop shop)
{
    private static readonly DateTimeOffset End = new(DefaultDemoShop.Settings.Until.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Start = new(DefaultDemoShop.Settings.First, TimeOnly.MinValue, TimeSpan.FromHours(8));

    private IEnumerable<SourceLine> Lines => shop.Orders.SelectMany(order => order.Lines);

    [Fact]
    public void Rows_count_from_two_and_the_lines_of_an_order_stand_together()
    {
        Assert.Equal(Enumerable.Range(2, Lines.Count()).Select(number => (long)number), Lines.Select(line => line.Number));
        Assert.Equal(shop.Orders.Count, shop.Orders.Select(order => order.Head.OrderNo).Distinct().Count());
    }

    [Fact]
    public void Orders_stand_as_they_happened()
    {
        var times = shop.Orders.Select(order => order.Head.PaidAt ?? order.Head.CreatedAt).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public void What_belongs_to_the_order_is_the_same_on_each_of_its_lines() => Assert.All(shop.Orders, order =>
    {
        foreach (var line in order.Lines)
            Assert.Equal(Key(order.Head), Key(line));

        static object Key(SourceLine l) =>
            (l.OrderNo, l.IsReturn, l.IsClosed, l.OrderMarks, l.CreatedAt, l.PaidAt, l.ModifiedAt, (l.Buyer, l.BuyerName, l.Region, l.City, l.Channel));
    });

    [Fact]
    public void Money_adds_up() => Assert.All(Lines, line =>
    {
        Assert.True(line is { Quantity: > 0, Amount: >= 0, Discount: >= 0, RefundAmount: >= 0, IsReturn: false });
        Assert.Equal(line.UnitPrice * line.Quantity, (line.Amount + line.Discount) * 100);
        Assert.True(line.RefundAmount <= line.Amount);
        Assert.Equal(line.RefundAmount > 0, line.RefundedAt is not null);
    });

    [Fact]
    public void Times_are_utc_in_order_and_within_the_shops_life() => Assert.All(Lines, line =>
    {
        Assert.InRange(line.CreatedAt, Start, line.PaidAt ?? line.CreatedAt);
        Assert.InRange(line.ModifiedAt!.Value, line.PaidAt ?? line.CreatedAt, End.AddSeconds(-1));
        Assert.All([line.CreatedAt, line.PaidAt, line.ModifiedAt, line.RefundedAt], at => Assert.Equal(TimeSpan.Zero, at?.Offset ?? default));
        if (line.RefundedAt is not { } refunded)
            return;
        Assert.InRange(refunded - line.PaidAt!.Value, TimeSpan.FromDays(2), TimeSpan.FromDays(20));
        Assert.Equal(refunded, line.ModifiedAt);
    });

    [Fact]
    public void A_buyer_has_one_name_and_one_home_and_a_code_one_product()
    {
        AssertOne(Lines.Where(line => line.Buyer.Id is not null), line => line.Buyer.Id!, line => (line.BuyerName, line.Region, line.City));
        AssertOne(Lines, line => line.ProductCode, line => (line.ProductName, line.Category, line.UnitPrice, 0));
        AssertOne(Lines, line => line.ProductName, line => line.ProductCode);

        static void AssertOne<T>(IEnumerable<SourceLine> lines, Func<SourceLine, string> key, Func<SourceLine, T> value) =>
            Assert.All(lines.GroupBy(key), group => Assert.Single(group.Select(value).Distinct()));
    }

    [Fact]
    public void Places_bear_the_names_that_files_are_taken_in_with() => Assert.All(Lines.Select(line => new PlaceName(line.Region, line.City)).Distinct(), place => Assert.Equal(place, PlaceNames.Of(place)));

    [Fact]
    public void Marks_say_what_the_prices_say()
    {
        Assert.All(Lines, line => Assert.Equal(line.UnitPrice == 0 ? LineMarks.ZeroPriced : LineMarks.None, line.Marks));
        Assert.All(shop.Orders, order => Assert.Equal(
            order.Lines.All(line => line.Marks == LineMarks.ZeroPriced), order.Head.OrderMarks == OrderMarks.ZeroPriced));
        Assert.All(shop.Orders, order => Assert.Equal(order.Head.Buyer.Id == "hwtest", order.Head.OrderMarks == OrderMarks.Test));
        Assert.Equal(12, shop.Orders.Count(order => order.Head.OrderMarks == OrderMarks.Test));
        Assert.Contains(shop.Orders, order => order.Head.OrderMarks == OrderMarks.ZeroPriced);
        Assert.Contains(shop.Orders, order => order.Counts && order.Lines.Any(line => line.Marks == LineMarks.ZeroPriced));
        Assert.All(shop.Orders.Where(order => order.Counts), order => Assert.True(order.Amount > 0));
    }

    [Fact]
    public void Unpaid_orders_are_closed_after_three_days()
    {
        var unpaid = shop.Orders.Where(order => !order.IsPaid).ToList();
        Assert.All(unpaid, order => Assert.Equal(order.Head.CreatedAt.AddDays(3) < End, order.Head.IsClosed));
        Assert.All(unpaid, order => Assert.Equal(0, order.Refund));
        Assert.Contains(unpaid, order => !order.Head.IsClosed);
        Assert.All(shop.Orders.Where(order => order.IsPaid), order => Assert.False(order.Head.IsClosed));
    }

    [Fact]
    public void Who_is_not_known_buys_in_a_store()
    {
        var anonymous = shop.Orders.Where(order => order.Head.Buyer.Id is null).ToList();
        Assert.All(anonymous, order => Assert.Equal(("门店", "", true), (order.Head.Channel, order.Head.BuyerName, order.IsPaid)));
        Assert.Equal(0.02, (double)anonymous.Count / shop.Orders.Count(order => order.Counts), 0.001);
    }
}
