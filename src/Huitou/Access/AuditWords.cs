using System.Globalization;
using System.Text.RegularExpressions;

namespace Huitou.Access;

/// <summary>
/// What people read of the audit: the one table of its sentences. Pages have them as message files, which a test writes and holds equal, so a gap is marked as
/// these do: <c>{{name, format}}</c>. The formats are number, day, time, list, and term: words of <see cref="Terms"/>.
/// </summary>
public static partial class AuditWords
{
    private static readonly Dictionary<AuditKind, (AuditAction Action, Words Words)> Sentences = new()
    {
        [AuditKind.SignedIn] = (AuditAction.SignIn, new("已登录", "Signed in")),
        [AuditKind.DemoSignedIn] = (AuditAction.SignIn, new("免密登录演示店铺", "Signed in to the demo, without a password")),
        [AuditKind.PasswordWrong] = (AuditAction.SignInFailed, new("用户名或密码错误", "Wrong name or password")),
        [AuditKind.LockedOut] = (AuditAction.SignInFailed, new("密码错误次数过多，已锁定", "Locked after too many wrong passwords")),
        [AuditKind.OwnerSetUp] = (AuditAction.Users, new("初始设置时添加为所有者", "Added as the owner at set-up")),
        [AuditKind.DemoOwnerAdded] = (AuditAction.Users, new("添加为演示店铺的所有者", "Added as the owner of the demo")),
        [AuditKind.UserAdded] = (AuditAction.Users, new("添加为{{role, term}}，可看{{shops, term}}", "Added as {{role, term}}, sees {{shops, term}}")),
        [AuditKind.UserAccessChanged] = (AuditAction.Users, new("原为{{roleBefore, term}}，可看{{shopsBefore, term}}；现为{{role, term}}，可看{{shops, term}}", "Was {{roleBefore, term}}, saw {{shopsBefore, term}}; now {{role, term}}, sees {{shops, term}}")),
        [AuditKind.UserRemoved] = (AuditAction.Users, new("已移除", "Removed")),
        [AuditKind.PasswordReset] = (AuditAction.Users, new("由他人重设密码", "Password set by somebody else")),
        [AuditKind.OwnPasswordChanged] = (AuditAction.Users, new("修改了自己的密码", "Changed their own password")),
        [AuditKind.TokenCreated] = (AuditAction.Tokens, new("以{{role, term}}身份创建，可看{{shops, term}}", "Created as {{role, term}}, sees {{shops, term}}")),
        [AuditKind.TokenRevoked] = (AuditAction.Tokens, new("已吊销", "Revoked")),
        [AuditKind.ShopSetUp] = (AuditAction.Settings, new("初始设置：时区 {{zone}}，币种 {{currency}}", "Set up: zone {{zone}}, currency {{currency}}")),
        [AuditKind.ShopAdded] = (AuditAction.Settings, new("已添加：时区 {{zone}}，所在平台：{{platform, term}}", "Added: zone {{zone}}, platform {{platform, term}}")),
        [AuditKind.ShopRenamed] = (AuditAction.Settings, new("名称由“{{before}}”改为“{{name}}”", "Renamed from “{{before}}” to “{{name}}”")),
        [AuditKind.ShopZoneChanged] = (AuditAction.Settings, new("时区由 {{before}} 改为 {{zone}}", "Zone changed from {{before}} to {{zone}}")),
        [AuditKind.ShopPlatformChanged] = (AuditAction.Settings, new("所在平台由{{before, term}}改为{{platform, term}}，对以后的导入生效", "Platform changed from {{before, term}} to {{platform, term}}, for imports from then on")),
        [AuditKind.DefinitionsChanged] = (AuditAction.Settings, new("原口径：{{before, term}}；现口径：{{counts, term}}", "Counted before: {{before, term}}; from then on: {{counts, term}}")),
        [AuditKind.IdentityRulesChanged] = (AuditAction.Settings, new("同一号码或标识最多属于 {{mostCarriers, number}} 个买家（原为 {{before, number}} 个）", "At most {{mostCarriers, number}} buyers may share a value (was {{before, number}})")),
        [AuditKind.ServiceLevelsChanged] = (AuditAction.Settings, new("现有级别：{{levels, list}}", "Levels from then on: {{levels, list}}")),
        [AuditKind.ViewMade] = (AuditAction.Settings, new("新建共享视图“{{name}}”", "Shared view “{{name}}” made")),
        [AuditKind.ViewChanged] = (AuditAction.Settings, new("修改视图“{{name}}”", "View “{{name}}” changed")),
        [AuditKind.ViewDeleted] = (AuditAction.Settings, new("删除共享视图“{{name}}”", "Shared view “{{name}}” deleted")),
        [AuditKind.GridLimitsSet] = (AuditAction.Settings, new("从 {{from, day}} 起：活跃至 {{active, number}} 天，沉默至 {{silent, number}} 天，沉睡至 {{dormant, number}} 天，粉丝客户 {{fan, number}} 单起", "From {{from, day}}: active up to {{active, number}} days, silent up to {{silent, number}}, dormant up to {{dormant, number}}, fans from {{fan, number}} orders")),
        [AuditKind.RateSet] = (AuditAction.Settings, new("从 {{from, day}} 起：{{rate}}", "From {{from, day}}: {{rate}}")),
        [AuditKind.RateRemoved] = (AuditAction.Settings, new("删除了从 {{from, day}} 起的汇率", "The rate from {{from, day}} removed")),
        [AuditKind.Imported] = (AuditAction.Import, new("{{rows, number}} 行，其中未导入 {{rejected, number}} 行；新增 {{new, number}}，有变化 {{changed, number}}，无变化 {{unchanged, number}}", "{{rows, number}} rows, {{rejected, number}} rejected; {{new, number}} new, {{changed, number}} changed, {{unchanged, number}} unchanged")),
        [AuditKind.ImportUndone] = (AuditAction.Undo, new("撤销导入“{{file}}”", "Import “{{file}}” taken out")),
        [AuditKind.DecisionWithdrawn] = (AuditAction.Undo, new("撤回了一项身份判断", "A decision on who is who withdrawn")),
        [AuditKind.ProfileTakenBack] = (AuditAction.Undo, new("撤回了手工填写的内容", "What was written by hand taken back")),
        [AuditKind.CustomersMerged] = (AuditAction.Merge, new("与客户 {{other}} 是同一人", "Same person as customer {{other}}")),
        [AuditKind.EvidenceParted] = (AuditAction.Merge, new("身份依据 {{evidence, list}} 属于别人", "Evidence {{evidence, list}} is somebody else’s")),
        [AuditKind.CustomersKeptApart] = (AuditAction.Merge, new("与客户 {{other}} 不是同一人", "Not the same person as customer {{other}}")),
        [AuditKind.CustomersResolved] = (AuditAction.Merge, new("全部重新识别：{{moved, number}} 项身份依据换了客户", "All resolved anew: {{moved, number}} pieces of evidence went to another customer")),
        [AuditKind.ProfileWritten] = (AuditAction.Profile, new("填写了：{{attributes, term}}", "Written: {{attributes, term}}")),
        [AuditKind.ConsentDeclared] = (AuditAction.Consent, new("登记同意：{{channel, term}}，{{purpose, term}}", "Consent declared: {{channel, term}}, {{purpose, term}}")),
        [AuditKind.ConsentWithdrawn] = (AuditAction.Consent, new("撤回同意：{{channels, term}}，用于{{purposes, term}}", "Consent withdrawn: {{channels, term}}, for {{purposes, term}}")),
        [AuditKind.CustomersBinned] = (AuditAction.Bin, new("移到回收站", "Moved to the bin")),
        [AuditKind.CustomersRestored] = (AuditAction.Bin, new("从回收站恢复", "Brought back from the bin")),
        [AuditKind.CustomersErased] = (AuditAction.Erase, new("永久清除", "Erased for good")),
        [AuditKind.CustomersErasedAgain] = (AuditAction.Erase, new("恢复备份后再次清除", "Erased again, after a restore")),
        [AuditKind.CustomerRevealed] = (AuditAction.Reveal, new("查看了姓名、联系方式、资料和收货信息", "Name, contacts, profile and receivers shown in full")),
        [AuditKind.ExportedMasked] = (AuditAction.Export, new("{{table, term}}：{{rows, number}} 行，{{columns, number}} 列，个人信息已脱敏", "{{table, term}}: {{rows, number}} rows, {{columns, number}} columns, personal data masked")),
        [AuditKind.ExportedInFull] = (AuditAction.Export, new("{{table, term}}：{{rows, number}} 行，{{columns, number}} 列，个人信息完整显示", "{{table, term}}: {{rows, number}} rows, {{columns, number}} columns, personal data in full")),
        [AuditKind.PersonExported] = (AuditAction.Export, new("导出此人的全部资料", "All that is kept of the person")),
        [AuditKind.BackupWithKeys] = (AuditAction.Backup, new("{{holds, term}}，含密钥", "{{holds, term}}, with the keys")),
        [AuditKind.BackupWithoutKeys] = (AuditAction.Backup, new("{{holds, term}}，不含密钥", "{{holds, term}}, without the keys")),
        [AuditKind.BackupRestored] = (AuditAction.Restore, new("恢复到 {{at, time}} 的备份", "Restored from the backup of {{at, time}}")),
        [AuditKind.KeyRotated] = (AuditAction.KeyRotation, new("密钥由 {{before, list}} 换为 {{key}}，重新加密 {{rows, number}} 行", "Key {{before, list}} replaced by {{key}}, {{rows, number}} rows sealed anew")),
    };

