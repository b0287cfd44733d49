using Huitou.Connect;
using Huitou.Customers;

namespace Huitou.Orders;

/// <summary>What a page shows of a receiver: the place is readable, and of the person enough to recognise somebody one knows.</summary>
internal static class ReceiverMask
{
    internal static SourceReceiver Of(SourceReceiver receiver) => receiver with
    {
        Name = NameMask.Of(receiver.Name),
        Phone = receiver.Phone.Length > 0 ? ContactMask.Phone(receiver.Phone) : "",
        Address = receiver.Address.Length > 0 ? "***" : "",
    };

    /// <summary>The same field by field.</summary>
    internal static IEnumerable<(string Field, string Value)> Told(SourceReceiver receiver)
    {
        var masked = Of(receiver);
        return
        [
            (Fields.Key(Field.ReceiverName), masked.Name), (Fields.Key(Field.ReceiverPhone), masked.Phone), (Fields.Key(Field.ReceiverRegion), masked.Place.Region),
            (Fields.Key(Field.ReceiverCity), masked.Place.City), (Fields.Key(Field.ReceiverDistrict), masked.Place.District), (Fields.Key(Field.ReceiverAddress), masked.Address),
        ];
    }
}
