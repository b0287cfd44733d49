namespace Huitou.Engine;

/// <summary>
/// The R×F grid: named customers by recency at the as-of day and by number of paid orders, both of the orders in the scope's period.
/// Who has none there is in no cell.
/// </summary>
public sealed class GridQuery : TotalsQuery<CustomerTally[], Grid>
{
    private readonly GridLimits _limits;
    private readonly GridClassing _classes;

    /// <summary>A grid with the given limits.</summary>
    /// <exception cref="ArgumentException">The limits do not ascend, or a fan would have fewer than four orders.</exception>
    public GridQuery(GridLimits limits)
    {
        _classes = new GridClassing(limits);
        _limits = limits;
    }

    internal override CustomerTally[] Begin(ScopeFilter scope) => new CustomerTally[GridClassing.Cells];

    internal override void Add(CustomerTally[] partial, LedgerPartition partition, CustomerTotals totals, ScopeFilter scope)
    {
        for (var i = 0; i < totals.Count; i++)
            partial[_classes.Cell(scope.AsOf - totals.Last[i], totals.Orders[i])].Add(totals, i);
    }

    /// <inheritdoc/>
    public override Round<CustomerTally[], Grid> Merge(IReadOnlyList<CustomerTally[]> partials, ScopeFilter scope) =>
        new Grid(_limits, [.. CustomerTally.Sum(partials).Select((sum, cell) =>
            new GridCell(GridClassing.Place(cell).R, GridClassing.Place(cell).F, sum.Customers, sum.Orders, sum.Gross, sum.Net))]);
}

/// <summary>The limits of the grid made ready for kernels: the sixteen cells by number, R by R, in each F by F.</summary>
internal sealed class GridClassing
{
    internal const int Cells = Classes * Classes;

    private const int Classes = 4;

    private readonly int _active, _silent, _dormant, _fan;

    /// <exception cref="ArgumentException">The limits do not ascend, or a fan would have fewer than four orders.</exception>
    internal GridClassing(GridLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (!limits.IsValid)
            throw new ArgumentException($"{limits} break 0 ≤ ActiveMax < SilentMax < DormantMax, FanMin ≥ 4. Give limits that ascend.", nameof(limits));
        (_active, _silent, _dormant, _fan) = (limits.ActiveMax, limits.SilentMax, limits.DormantMax, limits.FanMin);
    }

    /// <summary>The same as the limits' own classes, as sums of truth values: customers come in no order that a branch could be predicted by.</summary>
    internal int Cell(int recency, int orders)
    {
        var r = (recency > _active ? 1 : 0) + (recency > _silent ? 1 : 0) + (recency > _dormant ? 1 : 0);
        var f = (orders >= 2 ? 1 : 0) + (orders >= 3 ? 1 : 0) + (orders >= _fan ? 1 : 0);
        return (r * Classes) + f;
    }

    internal static GridPlace Place(int cell) => new((RClass)(cell / Classes), (FClass)(cell % Classes));
}
