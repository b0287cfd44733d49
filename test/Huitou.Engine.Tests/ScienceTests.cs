namespace Huitou.Engine.Tests;

public sealed class ScienceTests
{
    /// <summary>Miles per gallon of R's mtcars, in tenths; R 4 prints quantile(mtcars$mpg) as 10.400 15.425 19.200 22.800 33.900.</summary>
    private static readonly long[] MilesPerGallon =
    [
        210, 210, 228, 214, 187, 181, 143, 244, 228, 192, 178, 164, 173, 152, 104, 104, 147, 324, 304, 339, 215, 155, 152, 133, 192, 273,
        260, 304, 158, 197, 150, 214,
    ];

    [Theory]
    [InlineData(0, 1, 104)]
    [InlineData(1, 4, 154.25)]
    [InlineData(1, 2, 192)]
    [InlineData(3, 4, 228)]
    [InlineData(1, 1, 339)]
    public void Quantiles_equal_those_of_R(int numerator, int denominator, double expected)
    {
        long[] sorted = [.. MilesPerGallon.Order()];
        Assert.Equal(expected, Quantiles.Type7(sorted, numerator, denominator));
        var histogram = new CountingHistogram(100);
        foreach (var value in MilesPerGallon)
            histogram.Add((int)value);
        Assert.Equal(expected, Quantiles.Type7(histogram, numerator, denominator));
    }

    [Fact]
    public void Quantiles_of_few_values_are_interpolated_by_hand()
    {
        Assert.Null(Quantiles.Type7([], 1, 2));
        Assert.Equal(7, Quantiles.Type7([7], 9, 10));
        Assert.Equal(3.25, Quantiles.Type7([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1, 4));
        Assert.Equal(-1.4, Quantiles.Type7([-3, -1, 1], 2, 5)!.Value, 1e-15);
        Assert.Equal(1L << 52, Quantiles.Type7([1, 1L << 52, long.MaxValue], 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Type7([1, 2], 3, 2));
    }

    [Fact]
    public void The_rows_of_any_ranks_are_those_that_sorting_gives()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            int[] rows = [.. Enumerable.Range(0, random.Next(1, 400)).Select(row => i % 3 == 0 ? row : random.Next(i % 5 == 0 ? 4 : 1_000))];
            int[] sorted = [.. rows.Order()];
            var (count, offset) = (random.Next(rows.Length + 20), random.Next(rows.Length + 20));
            var top = new TopRows<int, Ascending>(count, default);
            foreach (var row in rows) top.Add(row);
            Assert.Equal(sorted.Take(count), top.Rows().Order());
            Assert.Equal(sorted.Take(count).Skip(offset), top.InOrder(offset).ToArray());

            var rank = random.Next(rows.Length);
            Selection.Select(rows, rank, default(Ascending));
            Assert.Equal(sorted[rank], rows[rank]);
            Assert.Equal(sorted, rows.Order());
            Assert.All(rows[..rank], row => Assert.True(row <= rows[rank]));
        }
    }

    private readonly struct Ascending : IComparer<int>
    {
        public int Compare(int x, int y) => x.CompareTo(y);
    }

