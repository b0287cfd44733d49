using Huitou.Access;
using Huitou.Server.Access;
using Huitou.Server.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Access;

/// <summary>Walks every endpoint there is, so that none can be added without a lock.</summary>
public sealed class PermissionTests(TestHost host) : IClassFixture<TestHost>
{
    private List<RouteEndpoint> Endpoints =>
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_names_one_permission_or_is_public()
    {
        var faulty = Endpoints.Where(e => e.Metadata.OfType<NeedsPermission>().Count() + e.Metadata.OfType<PublicEndpoint>().Count() != 1);

        Assert.Empty(faulty.Select(e => e.DisplayName));
    }

    [Fact]
    public void What_names_a_permission_is_really_guarded()
    {
        var open = Endpoints.Where(e => e.Metadata.GetMetadata<NeedsPermission>() is not null)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<AuthorizationPolicy>() is null);

        Assert.Empty(open.Select(e => e.DisplayName));
    }

    [Fact]
    public void Only_known_doors_are_public()
    {
        var open = Endpoints.Where(e => e.Metadata.GetMetadata<PublicEndpoint>() is not null)
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText}");

        Assert.Equal(
            [
                "DELETE /api/v1/session", "GET /api/v1/session", "GET /healthz", "GET /openapi/{documentName}.json", "GET /readyz", "POST /api/v1/session",
                "POST /api/v1/setup", "PUT /api/v1/session/language", "PUT /api/v1/session/password",
            ],
            open.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Owner)]
    [InlineData(Role.Operator)]
    [InlineData(Role.Service)]
    [InlineData(Role.Reader)]
    public async Task A_role_is_let_in_where_it_may_and_nowhere_else(Role? role)
    {
        using var client = role is { } some ? await host.BearerAsync(some) : new HttpClient { BaseAddress = host.Address };

        foreach (var endpoint in Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<NeedsPermission>() is not { } needs) continue;
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var allowed = role is { } holder && Permissions.Allows(holder, needs.Permission);

            // What is allowed is tried only where trying changes nothing.
            if (allowed && method != "GET") continue;
            using var request = new HttpRequestMessage(new HttpMethod(method), PathOf(endpoint)) { Content = BodyFor(endpoint) };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

            var status = (int)response.StatusCode;
            var expected = role is null ? 401 : 403;
            Assert.True(allowed ? status is not (401 or 403) : status == expected, $"{role} {method} {PathOf(endpoint)}: {status}");
        }
    }

    [Fact]
    public void The_roles_nest_as_they_are_described()
    {
        Assert.Equal(Enum.GetValues<Permission>(), Permissions.Of(Role.Owner));
        Assert.DoesNotContain(Permission.UsersWrite, Permissions.Of(Role.Operator));
        Assert.DoesNotContain(Permission.CustomersRead, Permissions.Of(Role.Reader));
        Assert.DoesNotContain(Permission.ReportsRead, Permissions.Of(Role.Service));
    }

    /// <summary>Routing asks for the right kind of body before anybody asks who sends it.</summary>
    private static ByteArrayContent? BodyFor(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not { } accepts) return null;
        var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = new(accepts.ContentTypes[0]);
        return content;
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(p => p.Content == "guid") ? Guid.Empty.ToString() : "1",
            _ => "",
        }))));
}
