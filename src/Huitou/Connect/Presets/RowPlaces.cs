using Huitou.Connect.Regions;

namespace Huitou.Connect.Presets;

/// <summary>The place that three columns of a row tell. Rows repeat few places, so each is found out once.</summary>
internal sealed class RowPlaces
{
    private const int MostPlaces = 20_000;
    private const int MostSigns = 100;

    private readonly RowCells _cells;
    private readonly (Field Region, Field City, Field District) _fields;
    private readonly bool _inAddress;
    private readonly bool _isCountry;
    private readonly Dictionary<PlaceName, PlaceName> _told = [];
    private readonly Dictionary<string, PlaceName> _addresses = [];
    private (PlaceName Told, PlaceName Place) _last;
    private readonly Dictionary<string, PlaceName>.AlternateLookup<ReadOnlySpan<char>> _heads;

    /// <param name="cells">The row.</param>
    /// <param name="fields">The columns.</param>
    /// <param name="inAddress">They are one, which holds an address.</param>
    internal RowPlaces(RowCells cells, (Field Region, Field City, Field District) fields, bool inAddress)
    {
        (_cells, _fields, _inAddress) = (cells, fields, inAddress);
        var header = cells.Header(fields.Region);
        _isCountry = header.Contains("country", StringComparison.OrdinalIgnoreCase) || header.Contains('国', StringComparison.Ordinal);
        _heads = _addresses.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Of a row that tells it in columns of their own, or in the address of the order.</summary>
    internal PlaceName Read()
    {
        if (_inAddress) return OfAddress(_cells.Text(_fields.Region));
        var told = new PlaceName(_cells.Cut(_fields.Region, MostSigns), _cells.Cut(_fields.City, MostSigns), _cells.Cut(_fields.District, MostSigns));
        if (told.IsNone) return told;
        // The rows of an order stand together mostly, and tell the same.
        if (told != _last.Told) _last = (told, Known(told));
        return _last.Place;
    }

    /// <summary>The same; where the row tells no place, by the address of the buyer.</summary>
    internal PlaceName Read(string address) => Read() is { IsNone: false } place ? place : AddressPlace.Of(address);

    private PlaceName Known(PlaceName told)
    {
        if (_told.TryGetValue(told, out var known)) return known;
        if (_told.Count == MostPlaces) _told.Clear();
        return _told[told] = PlaceNames.Of(told, _isCountry);
    }

    private PlaceName OfAddress(string address)
    {
        var head = AddressPlace.Head(address);
        if (_heads.TryGetValue(head, out var known)) return known;
        if (_addresses.Count == MostPlaces) _addresses.Clear();
        var text = head.ToString();
        return _addresses[text] = AddressPlace.OfSteps(text);
    }
}
