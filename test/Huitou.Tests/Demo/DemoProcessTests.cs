using Huitou.Connect.Demo;

namespace Huitou.Tests.Demo;

/// <summary>
/// The rows follow the law that the truth states. A sum of differences to the expectation given each customer's truth is held to
/// four of its standard errors; the counts and the drop-outs are martingales, so stopping at the drop-out does not bend them.
/// </summary>
public sealed class DemoProcessTests(DefaultDemoShop shop)
{
    private static readonly DateTimeOffset End = new(DefaultDemoShop.Settings.Until.AddDays(1), TimeOnly.MinValue, TimeSpan.FromHours(8));

    private ILookup<string, DemoOrder> Purchases => field ??= shop.Orders.Where(order => order.IsPurchase).ToLookup(order => order.Head.Buyer.Id!);

    private IEnumerable<(CustomerTruth Truth, int Index, List<DemoOrder> Orders)> Customers =>
        shop.Truth.Customers.Select((truth, index) => (truth, index, Purchases[truth.Buyer].ToList()));

    [Fact]
    public void Everyone_buys_first_on_arrival_and_never_after_dropping_out()
    {
        Assert.Equal(DefaultDemoShop.Settings.Customers, Purchases.Count);
        Assert.All(Customers, customer =>
        {
            Assert.Equal(customer.Truth.FirstPaidAt, customer.Orders[0].Head.PaidAt);
            if (customer.Truth.DroppedOutAt is { } gone)
                Assert.Equal(gone, customer.Orders[^1].Head.PaidAt);
        });
    }

    [Fact]
    public void Ids_rise_with_the_first_purchase()
    {
        var arrivals = shop.Truth.Customers.Select(customer => customer.FirstPaidAt).ToList();
        Assert.Equal(arrivals.Order(), arrivals);
    }

    [Fact]
    public void Repeat_purchases_come_at_each_customers_rate()
    {
        double counted = 0, expected = 0;
        foreach (var (truth, index, orders) in Customers)
        {
            counted += orders.Count - 1;
            expected += truth.RatePerDay * shop.Truth.ClockDays(index, truth.FirstPaidAt, truth.DroppedOutAt ?? End);
        }

        Assert.Equal(expected, counted, 4 * Math.Sqrt(expected));
    }

    [Fact]
    public void Customers_drop_out_after_a_repeat_purchase_with_their_own_chance()
    {
        double gone = 0, expected = 0, variance = 0;
        foreach (var (truth, _, orders) in Customers)
        {
            gone += truth.DroppedOutAt is null ? 0 : 1;
            expected += truth.DropProbability * (orders.Count - 1);
            variance += truth.DropProbability * (1 - truth.DropProbability) * (orders.Count - 1);
        }

        Assert.Equal(expected, gone, 4 * Math.Sqrt(variance));
    }

    [Fact]
    public void Rates_and_chances_are_drawn_from_the_stated_distributions()
    {
        var process = DemoTruth.Process;
        var n = (double)shop.Truth.Customers.Count;
        Assert.Equal(process.R / process.Alpha, shop.Truth.Customers.Average(c => c.RatePerDay), 4 * Math.Sqrt(process.R / n) / process.Alpha);
        var sum = process.A + process.B;
        var deviation = Math.Sqrt(process.A * process.B / (sum * sum * (sum + 1)));
        Assert.Equal(process.A / sum, shop.Truth.Customers.Average(c => c.DropProbability), 4 * deviation / Math.Sqrt(n));
        var spread = process.MeanSpend / Math.Sqrt(process.SpendQ - 2);
        Assert.Equal(process.MeanSpend, shop.Truth.Customers.Average(c => c.MeanSpend), 4 * spread / Math.Sqrt(n));
    }

    [Fact]
    public void Orders_are_worth_what_the_customer_spends_on_average()
    {
        var ratios = Customers.SelectMany(c => c.Orders.Select(order => order.Amount / c.Truth.MeanSpend)).ToList();
        var variance = ratios.Average(ratio => (ratio - 1) * (ratio - 1));
        Assert.Equal(1, ratios.Average(), 4 * Math.Sqrt(variance / ratios.Count));
        // Gamma-gamma says 1/p; orders at the list price, rounded to what the shelf offers, add a little.
        Assert.InRange(variance * DemoTruth.Process.SpendShape, 0.97, 1.12);
    }

    [Fact]
    public void The_stated_parameters_are_as_likely_as_the_likeliest()
    {
        var likelihood = new BgNbdLikelihood([.. Customers.Select(c => new Purchases(
            c.Orders.Count - 1,
            shop.Truth.ClockDays(c.Index, c.Truth.FirstPaidAt, c.Orders[^1].Head.PaidAt!.Value),
            shop.Truth.ClockDays(c.Index, c.Truth.FirstPaidAt, End)))]);
        var process = DemoTruth.Process;
        var stated = likelihood.At(process.R, process.Alpha, process.A, process.B);
        var best = likelihood.Maximum(process.R, process.Alpha, process.A, process.B);
        // Twice the difference is chi-square with four degrees of freedom: above 23.5 once in ten thousand.
        Assert.InRange(2 * (best - stated), 0, 23.5);
        // And the test can tell: a tenth more buying would be seen.
        Assert.True(2 * (best - likelihood.At(process.R * 1.1, process.Alpha, process.A, process.B)) > 23.5);
    }
}
