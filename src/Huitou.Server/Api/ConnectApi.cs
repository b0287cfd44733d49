using System.Globalization;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

public sealed record ReadingBody(FileReading Reading);

/// <summary>The ways in: uploads and their previews, imports, saved mappings, the demo shop.</summary>
internal static class ConnectApi
{
    public static void MapConnect(this IEndpointRouteBuilder api)
    {
        var tag = api.MapGroup("").WithTags("Connect");
        tag.MapGet("/presets", () => TypedResults.Ok(PresetCatalogue.All))
            .WithName("listPresets").WithSummary("The layouts of files that are known.").Needs(Permission.StatusRead);
        tag.MapGet("/fields", () => TypedResults.Ok(Fields.All))
            .WithName("listFields").WithSummary("What a column can mean.").Needs(Permission.ImportsRead);
        MapUploads(tag);
        MapImports(tag);
        MapRates(tag);
        tag.MapGet("/mappings", (SavedMappings mappings, CancellationToken cancel) => mappings.ListAsync(cancel))
            .WithName("listMappings").WithSummary("The mappings that people saved.").Needs(Permission.ImportsRead);
        tag.MapDelete("/mappings/{id:int}", DeleteMapping)
            .WithName("deleteMapping").WithSummary("Forgets a saved mapping.").Refuses(404).Needs(Permission.ImportsRun);
    }

    private static void MapRates(RouteGroupBuilder tag)
    {
        tag.MapGet("/rates", (RateBook rates, CancellationToken cancel) => rates.ListAsync(cancel))
            .WithName("listRates").WithSummary("Exchange rates into the reporting currency, times 10^8, each from its day on.").Needs(Permission.SettingsRead);
        tag.MapPut("/rates", async (ExchangeRate body, RateBook rates, HttpContext http, CancellationToken cancel) =>
                (await rates.SetAsync(body, http.Actor(), cancel)).Answer())
            .WithName("setRate").WithSummary("Sets what a currency is worth from a day on.").Refuses(422).Needs(Permission.SettingsWrite);
        tag.MapDelete("/rates/{currency}/{day}", async Task<Results<NoContent, ProblemHttpResult>> (
                string currency, DateOnly day, RateBook rates, HttpContext http, CancellationToken cancel) =>
                await rates.DeleteAsync(currency, day, http.Actor(), cancel)
                    ? TypedResults.NoContent()
                    : Problems.Of(404, ProblemCode.NotFound, $"There is no rate of {currency} for that day."))
            .WithName("deleteRate").WithSummary("Takes a rate away; imports that are in keep what they were counted with.").Refuses(404).Needs(Permission.SettingsWrite);
    }

    private static void MapUploads(RouteGroupBuilder tag)
    {
        tag.MapPost("/uploads", Upload).Accepts<Stream>("application/octet-stream").WithMetadata(new UploadLimit())
            .WithName("upload").WithSummary("Takes a file in, as raw bytes, and says what an import would make of it.")
            .Refuses(413, 422).Needs(Permission.ImportsRun);
        tag.MapPost("/uploads/{id:guid}/preview", async (Guid id, ReadingBody body, PreviewUpload previews, CancellationToken cancel) =>
                (await previews.RunAsync(id, body.Reading, cancel)).Answer())
            .WithName("previewUpload").WithSummary("Reads an upload another way.").Refuses(404, 422).Needs(Permission.ImportsRun);
    }

