namespace Huitou.Engine;

/// <summary>
/// Sales of the scope's period, step by step and as a whole, of new, returning and anonymous buyers, and by the order's rank in its
/// customer's life. All = New + Returning + Anonymous, and the series adds up to the total (buyers aside, who come back).
/// </summary>
/// <remarks>
/// A named customer is new in a step (or the whole) in which the first order ever, within shops and channels, lies; otherwise returning.
/// So loose refunds go to returning when the customer has not bought yet, or not bought again. Without a first day, the period
/// begins with the first order or refund in the scope, which takes a pass of its own. The period is cut to the days that a ledger holds.
/// </remarks>
/// <param name="Grain">The length of a step.</param>
public sealed record OverviewQuery(Grain Grain) : ILedgerQuery<OverviewPartial, Overview>
{
    /// <summary>The rank that stands for itself and all above.</summary>
    public const int LastRank = 5;

    private readonly Steps? _steps;

    private OverviewQuery(Grain grain, Steps steps)
        : this(grain) => _steps = steps;

    /// <inheritdoc/>
    public OverviewPartial Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        var steps = StepsOf(scope);
        var partial = new OverviewPartial(steps?.Count ?? 0);
        var buffers = new OverviewBuffers();
        foreach (var partition in block)
        {
            var customers = scope.Customers(partition);
            if (customers.IsEmpty)
                continue;
            var mask = scope.Orders(partition, ref buffers.Without);
            if (steps is null)
                partial.FirstDay = Math.Min(partial.FirstDay, FirstDay.Of(partition, scope, customers, mask));
            else
                new OverviewKernel(partition, scope, mask, steps, partial, buffers).Run(customers);
        }

        return partial;
    }

    /// <inheritdoc/>
    public Round<OverviewPartial, Overview> Merge(IReadOnlyList<OverviewPartial> partials, ScopeFilter scope)
    {
        if (StepsOf(scope) is not { } steps)
        {
            var first = Math.Min(partials.Min(partial => partial.FirstDay), scope.To);
            return new Round<OverviewPartial, Overview>.Again(new OverviewQuery(Grain, new Steps(first, scope.To, Grain)));
        }

        var sum = new OverviewPartial(steps.Count);
        foreach (var partial in partials)
            sum.Add(partial);
        return new Overview(
            Period(CivilDay.Of(steps.From), CivilDay.Of(scope.To), sum.Total),
            [.. Enumerable.Range(0, steps.Count).Select(step =>
                Period(CivilDay.Of(steps[step].From), CivilDay.Of(steps[step].To), sum.Step(step)))],
            [.. sum.Ranks.Select((rank, i) => new RankSales(i + 1, rank.Orders, rank.Gross, rank.Gross - rank.Refunds))]);
    }

    private Steps? StepsOf(ScopeFilter scope) =>
        _steps ?? (scope.Scope.From is null ? null : new Steps(scope.From, scope.To, Grain));

    private static PeriodSales Period(DateOnly from, DateOnly to, ReadOnlySpan<SalesTally> sums)
    {
        var (@new, returning, anonymous) = (sums[0].Figures, sums[1].Figures, sums[2].Figures);
        return new PeriodSales(from, to, @new + returning + anonymous, @new, returning, anonymous);
    }
}

/// <summary>The sums of one class of buyers in one step.</summary>
internal struct SalesTally
{
    internal long Gross, Refunds, RefundsByOwnDate, Discounts, Orders, Buyers, Units;

    internal readonly SalesFigures Figures => new(Gross, Refunds, RefundsByOwnDate, Discounts, Orders, Buyers, Units);

    internal void Add(in SalesTally other)
    {
        Gross = checked(Gross + other.Gross);
        Refunds = checked(Refunds + other.Refunds);
        RefundsByOwnDate = checked(RefundsByOwnDate + other.RefundsByOwnDate);
        Discounts = checked(Discounts + other.Discounts);
        Orders += other.Orders;
        Buyers += other.Buyers;
        Units = checked(Units + other.Units);
    }
}

/// <summary>What one pass of an <see cref="OverviewQuery"/> sums up.</summary>
public sealed class OverviewPartial
{
    /// <summary>New, returning, anonymous: the order of the sums of each step.</summary>
    internal const int Classes = 3;

    private readonly SalesTally[] _steps;

    internal OverviewPartial(int steps) => _steps = new SalesTally[steps * Classes];

    /// <summary>The first day with a row in the scope; past all days where there is none.</summary>
    internal int FirstDay { get; set; } = int.MaxValue;

    internal SalesTally[] Total { get; } = new SalesTally[Classes];

    internal SalesTally[] Ranks { get; } = new SalesTally[OverviewQuery.LastRank];

    internal Span<SalesTally> Step(int step) => _steps.AsSpan(step * Classes, Classes);

    internal void Add(OverviewPartial other)
    {
        Add(_steps, other._steps);
        Add(Total, other.Total);
        Add(Ranks, other.Ranks);
    }

    private static void Add(SalesTally[] sums, SalesTally[] others)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i].Add(others[i]);
    }
}
