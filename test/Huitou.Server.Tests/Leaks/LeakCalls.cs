using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Huitou.Server.Tests.Leaks;

/// <summary>One request to an endpoint.</summary>
internal sealed record Call(string Endpoint, HttpMethod Method, string Path, object? Body = null, string? IfMatch = null);

/// <summary>
/// How every endpoint is called, with the ids of a shop. An endpoint that takes nothing is called as it is; one with a path, a body or a
/// parameter that is not taught here fails the test until it is.
/// </summary>
internal static class LeakCalls
{
    /// <summary>About who calls and nobody else: their own sign-in, password and language.</summary>
    private static readonly string[] OfTheCaller = ["signIn", "signOut", "setLanguage", "changeOwnPassword", "setUp"];

    /// <summary>What a query parameter is asked with to reach what it names; empty for those that name nothing of a shop.</summary>
    private static readonly Dictionary<string, Func<Ids, string[]>> Parameters = new()
    {
        ["shops"] = of => [$"{of.Shop}"],
        ["shop"] = of => [$"{of.Shop}"],
        ["channels"] = of => [$"{of.Channel}"],
        ["tag"] = of => [$"{of.Marks.Word}-tag"],
        ["city"] = of => [$"{of.Marks.Word} city"],
        ["district"] = of => [$"{of.Marks.Word} district"],
        ["firstShop"] = of => [$"{of.Shop}"],
        ["boughtIn"] = of => [$"{of.Shop}"],
        ["serviceLevel"] = of => [$"{of.Marks.Word}-level"],
        ["region"] = of => [$"{of.Marks.Word}-region"],
        ["search"] = of => [$"{of.Marks.Word}-u1", $"{of.Marks.Word}-o1", of.Marks.Person(1), of.Marks.Person(2), of.Marks.Phone(2), of.Marks.Mail(2)],
    };

    private static readonly HashSet<string> Harmless =
    [
        "from", "to", "asOf", "compare", "compareAsOf", "before", "grain", "basis", "by", "limit", "page", "sort", "cursor", "kinds", "withoutKeys", "r", "f", "group", "minOrders", "maxOrders", "minRecency", "maxRecency",
        "minNetSales", "maxNetSales", "firstFrom", "firstTo", "activeMax", "silentMax", "dormantMax", "fanMin", "language", "fileName", "action",
        "months", "withSuppressed", "gender", "consent", "reach", "hasNote", "suppressed", "firstSource", "touchKind", "touchedWithin", "touched",
    ];

