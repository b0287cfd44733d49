using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Access;

public sealed class AntiforgeryTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly object Shop = new { name = "second", timeZone = "Asia/Shanghai" };

    [Fact]
    public async Task A_cookie_alone_changes_nothing()
    {
        using var browser = await host.SignedInAsync();
        browser.Antiforgery = null;

        var refused = await browser.PostAsync("shops", Shop);

        Assert.Equal((403, ProblemCode.AntiforgeryMissing), await Browser.VerdictAsync(refused));
        Assert.Equal(1, (await Browser.JsonAsync(await browser.GetAsync("shops"))).GetArrayLength());
    }

    [Fact]
    public async Task Another_user_s_value_does_not_do()
    {
        using var owner = await host.SignedInAsync();
        await owner.PostAsync("users", new { name = "twin", password = "correct horse", role = "owner" });
        using var twin = await host.SignedInAsync("twin", "correct horse");
        owner.Antiforgery = twin.Antiforgery;

        Assert.Equal((403, ProblemCode.AntiforgeryMissing), await Browser.VerdictAsync(await owner.PostAsync("shops", Shop)));
    }

    [Fact]
    public async Task A_token_needs_none_even_beside_a_cookie()
    {
        using var machine = await host.BearerAsync(Role.Owner);

        var response = await machine.DeleteAsync(new Uri("/api/v1/tokens/999", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((404, ProblemCode.NotFound), await Browser.VerdictAsync(response));
    }

    [Fact]
    public async Task With_its_value_the_session_changes_things()
    {
        using var browser = await host.SignedInAsync();

        var added = await browser.PostAsync("tokens", new { name = "till", role = "service" });

        Assert.Equal(200, (int)added.StatusCode);
        Assert.StartsWith("hui_", (await Browser.JsonAsync(added)).GetProperty("secret").GetString(), StringComparison.Ordinal);
    }
}
