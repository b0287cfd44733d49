namespace Huitou.Engine;

/// <summary>The touches of one kind in a scope's period.</summary>
/// <param name="Kind">The code of the kind.</param>
/// <param name="Touches">How many, those of nobody included.</param>
/// <param name="People">Distinct named customers.</param>
/// <param name="Buyers">Those of them who bought soon after their first touch of this kind in the period.</param>
/// <param name="Stars">How many were rated with one star, with two, and so on.</param>
public sealed record TouchFigures(int Kind, long Touches, long People, long Buyers, IReadOnlyList<long> Stars)
{
    /// <summary>How many were rated.</summary>
    public long Rated => Stars.Sum();

    /// <summary>All their stars together.</summary>
    public long RatingSum => Stars.Select((count, i) => count * (i + 1)).Sum();
}

/// <summary>
/// Touches by kind, those with any, by ascending kind. Whoever has an order of the scope's shops and channels at the moment of their first touch of that
/// kind in the period or up to so many days after it, as of the as-of day, bought; the order may lie after the period.
/// </summary>
/// <param name="Days">Within how many days after.</param>
public sealed record TouchQuery(int Days) : ILedgerQuery<TouchTallies, IReadOnlyList<TouchFigures>>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The period begins before the days of which touches are kept.</exception>
    public TouchTallies Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var tallies = new TouchTallies();
        foreach (var partition in block)
        {
            partition.Touches.MustReach(scope.From);
            if (partition.Touches.Count > 0 && scope.Customers(partition) is { IsEmpty: false } customers)
                Count(partition, scope, customers, tallies);
        }

        return tallies;
    }

    /// <inheritdoc/>
    public Round<TouchTallies, IReadOnlyList<TouchFigures>> Merge(IReadOnlyList<TouchTallies> partials, ScopeFilter scope) =>
        new Round<TouchTallies, IReadOnlyList<TouchFigures>>.Done(TouchTallies.Figures(partials));

    private void Count(LedgerPartition partition, ScopeFilter scope, CustomerMask customers, TouchTallies tallies)
    {
        var (start, firsts) = (0L, new int[TouchFacts.MostKinds + 1]);
        for (var customer = 0; customer < partition.CustomerCount; customer++)
        {
            var end = partition.Customers.TouchStart[customer + 1];
            if (end > start && customers.Holds(customer))
                CountOne(partition, scope, customer, (int)start, (int)end, tallies, firsts);
            start = end;
        }
    }

    /// <summary>Adds one customer's touches; <paramref name="firsts"/> is filled with the row of the first of each kind, or −1.</summary>
    private void CountOne(LedgerPartition partition, ScopeFilter scope, int customer, int start, int end, TouchTallies tallies, int[] firsts)
    {
        firsts.AsSpan().Fill(-1);
        var touches = partition.Touches;
        for (var row = start; row < end && touches.Day[row] <= scope.To; row++)
        {
            if (touches.Day[row] < scope.From || !scope.HoldsPlace((int)touches.Shop[row], (int)touches.Channel[row]))
                continue;
            var kind = touches.Kind[row];
            tallies.Add(kind, (int)touches.Rating[row]);
            if (firsts[kind] < 0)
                firsts[kind] = row;
        }

        for (var kind = 1; kind < firsts.Length && customer != partition.Anonymous; kind++)
        {
            if (firsts[kind] >= 0)
                tallies.AddPerson(kind, Bought(partition, scope, customer, firsts[kind]));
        }
    }

    private bool Bought(LedgerPartition partition, ScopeFilter scope, int customer, int touch)
    {
        int day = partition.Touches.Day[touch], minute = partition.Touches.Minute[touch];
        var last = Math.Min(day + Days, scope.AsOf);
        for (var row = partition.Customers.OrderStart[customer]; row < partition.Customers.OrderStart[customer + 1]; row++)
        {
            int bought = partition.Orders.Day[row];
            if (bought > last)
                return false;
            if ((bought > day || (bought == day && partition.Orders.Minute[row] >= minute)) && scope.Holds(partition, row))
                return true;
        }

        return false;
    }
}

/// <summary>What one pass of a <see cref="TouchQuery"/> counts.</summary>
public sealed class TouchTallies
{
    private readonly long[] _touches = new long[TouchFacts.MostKinds + 1], _people = new long[TouchFacts.MostKinds + 1], _buyers = new long[TouchFacts.MostKinds + 1];
    private readonly long[] _stars = new long[(TouchFacts.MostKinds + 1) * (TouchFacts.MostStars + 1)];

    internal void Add(int kind, int rating)
    {
        _touches[kind]++;
        _stars[(kind * (TouchFacts.MostStars + 1)) + rating]++;
    }

    internal void AddPerson(int kind, bool bought)
    {
        _people[kind]++;
        _buyers[kind] += bought ? 1 : 0;
    }

    internal static IReadOnlyList<TouchFigures> Figures(IReadOnlyList<TouchTallies> all) =>
    [
        .. from kind in Enumerable.Range(1, TouchFacts.MostKinds)
           let touches = all.Sum(tallies => tallies._touches[kind])
           where touches > 0
           select new TouchFigures(
               kind, touches, all.Sum(tallies => tallies._people[kind]), all.Sum(tallies => tallies._buyers[kind]),
               [.. Enumerable.Range(1, TouchFacts.MostStars).Select(stars => all.Sum(tallies => tallies._stars[(kind * (TouchFacts.MostStars + 1)) + stars]))]),
    ];
}
