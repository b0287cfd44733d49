using Huitou.Connect.Regions;

namespace Huitou.Connect;

/// <summary>To whom and where an order went, as its source tells it. A receiver is not the buyer, and nobody is recognised by it.</summary>
/// <param name="Name">Who received it; empty, as each text here, where it is not told.</param>
/// <param name="Phone">E.164 where it is whole, else as it is told: "138****0001".</param>
/// <param name="Address">The address, stars in it as they are told.</param>
/// <param name="Place">Region, city and district, as far as they are told.</param>
public sealed record SourceReceiver(string Name, string Phone, string Address, PlaceName Place)
{
    /// <summary>Whether it tells of a person, and not of a place alone.</summary>
    internal bool IsPersonal => Name.Length > 0 || Phone.Length > 0 || Address.Length > 0;

    /// <summary>Whether stars stand in the address.</summary>
    internal bool IsMasked => Address.AsSpan().ContainsAny('*', '＊');

    /// <summary>What stays of the receiver of somebody who was erased: the place, for statistics.</summary>
    internal SourceReceiver? Erased() => Place.IsNone ? null : new("", "", "", Place);
}
