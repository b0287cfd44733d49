using System.Globalization;
using System.Security.Claims;
using Huitou.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Access;

/// <summary>Signs people in by a cookie that scripts cannot read.</summary>
internal static class CookieSession
{
    internal const string Scheme = "cookie";

    private const string Stamp = "stamp";

    internal static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "huitou.session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        cookie.SlidingExpiration = true;
        cookie.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = RefreshAsync,
            OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden),
        };
    }

    /// <summary>Starts a session; the rest of this request is already the user's.</summary>
    internal static async Task StartAsync(HttpContext http, User user)
    {
        http.User = Principal(user);
        await http.SignInAsync(Scheme, http.User, new AuthenticationProperties { IsPersistent = true });
    }

    internal static async Task EndAsync(HttpContext http)
    {
        await http.SignOutAsync(Scheme);
        http.User = new ClaimsPrincipal(new ClaimsIdentity());
    }

    /// <summary>The id of the signed-in user; null for tokens and the console, which are nobody's account.</summary>
    internal static long? UserId(this ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static ClaimsPrincipal Principal(User user) => Callers.Principal(
        Actor.Of(user),
        Scheme,
        new Claim(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)),
        new Claim(Stamp, user.SecurityStamp!));

    /// <summary>
    /// Asks the database at every request: a user who was removed, given another role, other shops or a new password feels it at once, not when
    /// the cookie runs out. It is one look-up by key.
    /// </summary>
    private static async Task RefreshAsync(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<SessionUsers>();
        var user = context.Principal?.UserId() is { } id && context.Principal.FindFirstValue(Stamp) is { } stamp
            ? await users.FindAsync(id, stamp, context.HttpContext.RequestAborted)
            : null;
        if (user is null) context.RejectPrincipal();
        else context.ReplacePrincipal(Principal(user));
    }

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
