using Huitou.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Huitou.Server.Access;

/// <summary>
/// A browser sends the session's cookie along with whatever another site makes it send. What changes something must therefore also
/// carry a header that only our pages know. Tokens and the console send nothing by themselves and need none.
/// </summary>
internal sealed class AntiforgeryCheck(RequestDelegate next, IAntiforgery antiforgery)
{
    internal const string Header = "X-CSRF";

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsAtRisk(http) && !await antiforgery.IsRequestValidAsync(http))
        {
            await Problems.Of(
                    StatusCodes.Status403Forbidden,
                    ProblemCode.AntiforgeryMissing,
                    $"Send the session's \"antiforgery\" value in the header {Header}. GET /api/v1/session gives it.")
                .ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static bool IsAtRisk(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true, AuthenticationType: CookieSession.Scheme }
        && !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method));
}
