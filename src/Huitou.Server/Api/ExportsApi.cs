using System.Globalization;
using Huitou.Access;
using Huitou.Flows.Exports;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Tables on their way out. Which of them a caller may take, each table says itself.</summary>
internal static class ExportsApi
{
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var tag = api.MapGroup("/exports").WithTags("Exports");
        tag.MapGet("/tables", (ExportTables tables, HttpContext http) => TypedResults.Ok(tables.For(http.Actor().Role)))
            .WithName("listExportTables").WithSummary("The tables that the caller may take out, with their columns.").Needs(Permission.ImportsRead);
        CustomerParameters.Words(tag.MapPost("", StartAsync)).WithName("startExport")
            .WithSummary("Starts an export of a table, narrowed as the list of customers is; its job tells how far it is.")
            .Refuses(403, 422, 503).Needs(Permission.ImportsRead);
        tag.MapGet("", (ExportList exports, HttpContext http, CancellationToken cancel, string? cursor = null, int limit = 50) =>
                exports.PageAsync(cursor, limit, http.Actor(), cancel))
            .WithName("listExports").WithSummary("Exports, newest first.").Needs(Permission.ImportsRead);
        tag.MapGet("/{id:long}", async (long id, ExportList exports, HttpContext http, CancellationToken cancel) =>
                (await exports.FindAsync(id, http.Actor(), cancel)).Answer())
            .WithName("getExport").WithSummary("One export.").Refuses(404).Needs(Permission.ImportsRead);
        tag.MapGet("/{id:long}/file", ReadFileAsync)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithName("getExportFile").WithSummary("The file, for seven days, for who made it or an owner.").Refuses(403, 404).Needs(Permission.ImportsRead);
    }

    private static async Task<Results<Accepted<ExportStarted>, ProblemHttpResult>> StartAsync(
        ExportRequest body, [AsParameters] ScopeParameters scope, [AsParameters] CustomerParameters wanted, [AsParameters] WhatIfParameters whatIf,
        ExportStart exports, HttpContext http, CancellationToken cancel)
    {
        var (question, refusal) = wanted.Read(scope, whatIf);
        if (refusal is not null) return Problems.Of(refusal);
        var outcome = await exports.RunAsync(body, question, http.Actor(), cancel);
        return outcome.Match<Results<Accepted<ExportStarted>, ProblemHttpResult>>(
            started => TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{started.JobId}"), started),
            refused => Problems.Of(refused));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ReadFileAsync(
        long id, ExportList exports, HttpContext http, CancellationToken cancel)
    {
        var outcome = await exports.OpenAsync(id, http.Actor(), cancel);
        return outcome.Match<Results<FileStreamHttpResult, ProblemHttpResult>>(
            file => TypedResults.Stream(file.Body, file.ContentType, file.Name), refused => Problems.Of(refused));
    }
}
