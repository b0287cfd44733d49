using Huitou.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Huitou.Server.Access;

/// <summary>Puts the three ways in together: the console's socket, tokens, and the cookie.</summary>
internal static class AccessWiring
{
    private const string AnyScheme = "huitou";

    internal static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, policy => policy.ForwardDefaultSelector = SchemeOf)
            .AddCookie(CookieSession.Scheme, CookieSession.Configure)
            .AddScheme<AuthenticationSchemeOptions, LocalSocketSignIn>(LocalSocket.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.SchemeName, null);
        services.AddAuthorization().AddSingleton<IAuthorizationHandler, PermissionCheck>().AddSingleton<Throttle>();
        services.AddAntiforgery(Configure);
        services.AddDataProtection().SetApplicationName("huitou");
        return services.AddSingleton<KeyFiles>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
                keys => keys.XmlRepository = provider.GetRequiredService<KeyFiles>()));
    }

    internal static IApplicationBuilder UseSignIn(this IApplicationBuilder app) => app
        .Use((http, next) => WithinAsync(DataScope.None, next, http))
        .UseAuthentication()
        .Use((http, next) => WithinAsync(ScopeOf(http), next, http))
        .UseMiddleware<AntiforgeryCheck>().UseAuthorization();

    /// <summary>The rows that who calls may see; none for who is nobody.</summary>
    internal static DataScope ScopeOf(HttpContext http) => http.User.Actor()?.Scope ?? DataScope.None;

    /// <summary>Everything that a request asks of the database from here on, it asks of these rows.</summary>
    private static async Task WithinAsync(DataScope scope, RequestDelegate next, HttpContext http)
    {
        using var within = DataScope.Enter(scope);
        await next(http);
    }

    // A caller who sends a token means it, whatever cookie the client also keeps.
    private static string SchemeOf(HttpContext http) => LocalSocket.Carries(http) ? LocalSocket.Scheme
        : http.Request.Headers.Authorization.Count > 0 ? BearerTokens.SchemeName
        : CookieSession.Scheme;

    private static void Configure(AntiforgeryOptions antiforgery)
    {
        antiforgery.HeaderName = AntiforgeryCheck.Header;
        antiforgery.Cookie.Name = "huitou.csrf";
        antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        antiforgery.SuppressXFrameOptionsHeader = true;
    }
}
