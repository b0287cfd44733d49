namespace Huitou.Connect.Demo;

/// <summary>
/// The shop's styles: basics that are always there and eighteen new ones a season, launched in three waves and sold for four
/// months. A season's styles depend on the seed and the season alone, not on the shop's first day.
/// </summary>
internal sealed class Catalogue
{
    private const int StylesPerWave = 6, LifeDays = 120, Fortnight = 15;

    private static readonly string[] Cuts =
        ["宽松", "修身", "短款", "中长款", "高腰", "圆领", "V领", "显瘦", "法式", "通勤", "复古", "小香风", "韩版", "气质", "慵懒", "简约"];

    private static readonly (string Letter, string Name, double Price, double Share)[] Brands =
        [("HX", "小回", 0.8, 0.35), ("HT", "回头", 1.0, 0.45), ("HZ", "回头·臻", 1.55, 0.20)];

    /// <summary>Given away with an order or sent alone: no price, no stock taken.</summary>
    public static readonly (string Code, string Name)[] Gifts =
        [("ZP01", "赠品 真丝发圈"), ("ZP02", "赠品 帆布袋"), ("ZP03", "赠品 天鹅绒丝袜"), ("ZP04", "赠品 护手霜小样"), ("ZP05", "赠品 香薰卡")];

    public const string GiftCategory = "赠品";

    private readonly DateOnly _first;
    private readonly long _seed;
    private readonly List<Style> _styles = [];
    private readonly HashSet<string> _names = [];

    public Catalogue(long seed, DateOnly first, int days)
    {
        _seed = seed;
        _first = first;
        AddBasics(days);
        // The shop opens with what it has of the season before.
        for (var year = first.Year - 1; year <= first.AddDays(days).Year; year++)
            foreach (var season in Season.All)
                AddSeason(season, year, days);
    }

    public IReadOnlyList<Style> Styles => _styles;

    private void AddSeason(Season season, int year, int days)
    {
        var random = new RandomStream(_seed, StreamUse.Catalogue, (ulong)(year * 4 + season.Number));
        for (var wave = 0; wave < season.Waves.Length; wave++)
        {
            var (month, day) = season.Waves[wave];
            var launch = new DateOnly(year, month, day).DayNumber - _first.DayNumber;
            for (var number = 1; number <= StylesPerWave; number++)
            {
                // Drawn before the test, so that the season's later styles do not depend on the shop's first day.
                var style = Draw(random, season, year, wave, number) with { Launch = launch, End = launch + LifeDays };
                if (style.End > 0 && launch < days)
                    _styles.Add(style);
            }
        }
    }

    private Style Draw(RandomStream random, Season season, int year, int wave, int number)
    {
        var elders = number == StylesPerWave;
        var garment = elders ? random.Pick<Garment>(Garment.OfElders) : random.Pick<Garment>(Garment.Of(season.Number));
        var brand = Brands[random.Weighted([.. Brands.Select(b => b.Share)])];
        var fabric = random.Pick<string>(garment.Fabrics);
        var name = $"{brand.Name} {year % 100:00}{season.Name}{random.Pick<string>(Cuts)}{fabric}{garment.Name}";
        while (!_names.Add(name))
            name = $"{brand.Name} {year % 100:00}{season.Name}{random.Pick<string>(Cuts)}{random.Pick<string>(Cuts)}{fabric}{garment.Name}";
        var price = PriceTag(random.Between(garment.Least, garment.Most) * brand.Price);
        var code = $"{brand.Letter}{year % 100:00}{season.Letter}{wave + 1}{number:00}";
        return new(code, name, garment.Category, price, 0, 0, 0.3 + random.Exponential())
        {
            ForElders = elders,
            Delay = season.IsWarm ? (Fortnight, 0) : (0, Fortnight),
        };
    }

    private void AddBasics(int days)
    {
        var random = new RandomStream(_seed, StreamUse.Catalogue, 0);
        var number = 0;
        foreach (var garment in Garment.Basics)
            foreach (var fabric in garment.Fabrics)
            {
                var price = PriceTag(random.Between(garment.Least, garment.Most));
                var code = $"HJ{++number:000}";
                _styles.Add(new(code, $"回头 {fabric}{garment.Name}", garment.Category, price, 0, days, 0.1 + random.Unit() / 3)
                {
                    ForElders = garment.ForElders,
                });
            }
    }

    /// <summary>Shops price at 9: 89, 129, 459.</summary>
    private static long PriceTag(double yuan) => ((long)(yuan / 10) * 10 + 9) * 100;
}
