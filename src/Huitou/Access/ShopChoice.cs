using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Access;

/// <summary>The shops that an owner lets a user or a token see.</summary>
internal static class ShopChoice
{
    /// <summary>What is wrong with the choice; null where nothing is. No shops named means all of them.</summary>
    internal static async Task<Refusal?> FaultAsync(HuitouDb db, Role role, IReadOnlyList<int>? shops, CancellationToken cancel)
    {
        if (shops is null) return null;
        if (role == Role.Owner) return new Refusal(ProblemCode.InvalidField, "Owners see all shops. Give null, or another role.", "shops");
        if (shops.Count == 0) return new Refusal(ProblemCode.InvalidField, "Name at least one shop, or give null for all.", "shops");
        var known = await db.Shops.Select(shop => shop.Id).ToListAsync(cancel);
        return shops.Except(known).Select(id => (int?)id).FirstOrDefault() is { } unknown ? new Refusal(ProblemCode.InvalidField, $"There is no shop {unknown}.", "shops") : null;
    }

    /// <summary>The choice as it is kept.</summary>
    internal static int[]? Kept(IReadOnlyList<int>? shops) => DataScope.Of(shops).Shops;
}
