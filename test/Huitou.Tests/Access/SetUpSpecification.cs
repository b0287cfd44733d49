using Huitou.Access;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Access;

public sealed class SetUpSpecification
{
    private static readonly SetUpRequest Request = new("老板", "correct horse", "回头女装", "Asia/Shanghai", "JPY", "zh");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_newest_link_makes_owner_shop_and_currency_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var first = await installation.InScopeAsync<SetUp, string?>(s => s.NewTokenAsync(Cancel));
        var second = await installation.InScopeAsync<SetUp, string?>(s => s.NewTokenAsync(Cancel));

        var stale = await RunAsync(installation, first!, Request);
        var done = await RunAsync(installation, second!, Request);
        var again = await RunAsync(installation, second!, Request with { OwnerName = "thief" });

        Assert.Equal(ProblemCode.SetUpTokenWrong, stale.Refusal?.Code);
        Assert.Null(done.Refusal);
        Assert.Equal(ProblemCode.SetUpDone, again.Refusal?.Code);
        Assert.Equal(new Currency("JPY", 0), await installation.Get<Settings>().CurrencyAsync(Cancel));
        Assert.Equal("回头女装", Assert.Single(await installation.Get<Shops>().ListAsync(Cancel)).Name);
        var users = await installation.InScopeAsync<UserAccounts, IReadOnlyList<UserItem>>(u => u.ListAsync(Cancel));
        Assert.Equal(("老板", Role.Owner), (Assert.Single(users).Name, users[0].Role));
        Assert.Null(await installation.InScopeAsync<SetUp, string?>(s => s.NewTokenAsync(Cancel)));
    }

    [Theory]
    [EachDatabase("", "correct horse", "shop", "Asia/Shanghai", "CNY", ProblemCode.InvalidField, "owner.name")]
    [EachDatabase("owner", "too short", "shop", "Asia/Shanghai", "CNY", ProblemCode.WeakPassword, "owner.password")]
    [EachDatabase("owner", "correct horse", " ", "Asia/Shanghai", "CNY", ProblemCode.InvalidField, "shop.name")]
    [EachDatabase("owner", "correct horse", "shop", "Asia/Atlantis", "CNY", ProblemCode.UnknownTimeZone, "shop.timeZone")]
    [EachDatabase("owner", "correct horse", "shop", "Asia/Shanghai", "cny", ProblemCode.UnknownCurrency, "shop.currency")]
    public async Task A_fault_names_its_field_and_leaves_nothing(
        DatabaseKind kind, string name, string password, string shop, string zone, string currency, string code, string path)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var token = await installation.InScopeAsync<SetUp, string?>(s => s.NewTokenAsync(Cancel));

        var outcome = await RunAsync(installation, token!, new SetUpRequest(name, password, shop, zone, currency, null));

        Assert.Equal((code, path), (outcome.Refusal?.Code, outcome.Refusal?.Path));
        await using var db = installation.Open();
        Assert.False(await db.Users.AnyAsync(Cancel) || await db.Shops.AnyAsync(Cancel));
        Assert.Null((await RunAsync(installation, token!, Request)).Refusal);
    }

    [Theory, EachDatabase]
    public async Task The_link_is_not_in_the_database(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var token = await installation.InScopeAsync<SetUp, string?>(s => s.NewTokenAsync(Cancel));

        await using var db = installation.Open();
        var stored = await db.Settings.Select(s => s.Value).ToListAsync(Cancel);

        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, value => value.Contains(token!, StringComparison.Ordinal));
    }

    private static Task<Outcome<User>> RunAsync(TestInstallation installation, string token, SetUpRequest request) =>
        installation.InScopeAsync<SetUp, Outcome<User>>(s => s.RunAsync(token, request, Cancel));
}
