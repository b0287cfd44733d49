using Huitou.Connect;
using Huitou.Data;

namespace Huitou.Customers;

/// <summary>A value that a piece of evidence carries and by which people are recognised elsewhere.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Scope">Within what it is one person's: a platform, "shop:1"; empty where everywhere.</param>
/// <param name="Text">The value itself.</param>
internal readonly record struct CarriedValue(EvidenceKind Kind, string Scope, string Text)
{
    /// <summary>The attribute that a statement keeps it under.</summary>
    internal string Attribute => Scope.Length == 0 ? BuyerAttribute.Of(Kind) : $"{BuyerAttribute.Of(Kind)}:{Scope}";

    internal string Blind(Vault vault) => vault.Blind(Text, BuyerAttribute.Of(Kind));
}

/// <summary>What a buyer carries besides name, phone and e-mail.</summary>
internal static class CarriedIds
{
    /// <param name="named">The buyer as the source tells of them.</param>
    /// <param name="shop">The scope of the source's shop: that of ids of which nobody says more.</param>
    internal static IEnumerable<CarriedValue> Of(SourceBuyer named, string shop)
    {
        if (named.Ids is not { } ids) yield break;
        var platform = ids.Platform.Length > 0 ? ids.Platform : shop;
        if (ids.Card is { } card) yield return new(EvidenceKind.Card, "", card);
        if (ids.UnionId is { } union) yield return new(EvidenceKind.UnionId, "", union);
        // Of one app of WeChat, which is the shop's: another shop's may give the same text to somebody else.
        if (ids.OpenId is { } open) yield return new(EvidenceKind.OpenId, shop, open);
        if (ids.Omid is { } omid) yield return new(EvidenceKind.Omid, platform, omid);
        if (ids.Nickname is { } nickname) yield return new(EvidenceKind.Nickname, platform, nickname);
    }
}
