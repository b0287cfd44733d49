using Microsoft.AspNetCore.Builder;

namespace Huitou.Server.Hosting;

/// <summary>What a browser may do with our pages.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Everything from here and nothing inline, but for styles: the component library writes its style sheets into the page while it
    /// runs, without a nonce. Scripts, which can act, stay held to files of ours.
    /// </summary>
    internal const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; " +
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";

        // Answers hold customers: no cache between us and the browser may keep them.
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) headers.CacheControl = "no-store";
        return next(http);
    });
}
