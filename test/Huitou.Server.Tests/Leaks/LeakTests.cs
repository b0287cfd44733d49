using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Huitou.Access;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Leaks;

/// <summary>
/// Calls every endpoint there is as every kind of caller, with the ids of their own shop, of another and of none. A new endpoint is walked without
/// anybody thinking of it.
/// </summary>
public sealed partial class LeakTests(LeakHost host) : IClassFixture<LeakHost>
{
    /// <summary>Answers that hold what a person sent or made, in full, for roles that may see people in full.</summary>
    private static readonly string[] InFull = ["exportSubject", "revealCustomer", "getExportFile", "upload", "previewUpload", "getRejects", "getDryRun"];

    /// <summary>Refuses by itself what the permission does not: a file that somebody else made, a table, the demo's own shop.</summary>
    private static readonly string[] AlsoRefused = ["binCustomers", "restoreCustomers", "writeProfile", "writeProfiles", "declareConsent", "declareConsents", "withdrawConsent", "getExportFile", "startExport", "startDemo", "metrics", "addCustomerView", "pruneCustomers", "replaceCustomerView", "deleteCustomerView"];

    public static TheoryData<Role?, bool, bool> Callers()
    {
        var callers = new TheoryData<Role?, bool, bool> { { null, false, false } };
        foreach (var bySession in new[] { true, false })
        {
            callers.Add(Role.Owner, false, bySession);
            foreach (var role in new[] { Role.Operator, Role.Service, Role.Reader })
                foreach (var isScoped in new[] { false, true }) callers.Add(role, isScoped, bySession);
        }
        return callers;
    }

    internal static byte[] File(string text) => Encoding.UTF8.GetBytes(text);