    [Theory]
    [InlineData(long.MinValue, long.MinValue + 1)]
    [InlineData(-128, -127)]
    [InlineData(-1, 0)]
    [InlineData(127, 128)]
    [InlineData(1 << 20, (1 << 20) + (1 << 14))]
    [InlineData(1L << 62, long.MaxValue)]
    public void Larger_money_never_has_a_smaller_size(long smaller, long larger)
    {
        Assert.InRange(MoneySize.Of(smaller), 0, MoneySize.Count - 1);
        Assert.InRange(MoneySize.Of(larger), MoneySize.Of(smaller), MoneySize.Count - 1);
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var (a, b) = (random.NextInt64() >> random.Next(64), random.NextInt64() >> random.Next(64));
            Assert.Equal(Math.Sign(MoneySize.Of(a).CompareTo(MoneySize.Of(b))), MoneySize.Of(a) == MoneySize.Of(b) ? 0 : a.CompareTo(b));
            Assert.Equal(Math.Sign(MoneySize.Of(-a).CompareTo(MoneySize.Of(-b))), MoneySize.Of(-a) == MoneySize.Of(-b) ? 0 : b.CompareTo(a));
        }
    }

    [Theory]
    [InlineData(600, 1_200, 600, 0)]
    [InlineData(1_200, 600, -600, 0)]
    public void A_single_factor_that_moves_did_it_all(long before, long after, long first, long second) =>
        Assert.Equal([first, second], LogMeanDivisia.Contributions(before, after, [new(before / 300.0, after / 300.0), new(300, 300)]));

    [Fact]
    public void Factors_that_move_alike_share_alike() =>
        Assert.Equal([6, 6], LogMeanDivisia.Contributions(4, 16, [new(2, 4), new(2, 4)]));

    [Fact]
    public void Factors_that_cancel_out_are_weighed_by_the_logarithmic_mean() =>
        Assert.Equal([6_931_472, -6_931_472], LogMeanDivisia.Contributions(10_000_000, 10_000_000, [new(10, 20), new(1_000_000, 500_000)]));

    [Fact]
    public void Zeros_follow_the_analytical_limits()
    {
        Assert.Equal([900, 0], LogMeanDivisia.Contributions(0, 900, [new(0, 3), new(null, 300)]));
        Assert.Equal([0, 900], LogMeanDivisia.Contributions(0, 900, [new(5, 3), new(0, 300)]));
        Assert.Equal([-900, 0], LogMeanDivisia.Contributions(900, 0, [new(3, 0), new(300, null)]));
        Assert.Equal([451, 450], LogMeanDivisia.Contributions(0, 901, [new(0, 3), new(0, 300)]));
        Assert.Equal([0, 0], LogMeanDivisia.Contributions(0, 0, [new(0, 0), new(null, null)]));
        Assert.Throws<ArgumentException>(() => LogMeanDivisia.Contributions(0, 900, [new(1, 3), new(1, 300)]));
        Assert.Throws<ArgumentException>(() => LogMeanDivisia.Contributions(5, 900, [new(0, 3), new(1, 300)]));
        Assert.Throws<ArgumentException>(() => LogMeanDivisia.Contributions(-5, 900, [new(0, 3)]));
    }

    [Fact]
    public void The_logarithmic_mean_is_exact_where_numbers_are_close()
    {
        Assert.Equal(Math.E - 1, LogMeanDivisia.LogMean(1, Math.E), 1e-14);
        Assert.Equal(10.00000005, LogMeanDivisia.LogMean(10, 10.0000001), 1e-13);
        Assert.Equal(7, LogMeanDivisia.LogMean(7, 7));
    }

    [Fact]
    public void Every_driver_tree_adds_up_and_turns_round()
    {
        var random = new Random(5);
        for (var i = 0; i < 3_000; i++)
        {
            var (before, after) = (Period(random), Period(random));
            var tree = DriverTree.Of(before, after);
            var back = DriverTree.Of(after, before);
            Assert.Equal(after.All.NetSales - before.All.NetSales, tree.Contribution);
            AddsUp(tree);
            foreach (var (there, here) in tree.Children.SelectMany(b => b.Children).Zip(back.Children.SelectMany(b => b.Children)))
            {
                Assert.Equal(there.Driver, here.Driver);
                Assert.InRange(there.Contribution + here.Contribution, -2, 2);
            }
        }
    }

    [Fact]
    public void The_tree_names_what_moved()
    {
        var before = Named(new SalesFigures(100_000, 5_000, 0, 0, 20, 10, 40));
        var tree = DriverTree.Of(before, Named(new SalesFigures(200_000, 7_000, 0, 0, 40, 20, 80)));
        var branch = tree.Children.Single(node => node.Driver == Driver.Returning);
        Assert.Equal(98_000, tree.Contribution);
        Assert.Equal(
            [(Driver.Buyers, 100_000), (Driver.OrdersPerBuyer, 0), (Driver.UnitsPerOrder, 0), (Driver.PricePerUnit, 0), (Driver.Refunds, -2_000)],
            branch.Children.Select(node => (node.Driver, node.Contribution)));
        Assert.Equal((2.0, 2.0), (branch.Children[1].Before, branch.Children[1].After));

        var fees = DriverTree.Of(before, Named(new SalesFigures(50_000, 5_000, 0, 0, 20, 10, 0))).Children[1].Children;
        Assert.Equal([(Driver.Buyers, 0), (Driver.OrdersPerBuyer, 0), (Driver.GrossPerOrder, -50_000), (Driver.Refunds, 0)], fees.Select(node => (node.Driver, node.Contribution)));
    }

    private static PeriodSales Named(SalesFigures sales) => new(default, default, sales, default, sales, default);

    private static PeriodSales Period(Random random)
    {
        SalesFigures Figures(bool named)
        {
            long orders = random.Next(4) == 0 ? 0 : random.Next(1, 100);
            var buyers = named && orders > 0 ? random.Next(1, (int)orders + 1) : 0;
            long gross = orders == 0 || random.Next(6) == 0 ? 0 : random.NextInt64(1, 1L << random.Next(2, 50));
            return new SalesFigures(gross, random.Next(3) * random.Next(5_000), 0, 0, orders, buyers, orders == 0 || random.Next(6) == 0 ? 0 : orders * random.Next(1, 5));
        }

        var (first, second, third) = (Figures(true), Figures(true), Figures(false));
        return new PeriodSales(default, default, first + second + third, first, second, third);
    }

    private static void AddsUp(DriverNode node)
    {
        if (node.Children.Count == 0)
            return;
        Assert.Equal(node.Contribution, node.Children.Sum(child => child.Contribution));
        foreach (var child in node.Children)
            AddsUp(child);
    }
}
