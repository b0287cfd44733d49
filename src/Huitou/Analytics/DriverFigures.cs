using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>One driver of sales: what it was, what it is, and what its change did to net sales.</summary>
/// <param name="Key">Which; its definition is in the <see cref="MetricDictionary"/>.</param>
/// <param name="Before">Its value in the compared period; null where it is undefined.</param>
/// <param name="After">Its value in this period.</param>
/// <param name="Change">After minus before; null where one of them is undefined.</param>
/// <param name="Contribution">What the change did to net sales, in minor units. Those of one level add up to the level above exactly.</param>
/// <param name="Children">What it is made of.</param>
public sealed record DriverFigures(
    Driver Key, double? Before, double? After, double? Change, long Contribution, IReadOnlyList<DriverFigures> Children)
{
    /// <summary>The figures of <paramref name="node"/> and all below it.</summary>
    public static DriverFigures Of(DriverNode node) => new(
        node.Driver, node.Before, node.After, node.After - node.Before, node.Contribution, [.. node.Children.Select(Of)]);

    /// <summary>The single driver of one kind of buyers that moved net sales most, either way; null where nothing moved.</summary>
    internal LargestDriver? Largest()
    {
        var leaves = Children.SelectMany(branch => branch.Children.Select(leaf => new LargestDriver(branch.Key, leaf.Key, leaf.Contribution)));
        return leaves.Where(leaf => leaf.Contribution != 0).MaxBy(leaf => Math.Abs(leaf.Contribution));
    }
}

/// <summary>The driver that moved net sales most.</summary>
/// <param name="Branch">Whose: new, returning or anonymous.</param>
/// <param name="Key">Which.</param>
/// <param name="Contribution">What its change did to net sales, in minor units.</param>
public sealed record LargestDriver(Driver Branch, Driver Key, long Contribution);
