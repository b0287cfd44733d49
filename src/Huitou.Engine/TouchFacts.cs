namespace Huitou.Engine;

/// <summary>One meeting of a customer and a shop.</summary>
/// <param name="Day">The civil day in the shop's zone.</param>
/// <param name="Minute">The minute of that day, 0 to 1,439.</param>
/// <param name="Kind">What it was, 1 to <see cref="MostKinds"/>: a code of the caller's.</param>
/// <param name="Shop">The shop's id, 1 to 65,535.</param>
/// <param name="Channel">Code in the ledger's channel dictionary; 0 is unknown.</param>
/// <param name="Product">The product's id; 0 where it was about none.</param>
/// <param name="Rating">1 to <see cref="MostStars"/>; 0 where none was given.</param>
public readonly record struct TouchFacts(DateOnly Day, int Minute, int Kind, int Shop, int Channel, int Product, int Rating)
{
    /// <summary>The highest code of a kind.</summary>
    public const int MostKinds = 31;

    /// <summary>The best rating.</summary>
    public const int MostStars = 5;
}

/// <summary>What the touches of one kind in one shop and channel come to over a customer's whole life.</summary>
/// <param name="Kind">What they were.</param>
/// <param name="Shop">The shop's id.</param>
/// <param name="Channel">Code in the channel dictionary.</param>
/// <param name="First">The day of the first.</param>
/// <param name="Last">The day of the last.</param>
/// <param name="Count">How many.</param>
public readonly record struct TouchLife(int Kind, int Shop, int Channel, DateOnly First, DateOnly Last, int Count)
{
    /// <summary>What all touches of a customer come to, by kind, shop and channel.</summary>
    public static IReadOnlyList<TouchLife> Of(IEnumerable<TouchFacts> touches)
    {
        var lives = new SortedDictionary<(int, int, int), TouchLife>();
        foreach (var touch in touches)
        {
            var key = (touch.Kind, touch.Shop, touch.Channel);
            lives[key] = lives.TryGetValue(key, out var life)
                ? life with { First = touch.Day < life.First ? touch.Day : life.First, Last = touch.Day > life.Last ? touch.Day : life.Last, Count = life.Count + 1 }
                : new TouchLife(touch.Kind, touch.Shop, touch.Channel, touch.Day, touch.Day, 1);
        }

        return lives.Count == 0 ? [] : [.. lives.Values];
    }
}

/// <summary>For how long a ledger keeps touches one by one: views and clicks are many, and what they say grows old soon.</summary>
public static class TouchWindow
{
    /// <summary>So many days, the newest included.</summary>
    public const int Days = 180;

    /// <summary>The first day of the window that ends with a day.</summary>
    public static DateOnly FirstDay(DateOnly newest) => Before(newest, Days - 1);

    /// <summary>The first day to keep while it is a day in Greenwich: no shop's day is more than one behind.</summary>
    public static DateOnly KeptFrom(DateOnly greenwich) => Before(greenwich, Days);

    private static DateOnly Before(DateOnly day, int days) => day.DayNumber < days ? DateOnly.MinValue : day.AddDays(-days);
}
