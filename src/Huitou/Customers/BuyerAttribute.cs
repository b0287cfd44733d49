namespace Huitou.Customers;

/// <summary>The attributes that a statement can hold besides name, region and city.</summary>
internal static class BuyerAttribute
{
    internal const string Id = "id";
    internal const string Phone = "phone";
    internal const string Email = "email";
    internal const string Address = "address";
    internal const string District = "district";
    internal const string Birthday = "birthday";
    internal const string Gender = "gender";
    internal const string Tags = "tags";
    internal const string JoinedAt = "joinedAt";

    /// <summary>Those that lie in the database sealed.</summary>
    internal static bool IsSealed(string attribute) => attribute is Phone or Email or Address or Birthday;

    /// <summary>What a name of that kind is.</summary>
    internal static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.SourceId => Id,
        EvidenceKind.Phone => Phone,
        EvidenceKind.Email => Email,
    };
}
