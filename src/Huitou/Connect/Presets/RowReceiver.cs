using Huitou.Connect.Regions;

namespace Huitou.Connect.Presets;

/// <summary>To whom and where the order of a row went. A file that maps none of it is asked once, not row by row.</summary>
internal sealed class RowReceiver(RowCells cells, Preset preset)
{
    internal const int MostName = 200;
    internal const int MostPhone = 40;
    internal const int MostAddress = 300;

    private readonly bool _isMapped = Fields.OfReceiver.Any(cells.IsMapped);
    private readonly RowPlaces _places = new(cells, (Field.ReceiverRegion, Field.ReceiverCity, Field.ReceiverDistrict), inAddress: false);
    private (string Address, PlaceName Place) _last = ("", PlaceName.None);

    /// <param name="ordered">Region, city and district that the row tells besides.</param>
    internal SourceReceiver? Read(in PlaceName ordered)
    {
        if (!_isMapped) return null;
        var (name, address) = (Told(Field.ReceiverName, MostName), AddressTold(out var isChanged));
        var phone = Told(Field.ReceiverPhone, MostPhone) is { Length: > 0 } told ? ContactText.Phone(told) ?? told : "";
        var place = _places.Read();
        if (place.IsNone && (isChanged || !preset.RegionInAddress)) place = OfAddress(address);
        // What the row tells of the buyer's place serves where the file has no columns for the receiver's.
        var receiver = new SourceReceiver(name, phone, address, place.IsNone && !cells.IsMapped(Field.ReceiverRegion) ? ordered : place);
        return receiver.IsPersonal || !place.IsNone ? receiver : null;
    }

    private string AddressTold(out bool isChanged)
    {
        var changed = preset.ChangedAddress.Length > 0 ? cells.Beside(preset.ChangedAddress) : "";
        isChanged = SaysSomething(changed);
        return isChanged ? RowCells.Cut(changed, MostAddress) : Told(Field.ReceiverAddress, MostAddress);
    }

    private string Told(Field field, int most) => SaysSomething(cells.Text(field)) ? cells.Cut(field, most) : "";

    /// <summary>Stars alone and ciphers tell nobody anything.</summary>
    private static bool SaysSomething(string text) => text.Length > 0 && !ContactText.IsCipher(text) && text.AsSpan().ContainsAnyExcept('*', '＊');

    /// <summary>The rows of an order stand together mostly, and tell the same.</summary>
    private PlaceName OfAddress(string address)
    {
        if (address.Length == 0) return PlaceName.None;
        if (address != _last.Address) _last = (address, preset.RegionInAddress ? AddressPlace.OfSteps(address) : AddressPlace.Of(address));
        return _last.Place;
    }
}
