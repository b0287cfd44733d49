namespace Huitou.Connect.Presets;

/// <summary>The names that platforms go by in files, each to the one under which ids of it are compared.</summary>
internal static class PlatformWords
{
    private const int Most = 40;

    private static readonly Dictionary<string, string> Known = new Dictionary<string, string[]>
    {
        ["taobao"] = ["taobao", "tmall", "淘宝", "天猫", "淘宝网", "淘系", "淘宝/天猫", "淘宝天猫"],
        ["jd"] = ["jd", "jingdong", "京东", "京东商城"],
        ["pinduoduo"] = ["pinduoduo", "pdd", "拼多多"],
        ["douyin"] = ["douyin", "抖音", "抖店", "抖音小店"],
        ["kuaishou"] = ["kuaishou", "快手", "快手小店"],
        ["xiaohongshu"] = ["xiaohongshu", "red", "小红书"],
        ["weixin"] = ["weixin", "wechat", "微信", "微信小店", "视频号", "视频号小店"],
        ["youzan"] = ["youzan", "有赞"],
        ["1688"] = ["1688", "阿里巴巴"],
        ["vip"] = ["vip", "唯品会"],
        ["shopify"] = ["shopify"],
        ["woocommerce"] = ["woocommerce", "woo"],
    }.SelectMany(platform => platform.Value.Select(word => (word, platform.Key))).ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that go by known names.</summary>
    internal static IEnumerable<string> Names => Known.Values.Distinct();

    /// <summary>One that is not known goes by its own name; null where that is none: a colon would look like the scope of a shop.</summary>
    internal static string? Of(string text) =>
        Known.TryGetValue(text, out var platform) ? platform : text.Length > Most || text.Contains(':', StringComparison.Ordinal) ? null : text.ToLowerInvariant();
}
