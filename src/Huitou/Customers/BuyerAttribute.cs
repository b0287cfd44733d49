using System.Globalization;

namespace Huitou.Customers;

/// <summary>The attributes that a statement can hold besides name, region and city.</summary>
internal static class BuyerAttribute
{
    internal const string Id = "id";
    internal const string Phone = "phone";
    internal const string Email = "email";
    internal const string Card = "card";
    internal const string UnionId = "unionId";
    internal const string OpenId = "openId";
    internal const string Omid = "omid";
    internal const string Nickname = "platformNickname";
    internal const string Address = "address";
    private const string FurtherAddress = $"{Address}:";
    internal const string District = "district";
    internal const string Birthday = "birthday";
    internal const string Gender = "gender";
    internal const string Tags = "tags";
    internal const string JoinedAt = "joinedAt";

    /// <summary>Those that lie in the database sealed.</summary>
    internal static bool IsSealed(string attribute) => attribute is Birthday || IsAddress(attribute) || ShownValue.Is(attribute) || Carried(attribute) is not null;

    /// <summary>Whether it is an address: the newest that a statement holds, or one that it holds besides, "address:2".</summary>
    internal static bool IsAddress(string attribute) => attribute == Address || IsFurtherAddress(attribute);

    internal static bool IsFurtherAddress(string attribute) => attribute.StartsWith(FurtherAddress, StringComparison.Ordinal);

    /// <summary>What a statement holds an address under that is not its newest.</summary>
    /// <param name="number">From 2 on.</param>
    internal static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{FurtherAddress}{number}");

    /// <summary>What a name of that kind is.</summary>
    internal static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.SourceId => Id,
        EvidenceKind.Phone => Phone,
        EvidenceKind.Email => Email,
        EvidenceKind.Card => Card,
        EvidenceKind.UnionId => UnionId,
        EvidenceKind.OpenId => OpenId,
        EvidenceKind.Omid => Omid,
        EvidenceKind.Nickname => Nickname,
    };

    /// <summary>What an attribute is without the scope behind it: "platformNickname" of "platformNickname:taobao".</summary>
    internal static string Base(string attribute) => attribute.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? attribute[..at] : attribute;

    /// <summary>The value that an attribute holds, without its text, where people are recognised by it; else null.</summary>
    internal static CarriedValue? Carried(string attribute)
    {
        // Most are these, and there is one for every order.
        if (attribute == Phone) return new(EvidenceKind.Phone, "", "");
        if (attribute == Email) return new(EvidenceKind.Email, "", "");
        var of = Base(attribute);
        EvidenceKind? kind = of switch
        {
            Card => EvidenceKind.Card,
            UnionId => EvidenceKind.UnionId,
            OpenId => EvidenceKind.OpenId,
            Omid => EvidenceKind.Omid,
            Nickname => EvidenceKind.Nickname,
            _ => null,
        };
        return kind is { } known ? new(known, of.Length == attribute.Length ? "" : attribute[(of.Length + 1)..], "") : null;
    }
}
