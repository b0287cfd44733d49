namespace Huitou.Connect.Demo;

/// <summary>A customer and the truth about them.</summary>
/// <param name="Index">From 0, in the order of the first purchases.</param>
/// <param name="Name">Invented.</param>
/// <param name="Place">Where they live.</param>
/// <param name="DealDriven">They wait for promotions and buy at a deep discount.</param>
/// <param name="Rate">λ, purchases per day of their clock.</param>
/// <param name="DropProbability">p, the chance that a repeat purchase is the last.</param>
/// <param name="MeanSpend">Mean value of their orders, in minor units.</param>
/// <param name="Arrival">Second of the first purchase, from the shop's opening.</param>
internal sealed record Buyer(
    int Index, string Name, Place Place, bool DealDriven, double Rate, double DropProbability, double MeanSpend, long Arrival)
{
    /// <summary>The second of the purchase after which they dropped out; null while they have not.</summary>
    public long? DropOut { get; set; }

    public string Id => FormattableString.Invariant($"hw{Index + 1:000000}");
}

internal enum EventKind
{
    /// <summary>A purchase of the process.</summary>
    Purchase,

    /// <summary>An order placed and not paid.</summary>
    Unpaid,

    /// <summary>A gift that the shop sends alone after a purchase.</summary>
    Gift,

    /// <summary>A sale in a store to someone who is not known.</summary>
    WalkIn,

    /// <summary>An order by which the shop's people try out their own pages.</summary>
    Test,
}

/// <summary>Something that becomes an order.</summary>
/// <param name="Second">When, from the shop's opening.</param>
/// <param name="Buyer">The buyer's index; for walk-ins and tests their own running number.</param>
/// <param name="Rank">Which of the buyer's purchases it is, or belongs to, from 0.</param>
/// <param name="Kind">What happens.</param>
internal readonly record struct ShopEvent(long Second, int Buyer, int Rank, EventKind Kind) : IComparable<ShopEvent>
{
    public int CompareTo(ShopEvent other) => (Second, Buyer, Rank, (int)Kind).CompareTo((other.Second, other.Buyer, other.Rank, (int)other.Kind));
}

/// <summary>All buyers, and all that they do, in the order in which it happens. 24 bytes an event and about 150 a buyer.</summary>
internal sealed class Population
{
    private const double UnpaidChance = 0.06, GiftChance = 0.008, WalkInShare = 0.02;
    private const int Day = 86_400, TestsPerYear = 4;

    private readonly DemoSettings _settings;
    private readonly Demand _demand;
    private readonly DemoProcess _process;
    private readonly List<ShopEvent> _events = [];

    public Population(DemoSettings settings, Demand demand, DemoProcess process)
    {
        (_settings, _demand, _process) = (settings, demand, process);
        Buyers = new Buyer[settings.Customers];
        for (var i = 0; i < Buyers.Length; i++)
            Live(Buyers[i] = Meet(i));
        var purchases = _events.Count(happened => happened.Kind == EventKind.Purchase);
        AddStrangers((int)(purchases * WalkInShare / (1 - WalkInShare)), EventKind.WalkIn, StreamUse.WalkIn);
        AddStrangers(TestsPerYear * settings.Years, EventKind.Test, StreamUse.Test);
        _events.Sort();
    }

    public Buyer[] Buyers { get; }

    public IReadOnlyList<ShopEvent> Events => _events;

    public OperationalClock ClockOf(Buyer buyer) => _demand.ClockOf(buyer.Place.IsNorth, buyer.DealDriven);

    /// <summary>
    /// The i-th of n customers arrives in the i-th n-th part of all arrivals, so that ids rise with time as a shop's do.
    /// </summary>
    private Buyer Meet(int index)
    {
        var random = new RandomStream(_settings.Seed, StreamUse.Buyer, (ulong)index);
        var share = (index + random.Unit()) / _settings.Customers;
        var arrival = _demand.Arrivals.SecondAt(share * _demand.Arrivals.End) ?? (long)_settings.Days * Day - 1;
        return new(
            index, BuyerNames.Draw(random), Places.Draw(random), random.Chance(_demand.DealShareOn((int)(arrival / Day))),
            random.Gamma(_process.R) / _process.Alpha, random.Beta(_process.A, _process.B),
            _process.SpendShape * _process.SpendGamma / random.Gamma(_process.SpendQ), arrival);
    }

    /// <summary>BG/NBD: the customer is there at the first purchase, buys at rate λ, and drops out after a repeat purchase with chance p.</summary>
    private void Live(Buyer buyer)
    {
        var random = new RandomStream(_settings.Seed, StreamUse.Arrival, (ulong)buyer.Index);
        var clock = ClockOf(buyer);
        var time = clock.At(buyer.Arrival);
        Add(buyer, buyer.Arrival, 0, random);
        for (var rank = 1; ; rank++)
        {
            time += random.Exponential() / buyer.Rate;
            if (clock.SecondAt(time) is not { } second)
                return;
            Add(buyer, second, rank, random);
            if (!random.Chance(buyer.DropProbability))
                continue;
            buyer.DropOut = second;
            return;
        }
    }

    private void Add(Buyer buyer, long second, int rank, RandomStream random)
    {
        _events.Add(new(second, buyer.Index, rank, EventKind.Purchase));
        if (random.Chance(UnpaidChance))
            AddLater(second + (long)(random.Unit() * 40 * Day), EventKind.Unpaid);
        if (random.Chance(GiftChance))
            AddLater(second + (long)(random.Between(5, 15) * Day), EventKind.Gift);

        void AddLater(long then, EventKind kind)
        {
            if (then < (long)_settings.Days * Day)
                _events.Add(new(then, buyer.Index, rank, kind));
        }
    }

    private void AddStrangers(int count, EventKind kind, StreamUse use)
    {
        for (var i = 0; i < count; i++)
        {
            var random = new RandomStream(_settings.Seed, use, (ulong)i);
            var day = (int)((i + random.Unit()) / count * _settings.Days);
            // Stores and offices are open from ten to nine.
            _events.Add(new((long)day * Day + (long)(random.Between(10, 21) * 3600), i, 0, kind));
        }
    }
}
