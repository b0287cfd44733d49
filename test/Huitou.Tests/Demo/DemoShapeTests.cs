using System.Diagnostics;
using System.Globalization;
using Huitou.Connect.Demo;
using Huitou.Engine;

namespace Huitou.Tests.Demo;

/// <summary>The pages have something to show: the default shop looks like a shop. Prints its figures and how long it took.</summary>
public sealed class DemoShapeTests(DefaultDemoShop shop, ITestOutputHelper output)
{
    private List<DemoOrder> Sales => field ??= [.. shop.Orders.Where(order => order.Counts)];

    private IEnumerable<IGrouping<string, DemoOrder>> Buyers => Sales.Where(order => order.IsPurchase).GroupBy(order => order.Head.Buyer.Id!);

    [Fact]
    public void Ratios_are_those_of_a_shop_for_womens_wear()
    {
        var gross = Sales.Sum(order => order.Amount);
        var (aov, units, refunds) = (gross / 100.0 / Sales.Count, Sales.Average(order => order.Units), (double)Sales.Sum(order => order.Refund) / gross);
        var repurchase = Repurchase(DefaultDemoShop.Settings.Until.AddYears(-1));
        var discount = (double)Sales.Sum(o => o.Lines.Sum(l => l.Discount)) / Sales.Sum(o => o.Lines.Sum(l => l.Discount + l.Amount));
        var fullPrice = (double)Sales.Count(o => o.Lines.All(l => l.Discount == 0)) / Sales.Count;
        Print($"orders {shop.Orders.Count}, lines {shop.Orders.Sum(o => o.Lines.Count)}, sales {Sales.Count}, buyers {Buyers.Count()}");
        Print($"AOV {aov:0.0}, units {units:0.00}, refunds {refunds:P1}, discount {discount:P1}, full price {fullPrice:P1}");
        Print($"repurchase 12 months {repurchase:P1}, ever {Repurchase(DateOnly.MinValue):P1}, most orders {Buyers.Max(b => b.Count())}");
        Assert.InRange(aov, 200, 400);
        Assert.InRange(units, 1.5, 2.2);
        Assert.InRange(refunds, 0.08, 0.15);
        Assert.InRange(repurchase, 0.25, 0.35);
        Assert.InRange(fullPrice, 0.2, 0.5);
    }

