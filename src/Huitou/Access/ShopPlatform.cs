namespace Huitou.Access;

/// <summary>The platforms that a shop can be on, by the names under which ids of their people are compared.</summary>
public static class ShopPlatform
{
    /// <summary>A shop of its own: ids and nicknames whose platform nobody says are compared within it alone.</summary>
    public const string None = "";

    public static IReadOnlyList<string> All { get; } =
        ["taobao", "jd", "pinduoduo", "douyin", "kuaishou", "xiaohongshu", "weixin", "youzan", "1688", "vip", "shopify", "woocommerce"];

    internal static Refusal? Fault(string platform) => platform == None || All.Contains(platform) ? null
        : new(ProblemCode.InvalidField, $"'{platform}' is no platform. Give {string.Join(", ", All)}, or nothing.", "platform");
}
