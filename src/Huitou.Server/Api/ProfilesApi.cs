using Huitou.Access;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>What is to be written into one profile at once.</summary>
/// <param name="Edits">The things.</param>
/// <param name="Evidence">The piece of the customer's evidence that phones, e-mails and cards are written of; left out, the one that the customer goes by.</param>
public sealed record ProfileWriting(IReadOnlyList<ProfileWrite> Edits, long? Evidence = null);

/// <summary>What people write of customers: corrections, tags, notes, agreements and withdrawals; and all that happened with one.</summary>
internal static class ProfilesApi
{
    public static void MapProfiles(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("/{id:long}/timeline", TimelineAsync).WithName("listCustomerTimeline")
            .WithSummary("All that happened with a customer, newest first: orders, touches, agreements, what was written.").Refuses(404, 422).Needs(Permission.CustomersRead);
        customers.MapPost("/{id:long}/edits", WriteAsync).WithName("writeProfile")
            .WithSummary("Writes corrections, tags, notes, or by what the customer is recognised into a profile; audited.").Refuses(404, 422).Needs(Permission.ProfilesWrite);
        customers.MapDelete("/edits/{act:guid}", TakeBackAsync).WithName("takeProfileWriteBack")
            .WithSummary("Takes back what was written in one act: what sources say holds again; audited.").Refuses(404).Needs(Permission.ProfilesWrite);
        customers.MapPost("/{id:long}/consents", DeclareAsync).WithName("declareConsent")
            .WithSummary("Writes down that a customer agreed, with its proof; audited.").Refuses(404, 409, 422).Needs(Permission.CustomersWrite);
        customers.MapPost("/{id:long}/withdrawals", WithdrawAsync).WithName("withdrawConsent")
            .WithSummary("Writes down that a customer no longer agrees, to one purpose or to all; never undone; audited.").Refuses(404, 422).Needs(Permission.ProfilesWrite);
    }

    private static async Task<Results<Ok<TimelineStretch>, ProblemHttpResult>> TimelineAsync(
        CustomerTimeline timeline, long id, CancellationToken cancel, string? kinds = null, string? cursor = null, int limit = 50)
    {
        var wanted = new List<TimelineKind>();
        foreach (var kind in (kinds ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Enum.TryParse<TimelineKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                return Problems.Of(new Refusal(ProblemCode.InvalidField, $"'{kind}' is nothing on a timeline. Give order, touch, consent or profile, with commas between them.", "kinds"));
            wanted.Add(known);
        }
        return (await timeline.AskAsync(id, wanted, cursor, limit, cancel)).Answer();
    }

    private static async Task<Results<Ok<ProfileWritten>, ProblemHttpResult>> WriteAsync(EditProfile edit, long id, ProfileWriting writing, HttpContext http, CancellationToken cancel) =>
        (await edit.WriteAsync([id], writing.Edits, http.Actor(), cancel, writing.Evidence)).Answer();

    private static async Task<Results<Ok<ProfileWritten>, ProblemHttpResult>> TakeBackAsync(EditProfile edit, Guid act, HttpContext http, CancellationToken cancel) =>
        (await edit.TakeBackAsync(act, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<ConsentsDeclared>, ProblemHttpResult>> DeclareAsync(CustomerConsents consents, long id, ConsentDeclaration said, HttpContext http, CancellationToken cancel) =>
        (await consents.DeclareAsync([id], said, http.Actor(), cancel)).Answer();

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(CustomerConsents consents, long id, ConsentWithdrawal said, HttpContext http, CancellationToken cancel) =>
        await consents.WithdrawAsync(id, said, http.Actor(), cancel) is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
}
