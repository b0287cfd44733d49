using Huitou.Access;
using Huitou.Data;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Access;

/// <summary>Each test has a host of its own: tries are counted by it.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var browser = _host.NewBrowser();

        var response = await browser.PostAsync("session", new { name = TestHost.Owner, password = TestHost.Password });

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("huitou.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_https_the_cookie_never_leaves_it()
    {
        using var browser = _host.NewBrowser();

        var response = await browser.SendAsync(
            HttpMethod.Post, "session", new { name = TestHost.Owner, password = TestHost.Password }, ("X-Forwarded-Proto", "https"));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("huitou.session=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_the_same()
    {
        using var browser = _host.NewBrowser();

        var wrong = await browser.PostAsync("session", new { name = TestHost.Owner, password = "no such horse" });
        var unknown = await browser.PostAsync("session", new { name = "nobody", password = "no such horse" });

        Assert.Equal((401, ProblemCode.WrongPassword), await Browser.VerdictAsync(wrong));
        Assert.Equal((401, ProblemCode.WrongPassword), await Browser.VerdictAsync(unknown));
        Assert.Contains(await _host.AuditAsync(), a => a is { Action: AuditAction.SignInFailed, Subject: "user:?" });
    }

    [Fact]
    public async Task Guessing_is_throttled_by_name_with_the_time_to_wait()
    {
        using var browser = _host.NewBrowser();
        for (var i = 0; i < 10; i++) await browser.PostAsync("session", new { name = "guessed", password = $"guess {i}" });

        var refused = await browser.PostAsync("session", new { name = "GUESSED ", password = "guess" });
        var other = await browser.PostAsync("session", new { name = TestHost.Owner, password = TestHost.Password });

        Assert.Equal((429, ProblemCode.TooManyTries), await Browser.VerdictAsync(refused));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(200, (int)other.StatusCode);
    }

    [Fact]
    public async Task Too_many_wrong_passwords_lock_the_user_for_the_right_one_too()
    {
        using var owner = await _host.SignedInAsync();
        await owner.PostAsync("users", new { name = "locked", password = "correct horse", role = "reader" });
        using var browser = _host.NewBrowser();
        for (var i = 0; i < 5; i++) await browser.PostAsync("session", new { name = "locked", password = "wrong" });

        var refused = await browser.PostAsync("session", new { name = "locked", password = "correct horse" });

        Assert.Equal((429, ProblemCode.LockedOut), await Browser.VerdictAsync(refused));
    }

    [Fact]
    public async Task A_role_taken_away_and_a_user_removed_are_felt_at_once()
    {
        using var owner = await _host.SignedInAsync();
        var added = await Browser.JsonAsync(await owner.PostAsync("users", new { name = "brief", password = "correct horse", role = "owner" }));
        var id = added.GetProperty("id").GetInt64();
        using var brief = await _host.SignedInAsync("brief", "correct horse");

        Assert.Equal(200, (int)(await brief.GetAsync("users")).StatusCode);
        await owner.SendAsync(HttpMethod.Put, $"users/{id}", new { role = "reader", shops = (int[]?)null });
        Assert.Equal((403, ProblemCode.NotAllowed), await Browser.VerdictAsync(await brief.GetAsync("users")));
        await owner.SendAsync(HttpMethod.Delete, $"users/{id}", null);
        Assert.Equal((401, ProblemCode.NotSignedIn), await Browser.VerdictAsync(await brief.GetAsync("shops")));
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        using var owner = await _host.SignedInAsync();
        await owner.PostAsync("users", new { name = "changer", password = "correct horse", role = "reader" });
        using var here = await _host.SignedInAsync("changer", "correct horse");
        using var elsewhere = await _host.SignedInAsync("changer", "correct horse");

        var wrong = await here.SendAsync(HttpMethod.Put, "session/password", new { current = "wrong", next = "battery staple" });
        var weak = await here.SendAsync(HttpMethod.Put, "session/password", new { current = "correct horse", next = "short" });
        var done = await here.SendAsync(HttpMethod.Put, "session/password", new { current = "correct horse", next = "battery staple" });

        Assert.Equal((401, ProblemCode.WrongPassword), await Browser.VerdictAsync(wrong));
        Assert.Equal((422, ProblemCode.WeakPassword), await Browser.VerdictAsync(weak));
        Assert.Equal(204, (int)done.StatusCode);
        Assert.Equal(200, (int)(await here.GetAsync("shops")).StatusCode);
        Assert.Equal(401, (int)(await elsewhere.GetAsync("shops")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_it_and_the_language_stays()
    {
        using var browser = await _host.SignedInAsync();
        Assert.Equal(204, (int)(await browser.SendAsync(HttpMethod.Put, "session/language", new { language = "en" })).StatusCode);
        Assert.Equal((422, ProblemCode.InvalidField), await Browser.VerdictAsync(
            await browser.SendAsync(HttpMethod.Put, "session/language", new { language = "fr" })));
        var session = await Browser.JsonAsync(await browser.GetAsync("session"));

        await browser.SendAsync(HttpMethod.Delete, "session", null);

        Assert.Equal("en", session.GetProperty("user").GetProperty("language").GetString());
        Assert.Equal(401, (int)(await browser.GetAsync("shops")).StatusCode);
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_keys_behind_cookies_are_the_owner_s_alone()
    {
        using var browser = await _host.SignedInAsync();
        var folder = new DataFolder(_host.Options);

        var keys = Directory.GetFiles(folder.Keys);

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key)));
    }
}
