using Huitou.Access;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Some customers by their numbers.</summary>
public sealed record CustomerNumbers(IReadOnlyList<long> Customers);

/// <summary>What is to be written of many customers; without numbers of all whom the filter in the query matches.</summary>
public sealed record ManyWriting(IReadOnlyList<long>? Customers, IReadOnlyList<ProfileWrite> Edits);

/// <summary>A consent of many customers; without numbers of all whom the filter in the query matches.</summary>
public sealed record ManyConsents(IReadOnlyList<long>? Customers, ConsentDeclaration Said);

/// <summary>Customers to move to the bin; without numbers all whom the filter in the query matches.</summary>
public sealed record ManyMoved(IReadOnlyList<long>? Customers);

/// <summary>Customers to erase.</summary>
/// <param name="Customers">Their numbers.</param>
/// <param name="Confirm">The word ERASE.</param>
public sealed record ErasureOrder(IReadOnlyList<long> Customers, string Confirm);

/// <summary>What is done to many customers at once, the bin, and the way out for good.</summary>
internal static class ManyCustomersApi
{
    public static void MapManyCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("Customers");
        CustomerParameters.Words(customers.MapPost("/edits", WriteAsync)).WithName("writeProfiles")
            .WithSummary("Writes the same of many customers in one act: tags, for instance; audited.").Refuses(404, 422, 503).Needs(Permission.CustomersWrite);
        CustomerParameters.Words(customers.MapPost("/consents", DeclareAsync)).WithName("declareConsents")
            .WithSummary("Writes down that many customers agreed, with the proof; audited.").Refuses(404, 409, 422, 503).Needs(Permission.CustomersWrite);
        customers.MapGet("/bin", BinAsync).WithName("listBin").WithSummary("The customers in the bin, the last moved there first.").Refuses(422).Needs(Permission.CustomersRead);
        CustomerParameters.Words(customers.MapPost("/bin", MoveAsync)).WithName("binCustomers")
            .WithSummary("Moves customers to the bin: they are in no list and no group, and what they bought is nobody's; audited.").Refuses(404, 422).Needs(Permission.CustomersWrite);
        customers.MapPost("/bin/restore", RestoreAsync).WithName("restoreCustomers").WithSummary("Brings customers back from the bin, as they were; audited.").Refuses(404, 422).Needs(Permission.CustomersWrite);
        customers.MapPost("/erasures", EraseAsync).WithName("eraseCustomers")
            .WithSummary("Removes people for good: figures stay, who they were goes, and no file brings them back; audited.").Refuses(404, 409, 422).Needs(Permission.CustomersErase);
        customers.MapGet("/{id:long}/subject", SubjectAsync).WithName("exportSubject")
            .WithSummary("All that is kept of one person, in full, as one file; audited.").Refuses(404).Needs(Permission.CustomersErase);
    }

    private static async Task<Results<Ok<ProfileWritten>, ProblemHttpResult>> WriteAsync(
        CustomerList list, EditProfile edit, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf, ManyWriting writing, HttpContext http, CancellationToken cancel)
    {
        var chosen = await ChosenAsync(list, writing.Customers, scope, wanted, whatIf, cancel);
        return chosen.Refusal is { } refusal ? Problems.Of(refusal) : (await edit.WriteAsync(chosen.Value!, writing.Edits, http.Actor(), cancel)).Answer();
    }

    private static async Task<Results<Ok<ConsentsDeclared>, ProblemHttpResult>> DeclareAsync(
        CustomerList list, CustomerConsents consents, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf, ManyConsents many, HttpContext http, CancellationToken cancel)
    {
        var chosen = await ChosenAsync(list, many.Customers, scope, wanted, whatIf, cancel);
        return chosen.Refusal is { } refusal ? Problems.Of(refusal) : (await consents.DeclareAsync(chosen.Value!, many.Said, http.Actor(), cancel)).Answer();
    }

    private static async Task<Results<Ok<BinPage>, ProblemHttpResult>> BinAsync(CustomerBin bin, CancellationToken cancel, int page = 1, int limit = 50) => (await bin.ListAsync(page, limit, cancel)).Answer();

    private static async Task<Results<Ok<CustomersDone>, ProblemHttpResult>> MoveAsync(
        CustomerList list, CustomerBin bin, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf, ManyMoved moved, HttpContext http, CancellationToken cancel)
    {
        var chosen = await ChosenAsync(list, moved.Customers, scope, wanted, whatIf, cancel);
        return chosen.Refusal is { } refusal ? Problems.Of(refusal) : (await bin.MoveAsync(chosen.Value!, http.Actor(), cancel)).Answer();
    }

    private static async Task<Results<Ok<CustomersDone>, ProblemHttpResult>> RestoreAsync(CustomerBin bin, CustomerNumbers numbers, HttpContext http, CancellationToken cancel) =>
        (await bin.RestoreAsync([.. numbers.Customers], http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<CustomersDone>, ProblemHttpResult>> EraseAsync(EraseCustomers erase, ErasureOrder order, HttpContext http, CancellationToken cancel) =>
        (await erase.RunAsync([.. order.Customers], order.Confirm, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<SubjectFile>, ProblemHttpResult>> SubjectAsync(SubjectExport export, long id, HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.ContentDisposition = $"attachment; filename=customer-{id}.json";
        return (await export.RunAsync(id, http.Actor(), cancel)).Answer();
    }

    private static async Task<Outcome<long[]>> ChosenAsync(
        CustomerList list, IReadOnlyList<long>? customers, ScopeParameters scope, CustomerParameters wanted, WhatIfParameters whatIf, CancellationToken cancel)
    {
        if (customers is { Count: > CustomerList.MostAtOnce }) return new Refusal(ProblemCode.InvalidField, $"At most {CustomerList.MostAtOnce} customers can be changed at once, not {customers.Count}.", "customers");
        if (customers is not null) return customers.ToArray();
        var (question, refusal) = wanted.Read(scope, whatIf);
        if (refusal is not null) return refusal;
        var found = await list.IdsAsync(question, cancel);
        return found.Refusal is { } narrow ? narrow : found.Value!;
    }
}
