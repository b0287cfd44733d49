namespace Huitou.Connect.Demo;

/// <summary>What is true of a customer of the demo shop and no shop can see.</summary>
/// <param name="Buyer">The id under which the source names them.</param>
/// <param name="RatePerDay">λ, purchases per day of their clock while they are a customer.</param>
/// <param name="DropProbability">p, the chance that a repeat purchase is the last.</param>
/// <param name="MeanSpend">Mean value of their orders, in minor units.</param>
/// <param name="FirstPaidAt">When their first order was paid.</param>
/// <param name="DroppedOutAt">The purchase after which they were gone; null if they still were a customer at the end.</param>
public sealed record CustomerTruth(
    string Buyer, double RatePerDay, double DropProbability, double MeanSpend, DateTimeOffset FirstPaidAt, DateTimeOffset? DroppedOutAt);

/// <summary>
/// The truth behind a demo shop, made again from its settings whenever it is asked for: the product's database never holds it.
/// </summary>
public sealed class DemoTruth
{
    private readonly DemoShop _shop;

    public DemoTruth(DemoSettings settings)
    {
        _shop = new(settings);
        Customers = [.. _shop.Population.Buyers.Select(buyer => new CustomerTruth(
            buyer.Id, buyer.Rate, buyer.DropProbability, buyer.MeanSpend, _shop.Instant(buyer.Arrival),
            buyer.DropOut is { } second ? _shop.Instant(second) : null))];
    }

    /// <summary>The law from which the customers' figures were drawn.</summary>
    public static DemoProcess Process => DemoShop.Process;

    /// <summary>In the order of their first purchases.</summary>
    public IReadOnlyList<CustomerTruth> Customers { get; }

    /// <summary>Days that pass on the clock of the <paramref name="customer"/>-th customer between two instants: the time in which λ holds.</summary>
    public double ClockDays(int customer, DateTimeOffset from, DateTimeOffset to)
    {
        var clock = _shop.Population.ClockOf(_shop.Population.Buyers[customer]);
        return clock.At(_shop.Second(to)) - clock.At(_shop.Second(from));
    }
}
