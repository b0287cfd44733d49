using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Huitou.Server.Hosting;

/// <summary>Serves the built pages. They lie beside the executable, so that a published folder is all there is to copy.</summary>
internal static class WebPages
{
    internal static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    internal static void UseWebPages(this IApplicationBuilder app) =>
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetCaching });

    /// <summary>Any address that is no file and no part of the API is a page, and the pages find their way by themselves.</summary>
    internal static void MapWebPages(this WebApplication app)
    {
        app.MapFallback("/api/{**rest}", () => TypedResults.NotFound()).WithName("unknownApi").ExcludeFromDescription().Public();
        if (File.Exists(Path.Combine(Root, "index.html")))
            app.MapFallbackToFile("index.html", new StaticFileOptions { OnPrepareResponse = SetCaching }).Public();
        else
            app.MapFallback(() => TypedResults.Text("Huitou runs, but its pages are not built. The API is at /api/v1."))
                .WithName("noPages").ExcludeFromDescription().Public();
    }

    // Built assets carry a hash of their content in their name; the page that names them must always be fresh.
    private static void SetCaching(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
}
