using System.ComponentModel;
using Huitou.Access;
using Huitou.Flows.Pruning;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>From where on somebody who cannot be reached is without value.</summary>
public sealed record PruneParameters
{
    [FromQuery(Name = "months"), Description("Months without an order; 24 when left out.")]
    public int? Months { get; init; }

    [FromQuery(Name = "maxOrders"), Description("Most orders ever; 1 when left out.")]
    public int? MaxOrders { get; init; }

    [FromQuery(Name = "maxNetSales"), Description("Most net sales ever, minor units; any when left out.")]
    public long? MaxNetSales { get; init; }

    [FromQuery(Name = "withSuppressed"), Description("Also those who are not to be contacted already.")]
    public bool? WithSuppressed { get; init; }

    internal PruneLimits Limits()
    {
        var usual = new PruneLimits();
        return new(Months ?? usual.Months, MaxOrders ?? usual.MostOrders, MaxNetSales, WithSuppressed ?? false);
    }
}

/// <summary>What is to be done to whom on the prune list; without numbers to all of them, 10,000 at once.</summary>
public sealed record PruneOrder(PruneAct Act, IReadOnlyList<long>? Customers);

/// <summary>People whom no message reaches and who bring nothing.</summary>
internal static class PruneApi
{
    public static void MapPrune(this IEndpointRouteBuilder api)
    {
        var prune = api.MapGroup("/customers/prune").WithTags("Customers");
        prune.MapGet("", ListAsync).WithName("listPrunable").WithSummary("People who cannot be reached and bring nothing, with the reasons.").Refuses(422, 503).Needs(Permission.CustomersRead);
        prune.MapPost("", RunAsync).WithName("pruneCustomers")
            .WithSummary("Marks people on the prune list as not to be contacted, or moves them to the bin; both can be undone; audited.").Refuses(404, 422, 503).Needs(Permission.CustomersWrite);
    }

    private static async Task<Results<Ok<PruneAnswer>, ProblemHttpResult>> ListAsync(
        PruneList list, [AsParameters] PruneParameters limits, CancellationToken cancel, int page = 1, int limit = 50) =>
        (await list.AskAsync(limits.Limits(), page, limit, cancel)).Answer();

    private static async Task<Results<Ok<PruneDone>, ProblemHttpResult>> RunAsync(Prune prune, [AsParameters] PruneParameters limits, PruneOrder order, HttpContext http, CancellationToken cancel) =>
        (await prune.RunAsync(order.Act, order.Customers, limits.Limits(), http.Actor(), cancel)).Answer();
}
