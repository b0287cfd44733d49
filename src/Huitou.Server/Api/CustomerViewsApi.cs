using Huitou.Access;
using Huitou.Flows.Views;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Named views of the list of customers. The filter to keep is that of the query, as the list itself is asked.</summary>
internal static class CustomerViewsApi
{
    public static void MapCustomerViews(this IEndpointRouteBuilder api)
    {
        var views = api.MapGroup("/customers/views").WithTags("Customers");
        views.MapGet("", (CustomerViews kept, HttpContext http, CancellationToken cancel) => kept.ListAsync(http.Actor(), cancel)).WithName("listCustomerViews")
            .WithSummary("The caller's own views of the list and those that all share, without what is gone since.").Needs(Permission.CustomersRead);
        CustomerParameters.Words(views.MapPost("", AddAsync)).WithName("addCustomerView")
            .WithSummary("Keeps the filter of the query and its order under a name; shared ones are audited.").Refuses(409, 422).Needs(Permission.CustomersRead);
        CustomerParameters.Words(views.MapPut("/{id:int}", ReplaceAsync)).WithName("replaceCustomerView")
            .WithSummary("Puts a name, filter, columns and order in the place of a view's; If-Match names the version that was seen.").Refuses(404, 409, 412, 422, 428).Needs(Permission.CustomersRead);
        views.MapDelete("/{id:int}", DeleteAsync).WithName("deleteCustomerView").WithSummary("Deletes a view; shared ones are audited.").Refuses(404, 412).Needs(Permission.CustomersRead);
    }

    private static async Task<Results<Ok<CustomerViewItem>, ProblemHttpResult>> AddAsync(
        CustomerViews views, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf, ViewWriting writing, HttpContext http,
        CancellationToken cancel, string sort = "-netSales")
    {
        var (question, refusal) = wanted.Read(scope, whatIf);
        return refusal is not null ? Problems.Of(refusal) : (await views.AddAsync(writing, question with { Sort = sort }, http.Actor(), cancel)).Answer();
    }

    private static async Task<Results<Ok<CustomerViewItem>, ProblemHttpResult>> ReplaceAsync(
        CustomerViews views, int id, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf, ViewWriting writing,
        [FromHeader(Name = "If-Match")] string? ifMatch, HttpContext http, CancellationToken cancel, string sort = "-netSales")
    {
        if (string.IsNullOrEmpty(ifMatch)) return Problems.Of(428, ProblemCode.PreconditionRequired, "Send the version of the view that you saw in If-Match.");
        var (question, refusal) = wanted.Read(scope, whatIf);
        if (refusal is not null) return Problems.Of(refusal);
        _ = int.TryParse(ifMatch.Trim('"'), out var seen);
        return (await views.ReplaceAsync(id, seen, writing, question with { Sort = sort }, http.Actor(), cancel)).Answer();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(CustomerViews views, int id, HttpContext http, CancellationToken cancel) =>
        await views.DeleteAsync(id, http.Actor(), cancel) is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
}
