using System.Security.Claims;
using System.Text.Encodings.Web;
using Huitou.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Huitou.Server.Access;

/// <summary>The mark that the listener on the data folder's socket puts on its connections.</summary>
internal sealed class LocalSocket
{
    internal const string Scheme = "socket";

    internal static readonly LocalSocket Mark = new();

    internal static bool Carries(HttpContext http) => http.Features.Get<LocalSocket>() is not null;
}

/// <summary>Who reaches the socket can read the data folder: nothing is left to keep from them, so they are the owner.</summary>
internal sealed class LocalSocketSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(LocalSocket.Carries(Context)
        ? AuthenticateResult.Success(Callers.Ticket(Actor.Console, Scheme.Name))
        : AuthenticateResult.NoResult());
}

/// <summary>Callers as claims.</summary>
internal static class Callers
{
    /// <summary>Whose rows they see. As the role, it is what the database says at this request, whatever a cookie was sealed with.</summary>
    internal const string ScopeClaim = "huitou.scope";

    internal static AuthenticationTicket Ticket(Actor actor, string scheme) => new(Principal(actor, scheme), scheme);

    internal static ClaimsPrincipal Principal(Actor actor, string scheme, params Claim[] more) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, actor.Name), new Claim(ClaimTypes.Role, actor.Role.ToString()), new Claim(ScopeClaim, actor.Scope.ToString()), .. more], scheme));
}