    /// <summary>Paths with ids and bodies: by the caller's own shop and the one whose ids are tried.</summary>
    private static readonly Dictionary<string, Func<Ids, Ids, IEnumerable<Call>>> Taught = new()
    {
        ["addShop"] = (_, of) => [Post("addShop", "shops", new { name = $"{of.Marks.Word} new", timeZone = "Asia/Shanghai" })],
        ["changeShop"] = (_, of) => [Put("changeShop", $"shops/{of.Shop}", new { name = "other", timeZone = "Asia/Shanghai" })],
        ["addUser"] = (_, of) => [Post("addUser", "users", new { name = "somebody", password = "correct horse", role = "reader", shops = new[] { of.Shop } })],
        ["changeUserAccess"] = (_, _) => [Put("changeUserAccess", "users/1", new { role = "owner", shops = (int[]?)null })],
        ["resetUserPassword"] = (_, _) => [Post("resetUserPassword", "users/1/password", new { password = "correct horse" })],
        ["removeUser"] = (_, _) => [Delete("removeUser", "users/1")],
        ["createToken"] = (_, of) => [Post("createToken", "tokens", new { name = "t", role = "reader", shops = new[] { of.Shop } })],
        ["revokeToken"] = (_, _) => [Delete("revokeToken", "tokens/1")],
        ["changeDefinitions"] = (_, _) => [Put("changeDefinitions", "definitions", new { countTests = true }) with { IfMatch = "\"x\"" }],
        ["changeIdentityRules"] = (_, _) => [Put("changeIdentityRules", "identity/rules", new { mostCarriers = 12 }) with { IfMatch = "\"x\"" }],
        ["takeBackup"] = (_, _) => [Post("takeBackup", "backup", null)],
        ["upload"] = (_, of) => [Post("upload", "uploads?fileName=x.csv", LeakTests.File($"orderNo\n{of.Marks.Word}"))],
        ["previewUpload"] = (_, of) => [Post("previewUpload", $"uploads/{of.Upload}/preview", new { reading = LeakFiles.OrdersReading() })],
        ["startImport"] = (own, of) => Imports("startImport", "imports", own, of),
        ["startDryRun"] = (own, of) => Imports("startDryRun", "imports/dry-run", own, of),
        ["getDryRun"] = (_, of) => [Get("getDryRun", $"jobs/{of.DryRun}/dry-run")],
        ["undoImport"] = (_, of) => [Post("undoImport", $"imports/{of.Import}/undo", null)],
        ["startDemo"] = (_, _) => [Post("startDemo", "demo", new { customers = 10, years = 1 })],
        ["getImport"] = (_, of) => [Get("getImport", $"imports/{of.Import}")],
        ["getRejects"] = (_, of) => [Get("getRejects", $"imports/{of.Import}/rejects")],
        ["setRate"] = (_, _) => [Put("setRate", "rates", new { currency = "USD", day = "2025-01-01", rate = 700_000_000 })],
        ["deleteRate"] = (_, _) => [Delete("deleteRate", "rates/USD/2025-01-01")],
        ["deleteMapping"] = (_, of) => [Delete("deleteMapping", $"mappings/{of.Mapping}")],
        ["getJob"] = (_, of) => [Get("getJob", $"jobs/{of.Job}"), Get("getJob", $"jobs/{of.DryRun}")],
        ["watchJob"] = (_, of) => [Get("watchJob", $"jobs/{of.Job}/events")],
        ["cancelJob"] = (_, of) => [Post("cancelJob", $"jobs/{of.Job}/cancel", null)],
        ["startExport"] = (_, of) => [Post("startExport", $"exports?shops={of.Shop}", new { table = "customers" }), Post("startExport", $"exports?channels={of.Channel}", new { table = "orders" })],
        ["getExport"] = (_, of) => [Get("getExport", $"exports/{of.Export}")],
        ["getExportFile"] = (_, of) => [Get("getExportFile", $"exports/{of.Export}/file")],
        ["showCustomer"] = (_, of) => [Get("showCustomer", $"customers/{of.Customer}")],
        ["listCustomerOrders"] = (_, of) => [Get("listCustomerOrders", $"customers/{of.Customer}/orders")],
        ["listCustomerReceivers"] = (_, of) => [Get("listCustomerReceivers", $"customers/{of.Customer}/receivers")],
        ["takeReceiverAddress"] = (_, of) => [Post("takeReceiverAddress", $"customers/{of.Customer}/receivers/{of.Order}/take", null)],
        ["revealCustomer"] = (_, of) => [Post("revealCustomer", $"customers/{of.Customer}/reveal", null)],
        ["listCustomerTimeline"] = (_, of) => [Get("listCustomerTimeline", $"customers/{of.Customer}/timeline")],
        ["addCustomerView"] = (_, of) => [Post("addCustomerView", $"customers/views?shops={of.Shop}", new { name = "of a shop", isShared = true })],
        ["replaceCustomerView"] = (_, of) => [Put("replaceCustomerView", $"customers/views/{of.View}", new { name = $"{of.Marks.Word} again", isShared = true }) with { IfMatch = "\"1\"" }],
        ["deleteCustomerView"] = (_, of) => [Delete("deleteCustomerView", $"customers/views/{of.View}")],
        ["writeProfile"] = (_, of) => [Post("writeProfile", $"customers/{of.Customer}/edits", new { edits = Edits })],
        ["writeProfiles"] = (own, of) => Many("writeProfiles", "customers/edits", own, of, customers => new { customers, edits = Edits }),
        ["takeProfileWriteBack"] = (_, of) => [Delete("takeProfileWriteBack", $"customers/edits/{of.Act}")],
        ["declareConsent"] = (_, of) => [Post("declareConsent", $"customers/{of.Customer}/consents", Agreed)],
        ["declareConsents"] = (own, of) => Many("declareConsents", "customers/consents", own, of, customers => new { customers, said = Agreed }),
        ["withdrawConsent"] = (_, of) => [Post("withdrawConsent", $"customers/{of.Customer}/withdrawals", new { channel = "sms", purpose = (string?)null, how = "" })],
        ["binCustomers"] = (own, of) => Many("binCustomers", "customers/bin", own, of, customers => new { customers }),
        ["pruneCustomers"] = (own, of) => Many("pruneCustomers", "customers/prune?months=1&maxOrders=99", own, of, customers => new { customers, act = "suppress" }),
        ["restoreCustomers"] = (own, of) => Many("restoreCustomers", "customers/bin/restore", own, of, customers => new { customers }),
        ["eraseCustomers"] = (own, of) => Many("eraseCustomers", "customers/erasures", own, of, customers => new { customers, confirm = "" }),
        ["exportSubject"] = (_, of) => [Get("exportSubject", $"customers/{of.Customer}/subject")],
        ["mergeCustomers"] = (own, of) => Pairs("mergeCustomers", "identity/merges", own, of),
        ["keepCustomersApart"] = (own, of) => Pairs("keepCustomersApart", "identity/apart", own, of),
        ["partCustomer"] = (own, of) =>
        [
            Post("partCustomer", "identity/parts", new { customer = of.Customer, evidence = new[] { of.Evidence } }),
            Post("partCustomer", "identity/parts", new { customer = own.Customer, evidence = new[] { of == own ? own.Evidence : of.Evidence } }),
        ],
        ["withdrawIdentityAct"] = (_, of) => [Delete("withdrawIdentityAct", $"identity/acts/{of.Act}")],
        ["setGridLimits"] = (_, of) => [Put("setGridLimits", "grid/limits", new { shopId = of.Shop, validFrom = "2025-02-01", activeMax = 1, silentMax = 2, dormantMax = 3, fanMin = 4 })],
        ["changeServiceLevels"] = (_, _) => [Put("changeServiceLevels", "service-levels", new { levels = Array.Empty<object>() }) with { IfMatch = "\"x\"" }],
        ["openApi"] = (_, _) => [],
    };

