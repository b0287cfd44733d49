namespace Huitou.Connect.Demo;

/// <summary>One style of the catalogue.</summary>
/// <param name="Code">The shop's code: brand tier, year, season, wave and number.</param>
/// <param name="Name">Brand, season, words of cut and fabric, kind of garment.</param>
/// <param name="Category">Path in the catalogue.</param>
/// <param name="ListPrice">In minor units.</param>
/// <param name="Launch">Index of the first day on which it is sold, counted from the shop's first; may be before it.</param>
/// <param name="End">Index of the first day on which it is no longer sold.</param>
/// <param name="Popularity">How gladly it is bought, against other styles.</param>
internal sealed record Style(string Code, string Name, string Category, long ListPrice, int Launch, int End, double Popularity)
{
    /// <summary>Made for mothers and grandmothers; bought as a present.</summary>
    public bool ForElders { get; init; }

    /// <summary>Days by which the launch is later in the north, and in the south: warm clothes sell first in the north, light ones in the south.</summary>
    public (int North, int South) Delay { get; init; }

    /// <summary>Popularity on a day: newness wears off, and what is left of a season is taken along.</summary>
    public double PopularityOn(int day) => Popularity * (day - Launch) switch { < 40 => 1.8, < 80 => 1.0, _ => 0.4 };

    public bool IsSold(int day, bool north)
    {
        var delay = north ? Delay.North : Delay.South;
        return day >= Launch + delay && day < End + delay;
    }
}
