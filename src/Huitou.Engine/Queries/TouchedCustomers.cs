namespace Huitou.Engine;

/// <summary>Who of a partition was touched, as a <see cref="TouchCondition"/> asks.</summary>
internal static class TouchedCustomers
{
    /// <summary>By the places of the customers. Whole lives tell nearly always; where a touch came after the as-of day, the touches themselves do.</summary>
    /// <exception cref="ArgumentException">It asks of days before those of which touches are kept.</exception>
    internal static bool[] In(LedgerPartition partition, ScopeFilter scope, TouchCondition condition)
    {
        var from = condition.Days is { } days ? scope.AsOf - days + 1 : 0;
        if (condition.Days is not null)
            partition.Touches.MustReach(Math.Max(from, 0));
        var touched = new bool[partition.CustomerCount];
        var lives = partition.TouchLives;
        for (var row = 0; row < lives.Count; row++)
        {
            int first = lives.First[row], last = lives.Last[row];
            var isAsked = (condition.Kind is not { } kind || kind == lives.Kind[row]) && scope.HoldsPlace((int)lives.Shop[row], (int)lives.Channel[row]);
            if (!isAsked || first > scope.AsOf || last < from)
                continue;
            var customer = (int)lives.Customer[row];
            touched[customer] = touched[customer] || first >= from || last <= scope.AsOf || IsTouched(partition, row, customer, from, scope.AsOf);
        }

        return touched;
    }

    private static bool IsTouched(LedgerPartition partition, int life, int customer, int from, int to)
    {
        var (touches, lives) = (partition.Touches, partition.TouchLives);
        for (var row = (int)partition.Customers.TouchStart[customer]; row < partition.Customers.TouchStart[customer + 1]; row++)
        {
            if (touches.Day[row] >= from && touches.Day[row] <= to && touches.Kind[row] == lives.Kind[life]
                && touches.Shop[row] == lives.Shop[life] && touches.Channel[row] == lives.Channel[life])
                return true;
        }

        return false;
    }
}
