namespace Huitou.Engine;

/// <summary>A cell of the grid.</summary>
/// <param name="R">Recency class.</param>
/// <param name="F">Frequency class.</param>
public readonly record struct GridPlace(RClass R, FClass F);

/// <summary>People who went from one cell to another, or stayed. Money in minor units.</summary>
/// <param name="From">Where they were on the earlier day; null for those who had not bought yet.</param>
/// <param name="To">Where they are on the later one.</param>
/// <param name="Customers">How many.</param>
/// <param name="Orders">Paid orders between: after the earlier day, up to the later one.</param>
/// <param name="GrossSales">What they paid between.</param>
/// <param name="NetSales">Minus refunds dated between; for those who had not bought before, minus earlier loose refunds too.</param>
public sealed record GridFlow(GridPlace? From, GridPlace To, long Customers, long Orders, long GrossSales, long NetSales);

/// <summary>
/// How named customers moved through the grid from an earlier day to the scope's as-of day, all other parts of the scope being the same. Nobody
/// leaves: who has once bought is in a cell ever after. Flows of nobody are left out; the others come by earlier and then by later cell.
/// </summary>
public sealed class GridFlowQuery : ILedgerQuery<CustomerTally[], IReadOnlyList<GridFlow>>
{
    private readonly DateOnly _before;
    private readonly GridClassing _classesBefore, _classes;

    /// <param name="before">The earlier day.</param>
    /// <param name="limitsBefore">The limits that held then.</param>
    /// <param name="limits">Those that hold on the as-of day.</param>
    /// <exception cref="ArgumentException">Limits do not ascend.</exception>
    public GridFlowQuery(DateOnly before, GridLimits limitsBefore, GridLimits limits) =>
        (_before, _classesBefore, _classes) = (before, new GridClassing(limitsBefore), new GridClassing(limits));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The earlier day is not before the as-of day.</exception>
    public CustomerTally[] Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_before >= scope.Scope.AsOf)
            throw new ArgumentException($"{_before:O} is not before {scope.Scope.AsOf:O}. Give an earlier day to compare with.", nameof(scope));
        var flows = new CustomerTally[(GridClassing.Cells + 1) * GridClassing.Cells];
        var scopeBefore = new ScopeFilter(scope.Scope with { AsOf = _before });
        var (before, now) = (CustomerTotals.Rent(), CustomerTotals.Rent());
        foreach (var partition in block)
        {
            before.Fill(partition, scopeBefore);
            now.Fill(partition, scope);
            Add(flows, before, scopeBefore.AsOf, now, scope.AsOf);
        }

        before.Return();
        now.Return();
        return flows;
    }

    /// <inheritdoc/>
    public Round<CustomerTally[], IReadOnlyList<GridFlow>> Merge(IReadOnlyList<CustomerTally[]> partials, ScopeFilter scope)
    {
        List<GridFlow> flows = [];
        var sums = CustomerTally.Sum(partials);
        for (var i = 0; i < sums.Length; i++)
        {
            var (from, to) = Math.DivRem(i, GridClassing.Cells);
            if (sums[i].Customers > 0)
                flows.Add(new GridFlow(from == 0 ? null : GridClassing.Place(from - 1), GridClassing.Place(to), sums[i].Customers, sums[i].Orders, sums[i].Gross, sums[i].Net));
        }

        return flows;
    }

    /// <summary>Both are in the same sequence, and whoever is in the first is in the second.</summary>
    private void Add(CustomerTally[] flows, CustomerTotals before, int dayBefore, CustomerTotals now, int day)
    {
        for (int i = 0, was = 0; i < now.Count; i++)
        {
            var to = _classes.Cell(day - now.Last[i], now.Orders[i]);
            if (was < before.Count && before.Customer[was] == now.Customer[i])
            {
                var from = 1 + _classesBefore.Cell(dayBefore - before.Last[was], before.Orders[was]);
                flows[(from * GridClassing.Cells) + to].Add(now.Orders[i] - before.Orders[was], now.Gross[i] - before.Gross[was], now.Refunds[i] - before.Refunds[was]);
                was++;
            }
            else
            {
                flows[to].Add(now, i);
            }
        }
    }
}
