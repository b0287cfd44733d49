using System.Reflection;
using Huitou.Access;
using Huitou.Customers;
using Huitou.Customers.Profiles;
using Huitou.Engine;
using Huitou.Flows.Exports;
using Huitou.Tests.Support;

namespace Huitou.Tests.Access;

/// <summary>Whatever the audit can keep, it can tell in both languages, with every gap filled and nothing kept that is not told.</summary>
public sealed class AuditWordsTests
{
    private static readonly AuditFact[] Facts =
    [
        .. typeof(AuditFact).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(make => make.ReturnType == typeof(AuditFact)).SelectMany(make => new[] { false, true }.Select(flag => Made(make, flag))).DistinctBy(fact => fact.Kind),
    ];

    [Fact]
    public void Every_kind_is_made_and_has_a_sentence_in_both_languages()
    {
        Assert.Equal(Enum.GetValues<AuditKind>(), Facts.Select(fact => fact.Kind).Order());
        Assert.All(Enum.GetValues<AuditKind>().Select(AuditWords.Of), words => Assert.True(words is { Zh.Length: > 0, En.Length: > 0 }));
        Assert.Equal(Enum.GetValues<AuditAction>(), Enum.GetValues<AuditKind>().Select(AuditWords.ActionOf).Distinct().Order());
    }

    [Fact]
    public void Every_gap_is_filled_by_a_value_and_every_value_is_told()
    {
        foreach (var fact in Facts)
        {
            Assert.Equal((fact.Kind, string.Join(' ', AuditWords.GapsOf(fact.Kind).Distinct().Order())), (fact.Kind, string.Join(' ', fact.Values.Keys.Order())));
            Assert.DoesNotContain("{", AuditWords.Sentence(fact, "en") + AuditWords.Sentence(fact, "zh"), StringComparison.Ordinal);
            Assert.DoesNotContain(AuditWords.Sentence(fact, "en"), letter => letter >= 0x3400);
        }
    }

    [Fact]
    public void Values_are_told_in_the_readers_language()
    {
        var access = AuditFact.UserAccessChanged(Role.Reader, null, Role.Service, [2, 3]);
        Assert.Equal("Was reader, saw all shops; now service, sees shop 2, shop 3", AuditWords.Sentence(access, "en"));
        Assert.Equal("原为只读，可看全部店铺；现为客服，可看店铺 2、店铺 3", AuditWords.Sentence(access, "zh"));
        Assert.Equal("客户：1,234 行，18 列，个人信息已脱敏", AuditWords.Sentence(AuditFact.Exported("customers", 1234, 18, inFull: false), "zh"));
        Assert.Equal("填写了：手机号、标签 vip、自定义属性", AuditWords.Sentence(AuditFact.ProfileWritten(["phone", "tag:vip", "own"]), "zh"));
        Assert.Equal("Restored from the backup of 2026-03-01 02:00 UTC", AuditWords.Sentence(AuditFact.BackupRestored(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(8))), "en"));
    }

    [Theory, EachDatabase]
    public async Task What_closed_sets_can_name_has_a_word(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        foreach (var table in installation.Get<ExportTables>().For(Role.Owner)) Assert.Equal(table.Name, AuditWords.Terms[table.Key]);
        string[] attributes =
        [
            ProfileAttribute.Name, ProfileAttribute.Region, ProfileAttribute.City, ProfileAttribute.District, ProfileAttribute.ServiceLevel, ProfileAttribute.PhoneWrong, ProfileAttribute.EmailWrong, ProfileAttribute.Suppressed,
            ProfileAttribute.Note, ProfileAttribute.TagPrefix.TrimEnd(':'), ProfileAttribute.OwnPrefix.TrimEnd(':'), "address", "phone", "email", "card", "gender", "birthday",
        ];
        Assert.Empty(attributes.Except(AuditWords.Terms.Keys));
        Assert.Empty(ShopPlatform.All.Except([.. AuditWords.Terms.Keys, "1688"]));
    }

    private static AuditFact Made(MethodInfo make, bool flag) => (AuditFact)make.Invoke(null, [.. make.GetParameters().Select(one => Sample(one.ParameterType, flag))])!;

    private static object Sample(Type type, bool flag) => type switch
    {
        _ when type == typeof(string) => "tea",
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 1234L,
        _ when type == typeof(decimal) => 7.15m,
        _ when type == typeof(bool) => flag,
        _ when type == typeof(Role) => Role.Service,
        _ when type == typeof(int[]) => new[] { 2, 3 },
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 1),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero),
        _ when type == typeof(Definitions) => new Definitions { RfmBasis = MoneyBasis.Gross, CountTests = true, CountZeroPriced = true },
        _ when type == typeof(Enum) => ConsentChannel.Sms,
        _ when type == typeof(IEnumerable<Enum>) => new Enum[] { ConsentChannel.Sms, ConsentPurpose.Care },
        _ when type == typeof(IEnumerable<string>) => new[] { "name", "tag:vip" },
        _ when type == typeof(IEnumerable<long>) => new[] { 12L, 7L },
        _ when type == typeof(IEnumerable<int>) => new[] { 1 },
        _ => throw new NotSupportedException($"Give a sample of {type}."),
    };
}
