namespace Huitou.Connect.Demo;

/// <summary>What can be bought on a day in a part of the country, by list price. Changes once a week.</summary>
internal sealed class Shelves
{
    private const int Week = 7;

    private readonly Shelf[] _shelves;

    public Shelves(Catalogue catalogue, int days)
    {
        _shelves = new Shelf[(days + Week - 1) / Week * 4];
        for (var i = 0; i < _shelves.Length; i++)
        {
            var (day, north, elders) = (i / 4 * Week, (i & 2) != 0, (i & 1) != 0);
            _shelves[i] = new([.. catalogue.Styles
                .Where(style => style.ForElders == elders && style.IsSold(day, north))
                .OrderBy(style => style.ListPrice).ThenBy(style => style.Code, StringComparer.Ordinal)], day);
        }
    }

    public Shelf On(int day, bool north, bool elders) => _shelves[day / Week * 4 + (north ? 2 : 0) + (elders ? 1 : 0)];
}

/// <summary>Styles in the order of their list prices, cheapest first.</summary>
internal sealed class Shelf(Style[] styles, int day)
{
    private readonly double[] _popularity = [.. styles.Select(style => style.PopularityOn(day))];

    public long LowestPrice => styles[0].ListPrice;

    public long HighestPrice => styles[^1].ListPrice;

    /// <summary>The highest price up to <paramref name="price"/>; 0 if all are higher.</summary>
    public long PriceUpTo(long price) => FirstAbove(price) is var above and > 0 ? styles[above - 1].ListPrice : 0;

    /// <summary>The lowest price from <paramref name="price"/> on; the highest there is if all are lower.</summary>
    public long PriceFrom(long price) => styles[Math.Min(FirstAbove(price - 1), styles.Length - 1)].ListPrice;

    /// <summary>A style that costs between these two prices, drawn by popularity; null if there is none.</summary>
    public Style? Draw(long least, long most, RandomStream random)
    {
        var from = FirstAbove(least - 1);
        var to = FirstAbove(most);
        return from < to ? styles[from + random.Weighted(_popularity.AsSpan(from, to - from))] : null;
    }

    private int FirstAbove(long price)
    {
        var (low, high) = (0, styles.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (styles[middle].ListPrice <= price)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
