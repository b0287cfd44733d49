using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Access;

public sealed class AccessApiTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Definitions_are_changed_only_by_who_saw_them()
    {
        using var owner = await host.SignedInAsync();
        var read = await owner.GetAsync("definitions");
        var body = new { rfmBasis = "gross", countZeroPriced = false, countTests = true };

        var blind = await owner.SendAsync(HttpMethod.Put, "definitions", body);
        var seen = await owner.SendAsync(HttpMethod.Put, "definitions", body, ("If-Match", read.Headers.ETag!.ToString()));
        var stale = await owner.SendAsync(HttpMethod.Put, "definitions", body, ("If-Match", read.Headers.ETag!.ToString()));

        Assert.Equal((428, ProblemCode.PreconditionRequired), await Browser.VerdictAsync(blind));
        Assert.Equal(200, (int)seen.StatusCode);
        Assert.Equal((412, ProblemCode.PreconditionFailed), await Browser.VerdictAsync(stale));
        Assert.Equal("gross", (await Browser.JsonAsync(await owner.GetAsync("definitions"))).GetProperty("rfmBasis").GetString());
        Assert.Equal(seen.Headers.ETag, (await owner.GetAsync("definitions")).Headers.ETag);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once()
    {
        using var owner = await host.SignedInAsync();
        var token = await Browser.JsonAsync(await owner.PostAsync("tokens", new { name = "gone", role = "reader" }));
        using var machine = host.NewBrowser();
        machine.Http.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("secret").GetString());

        Assert.Equal(200, (int)(await machine.GetAsync("shops")).StatusCode);
        Assert.Equal(204, (int)(await owner.SendAsync(HttpMethod.Delete, $"tokens/{token.GetProperty("id")}", null)).StatusCode);
        Assert.Equal((401, ProblemCode.NotSignedIn), await Browser.VerdictAsync(await machine.GetAsync("shops")));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"name":"x","timeZone":null}""", "timeZone")]
    [InlineData("""{"name":7,"timeZone":"Asia/Shanghai"}""", "name")]
    [InlineData("not json", "")]
    public async Task A_body_that_cannot_be_read_says_where(string body, string path)
    {
        using var machine = await host.BearerAsync(Role.Owner);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var response = await machine.PostAsync(new Uri("/api/v1/shops", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var problem = await Browser.JsonAsync(response);

        Assert.Equal((400, ProblemCode.InvalidBody), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        var paths = problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString());
        Assert.Equal(path.Length == 0 ? [] : [path], paths);
        Assert.DoesNotContain("Huitou.Server", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "nothing", 404, ProblemCode.NotFound)]
    [InlineData("DELETE", "shops", 405, ProblemCode.MethodNotAllowed)]
    [InlineData("GET", "audit?cursor=x", 422, ProblemCode.InvalidField)]
    [InlineData("GET", "audit?action=nonsense", 422, ProblemCode.InvalidField)]
    [InlineData("GET", "audit?action=signIn", 200, "")]
    public async Task Whatever_goes_wrong_is_a_problem_with_a_code(string method, string path, int status, string code)
    {
        using var owner = await host.SignedInAsync();

        Assert.Equal((status, code), await Browser.VerdictAsync(await owner.SendAsync(new HttpMethod(method), path, null)));
    }

    [Fact]
    public async Task Our_own_faults_tell_a_number_and_nothing_of_the_inside()
    {
        await using var broken = await TestHost.StartAsync(
            configure: app => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(
                app, "/api/v1/broken", string () => throw new InvalidOperationException("the secret is 42")));
        using var browser = broken.NewBrowser();

        var response = await browser.GetAsync("broken");
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((500, ProblemCode.Unexpected), await Browser.VerdictAsync(response));
        Assert.DoesNotContain("42", body[..body.IndexOf("The log", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_may_run_only_what_is_ours()
    {
        using var browser = host.NewBrowser();

        var response = await browser.GetAsync("session");
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Answers_are_compressed_for_who_can_read_it()
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        var response = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task The_host_says_that_it_lives()
    {
        using var client = new HttpClient { BaseAddress = host.Address };

        Assert.Equal("ok", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