    private List<RouteEndpoint> Endpoints => [.. host.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !LeakCalls.IsOfTheCaller(endpoint))];

    [Theory, MemberData(nameof(Callers))]
    public async Task A_caller_is_answered_what_they_may_see_and_nothing_else(Role? role, bool isScoped, bool bySession)
    {
        using var caller = await LeakCaller.SignInAsync(host, role, isScoped, bySession);
        var parameters = await ParametersAsync();
        var before = await host.RowsAsync();
        foreach (var endpoint in Endpoints)
        {
            var needs = endpoint.Metadata.GetMetadata<NeedsPermission>()?.Permission;
            var isAllowed = needs is not { } permission || caller.May(permission);
            // What is allowed and changes something is tried in a test of its own, on a host of its own.
            if (isAllowed && LeakCalls.MethodOf(endpoint) != HttpMethod.Get) continue;
            foreach (var call in LeakCalls.Of(endpoint, parameters.GetValueOrDefault(LeakCalls.NameOf(endpoint), []), host.A, host.A))
                Judge(caller, call, isAllowed, await caller.AskAsync(call));
        }
        Assert.Equal(before, await host.RowsAsync());
    }

    [Theory]
    [InlineData(Role.Operator, true)]
    [InlineData(Role.Operator, false)]
    [InlineData(Role.Service, true)]
    [InlineData(Role.Service, false)]
    [InlineData(Role.Reader, true)]
    [InlineData(Role.Reader, false)]
    public async Task Ids_of_another_shop_answer_as_ids_that_never_were(Role role, bool bySession)
    {
        using var caller = await LeakCaller.SignInAsync(host, role, isScoped: true, bySession);
        var parameters = await ParametersAsync();
        var before = await host.RowsAsync();
        foreach (var endpoint in Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<NeedsPermission>() is not { Permission: var needs } || !caller.May(needs)) continue;
            var taken = parameters.GetValueOrDefault(LeakCalls.NameOf(endpoint), []);
            var (others, nobodys) = (LeakCalls.Of(endpoint, taken, host.A, host.B), LeakCalls.Of(endpoint, taken, host.A, Ids.Unknown));
            foreach (var (call, unknown) in others.Zip(nobodys).Where(pair => pair.First.Path != pair.Second.Path || pair.First.Body is not (null or byte[])))
            {
                var (answer, never) = (await caller.AskAsync(call), await caller.AskAsync(unknown));
                var where = $"{role} {call.Method} {call.Path}";
                Assert.True((never.Status, never.Code) == (answer.Status, answer.Code), $"{where}: {answer} instead of {never}");
                Assert.True(Told(answer, host.B) == Told(never, Ids.Unknown), $"{where}: {answer.Text} instead of {never.Text}");
                Assert.True(call.Method == HttpMethod.Get || answer.Status is 404 or 422 || AlsoRefused.Contains(call.Endpoint), $"{where}: {answer}");
                Assert.True(Marks.B.FoundIn(answer.Text) is null || answer.Code.Length > 0, $"{where} tells {Marks.B.FoundIn(answer.Text)}");
            }
        }
        Assert.Equal(before, await host.RowsAsync());
    }

    [Fact]
    public async Task The_walk_meets_what_it_looks_for()
    {
        using var owner = await LeakCaller.SignInAsync(host, Role.Owner, isScoped: false, bySession: false);
        foreach (var path in new[]
        {
            "customers", "imports", "exports", "mappings", "today", "rankings/products?limit=100", "session", "identity/doubts", "customers/views", $"customers/{host.Shared}", $"customers/{host.Shared}/orders",
            $"grid/limits?shop={host.B.Shop}", "audit",
        })
        {
            var answer = await owner.AskAsync(new Call("", HttpMethod.Get, "/api/v1/" + path));
            Assert.True(answer.Status == 200 && Marks.B.FoundIn(answer.Text) is not null, $"{path} tells nothing of the second shop: {answer}");
        }
    }

    [Fact]
    public async Task A_customer_of_both_shops_is_shown_with_the_seen_one_alone()
    {
        using var caller = await LeakCaller.SignInAsync(host, Role.Operator, isScoped: true, bySession: false);
        foreach (var path in new[] { $"customers/{host.Shared}", $"customers/{host.Shared}/orders", $"customers/{host.Shared}/timeline" })
        {
            var answer = await caller.AskAsync(new Call("", HttpMethod.Get, "/api/v1/" + path));
            Assert.Equal((200, null), (answer.Status, Marks.B.FoundIn(answer.Text)));
            Assert.NotNull(Marks.A.FoundIn(answer.Text));
        }
        var revealed = await caller.AskAsync(new Call("", HttpMethod.Post, $"/api/v1/customers/{host.Shared}/reveal"));
        Assert.StartsWith($$"""{"name":"{{Marks.A.Person(1)}}",""", revealed.Text, StringComparison.Ordinal);
        Assert.Null(Marks.B.FoundIn(revealed.Text));
        var binned = await caller.AskAsync(new Call("", HttpMethod.Post, "/api/v1/customers/bin", new { customers = new[] { host.Shared } }));
        Assert.Equal((403, ProblemCode.BeyondScope), (binned.Status, binned.Code));
        foreach (var act in new[] { "merges", "apart" })
        {
            var decided = await caller.AskAsync(new Call("", HttpMethod.Post, $"/api/v1/identity/{act}", new { one = host.Shared, other = host.A.Customer }));
            Assert.Equal((403, ProblemCode.BeyondScope), (decided.Status, decided.Code));
        }
    }

    /// <summary>Figures bear no mark: what is asked without a shop is what the owner is told of that shop, and not what there is of both.</summary>
    [Fact]
    public async Task Figures_are_those_of_the_seen_shop()
    {
        using var owner = await LeakCaller.SignInAsync(host, Role.Owner, isScoped: false, bySession: false);
        using var caller = await LeakCaller.SignInAsync(host, Role.Operator, isScoped: true, bySession: false);
        async Task<JsonElement> AskAsync(LeakCaller who, string path) => JsonDocument.Parse((await who.AskAsync(new Call("", HttpMethod.Get, path))).Text).RootElement;
        var asked = 0;
        foreach (var (name, _) in (await ParametersAsync()).Where(operation => operation.Value.Contains("shops")))
        {
            var endpoint = Endpoints.Single(each => LeakCalls.NameOf(each) == name);
            if (LeakCalls.MethodOf(endpoint) != HttpMethod.Get || endpoint.RoutePattern.Parameters.Count > 0) continue;
            var path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
            var (seen, ofShop, ofAll) = (await AskAsync(caller, path), await AskAsync(owner, $"{path}?shops={host.A.Shop}"), await AskAsync(owner, path));
            // What a customer of both is called differs, and is looked at elsewhere.
            string Told(JsonElement answer) => endpoint.Metadata.GetMetadata<NeedsPermission>()!.Permission == Permission.CustomersRead ? answer.GetProperty("total").GetRawText() : answer.GetRawText();
            Assert.True(Told(ofShop) == Told(seen), $"{path}: {Told(seen)} instead of {Told(ofShop)}");
            Assert.True(Told(ofAll) != Told(seen), $"{path} would be the same of both shops.");
            asked++;
        }
        Assert.True(asked >= 7);
        foreach (var (path, figure) in new (string, Func<JsonElement, long>)[] { ("freshness", answer => answer.GetProperty("orders").GetInt64()), ("today", answer => answer.GetProperty("anonymous").GetProperty("orders").GetInt64()) })
            Assert.InRange(figure(await AskAsync(caller, $"/api/v1/{path}")), 1, figure(await AskAsync(owner, $"/api/v1/{path}")) - 1);
    }

    [Fact]
    public async Task An_owner_sees_all_shops_whoever_would_have_it_otherwise()
    {
        using var owner = await LeakCaller.SignInAsync(host, Role.Owner, isScoped: false, bySession: false);
        foreach (var (path, body) in new (string, object)[] { ("users", new { name = "half", password = "correct horse", role = "owner", shops = new[] { 1 } }), ("tokens", new { name = "half", role = "owner", shops = new[] { 1 } }) })
            Assert.Equal(ProblemCode.InvalidField, (await owner.AskAsync(new Call("", HttpMethod.Post, "/api/v1/" + path, body))).Code);
    }

    private static void Judge(LeakCaller caller, Call call, bool isAllowed, Answer answer)
    {
        var where = $"{caller.Role} {(caller.IsScoped ? "of the first shop" : "of all")} {call.Method} {call.Path}";
        if (!isAllowed)
        {
            Assert.True(answer.Status == (caller.Role is null ? 401 : 403), $"{where}: {answer}");
            return;
        }
        Assert.True(answer.Status is not 401 and < 500 && (answer.Status != 403 || AlsoRefused.Contains(call.Endpoint)), $"{where}: {answer}");
        if (caller.IsScoped) Assert.True(Marks.B.FoundIn(answer.Text) is null, $"{where} tells {Marks.B.FoundIn(answer.Text)}");
        if (!InFull.Contains(call.Endpoint) || !caller.May(Permission.CustomersReveal)) Assert.True(Marks.UnmaskedIn(answer.Text) is null, $"{where} tells in full {Marks.UnmaskedIn(answer.Text)}");
    }

    /// <summary>An answer as who asked for another id would read it. What is searched for stands in no answer.</summary>
    private static string Told(Answer answer, Ids of) =>
        (answer.Code.Length > 0 ? AnyId().Replace(answer.Text, "#") : answer.Text).Replace(of.Marks.Word, "WORD", StringComparison.Ordinal);

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")]
    private static partial Regex AnyId();

    private async Task<Dictionary<string, IReadOnlyList<string>>> ParametersAsync()
    {
        using var client = new HttpClient { BaseAddress = host.Host.Address };
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken));
        return (
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select operation.Value).ToDictionary(operation => operation.GetProperty("operationId").GetString()!, operation => (IReadOnlyList<string>)
        [
            .. operation.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)
                : [],
        ]);
    }
}
