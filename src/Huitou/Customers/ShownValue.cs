using Huitou.Connect;

namespace Huitou.Customers;

/// <summary>A value that a source tells of a piece of evidence with stars in it. It is kept to be shown, joins nobody and finds nobody.</summary>
/// <param name="Kind">What kind of value.</param>
/// <param name="Text">What the source shows of it.</param>
internal readonly record struct ShownValue(EvidenceKind Kind, string Text)
{
    private const string Prefix = "shown:";

    /// <summary>The attribute that a statement keeps it under: one of each kind, the newest.</summary>
    internal string Attribute => Prefix + BuyerAttribute.Of(Kind);

    /// <summary>Found in the text of statements that hold any.</summary>
    internal const string Sign = "\"" + Prefix;

    internal static bool Is(string attribute) => attribute.StartsWith(Prefix, StringComparison.Ordinal);

    internal static EvidenceKind KindOf(string attribute) => attribute[Prefix.Length..] switch
    {
        BuyerAttribute.Phone => EvidenceKind.Phone,
        BuyerAttribute.Email => EvidenceKind.Email,
        BuyerAttribute.Card => EvidenceKind.Card,
        BuyerAttribute.Nickname => EvidenceKind.Nickname,
        _ => EvidenceKind.SourceId,
    };

    internal static IEnumerable<ShownValue> Of(BuyerMasks masks)
    {
        if (masks.Id is { } id) yield return new(EvidenceKind.SourceId, id);
        if (masks.Phone is { } phone) yield return new(EvidenceKind.Phone, phone);
        if (masks.Email is { } email) yield return new(EvidenceKind.Email, email);
        if (masks.Card is { } card) yield return new(EvidenceKind.Card, card);
        if (masks.Nickname is { } nickname) yield return new(EvidenceKind.Nickname, nickname);
    }

    /// <summary>What a page shows of it: a source may have hidden little.</summary>
    internal string Masked => Kind == EvidenceKind.SourceId ? ContactMask.Id(Text) : EvidenceMask.Of(Kind, Text);
}
