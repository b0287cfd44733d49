namespace Huitou.Connect.Demo;

/// <summary>A style in a basket, with what is paid for it and what is given back. Money in minor units.</summary>
internal sealed record Item(Style Style)
{
    public int Quantity { get; set; } = 1;

    public long Amount { get; set; }

    public long Refund { get; set; }

    public long ListAmount => Style.ListPrice * Quantity;
}

/// <summary>
/// Finds goods for an order whose value is already drawn. What is paid keeps the drawn value: exactly where a discount is given,
/// and on average where it is not, as list prices are not to be had in every sum.
/// </summary>
internal static class Basket
{
    private const int MostUnits = 8;

    /// <summary>A basket of <paramref name="value"/> after a discount of about <paramref name="off"/>; 0 buys at the list price.</summary>
    public static List<Item> Fill(Shelf shelf, long value, double off, RandomStream random)
    {
        var items = new List<Item>();
        // Nothing on the shelf is so cheap: then a coupon must have been used.
        var fullPrice = off == 0 && value >= shelf.LowestPrice;
        var left = Choose(items, shelf, fullPrice ? value : (long)(value / (1 - off)), random);
        if (fullPrice)
            RoundUpOrDown(items, shelf, left, random);
        else
            CoverWhole(items, shelf, left, value, random);
        Spread(items, fullPrice ? items.Sum(item => item.ListAmount) : value);
        return items;
    }

    /// <summary>Chooses all units but the last; returns what is left to spend.</summary>
    private static long Choose(List<Item> items, Shelf shelf, long target, RandomStream random)
    {
        // Some come for one good piece, others fill a bag.
        var unit = random.Between(11_000, 29_000);
        var units = random.Chance(0.25) ? 1 : Math.Clamp((int)(target / unit + random.Unit()), 1, MostUnits);
        var left = target;
        for (; units > 1; units--)
        {
            var aim = (long)(left / units * random.Between(0.6, 1.4));
            if (shelf.Draw(aim * 85 / 100, Math.Min(left, aim * 115 / 100), random) is not { } style)
                continue;
            Take(items, style);
            left -= style.ListPrice;
        }

        while (left > shelf.HighestPrice)
        {
            Take(items, shelf.Draw(shelf.HighestPrice, shelf.HighestPrice, random)!);
            left -= shelf.HighestPrice;
        }

        return left;
    }

    /// <summary>
    /// Takes a last unit at the price below or above what is left (nothing being a price of 0), so often the one and so often the
    /// other that what is paid is <paramref name="left"/> in the mean.
    /// </summary>
    private static void RoundUpOrDown(List<Item> items, Shelf shelf, long left, RandomStream random)
    {
        var below = shelf.PriceUpTo(left);
        var above = shelf.PriceFrom(left);
        var price = above > below && random.Unit() * (above - below) < left - below ? above : below;
        if (price > 0)
            Take(items, shelf.Draw(price, price, random)!);
    }

    /// <summary>Takes a last unit that brings the list prices to the order's value or above it.</summary>
    private static void CoverWhole(List<Item> items, Shelf shelf, long left, long value, RandomStream random)
    {
        var covered = items.Sum(item => item.ListAmount);
        if (covered >= value && left < shelf.LowestPrice / 2)
            return;
        var price = shelf.PriceFrom(left);
        Take(items, shelf.Draw(price, price * 115 / 100, random)!);
    }

    private static void Take(List<Item> items, Style style)
    {
        if (items.Find(item => item.Style == style) is { } same)
            same.Quantity++;
        else
            items.Add(new(style));
    }

    /// <summary>
    /// Spreads what is paid over the items by their list prices. Each item gets the difference of two rounded running sums, so that
    /// the parts add up and none exceeds its list price.
    /// </summary>
    private static void Spread(List<Item> items, long paid)
    {
        var whole = items.Sum(item => item.ListAmount);
        long running = 0, spread = 0;
        foreach (var item in items)
        {
            running += item.ListAmount;
            var upTo = paid * running / whole;
            item.Amount = upTo - spread;
            spread = upTo;
        }
    }
}
