using Huitou.Access;
using Huitou.Connect.Regions;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Customers: lists, and one of them.</summary>
internal static class CustomersApi
{
    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var customers = api.MapGroup("").WithTags("Customers");
        CustomerParameters.Words(customers.MapGet("/customers", ListAsync)).WithName("listCustomers")
            .WithSummary("A page of customers: searched, filtered, sorted; names masked.").Refuses(422, 503).Needs(Permission.CustomersRead);
        customers.MapGet("/regions", () => TypedResults.Ok(PlaceNames.Regions)).WithName("listRegions")
            .WithSummary("The provinces and countries that are known, as they are kept and in both languages.").Needs(Permission.CustomersRead);
        customers.MapGet("/customers/{id:long}", ShowAsync).WithName("showCustomer")
            .WithSummary("One customer: who, what they bought, and why they are where they are.").Refuses(404, 422, 503).Needs(Permission.CustomersRead);
        customers.MapGet("/customers/{id:long}/orders", OrdersAsync).WithName("listCustomerOrders")
            .WithSummary("A customer's orders and returns, newest first.").Refuses(404, 422).Needs(Permission.CustomersRead);
        customers.MapGet("/customers/{id:long}/receivers", ReceiversAsync).WithName("listCustomerReceivers")
            .WithSummary("The addresses that a customer's orders went to, the last used first; masked.").Refuses(404).Needs(Permission.CustomersRead);
        customers.MapPost("/customers/{id:long}/receivers/{order:long}/take", TakeAsync).WithName("takeReceiverAddress")
            .WithSummary("Writes the address that an order went to into the customer's profile; audited.").Refuses(404, 422).Needs(Permission.ProfilesWrite);
        customers.MapPost("/customers/{id:long}/reveal", RevealAsync).WithName("revealCustomer")
            .WithSummary("A customer's name in full; audited.").Refuses(404).Needs(Permission.CustomersReveal);
    }

    private static async Task<Results<Ok<CustomerListAnswer>, ProblemHttpResult>> ListAsync(
        CustomerList list, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf,
        CancellationToken cancel, string sort = "-netSales", int page = 1, int limit = 50)
    {
        var (question, refusal) = wanted.Read(scope, whatIf);
        if (refusal is not null) return Problems.Of(refusal);
        return (await list.AskAsync(question with { Sort = sort, Page = page, Limit = limit }, cancel)).Answer();
    }

    private static async Task<Results<Ok<Customer360Answer>, ProblemHttpResult>> ShowAsync(
        Customer360 page, long id, [AsParameters] ScopeParameters scope, CancellationToken cancel) =>
        (await page.AskAsync(id, scope.Query(), cancel)).Answer();

    private static async Task<Results<Ok<TimelineAnswer>, ProblemHttpResult>> OrdersAsync(
        CustomerOrders orders, long id, CancellationToken cancel, string? cursor = null, int limit = 50) =>
        (await orders.AskAsync(id, cursor, limit, cancel)).Answer();

    private static async Task<Results<Ok<ReceiversAnswer>, ProblemHttpResult>> ReceiversAsync(CustomerReceivers receivers, long id, CancellationToken cancel) =>
        (await receivers.AskAsync(id, cancel)).Answer();

    private static async Task<Results<Ok<ProfileWritten>, ProblemHttpResult>> TakeAsync(
        CustomerReceivers receivers, long id, long order, HttpContext http, CancellationToken cancel) =>
        (await receivers.TakeAsync(id, order, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<RevealedCustomer>, ProblemHttpResult>> RevealAsync(
        CustomerReveal reveal, long id, HttpContext http, CancellationToken cancel) =>
        (await reveal.RevealAsync(id, http.Actor(), cancel)).Answer();
}
