using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Huitou.Access;
using Huitou.Flows;
using Huitou.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Huitou.Server.Api;

/// <summary>Jobs, newest first.</summary>
public sealed record JobPage(IReadOnlyList<JobItem> Items);

/// <summary>Long work: how far it is, and how to stop it.</summary>
internal static class JobsApi
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        var tag = api.MapGroup("/jobs").WithTags("Jobs");
        tag.MapGet("", async (Jobs jobs, CancellationToken cancel, int limit = 50) => new JobPage(await jobs.ListAsync(limit, cancel)))
            .WithName("listJobs").WithSummary("Jobs, newest first.").Needs(Permission.ImportsRead);
        tag.MapGet("/{id:long}", Read).WithName("getJob").WithSummary("One job.").Refuses(404).Needs(Permission.ImportsRead);
        tag.MapGet("/{id:long}/events", Watch).WithName("watchJob")
            .WithSummary("The job at each change as server-sent events named progress; the stream ends with its final state.")
            .Needs(Permission.ImportsRead);
        tag.MapPost("/{id:long}/cancel", async (long id, Jobs jobs, CancellationToken cancel) => (await jobs.CancelAsync(id, cancel)).Answer())
            .WithName("cancelJob").WithSummary("Asks a job to stop; it has stopped when its state says so.").Refuses(404, 409)
            .Needs(Permission.ImportsRun);
    }

    private static async Task<Results<Ok<JobItem>, ProblemHttpResult>> Read(long id, Jobs jobs, CancellationToken cancel) =>
        await jobs.FindAsync(id, cancel) is { } job ? TypedResults.Ok(job) : Problems.Of(404, ProblemCode.NotFound, $"There is no job {id}.");

    private static ServerSentEventsResult<JobItem> Watch(long id, Jobs jobs, CancellationToken cancel) =>
        TypedResults.ServerSentEvents(Events(id, jobs, cancel));

    private static async IAsyncEnumerable<SseItem<JobItem>> Events(long id, Jobs jobs, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var job in jobs.WatchAsync(id, cancel)) yield return new SseItem<JobItem>(job, "progress");
    }
}