    /// <summary>The words of closed sets that values name. What is not here stands as it is, such as a platform's own name.</summary>
    public static IReadOnlyDictionary<string, Words> Terms { get; } = new Dictionary<string, Words>
    {
        ["owner"] = new("所有者", "owner"), ["operator"] = new("运营", "operator"), ["service"] = new("客服", "service"), ["reader"] = new("只读", "reader"),
        ["allShops"] = new("全部店铺", "all shops"), ["shop"] = new("店铺", "shop"), ["none"] = new("无", "none"),
        ["taobao"] = new("淘宝", "Taobao"), ["jd"] = new("京东", "JD"), ["pinduoduo"] = new("拼多多", "Pinduoduo"), ["douyin"] = new("抖音", "Douyin"), ["kuaishou"] = new("快手", "Kuaishou"),
        ["xiaohongshu"] = new("小红书", "Xiaohongshu"), ["weixin"] = new("微信", "WeChat"), ["youzan"] = new("有赞", "Youzan"), ["vip"] = new("唯品会", "Vipshop"), ["shopify"] = new("Shopify", "Shopify"), ["woocommerce"] = new("WooCommerce", "WooCommerce"),
        ["rfmNet"] = new("RFM 用净额", "RFM by net money"), ["rfmGross"] = new("RFM 用成交额", "RFM by gross money"), ["countsZeroPriced"] = new("统计没有付费商品的订单", "orders without a paid line"), ["countsTests"] = new("统计测试订单", "test orders"),
        ["sms"] = new("短信", "SMS"), ["email"] = new("邮箱", "e-mail"), ["marketing"] = new("营销推广", "marketing"), ["care"] = new("客户关怀", "care"),
        ["name"] = new("姓名", "name"), ["address"] = new("地址", "address"), ["region"] = new("省份", "region"), ["city"] = new("城市", "city"), ["district"] = new("区县", "district"), ["phone"] = new("手机号", "phone"), ["card"] = new("会员卡号", "member card"),
        ["gender"] = new("性别", "gender"), ["birthday"] = new("生日", "birthday"), ["serviceLevel"] = new("服务级别", "service level"), ["phoneWrong"] = new("手机号无效", "phone does not work"), ["emailWrong"] = new("邮箱无效", "e-mail does not work"),
        ["suppressed"] = new("免打扰", "do not contact"), ["tag"] = new("标签", "tag"), ["own"] = new("自定义属性", "own attribute"), ["note"] = new("备注", "note"),
        ["database"] = new("数据库", "database"), ["settings"] = new("设置", "settings"),
        ["customers"] = new("客户", "Customers"), ["orders"] = new("订单", "Orders"), ["orderLines"] = new("订单明细", "Order lines"), ["products"] = new("商品", "Products"), ["costs"] = new("订单成本", "Costs of orders"), ["buyers"] = new("订单买家", "Buyers of orders"),
        ["profiles"] = new("客户资料与同意", "Customer profiles and consents"), ["touches"] = new("接触记录", "Touches"), ["visitors"] = new("访客数", "Visitors"), ["imports"] = new("导入记录", "Imports"), ["jobs"] = new("任务", "Jobs"), ["audit"] = new("审计记录", "Audit"),
    };

