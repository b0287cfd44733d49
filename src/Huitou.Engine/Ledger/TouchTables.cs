namespace Huitou.Engine;

/// <summary>Touches, by customer and time.</summary>
internal sealed class TouchTable
{
    /// <summary>The number of the first day whose touches are here.</summary>
    internal required int From { get; init; }

    internal required ushort[] Day { get; init; }

    internal required ushort[] Minute { get; init; }

    internal required byte[] Kind { get; init; }

    internal required Column Shop { get; init; }

    internal required Column Channel { get; init; }

    internal required Column Product { get; init; }

    internal required Column Rating { get; init; }

    internal int Count => Day.Length;

    /// <summary>Makes sure that a question asks of no day whose touches may be gone.</summary>
    /// <exception cref="ArgumentException">It does.</exception>
    internal void MustReach(int day)
    {
        if (day < From)
            throw new ArgumentException($"Touches are kept from {CivilDay.Of(From):yyyy-MM-dd} on. Ask of no day before.", nameof(day));
    }

    internal ColumnSize[] Sizes =>
    [
        new("touches", "day", 2L * Day.Length),
        new("touches", "minute", 2L * Minute.Length),
        new("touches", "kind", Kind.Length),
        new("touches", "shop", Shop.ByteSize),
        new("touches", "channel", Channel.ByteSize),
        new("touches", "product", Product.ByteSize),
        new("touches", "rating", Rating.ByteSize),
    ];
}

/// <summary>What the touches of each customer who was ever touched come to, by kind, shop and channel.</summary>
internal sealed class TouchLifeTable
{
    /// <summary>The places of the customers, ascending.</summary>
    internal required Column Customer { get; init; }

    internal required byte[] Kind { get; init; }

    internal required Column Shop { get; init; }

    internal required Column Channel { get; init; }

    internal required ushort[] First { get; init; }

    internal required ushort[] Last { get; init; }

    internal required Column Touches { get; init; }

    internal int Count => Kind.Length;

    internal ColumnSize[] Sizes =>
    [
        new("touchLives", "customer", Customer.ByteSize),
        new("touchLives", "kind", Kind.Length),
        new("touchLives", "shop", Shop.ByteSize),
        new("touchLives", "channel", Channel.ByteSize),
        new("touchLives", "first", 2L * First.Length),
        new("touchLives", "last", 2L * Last.Length),
        new("touchLives", "touches", Touches.ByteSize),
    ];

    /// <summary>The first row of a customer's, or of who comes next.</summary>
    internal int LowerBound(int customer)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Customer[middle] < customer)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
