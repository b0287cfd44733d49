namespace Huitou.Connect.Demo;

/// <summary>A way in which the shop sells.</summary>
/// <param name="Name">As the source names it.</param>
/// <param name="Share">Its weight on an ordinary day.</param>
/// <param name="RefundChance">Chance that an order of it is refunded, wholly or in part: who buys on impulse sends back.</param>
internal sealed record SalesChannel(string Name, double Share, double RefundChance)
{
    public static readonly SalesChannel Search = new("搜索", 0.36, 0.14);
    public static readonly SalesChannel Live = new("直播", 0.24, 0.26);
    public static readonly SalesChannel GroupSale = new("聚划算", 0.06, 0.17);
    public static readonly SalesChannel MiniProgram = new("小程序", 0.20, 0.11);
    public static readonly SalesChannel Store = new("门店", 0.30, 0.05);

    private static readonly SalesChannel[] All = [Search, Live, GroupSale, MiniProgram, Store];

    /// <summary>The channel of a purchase, by its hour, by the shop's age, by what is on and by where the buyer lives.</summary>
    /// <param name="hour">Hour of the day.</param>
    /// <param name="age">Share of the shop's life that has passed: live selling is young and grows.</param>
    /// <param name="promotion">Whether a promotion is on.</param>
    /// <param name="hasStore">Whether there is a store where the buyer lives.</param>
    /// <param name="random">The order's stream.</param>
    public static SalesChannel Draw(int hour, double age, bool promotion, bool hasStore, RandomStream random)
    {
        var evening = hour is >= 19 and < 24;
        var open = hour is >= 10 and < 21;
        return All[random.Weighted(
        [
            Search.Share,
            Live.Share * (0.5 + age) * (evening ? 2 : 0.7),
            GroupSale.Share * (promotion ? 4 : 1),
            MiniProgram.Share,
            hasStore && open ? Store.Share : 0,
        ])];
    }

    /// <summary>The share taken off the list price; 0 for none.</summary>
    public double Off(bool dealDriven, Promotion? promotion, RandomStream random)
    {
        if (random.Chance(promotion is not null || this == GroupSale ? 0.08 : dealDriven ? 0.10 : 0.55))
            return 0;
        if (promotion is not null)
            return random.Between(promotion.LeastOff, promotion.MostOff);
        return this == GroupSale || dealDriven ? random.Between(0.15, 0.40) : random.Between(0.05, 0.20);
    }
}