    [Fact]
    public void Sales_grow_and_follow_the_shopping_year()
    {
        var until = DefaultDemoShop.Settings.Until;
        long Year(int back) => Sales.Where(o => o.Day > until.AddYears(-back - 1) && o.Day <= until.AddYears(-back)).Sum(o => o.Amount);
        for (var back = 2; back >= 0; back--)
            Print($"year to {until.AddYears(-back):yyyy-MM-dd}: {Year(back) / 100.0:N0}");
        foreach (var group in Sales.GroupBy(o => o.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)))
            Print($"{group.Key} orders {group.Count()} sales {group.Sum(o => o.Amount) / 100.0:N0}");
        Assert.True(Year(0) > 1.15 * Year(1) && Year(1) > 1.15 * Year(2));
        long Month(int year, int month) => Sales.Where(o => o.Day.Year == year && o.Day.Month == month).Sum(o => o.Amount);
        foreach (var year in (int[])[2024, 2025])
            Assert.All(Enumerable.Range(1, 12).Where(month => month != 11), month => Assert.True(Month(year, 11) > Month(year, month)));
        var peak = Sales.Where(o => o.Day.Year == 2025).GroupBy(o => o.Day).MaxBy(day => day.Sum(o => o.Amount))!.Key;
        Assert.InRange(peak, new DateOnly(2025, 11, 10), new DateOnly(2025, 11, 11));
    }

    [Fact]
    public void Every_cell_of_the_grid_has_people_in_it()
    {
        var gaps = Buyers.SelectMany(b => b.Select(o => o.Day).Distinct().Order().ToList() is var days
            ? days.Zip(days.Skip(1), (from, to) => to.DayNumber - from.DayNumber) : []).Order().ToList();
        int Gap(double share) => gaps[(int)Math.Ceiling(share * gaps.Count) - 1];
        var counts = Buyers.Select(b => b.Count()).Order().ToList();
        var fans = Math.Max(4, counts[(int)Math.Ceiling(0.9 * counts.Count) - 1]);
        foreach (var limits in (GridLimits[])[GridLimits.Fallback, new(Gap(0.75), Gap(0.9), Gap(0.975), fans)])
        {
            var cells = Buyers
                .GroupBy(b => (R: limits.ClassOfRecency(DefaultDemoShop.Settings.Until.DayNumber - b.Max(o => o.Day).DayNumber), F: limits.ClassOfFrequency(b.Count())))
                .ToDictionary(cell => cell.Key, cell => cell.Count());
            Print($"{limits}: {string.Join(" | ", Enum.GetValues<RClass>().Select(r => $"{r} " + string.Join(' ', Enum.GetValues<FClass>().Select(f => cells.GetValueOrDefault((r, f))))))}");
            Assert.Equal(16, cells.Count);
            Assert.All(cells, cell => Assert.True(cell.Value >= 50, $"{cell}"));
        }
    }

    [Fact]
    public void Every_province_channel_and_kind_of_goods_sells()
    {
        var regions = Buyers.GroupBy(b => b.First().Head.Region).OrderByDescending(r => r.Count()).Select(r => $"{r.Key} {r.Count()}").ToList();
        var channels = Sales.GroupBy(o => o.Head.Channel).OrderByDescending(c => c.Count()).Select(c => $"{c.Key} {c.Count()} refunds {(double)c.Sum(o => o.Refund) / c.Sum(o => o.Amount):P1}").ToList();
        var lines = Sales.SelectMany(o => o.Lines).ToList();
        var categories = lines.GroupBy(l => l.Category).OrderByDescending(c => c.Count()).Select(c => $"{c.Key} {c.Count()}").ToList();
        var products = lines.GroupBy(l => l.ProductName).OrderByDescending(p => p.Count()).Select(p => $"{p.Key} {p.Count()}").ToList();
        Print(string.Join(", ", regions));
        Print(string.Join(", ", channels));
        Print(string.Join(", ", categories));
        Print($"{products.Count} products: {string.Join(", ", products.Take(12))} … {string.Join(", ", products.TakeLast(3))}");
        Assert.Equal(31, regions.Count);
        Assert.StartsWith("广东", regions[0], StringComparison.Ordinal);
        Assert.Equal(5, channels.Count);
        Assert.InRange(products.Count, 220, 280);
        Assert.Contains(categories, category => category.StartsWith("女装 / 妈妈装", StringComparison.Ordinal));
    }

    [Fact]
    public void Winter_comes_first_to_the_north()
    {
        double WinterShare(params string[] regions)
        {
            var lines = Sales.Where(o => o.Day.Month is 10 && regions.Contains(o.Head.Region)).SelectMany(o => o.Lines).ToList();
            return (double)lines.Count(line => line.ProductName.Contains("冬季", StringComparison.Ordinal)) / lines.Count;
        }

        var (north, south) = (WinterShare("黑龙江", "吉林", "辽宁", "内蒙古", "河北"), WinterShare("广东", "广西", "福建", "海南"));
        Print($"winter goods in October: north {north:P0}, south {south:P0}");
        Assert.True(north > 1.3 * south);
    }

    [Fact]
    public void Promotions_are_cheap_and_crowded()
    {
        double Off(Func<DemoOrder, bool> which) =>
            Sales.Where(which).SelectMany(o => o.Lines).ToList() is var lines ? (double)lines.Sum(l => l.Discount) / lines.Sum(l => l.Amount + l.Discount) : 0;
        bool IsPeak(DateOnly day) => day is { Month: 11, Day: 10 or 11 };
        var (peak, ordinary) = (Off(o => IsPeak(o.Day)), Off(o => o.Day.Month is 4 or 8));
        Print($"discount: double eleven {peak:P0}, April and August {ordinary:P0}");
        Assert.True(peak > 0.3 && ordinary < 0.2);
        Assert.True(Sales.Count(o => IsPeak(o.Day)) / 6.0 > 3.0 * Sales.Count / DefaultDemoShop.Settings.Days);
    }

    [Fact]
    public void The_speed_is_reported()
    {
        var source = new DemoSource(DefaultDemoShop.Settings with { Seed = 2 });
        var watch = Stopwatch.StartNew();
        var rows = source.Read(CancellationToken.None).Count();
        Print($"{rows} rows in {watch.ElapsedMilliseconds} ms");
        Assert.True(rows > DefaultDemoShop.Settings.Customers);
    }

    private double Repurchase(DateOnly after)
    {
        var counts = Buyers.Select(b => b.Count(o => o.Day > after)).Where(count => count > 0).ToList();
        return (double)counts.Count(count => count > 1) / counts.Count;
    }

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private void Print(string text) => output.WriteLine(text);
}