    internal static bool IsOfTheCaller(RouteEndpoint endpoint) => OfTheCaller.Contains(NameOf(endpoint));

    internal static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    internal static HttpMethod MethodOf(RouteEndpoint endpoint) => new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);

    /// <summary>The requests that name something of a shop, and the bare one where nothing need be named.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="parameters">Its query parameters, as the document lists them.</param>
    /// <param name="own">The caller's own shop.</param>
    /// <param name="of">Whose ids are tried.</param>
    internal static IReadOnlyList<Call> Of(RouteEndpoint endpoint, IReadOnlyList<string> parameters, Ids own, Ids of)
    {
        var name = NameOf(endpoint);
        Assert.Empty(parameters.Where(parameter => !Harmless.Contains(parameter) && !Parameters.ContainsKey(parameter)).Select(parameter => $"Teach LeakCalls what {name} takes as {parameter}."));
        if (!Taught.TryGetValue(name, out var taught))
        {
            Assert.True(endpoint.RoutePattern.Parameters.Count == 0 && endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is null, $"Teach LeakCalls to call {name}.");
            taught = (_, _) => [new Call(name, MethodOf(endpoint), Bare(endpoint))];
        }
        var calls = taught(own, of).ToList();
        if (MethodOf(endpoint) != HttpMethod.Get) return calls;
        var narrowed = from call in calls from parameter in parameters where Parameters.ContainsKey(parameter) from value in Parameters[parameter](of) select With(call, parameter, value);
        return [.. calls, .. narrowed.ToList()];
    }

    private static Call With(Call call, string parameter, string value) =>
        call with { Path = $"{call.Path}{(call.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}={Uri.EscapeDataString(value)}" };

    private static string Bare(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content))));

    private static IEnumerable<Call> Imports(string name, string path, Ids own, Ids of)
    {
        object Body(Ids upload, Ids shop) => new { uploadId = upload.Upload, shopId = shop.Shop, reading = LeakFiles.OrdersReading(), saveAs = (string?)null };
        yield return Post(name, path, Body(of, of));
        yield return Post(name, path, Body(own, of));
        yield return Post(name, path, Body(of, own));
    }

    private static readonly object[] Edits = [new { attribute = "tag:called", text = "on" }, new { attribute = "note", text = "called" }];

    private static readonly object Agreed = new { channel = "sms", purpose = "care", proof = "form", at = (string?)null };

    private static IEnumerable<Call> Many(string name, string path, Ids own, Ids of, Func<long[], object> body)
    {
        yield return Post(name, path, body([of.Customer]));
        if (of != own) yield return Post(name, path, body([of.Customer, of.Another]));
    }

    private static IEnumerable<Call> Pairs(string name, string path, Ids own, Ids of)
    {
        yield return Post(name, path, new { one = of.Customer, other = of == own ? own.Another : own.Customer });
        yield return Post(name, path, new { one = own.Customer, other = of == own ? own.Another : of.Customer });
    }

    private static Call Get(string name, FormattableString path) => new(name, HttpMethod.Get, Text(path));

    private static Call Post(string name, FormattableString path, object? body) => new(name, HttpMethod.Post, Text(path), body);

    private static Call Post(string name, string path, object? body) => new(name, HttpMethod.Post, "/api/v1/" + path, body);

    private static Call Put(string name, FormattableString path, object body) => new(name, HttpMethod.Put, Text(path), body);

    private static Call Put(string name, string path, object body) => new(name, HttpMethod.Put, "/api/v1/" + path, body);

    private static Call Delete(string name, FormattableString path) => new(name, HttpMethod.Delete, Text(path));

    private static Call Delete(string name, string path) => new(name, HttpMethod.Delete, "/api/v1/" + path);

    private static string Text(FormattableString path) => "/api/v1/" + path.ToString(CultureInfo.InvariantCulture);
}
