using Huitou.Access;
using Huitou.Data;
using Huitou.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Access;

public sealed class SetUpTests
{
    private static readonly ServerOptions Demo = new() { Demo = true, DemoRequest = new(Customers: 50, Years: 1) };

    private static object Body(string token) => new
    {
        token, owner = new { name = "老板", password = "correct horse" }, shop = new { name = "回头女装", timeZone = "Asia/Shanghai", currency = "CNY" }, language = "zh",
    };

    [Fact]
    public async Task The_link_signs_its_owner_in_and_is_then_spent()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.NewBrowser();
        Assert.True((await Browser.JsonAsync(await browser.GetAsync("session"))).GetProperty("setUpNeeded").GetBoolean());
        var token = await host.NewSetUpTokenAsync();

        var done = await browser.PostAsync("setup", Body(token));
        var session = await Browser.JsonAsync(done);
        browser.Antiforgery = session.GetProperty("antiforgery").GetString();

        Assert.Equal("owner", session.GetProperty("user").GetProperty("role").GetString());
        Assert.Equal("zh", session.GetProperty("user").GetProperty("language").GetString());
        Assert.Equal("回头女装", session.GetProperty("shops")[0].GetProperty("name").GetString());
        Assert.Equal(2, session.GetProperty("currency").GetProperty("digits").GetInt32());
        Assert.Equal(200, (int)(await browser.GetAsync("users")).StatusCode);
        using var thief = host.NewBrowser();
        Assert.Equal((409, ProblemCode.SetUpDone), await Browser.VerdictAsync(await thief.PostAsync("setup", Body(token))));
    }

    [Fact]
    public async Task A_guessed_link_is_refused_and_then_throttled()
    {
        await using var host = await TestHost.StartAsync();
        await host.NewSetUpTokenAsync();
        using var browser = host.NewBrowser();

        var verdicts = new List<(int Status, string Code)>();
        for (var i = 0; i <= 10; i++) verdicts.Add(await Browser.VerdictAsync(await browser.PostAsync("setup", Body("guess"))));

        Assert.All(verdicts[..10], v => Assert.Equal((401, ProblemCode.SetUpTokenWrong), v));
        Assert.Equal((429, ProblemCode.TooManyTries), verdicts[10]);
    }

    [Fact]
    public async Task A_demo_signs_in_whoever_sits_at_the_machine()
    {
        await using var host = await TestHost.StartAsync(server: Demo);
        using var browser = host.NewBrowser();

        var session = await Browser.JsonAsync(await browser.GetAsync("session"));

        Assert.Equal("demo", session.GetProperty("user").GetProperty("name").GetString());
        Assert.False(session.GetProperty("setUpNeeded").GetBoolean());
        Assert.True(session.GetProperty("demo").GetBoolean());
        Assert.Equal("回头女装", Assert.Single(session.GetProperty("shops").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("demo", Assert.Single((await Browser.JsonAsync(await browser.GetAsync("imports"))).GetProperty("items").EnumerateArray())
            .GetProperty("preset").GetString());
        Assert.Equal(200, (int)(await browser.GetAsync("users")).StatusCode);
    }

    [Fact]
    public async Task A_demo_s_door_is_shut_to_names_that_are_not_ours_and_to_callers_from_elsewhere()
    {
        await using var host = await TestHost.StartAsync(server: Demo);
        using var browser = host.NewBrowser();

        var rebound = await browser.SendAsync(HttpMethod.Get, "session", null, ("Host", "evil.example"));
        var forwarded = await Browser.JsonAsync(await browser.SendAsync(HttpMethod.Get, "session", null, ("X-Forwarded-For", "203.0.113.9")));

        Assert.Equal(400, (int)rebound.StatusCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, forwarded.GetProperty("user").ValueKind);
    }

    [Fact]
    public async Task A_demo_takes_over_the_shop_that_was_seeded_and_no_other()
    {
        await using var host = await TestHost.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var (shops, owner) = (scope.ServiceProvider.GetRequiredService<Shops>(), scope.ServiceProvider.GetRequiredService<DemoOwner>());
        var cancel = TestContext.Current.CancellationToken;
        Assert.Null((await shops.AddAsync(new ShopFields(DemoOwner.ShopName, "Asia/Shanghai"), Actor.System, cancel)).Refusal);
        var other = (await shops.AddAsync(new ShopFields("Real", "Asia/Shanghai"), Actor.System, cancel)).Value!;

        Assert.Contains("Leave --demo out", (await Assert.ThrowsAsync<NotADemoException>(() => owner.EnsureAsync(cancel))).Message);
        Assert.Null(await owner.SignInAsync(cancel));
        await scope.ServiceProvider.GetRequiredService<HuitouDb>().Shops.Where(shop => shop.Id == other.Id).ExecuteDeleteAsync(cancel);

        Assert.False(await owner.EnsureAsync(cancel));
        Assert.Equal("demo", (await owner.SignInAsync(cancel))!.UserName);
        Assert.False(await owner.EnsureAsync(cancel));
    }

    [Fact]
    public async Task Without_the_demo_nobody_is_signed_in()
    {
        await using var host = await TestHost.StartAsync(setUp: true);
        using var browser = host.NewBrowser();

        var session = await Browser.JsonAsync(await browser.GetAsync("session"));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, session.GetProperty("user").ValueKind);
        Assert.Equal(0, session.GetProperty("shops").GetArrayLength());
    }
}
