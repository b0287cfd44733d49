using Huitou.Access;
using Huitou.Data;

namespace Huitou.Customers.Identity;

/// <summary>What of the rules of who is who an installation sets itself.</summary>
/// <param name="MostCarriers">How many pieces of evidence may carry a value before it is nobody's own.</param>
public sealed record IdentityRules(int MostCarriers = Resolver.MostCarriers)
{
    /// <summary>One carrier joins nobody, so that fewer than two would be no rule.</summary>
    public const int FewestCarriers = 2;

    /// <summary>More than that no person goes by, and a shop's phone does.</summary>
    public const int MostOfCarriers = 1_000;

    internal const string Key = "identity";

    internal static IdentityRules Parse(string? stored) => Settings.Parse(stored, new IdentityRules());

    internal static async Task<IdentityRules> ReadAsync(HuitouDb db, CancellationToken cancel) => Parse(await Settings.StoredAsync(db, Key, cancel));
}
