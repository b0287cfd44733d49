namespace Huitou.Connect.Regions;

/// <summary>
/// The administrative divisions of China with the forms in which files name them. Names in Latin letters and short forms of counties count only
/// within a province that is told: elsewhere too much is called so.
/// </summary>
internal static class DivisionTable
{
    private static readonly string[] ProvinceWords = [" Province", " Sheng", " Municipality", " City", " Shi", " Autonomous Region", " SAR", " Special Administrative Region"];
    private static readonly string[] CityWords = [" City", " Shi", " Prefecture"];

    /// <summary>In the sequence of their codes.</summary>
    internal static readonly List<Province> Provinces = [];

    /// <summary>Provinces by all their forms.</summary>
    internal static readonly Forms<Province> Named = new();

    /// <summary>Those that ISO 3166-1 has a code for, by it.</summary>
    internal static readonly Forms<Province> ByCode = new();

    /// <summary>Cities of all China by their Chinese names.</summary>
    internal static readonly Forms<City> Cities = new();

    /// <summary>Cities of all China in Latin letters: for who lives in China.</summary>
    internal static readonly Forms<City> LatinCities = new();

    /// <summary>Cities of county level, such as 昆山, which people call cities and forms do not.</summary>
    internal static readonly Forms<County> CountyCities = new();

#pragma warning disable CA1810 // The tables are filled in several passes over one file.
    static DivisionTable()
#pragma warning restore CA1810
    {
        var cities = new List<(City City, string[] Cells)>();
        foreach (var line in PlaceFile.Lines("divisions.txt"))
        {
            var cells = line.TrimStart().Split('|');
            if (line[0] != ' ') AddProvince(cells);
            else cities.Add((new City(cells[0], cells[1], Provinces[^1]), cells));
        }
        foreach (var (city, cells) in cities) AddCity(city, cells[2].Split(','));
        foreach (var (city, cells) in cities)
            foreach (var name in cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)) AddCounty(new County(name, city));
    }

    private static void AddProvince(string[] cells)
    {
        var province = new Province(cells[0], cells[1], cells[3]);
        string[] latin = [cells[3], .. cells[4].Split(',')];
        Provinces.Add(province);
        Named.Add(province, [cells[0], cells[1], .. cells[2].Split(','), .. latin, .. latin.SelectMany(name => ProvinceWords.Select(word => name.Length > 0 ? name + word : ""))]);
        foreach (var code in cells[5].Split(',')) (code.Contains('-', StringComparison.Ordinal) ? Named : ByCode).Add(province, code);
    }

    private static void AddCity(City city, string[] latin)
    {
        string[] chinese = [city.Name, city.Short, city.Name.EndsWith("自治州", StringComparison.Ordinal) ? city.Short + "州" : ""];
        string[] letters = [.. latin, .. latin.SelectMany(name => CityWords.Select(word => name + word))];
        if (city.Short == city.Province.Short && city.Name == city.Province.Name || city.Province.Name.EndsWith("特别行政区", StringComparison.Ordinal)) city.Province.Itself = city;
        city.Province.Cities.Add(city, [.. chinese, .. letters]);
        // What is called as a province elsewhere is called, such as 海南 in 青海, may be that.
        Cities.Add(city, chinese.Where(form => Named[form] is not { } other || other == city.Province));
        LatinCities.Add(city, letters);
    }

    private static void AddCounty(County county)
    {
        var (city, province) = (county.City, county.City.Province);
        var called = county.Name.Length > 2 ? county.Name[..^1] : "";
        city.Counties.Add(county, county.Name, called == city.Short ? "" : called);
        province.Counties.Add(county, county.Name, Cities[called] is null ? called : "");
        if (county.Name[^1] == '市') CountyCities.Add(county, county.Name, Cities[called] is null && Named[called] is null ? called : "");
    }
}
