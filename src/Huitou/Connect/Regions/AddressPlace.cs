namespace Huitou.Connect.Regions;

/// <summary>The place at the beginning of a Chinese address, blanks between its steps or none: 浙江省杭州市西湖区文三路1号.</summary>
internal static class AddressPlace
{
    private const int MostSigns = 60;
    private const int MostStep = 100;

    /// <summary>What streets are called on: 南京路, 北京东路 and 吉林大街 lie in other cities.</summary>
    private const string StreetSigns = "路街道巷弄里大东西南北中";

    /// <summary>The place of an address; nothing where it does not begin with one.</summary>
    internal static PlaceName Of(string address) => Begin(address) is { Length: > 0 } text && !char.IsAscii(text[0]) ? Read(text, whole: false) : PlaceName.None;

    /// <summary>The same of a text that tells the place alone.</summary>
    internal static PlaceName Whole(string path) => Read(Begin(path), whole: true);

    /// <summary>
    /// The place of an address whose steps are parted by blanks, as platforms write them. Steps that are not known stay as they are told; addresses
    /// in one piece tell what is known, masked ones nothing.
    /// </summary>
    internal static PlaceName OfSteps(string address)
    {
        var known = Of(address);
        var steps = address.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        if (known.City.Length == 0)
        {
            var (region, city) = (Step(steps, 0), Step(steps, 1));
            return region.Length == 0 ? known : PlaceNames.Of(new(region, city));
        }
        var district = steps.Length > 2 ? steps[2] : "";
        return known.District.Length == 0 && IsDistrict(district) && PlaceNames.Of(new(steps[0], steps[1])) == known ? known with { District = district } : known;
    }

    /// <summary>What of an address in steps tells the place: addresses of one district share it.</summary>
    internal static ReadOnlySpan<char> Head(string address)
    {
        var ended = 0;
        for (var i = 1; i < address.Length; i++)
            if (address[i] == ' ' && address[i - 1] != ' ' && ++ended == 3) return address.AsSpan(0, i + 1);
        return address;
    }

    /// <summary>A step that another follows.</summary>
    private static string Step(string[] steps, int step) => steps.Length > step + 1 && steps[step].Length <= MostStep && !steps[step].Contains('*', StringComparison.Ordinal) ? steps[step] : "";

    /// <summary>A district that the table does not know: a new one, or one that is no more.</summary>
    private static bool IsDistrict(string step) => step.Length is > 1 and <= MostStep && step[^1] is '区' or '县' or '旗' or '市' && !step.EndsWith("小区", StringComparison.Ordinal);

    private static string Begin(string address)
    {
        var text = PlaceText.Steps(address.Length > MostSigns ? address[..MostSigns] : address);
        return text.StartsWith("中华人民共和国", StringComparison.Ordinal) ? text[7..].TrimStart() : text.StartsWith("中国", StringComparison.Ordinal) ? text[2..].TrimStart() : text;
    }

    private static PlaceName Read(ReadOnlySpan<char> text, bool whole)
    {
        var place = FromProvince(text, out var rest);
        if (place.IsNone) place = FromCity(text, out rest);
        return whole && rest.Length > 0 ? PlaceName.None : PlaceNames.Of(place);
    }

    private static PlaceName FromProvince(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        rest = Taken(text, DivisionTable.Named, out var province);
        if (province is null) return PlaceName.None;
        var sure = IsSure(text, rest, province.Name);
        var inCity = Unnamed(Taken(rest, province.Cities, out var city));
        var inCounty = Whole(inCity, city?.Counties ?? province.Counties, out var county);
        if (city is not null && county is null && !IsSure(rest, inCity, city.Name) && StreetSigns.Contains(inCity[0], StringComparison.Ordinal))
        {
            city = null;
            inCounty = rest;
        }
        if (!sure && city is null && county is null) return PlaceName.None;
        rest = inCounty;
        return new(province.Short, city?.Short ?? "", county?.Name ?? "");
    }

    private static PlaceName FromCity(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        rest = Taken(text, DivisionTable.Cities, out var city);
        if (city is not null)
        {
            var sure = IsSure(text, rest, city.Name);
            rest = Whole(rest, city.Counties, out var within);
            return sure || within is not null ? new(city.Province.Short, city.Short, within?.Name ?? "") : PlaceName.None;
        }
        rest = Whole(text, DivisionTable.CountyCities, out var county);
        return county is null ? PlaceName.None : new(county.City.Province.Short, county.City.Short, county.Name);
    }

    /// <summary>What is behind the name with which a text begins, and the blank after it.</summary>
    private static ReadOnlySpan<char> Taken<T>(ReadOnlySpan<char> text, Forms<T> forms, out T? named)
        where T : class => text[forms.Begins(text, out named)..].TrimStart(' ');

    /// <summary>The same of a county, by its whole name alone: its short one may begin a street's.</summary>
    private static ReadOnlySpan<char> Whole(ReadOnlySpan<char> text, Forms<County> forms, out County? named)
    {
        var length = forms.Begins(text, out named);
        if (named is not null && length != named.Name.Length) named = null;
        return named is null ? text : text[length..].TrimStart(' ');
    }

    /// <summary>Passes the step without a name that stands between municipalities and their districts.</summary>
    private static ReadOnlySpan<char> Unnamed(ReadOnlySpan<char> text) => text.StartsWith("市辖区") ? text[3..].TrimStart(' ') : text;

    /// <summary>Whether it is the whole name, or stands by itself: a short one that something follows may begin another name.</summary>
    private static bool IsSure(ReadOnlySpan<char> text, ReadOnlySpan<char> rest, string name) =>
        rest.Length == 0 || text[..^rest.Length] is var taken && (taken[^1] == ' ' || taken.Length == name.Length);
}
