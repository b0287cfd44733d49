namespace Huitou.Engine;

/// <summary>What a node of the driver tree stands for.</summary>
public enum Driver
{
    /// <summary>Net sales of everybody, in minor units.</summary>
    NetSales,

    /// <summary>Net sales of new customers.</summary>
    New,

    /// <summary>Net sales of returning customers.</summary>
    Returning,

    /// <summary>Net sales of orders that name no buyer.</summary>
    Anonymous,

    /// <summary>How many bought.</summary>
    Buyers,

    /// <summary>Orders by buyer.</summary>
    OrdersPerBuyer,

    /// <summary>Orders; of anonymous sales, where nobody can be counted.</summary>
    Orders,

    /// <summary>Units by order.</summary>
    UnitsPerOrder,

    /// <summary>Gross sales by unit, in minor units.</summary>
    PricePerUnit,

    /// <summary>Gross sales by order, in minor units; in place of the two before, where money was paid without a unit of goods.</summary>
    GrossPerOrder,

    /// <summary>Refunds, in minor units: more of them take from net sales.</summary>
    Refunds,
}

/// <summary>One node of the driver tree.</summary>
/// <param name="Driver">What it stands for.</param>
/// <param name="Before">Its value in the earlier period; null where it is undefined, such as orders by buyer without a buyer.</param>
/// <param name="After">Its value in the later period.</param>
/// <param name="Contribution">What its change did to net sales, in minor units. Siblings add up to their parent exactly.</param>
/// <param name="Children">What it is made of.</param>
public sealed record DriverNode(Driver Driver, double? Before, double? After, long Contribution, IReadOnlyList<DriverNode> Children);

/// <summary>
/// What moved sales, in money. Net sales are those of new, returning and anonymous buyers; each branch is
/// buyers × orders by buyer × units by order × price by unit − refunds. The product is split by <see cref="LogMeanDivisia"/>; refunds,
/// which can exceed it, stand beside it and so keep every split defined.
/// </summary>
public static class DriverTree
{
    /// <summary>The tree of the change from one period to another.</summary>
    public static DriverNode Of(PeriodSales before, PeriodSales after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        DriverNode[] branches =
        [
            Branch(Driver.New, before.New, after.New),
            Branch(Driver.Returning, before.Returning, after.Returning),
            Branch(Driver.Anonymous, before.Anonymous, after.Anonymous),
        ];
        return Sum(Driver.NetSales, before.New + before.Returning + before.Anonymous, after.New + after.Returning + after.Anonymous, branches);
    }

    private static DriverNode Branch(Driver driver, SalesFigures before, SalesFigures after)
    {
        List<(Driver Driver, FactorChange Change)> factors = driver == Driver.Anonymous
            ? [(Driver.Orders, new FactorChange(before.Orders, after.Orders))]
            :
            [
                (Driver.Buyers, new FactorChange(before.Buyers, after.Buyers)),
                (Driver.OrdersPerBuyer, Ratio(before.Orders, before.Buyers, after.Orders, after.Buyers)),
            ];
        if (HasUnits(before) && HasUnits(after))
        {
            factors.Add((Driver.UnitsPerOrder, Ratio(before.Units, before.Orders, after.Units, after.Orders)));
            factors.Add((Driver.PricePerUnit, Ratio(before.GrossSales, before.Units, after.GrossSales, after.Units)));
        }
        else
        {
            factors.Add((Driver.GrossPerOrder, Ratio(before.GrossSales, before.Orders, after.GrossSales, after.Orders)));
        }

        var contributions = LogMeanDivisia.Contributions(before.GrossSales, after.GrossSales, [.. factors.Select(factor => factor.Change)]);
        return Sum(driver, before, after,
        [
            .. factors.Select((factor, i) => new DriverNode(factor.Driver, factor.Change.Before, factor.Change.After, contributions[i], [])),
            new DriverNode(Driver.Refunds, before.Refunds, after.Refunds, before.Refunds - after.Refunds, []),
        ]);
    }

    /// <summary>Whether price by unit is defined, or not needed.</summary>
    private static bool HasUnits(SalesFigures sales) => sales.Units > 0 || sales.GrossSales == 0;

    private static DriverNode Sum(Driver driver, SalesFigures before, SalesFigures after, DriverNode[] children) =>
        new(driver, before.NetSales, after.NetSales, after.NetSales - before.NetSales, children);

    private static FactorChange Ratio(long before, long beforeBy, long after, long afterBy) =>
        new(beforeBy == 0 ? null : (double)before / beforeBy, afterBy == 0 ? null : (double)after / afterBy);
}
