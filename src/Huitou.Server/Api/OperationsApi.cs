using Huitou.Access;
using Huitou.Data;
using Huitou.Flows.Operations;
using Huitou.Server.Access;
using Huitou.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>How the host is: for who runs it, and for what watches it.</summary>
internal static class OperationsApi
{
    public static void MapStatus(this IEndpointRouteBuilder api) =>
        api.MapGet("/status", (StatusReport status, CancellationToken cancel) => status.AskAsync(cancel)).WithTags("Operations")
            .WithName("readStatus").WithSummary("Version, freshness, memory, disk, jobs and the last backup.").Needs(Permission.SettingsRead);

    /// <summary>Beside the API, where orchestrators and collectors look for them.</summary>
    public static void MapProbes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).WithName("health").WithSummary("Says that the host answers.").Public();
        app.MapGet("/readyz", ReadyAsync).WithName("ready").WithSummary("Says whether the database answers and the ledger stands; 503 and why where not.").Public();
        app.MapGet("/metrics", Measured).WithName("metrics").WithSummary("What the host measures of itself, as Prometheus reads it; for who sees all shops.").Produces<string>(200, "text/plain").Refuses(403)
            .Needs(Permission.SettingsRead);
    }

    private static async Task<ContentHttpResult> ReadyAsync(StatusReport status, CancellationToken cancel) =>
        await status.ObstacleAsync(cancel) is { } obstacle ? TypedResults.Text(obstacle, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Text("ready");

    private static Results<ContentHttpResult, ProblemHttpResult> Measured(MetricsText metrics) => DataScope.Current.IsAll
        ? TypedResults.Text(metrics.Write(), MetricsText.ContentType)
        : Problems.Of(StatusCodes.Status403Forbidden, ProblemCode.BeyondScope, "The host is measured as a whole. Ask with a token that sees all shops.");
}