    private static void MapImports(RouteGroupBuilder tag)
    {
        tag.MapPost("/imports", StartImport)
            .WithName("startImport").WithSummary("Starts an import; its job tells how far it is.").Refuses(404, 422).Needs(Permission.ImportsRun);
        tag.MapPost("/imports/dry-run", async (ImportRequest body, DryRun dryRun, HttpContext http, CancellationToken cancel) =>
                (await dryRun.RunAsync(body, http.Actor(), cancel)).Match<Results<Accepted<JobStarted>, ProblemHttpResult>>(
                    started => TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{started.JobId}"), started), refused => Problems.Of(refused)))
            .WithName("startDryRun").WithSummary("Goes through an import without writing anything; its job's report says what would come and change.")
            .Refuses(404, 422).Needs(Permission.ImportsRun);
        tag.MapGet("/jobs/{id:long}/dry-run", ReadDryRun)
            .WithName("getDryRun").WithSummary("What a dry run found out, once its job is done.").Refuses(404).Needs(Permission.ImportsRun);
        tag.MapPost("/imports/{id:long}/undo", async (long id, ImportUndo undo, HttpContext http, CancellationToken cancel) =>
                Accepted(await undo.RunAsync(id, http.Actor(), cancel)))
            .WithName("undoImport").WithSummary("Takes an import out again, whatever came after it; its job tells how far that is.")
            .Refuses(404, 409).Needs(Permission.ImportsRun);
        tag.MapPost("/demo", async (DemoRequest body, DemoStart demo, HttpContext http, CancellationToken cancel) =>
                Accepted(await demo.RunAsync(body, http.Actor(), cancel)))
            .WithName("startDemo").WithSummary("Loads the demo shop.").Refuses(422).Needs(Permission.ImportsRun);
        tag.MapGet("/imports", (ImportHistory imports, CancellationToken cancel, string? cursor = null, int limit = 50) =>
                imports.PageAsync(cursor, limit, cancel))
            .WithName("listImports").WithSummary("Imports, newest first.").Needs(Permission.ImportsRead);
        tag.MapGet("/imports/{id:long}", ReadImport)
            .WithName("getImport").WithSummary("One import with its counts.").Refuses(404).Needs(Permission.ImportsRead);
        tag.MapGet("/imports/{id:long}/rejects", ReadRejects).Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithName("getRejects").WithSummary("The rows that could not be taken, each with line, column and reason, to mend and upload again.")
            .Refuses(404).Needs(Permission.ImportsRun);
    }

    private static async Task<Results<Created<UploadPreview>, ProblemHttpResult>> Upload(
        string fileName, HttpRequest request, UploadStore uploads, PreviewUpload previews, CancellationToken cancel)
    {
        var upload = await uploads.SaveAsync(fileName, request.Body, cancel);
        if (upload.Refusal is { } refusal) return Problems.Of(refusal);
        var preview = await previews.RunAsync(upload.Value!.Id, null, cancel);
        return preview.Match<Results<Created<UploadPreview>, ProblemHttpResult>>(
            value => TypedResults.Created($"/api/v1/uploads/{value.Upload.Id}", value), refused => Problems.Of(refused));
    }

    private static async Task<Results<Accepted<ImportStarted>, ProblemHttpResult>> StartImport(
        ImportRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, ImportStart imports, HttpContext http, CancellationToken cancel) =>
        Accepted(await imports.RunAsync(body, http.Actor(), key, cancel));

    private static Results<Accepted<ImportStarted>, ProblemHttpResult> Accepted(Outcome<ImportStarted> outcome) =>
        outcome.Match<Results<Accepted<ImportStarted>, ProblemHttpResult>>(
            started => TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"/api/v1/jobs/{started.JobId}"), started), refused => Problems.Of(refused));

    private static async Task<Results<Ok<ImportItem>, ProblemHttpResult>> ReadImport(long id, ImportHistory imports, CancellationToken cancel) =>
        await imports.FindAsync(id, cancel) is { } import
            ? TypedResults.Ok(import)
            : Problems.Of(404, ProblemCode.NotFound, $"There is no import {id}.");

    private static async Task<Results<Ok<DryRunReport>, ProblemHttpResult>> ReadDryRun(long id, DryRun dryRun, CancellationToken cancel) =>
        await dryRun.ReportAsync(id, cancel) is { } report
            ? TypedResults.Ok(report)
            : Problems.Of(404, ProblemCode.NotFound, $"Job {id} has no report: it is no dry run, or is not done.");

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ReadRejects(
        long id, RejectFile rejects, HttpContext http, string language = "zh") =>
        await rejects.ExistsAsync(id, http.RequestAborted)
            ? TypedResults.Stream(file => rejects.CopyAsync(id, language, file, http.RequestAborted), "text/csv; charset=utf-8", $"rejects-{id}.csv")
            : Problems.Of(404, ProblemCode.NotFound, $"Import {id} has no reject file, or it is older than 30 days.");

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteMapping(int id, SavedMappings mappings, CancellationToken cancel) =>
        await mappings.DeleteAsync(id, cancel)
            ? TypedResults.NoContent()
            : Problems.Of(404, ProblemCode.NotFound, $"There is no mapping {id}.");

    /// <summary>Uploads are streamed to disk, so they may be far larger than what a request usually is.</summary>
    private sealed class UploadLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => UploadStore.MostBytes + 1;
    }
}
