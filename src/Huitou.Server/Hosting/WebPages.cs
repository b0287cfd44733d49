using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Huitou.Server.Hosting;

/// <summary>Serves the built pages.</summary>
internal static class WebPages
{
    private const string FirstPage = "/index.html";

    /// <summary>
    /// After routing, for addresses that no endpoint has. A catch-all endpoint would be the shorter way, but it would also catch a
    /// call of the API by a wrong method or with a wrong kind of body, and hide what is wrong with it.
    /// </summary>
    internal static void UseWebPages(this IApplicationBuilder app, string pages)
    {
        var built = File.Exists(Path.Join(pages, FirstPage));
        app.Use((http, next) =>
        {
            if (!IsPage(http)) return next(http);
            if (!built) return http.Response.WriteAsync("Huitou runs, but its pages are not built. The API is at /api/v1.\n");

            // The pages find their own way by the address that the browser keeps.
            http.Request.Path = FirstPage;
            return next(http);
        });
        if (built) app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetCaching });
    }

    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint() is null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !Path.HasExtension(http.Request.Path.Value);

    // Built assets carry a hash of their content in their name; the page that names them must always be fresh.
    private static void SetCaching(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
}