    /// <summary>What a kind is about; pages filter by it.</summary>
    internal static AuditAction ActionOf(AuditKind kind) => Sentences[kind].Action;

    /// <summary>The sentence with its gaps.</summary>
    public static Words Of(AuditKind kind) => Sentences[kind].Words;

    /// <summary>The names of the values that a kind's sentence tells.</summary>
    public static IEnumerable<string> GapsOf(AuditKind kind) => Gap().Matches(Of(kind).En).Select(gap => gap.Groups[1].Value);

    /// <summary>What happened, as one sentence.</summary>
    public static string Sentence(AuditFact fact, string language) => Gap().Replace(Of(fact.Kind).In(language), gap => Said(fact.Values.GetValueOrDefault(gap.Groups[1].Value, ""), gap.Groups[2].Value, language));

    private static string Said(string text, string format, string language) => format switch
    {
        "number" => long.Parse(text, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture),
        "time" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        "term" => Joined(text.Split(AuditFact.Comma).Select(each => Term(each, language)), language),
        "list" => Joined(text.Split(AuditFact.Comma), language),
        _ => text,
    };

    /// <summary>"shop:2" is a term with what is particular to it.</summary>
    private static string Term(string text, string language) =>
        text.Split(':', 2) is [var head, var rest] ? $"{Term(head, language)} {rest}" : Terms.TryGetValue(text, out var words) ? words.In(language) : text;

    private static string Joined(IEnumerable<string> parts, string language) => string.Join(language == "zh" ? "、" : ", ", parts);

    [GeneratedRegex(@"\{\{(\w+)(?:, (\w+))?\}\}")]
    private static partial Regex Gap();
}
