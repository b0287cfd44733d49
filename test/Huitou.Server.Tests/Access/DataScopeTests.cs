using System.Text.Json;
using Huitou.Access;
using Huitou.Server.Tests.Cli;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Access;

/// <summary>Whose rows a user sees: set by an owner, felt at the next request, written down.</summary>
public sealed class DataScopeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_changed_scope_holds_from_the_next_request_of_an_open_session()
    {
        using var owner = await host.SignedInAsync();
        var second = await AddShopAsync(owner, "north");
        var id = await AddUserAsync(owner, "mei", [second]);
        using var mei = await host.SignedInAsync("mei");
        Assert.Equal(($"{second}", false), await SeenAsync(mei));

        await owner.SendAsync(HttpMethod.Put, $"users/{id}", new { role = "reader", shops = new[] { 1 } });
        Assert.Equal(("1", false), await SeenAsync(mei));
        await owner.SendAsync(HttpMethod.Put, $"users/{id}", new { role = "reader", shops = (int[]?)null });
        Assert.Equal(($"1,{second}", true), await SeenAsync(mei));
        Assert.Contains(await host.AuditAsync(), entry => entry is { Kind: AuditKind.UserAccessChanged } && entry.Sentence == $"Was reader, saw shop {second}; now reader, sees shop 1");
    }

    [Theory]
    [InlineData("""{"role":"reader"}""", 400)]
    [InlineData("""{"role":"reader","shops":[]}""", 422)]
    [InlineData("""{"role":"reader","shops":[77]}""", 422)]
    [InlineData("""{"role":"owner","shops":[1]}""", 422)]
    public async Task What_is_not_said_or_cannot_be_opens_nothing(string body, int status)
    {
        using var owner = await host.SignedInAsync();
        var id = await AddUserAsync(owner, $"user {body.GetHashCode(StringComparison.Ordinal)}", [1]);

        Assert.Equal(status, (int)(await owner.SendAsync(HttpMethod.Put, $"users/{id}", JsonDocument.Parse(body).RootElement)).StatusCode);

        var users = await Browser.JsonAsync(await owner.GetAsync("users"));
        Assert.Equal("[1]", users.EnumerateArray().Single(user => user.GetProperty("id").GetInt64() == id).GetProperty("shops").GetRawText());
    }

    [Fact]
    public async Task A_promoted_owner_sees_all_again()
    {
        using var owner = await host.SignedInAsync();
        var id = await AddUserAsync(owner, "partner", [1]);

        var promoted = await Browser.JsonAsync(await owner.SendAsync(HttpMethod.Put, $"users/{id}", new { role = "owner", shops = (int[]?)null }));

        Assert.Equal(JsonValueKind.Null, promoted.GetProperty("shops").ValueKind);
    }

    [Fact]
    public async Task The_command_line_says_it_too_and_leaves_what_it_does_not_say()
    {
        var folder = host.Options.DataFolder;
        var added = await CommandLineTests.RunAsync(folder, "correct horse", "user", "add", "lin", "--role", "service", "--shops", "1", "--json");
        var changed = await CommandLineTests.RunAsync(folder, "", "user", "access", "lin", "--role", "operator", "--json");
        var opened = await CommandLineTests.RunAsync(folder, "", "user", "access", "lin", "--shops", "all", "--csv");
        var wrong = await CommandLineTests.RunAsync(folder, "", "user", "access", "lin", "--shops", "one");

        Assert.Equal("[1]", JsonDocument.Parse(added.Output).RootElement.GetProperty("shops").GetRawText());
        Assert.Equal(("operator", "[1]"), (JsonDocument.Parse(changed.Output).RootElement.GetProperty("role").GetString(), JsonDocument.Parse(changed.Output).RootElement.GetProperty("shops").GetRawText()));
        Assert.Contains(",lin,operator,all,", opened.Output, StringComparison.Ordinal);
        Assert.Equal((1, true), (wrong.Code, wrong.Error.Contains("no id of a shop", StringComparison.Ordinal)));
    }

    private static async Task<int> AddShopAsync(Browser owner, string name) =>
        (await Browser.JsonAsync(await owner.PostAsync("shops", new { name, timeZone = "Asia/Shanghai" }))).GetProperty("id").GetInt32();

    private static async Task<long> AddUserAsync(Browser owner, string name, int[] shops) =>
        (await Browser.JsonAsync(await owner.PostAsync("users", new { name, password = TestHost.Password, role = "reader", shops }))).GetProperty("id").GetInt64();

    private static async Task<(string Shops, bool SeesAll)> SeenAsync(Browser browser)
    {
        var session = await Browser.JsonAsync(await browser.GetAsync("session"));
        return (string.Join(',', session.GetProperty("shops").EnumerateArray().Select(shop => shop.GetProperty("id").GetInt32())), session.GetProperty("user").GetProperty("allShops").GetBoolean());
    }
}
