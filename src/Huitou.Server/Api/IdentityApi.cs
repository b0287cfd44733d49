using Huitou.Access;
using Huitou.Customers.Identity;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Two customers.</summary>
public sealed record CustomerPair(long One, long Other);

/// <summary>A part of a customer's evidence.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Evidence">Numbers of the pieces that are of somebody else.</param>
public sealed record EvidencePart(long Customer, IReadOnlyList<long> Evidence);

/// <summary>Who is who: what is doubtful, and what people decided.</summary>
internal static class IdentityApi
{
    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        var identity = api.MapGroup("/identity").WithTags("Identity");
        identity.MapGet("/doubts", DoubtsAsync).WithName("listIdentityDoubts")
            .WithSummary("Phones, e-mails, cards and ids that several customers carry without being one; names masked.").Refuses(422).Needs(Permission.CustomersRead);
        identity.MapGet("/acts", ActsAsync).WithName("listIdentityActs").WithSummary("What people decided about who is who, the newest first.").Needs(Permission.CustomersRead);
        identity.MapPost("/merges", MergeAsync).WithName("mergeCustomers").WithSummary("Two customers are one person; audited.").Refuses(404, 422).Needs(Permission.CustomersWrite);
        identity.MapPost("/parts", PartAsync).WithName("partCustomer").WithSummary("Part of a customer's evidence is of somebody else; audited.").Refuses(404, 422).Needs(Permission.CustomersWrite);
        identity.MapPost("/apart", KeepApartAsync).WithName("keepCustomersApart").WithSummary("Two customers are different people, and not proposed again; audited.").Refuses(404, 422).Needs(Permission.CustomersWrite);
        identity.MapPost("/resolutions", async (ResolveAgain resolve, HttpContext http, CancellationToken cancel) => TypedResults.Accepted((string?)null, await resolve.RunAsync(http.Actor(), cancel)))
            .WithName("resolveAllIdentities").WithSummary("Finds out anew who everybody is, as a job; audited.").Needs(Permission.SettingsWrite);
        identity.MapGet("/rules", async (ChangeIdentityRules rules, HttpContext http, CancellationToken cancel) => Tagged(http, await rules.CurrentAsync(cancel)))
            .WithName("readIdentityRules").WithSummary("What of the rules of who is who is set here, with its version in the ETag.").Needs(Permission.SettingsRead);
        identity.MapPut("/rules", ChangeRulesAsync).WithName("changeIdentityRules")
            .WithSummary("Changes these rules and finds out anew who everybody is, as a job; If-Match names the version that was seen. Audited.").Refuses(412, 422, 428).Needs(Permission.SettingsWrite);
        identity.MapDelete("/acts/{act:guid}", WithdrawAsync).WithName("withdrawIdentityAct").WithSummary("Takes a decision back: all is as if it had not been; audited.").Refuses(404).Needs(Permission.CustomersWrite);
    }

    private static async Task<Results<Ok<VersionedIdentityRules>, ProblemHttpResult>> ChangeRulesAsync(
        IdentityRules body, [FromHeader(Name = "If-Match")] string? ifMatch, ChangeIdentityRules rules, HttpContext http, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(ifMatch)) return Problems.Of(428, ProblemCode.PreconditionRequired, "Send the ETag of what you saw in If-Match.");
        var outcome = await rules.RunAsync(body, ifMatch.Trim('"'), http.Actor(), cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : Tagged(http, outcome.Value!);
    }

    private static Ok<VersionedIdentityRules> Tagged(HttpContext http, VersionedIdentityRules current)
    {
        http.Response.Headers.ETag = $"\"{current.Version}\"";
        return TypedResults.Ok(current);
    }

    private static async Task<Results<Ok<IdentityDoubts>, ProblemHttpResult>> DoubtsAsync(IdentityReview review, CancellationToken cancel, int page = 1, int limit = 20) =>
        (await review.DoubtsAsync(page, limit, cancel)).Answer();

    private static async Task<Ok<IReadOnlyList<IdentityActItem>>> ActsAsync(IdentityReview review, CancellationToken cancel) => TypedResults.Ok(await review.ActsAsync(cancel));

    private static async Task<Results<Ok<IdentityActDone>, ProblemHttpResult>> MergeAsync(CustomerIdentity identity, CustomerPair pair, HttpContext http, CancellationToken cancel) =>
        (await identity.MergeAsync(pair.One, pair.Other, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<IdentityActDone>, ProblemHttpResult>> PartAsync(CustomerIdentity identity, EvidencePart part, HttpContext http, CancellationToken cancel) =>
        (await identity.PartAsync(part.Customer, part.Evidence, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<IdentityActDone>, ProblemHttpResult>> KeepApartAsync(CustomerIdentity identity, CustomerPair pair, HttpContext http, CancellationToken cancel) =>
        (await identity.KeepApartAsync(pair.One, pair.Other, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<IdentityActDone>, ProblemHttpResult>> WithdrawAsync(CustomerIdentity identity, Guid act, HttpContext http, CancellationToken cancel) =>
        (await identity.WithdrawAsync(act, http.Actor(), cancel)).Answer();
}
