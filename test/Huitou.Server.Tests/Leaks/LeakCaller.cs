using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Leaks;

/// <summary>What was answered.</summary>
internal sealed record Answer(int Status, string Code, string Text);

/// <summary>Somebody who calls: nobody, or a role with all shops or the first, by a session or a token.</summary>
internal sealed class LeakCaller(HttpClient http, string? antiforgery, Role? role, bool isScoped) : IDisposable
{
    internal Role? Role => role;

    internal bool IsScoped => isScoped;

    internal bool May(Permission permission) => role is { } some && Permissions.Allows(some, permission);

    /// <param name="host">The host.</param>
    /// <param name="role">Null for nobody.</param>
    /// <param name="isScoped">Sees the first shop alone.</param>
    /// <param name="bySession">By the pages' cookie, else by a token.</param>
    internal static async Task<LeakCaller> SignInAsync(LeakHost host, Role? role, bool isScoped, bool bySession)
    {
        if (role is not { } some) return new(new HttpClient { BaseAddress = host.Host.Address }, null, null, false);
        if (!bySession) return new(isScoped ? await host.Host.BearerAsync(some, (int)host.A.Shop) : await host.Host.BearerAsync(some), null, role, isScoped);
        using var owner = await host.Host.BearerAsync(global::Huitou.Access.Role.Owner);
        var name = $"{some} {isScoped}";
        using var added = await owner.PostAsJsonAsync(
            new Uri("/api/v1/users", UriKind.Relative), new { name, password = TestHost.Password, role = JsonNamingPolicy.CamelCase.ConvertName(some.ToString()), shops = isScoped ? new[] { host.A.Shop } : null });
        var browser = await host.Host.SignedInAsync(name);
        return new(browser.Http, browser.Antiforgery, role, isScoped);
    }

    internal async Task<Answer> AskAsync(Call call)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(call.Path, UriKind.Relative));
        if (call.Body is byte[] file) request.Content = new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } };
        else if (call.Body is not null) request.Content = JsonContent.Create(call.Body);
        if (antiforgery is not null) request.Headers.Add("X-CSRF", antiforgery);
        if (call.IfMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", call.IfMatch);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var isProblem = response.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return isProblem && JsonDocument.Parse(text).RootElement is var problem
            ? new((int)response.StatusCode, problem.GetProperty("code").GetString()!, $"{problem.GetProperty("detail").GetString()} {problem.GetProperty("errors")}")
            : new((int)response.StatusCode, "", text);
    }

    public void Dispose() => http.Dispose();
}
