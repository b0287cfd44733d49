namespace Huitou.Connect.Regions;

/// <summary>A region in both languages of the pages.</summary>
/// <param name="Name">As it is kept.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record RegionWords(string Name, string Zh, string En);

/// <summary>
/// One name for each place. In China the short names of provinces and cities and whole names of districts: 浙江, 杭州, 西湖区; elsewhere the
/// English name of the country. What is not known stays as it is told, and nothing is guessed: a level follows only from what names it alone.
/// </summary>
public static class PlaceNames
{
    /// <summary>The regions that have a name in both languages. Georgia is not among them: it may be the state.</summary>
    public static IReadOnlyList<RegionWords> Regions { get; } =
    [
        .. DivisionTable.Provinces.Select(province => new RegionWords(province.Short, province.Short, province.English)),
        .. CountryTable.Countries.Where(country => country.Code != "GE").Select(country => new RegionWords(country.Name, country.Chinese, country.Name)),
    ];

    /// <summary>The name of a region alone.</summary>
    public static string Region(string text)
    {
        var told = PlaceText.Told(text);
        return DivisionTable.Named[told]?.Short ?? CountryTable.Find(told, codes: false)?.Name ?? told;
    }

    /// <param name="told">As a file or a person writes it.</param>
    /// <param name="isCountry">The region is told as a country: then its codes are known too.</param>
    internal static PlaceName Of(PlaceName told, bool isCountry = false)
    {
        var place = new PlaceName(PlaceText.Told(told.Region), PlaceText.Told(told.City), PlaceText.Told(told.District));
        if (place.IsNone) return place;
        if (place.Region.Length == 0) return FromCity(place, isChina: false);
        if (ProvinceOf(place.Region, isCountry) is { } province) return Within(province, place);
        if (CountryTable.Find(place.Region, isCountry) is not { } country) return FromPath(place);
        return country == CountryTable.China ? FromCity(place with { Region = country.Name }, isChina: true) : place with { Region = country.Name };
    }

    /// <summary>Whether the district is known to lie in the city.</summary>
    internal static bool IsKnown(PlaceName place) => DivisionTable.Named[place.Region]?.Cities[place.City]?.Counties[place.District] is not null;

    private static Province? ProvinceOf(string text, bool isCountry) => DivisionTable.Named[text] ?? (isCountry ? DivisionTable.ByCode[text] : null);

    /// <summary>The province follows from the city where there is one of that name only.</summary>
    private static PlaceName FromCity(PlaceName place, bool isChina)
    {
        if (DivisionTable.Cities[place.City] is { } city) return Within(city.Province, place);
        if (DivisionTable.CountyCities[place.City] is { } county) return Within(county.City.Province, place);
        if (isChina && DivisionTable.LatinCities[place.City] is { } latin) return Within(latin.Province, place);
        var province = DivisionTable.Named[place.City];
        return province is not null && (isChina || PlaceText.Folded(province.Name) == PlaceText.Folded(place.City)) ? Within(province, place with { City = "" }) : place;
    }

    private static PlaceName Within(Province province, PlaceName place)
    {
        var named = place with { Region = province.Short };
        if (place.City.Length == 0) return OfDistrict(province, named);
        if (province.Cities[place.City] is { } city) return named with { City = city.Short, District = DistrictOf(city, place.District) };
        // A district in the place of the city, unless something smaller stands in the place of the district.
        return province.Counties[place.City] is { } county && (place.District.Length == 0 || county.City.Counties[place.District] == county) ? Of(county) : named;
    }

    private static PlaceName OfDistrict(Province province, PlaceName place)
    {
        if (province.Itself is { } itself) return place with { City = itself.Short, District = DistrictOf(itself, place.District) };
        // Cities that a province governs directly are told in the place of a district.
        if (province.Cities[place.District] is { } city) return place with { City = city.Short, District = "" };
        return province.Counties[place.District] is { } county ? Of(county) : place;
    }

    private static PlaceName Of(County county) => new(county.City.Province.Short, county.City.Short, county.Name);

    /// <summary>Cities without districts are told twice.</summary>
    private static string DistrictOf(City city, string district) =>
        city.Counties[district]?.Name ?? (city.Province.Cities[district] == city ? "" : district);

    /// <summary>All steps in the place of the region: 浙江省杭州市.</summary>
    private static PlaceName FromPath(PlaceName place)
    {
        var path = AddressPlace.Whole(place.Region);
        if (path.IsNone) return place;
        if (place.City.Length == 0) return Of(path with { District = path.District.Length > 0 ? path.District : place.District });
        var within = Of(place with { Region = path.Region });
        return path.City.Length == 0 || within.City == path.City ? within : place;
    }
}
