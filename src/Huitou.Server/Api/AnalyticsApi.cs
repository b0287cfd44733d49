using System.ComponentModel;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Reports: what the ledger answers.</summary>
internal static class AnalyticsApi
{
    public static void MapAnalytics(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("").WithTags("Analytics");
        reports.MapGet("/overview", OverviewAsync).WithName("readOverview").Words<Grain>("grain")
            .WithSummary("Sales of a period, step by step, against others, and what moved them.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/grid", GridAsync).WithName("readGrid")
            .WithSummary("The R×F grid of a day, and of another with the same limits.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/grid/flows", GridFlowsAsync).WithName("readGridFlows")
            .WithSummary("How people moved through the grid between two days: how many, and with how much between.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/grid/limits", GridLimitsAsync).WithName("readGridLimits")
            .WithSummary("The limits of the grid: in force, suggested, and set over time.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapPut("/grid/limits", SetGridLimitsAsync).WithName("setGridLimits")
            .WithSummary("Sets the limits of the grid from a day on; audited.").Refuses(404, 422).Needs(Permission.SettingsWrite);
        reports.MapGet("/rfm", RfmAsync).WithName("readRfm").Words<MoneyBasis>("basis")
            .WithSummary("The eight RFM groups of a day.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/histograms/recency", RecencyAsync).WithName("readRecencyHistogram")
            .WithSummary("Customers by days since their last purchase.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/histograms/frequency", FrequencyAsync).WithName("readFrequencyHistogram")
            .WithSummary("Customers by number of purchases.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/rankings/customers", BestCustomersAsync).WithName("rankCustomers")
            .WithSummary("The best customers.").Refuses(422, 503).Needs(Permission.CustomersRead);
        reports.MapGet("/rankings/products", BestProductsAsync).WithName("rankProducts").Words<ProductSort>("by")
            .WithSummary("The best products.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/touches", TouchesAsync).WithName("readTouches")
            .WithSummary("Touches by kind: whom they reached, how they were rated, and who bought soon after.").Refuses(422, 503).Needs(Permission.ReportsRead);
        reports.MapGet("/metrics", () => TypedResults.Ok(MetricDictionary.All)).WithName("listMetrics")
            .WithSummary("What every number means.").Needs(Permission.StatusRead);
        reports.MapGet("/freshness", FreshnessAsync).WithName("readFreshness")
            .WithSummary("How fresh the figures are.").Needs(Permission.StatusRead);
        reports.MapGet("/today", TodayAsync).WithName("readToday")
            .WithSummary("What a day opens with.").Refuses(503).Needs(Permission.ReportsRead);
    }

    private static async Task<Results<Ok<OverviewAnswer>, ProblemHttpResult>> OverviewAsync(
        OverviewReport report, [AsParameters] ScopeParameters scope, CancellationToken cancel,
        [Description("The length of a step; a month when left out.")] string? grain = null)
    {
        Refusal? refusal = null;
        var step = QueryWords.Read<Grain>(grain, nameof(grain), ref refusal) ?? Grain.Month;
        return refusal is not null ? Problems.Of(refusal) : (await report.AskAsync(scope.Query(), step, cancel)).Answer();
    }

    private static async Task<Results<Ok<GridAnswer>, ProblemHttpResult>> GridAsync(
        GridReport report, [AsParameters] ScopeParameters scope, [AsParameters] WhatIfParameters whatIf, CancellationToken cancel,
        [Description("Another day to hold the grid against, yyyy-MM-dd.")] string? compareAsOf = null)
    {
        var (limits, refusal) = whatIf.Read();
        return refusal is not null ? Problems.Of(refusal) : (await report.AskAsync(new(scope.Query(), compareAsOf, limits), cancel)).Answer();
    }

    private static async Task<Results<Ok<GridFlowAnswer>, ProblemHttpResult>> GridFlowsAsync(
        GridFlowReport report, [AsParameters] ScopeParameters scope, [AsParameters] WhatIfParameters whatIf, CancellationToken cancel,
        [Description("The earlier day, yyyy-MM-dd; three months before when left out.")] string? before = null)
    {
        var (limits, refusal) = whatIf.Read();
        return refusal is not null ? Problems.Of(refusal) : (await report.AskAsync(scope.Query(), before, limits, cancel)).Answer();
    }

    private static async Task<Results<Ok<GridLimitsAnswer>, ProblemHttpResult>> GridLimitsAsync(
        GridLimitsHistory history, CancellationToken cancel, [Description("A shop's id; all together when left out.")] string? shop = null) =>
        (await history.AskAsync(shop, cancel)).Answer();

    private static async Task<Results<Ok<LimitsVersion>, ProblemHttpResult>> SetGridLimitsAsync(
        SetGridLimits operation, [FromBody] NewGridLimits limits, HttpContext http, CancellationToken cancel) =>
        (await operation.SetAsync(limits, http.Actor(), cancel)).Answer();

    private static async Task<Results<Ok<RfmAnswer>, ProblemHttpResult>> RfmAsync(
        RfmReport report, [AsParameters] ScopeParameters scope, CancellationToken cancel,
        [Description("Money before or after refunds; the setting when left out.")] string? basis = null)
    {
        Refusal? refusal = null;
        var money = QueryWords.Read<MoneyBasis>(basis, nameof(basis), ref refusal);
        return refusal is not null ? Problems.Of(refusal) : (await report.AskAsync(scope.Query(), money, cancel)).Answer();
    }

    private static async Task<Results<Ok<HistogramAnswer>, ProblemHttpResult>> RecencyAsync(
        HistogramReport report, [AsParameters] ScopeParameters scope, CancellationToken cancel) =>
        (await report.RecencyAsync(scope.Query(), cancel)).Answer();

    private static async Task<Results<Ok<HistogramAnswer>, ProblemHttpResult>> FrequencyAsync(
        HistogramReport report, [AsParameters] ScopeParameters scope, CancellationToken cancel) =>
        (await report.FrequencyAsync(scope.Query(), cancel)).Answer();

    private static async Task<Results<Ok<CustomerListAnswer>, ProblemHttpResult>> BestCustomersAsync(
        CustomerList list, [AsParameters] ScopeParameters scope, CancellationToken cancel,
        [Description("netSales, grossSales, orders or aov.")] string by = "netSales", int limit = 50) =>
        (await list.AskAsync(new() { Scope = scope.Query(), Sort = "-" + by, Limit = limit }, cancel)).Answer();

    private static async Task<Results<Ok<ProductRankingAnswer>, ProblemHttpResult>> BestProductsAsync(
        ProductRankingReport report, [AsParameters] ScopeParameters scope, CancellationToken cancel,
        [Description("By what; sales when left out.")] string? by = null, int limit = 50)
    {
        Refusal? refusal = null;
        var sort = QueryWords.Read<ProductSort>(by, nameof(by), ref refusal) ?? ProductSort.Sales;
        return refusal is not null ? Problems.Of(refusal) : (await report.AskAsync(scope.Query(), sort, limit, cancel)).Answer();
    }

    private static async Task<Results<Ok<TouchAnswer>, ProblemHttpResult>> TouchesAsync(TouchReport report, [AsParameters] ScopeParameters scope, CancellationToken cancel) =>
        (await report.AskAsync(scope.Query(), cancel)).Answer();

    private static async Task<Ok<Freshness>> FreshnessAsync(LedgerFreshness freshness, CancellationToken cancel) =>
        TypedResults.Ok(await freshness.AskAsync(cancel));

    private static async Task<Results<Ok<TodayAnswer>, ProblemHttpResult>> TodayAsync(Today today, CancellationToken cancel) =>
        (await today.AskAsync(cancel)).Answer();
}
