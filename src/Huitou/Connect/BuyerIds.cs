namespace Huitou.Connect;

/// <summary>By what a buyer is known beyond the source: each null where the row does not say, or masks it.</summary>
/// <param name="Card">The firm's own member card.</param>
/// <param name="UnionId">WeChat's id of the person for all apps of a firm.</param>
/// <param name="OpenId">WeChat's id of the person for one app.</param>
/// <param name="Omid">A platform's id of the person for all shops of a merchant.</param>
/// <param name="Nickname">The name on a platform, where it is nobody else's.</param>
/// <param name="Platform">Which platform <paramref name="Omid"/> and <paramref name="Nickname"/> are of: "taobao"; empty where nobody says.</param>
public sealed record BuyerIds(string? Card, string? UnionId, string? OpenId, string? Omid, string? Nickname, string Platform);
