using System.Security.Claims;
using Huitou.Access;
using Huitou.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Huitou.Server.Access;

/// <summary>What an endpoint asks of its caller. On the endpoint it is metadata, to the authorizer it is the requirement.</summary>
public sealed record NeedsPermission(Permission Permission) : IAuthorizationRequirement;

/// <summary>Marks an endpoint that anybody may call: set-up, sign-in, the session.</summary>
public sealed record PublicEndpoint;

/// <summary>Says who may call an endpoint. Each endpoint says exactly one of the two; a test fails on one that does not.</summary>
public static class Guard
{
    /// <summary>Only callers whose role holds <paramref name="permission"/>.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission)
        where TBuilder : IEndpointConventionBuilder
    {
        var needs = new NeedsPermission(permission);
        return endpoint
            .WithMetadata(needs)
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(needs));
    }

    /// <summary>Anybody.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new PublicEndpoint()).AllowAnonymous();

    /// <summary>Who calls. Only behind <see cref="Needs"/>.</summary>
    public static Actor Actor(this HttpContext http) =>
        http.User.Actor() ?? throw new InvalidOperationException($"{http.Request.Path} let a caller in who is nobody.");

    /// <summary>Who calls, or null.</summary>
    internal static Actor? Actor(this ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true, Name: { } name } && Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(name, role) { Scope = DataScope.Parse(principal.FindFirstValue(Callers.ScopeClaim)) }
            : null;
}

/// <summary>Holds a caller's role against what the endpoint needs.</summary>
internal sealed class PermissionCheck : AuthorizationHandler<NeedsPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsPermission requirement)
    {
        if (context.User.Actor() is { } actor && Permissions.Allows(actor.Role, requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
