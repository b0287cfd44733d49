using Huitou.Access;
using Huitou.Flows.Levels;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Which level of service holds for which classes of customers.</summary>
internal static class ServiceLevelsApi
{
    public static void MapServiceLevels(this IEndpointRouteBuilder api)
    {
        var levels = api.MapGroup("/service-levels").WithTags("Customers");
        levels.MapGet("", (ChangeServiceLevels kept, CancellationToken cancel) => kept.CurrentAsync(cancel)).WithName("readServiceLevels")
            .WithSummary("The levels of service, what they promise and for whom they hold; of two the first one counts.").Needs(Permission.CustomersRead);
        levels.MapPut("", ChangeAsync).WithName("changeServiceLevels")
            .WithSummary("Says anew which levels there are; If-Match names the version that was seen; audited.").Refuses(412, 422, 428).Needs(Permission.SettingsWrite);
    }

    private static async Task<Results<Ok<VersionedServiceLevels>, ProblemHttpResult>> ChangeAsync(
        ChangeServiceLevels kept, ServiceLevels levels, [FromHeader(Name = "If-Match")] string? ifMatch, HttpContext http, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(ifMatch)) return Problems.Of(428, ProblemCode.PreconditionRequired, "Send the version of the levels that you saw in If-Match.");
        return (await kept.RunAsync(levels, ifMatch.Trim('"'), http.Actor(), cancel)).Answer();
    }
}
