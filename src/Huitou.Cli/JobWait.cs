using System.Text.Json;

namespace Huitou.Cli;

/// <summary>Waits for a job to end; on a terminal one line tells how far it is.</summary>
internal static class JobWait
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <exception cref="ApiRefusedException">It failed or was cancelled.</exception>
    internal static async Task UntilDoneAsync(VerbCall call, string jobId, string what)
    {
        try
        {
            await WaitAsync(call, jobId, what);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C means the job, not only the looking on: the host may be another process.
            await call.Api.SendAsync(HttpMethod.Post, $"api/v1/jobs/{jobId}/cancel", null, CancellationToken.None);
            throw;
        }
    }

    private static async Task WaitAsync(VerbCall call, string jobId, string what)
    {
        var error = call.Given.InvocationConfiguration.Error;
        var live = !Console.IsErrorRedirected && call.Format == OutputFormat.Table;
        while (true)
        {
            var job = await call.Api.GetAsync($"api/v1/jobs/{jobId}", call.Cancel);
            var state = job.Text("state");
            if (live) await error.WriteAsync($"\r{Progress(job),-70}");
            if (state is "done" or "failed" or "cancelled")
            {
                if (live) await error.WriteAsync($"\r{"",-70}\r");
                if (state != "done") throw new ApiRefusedException($"The {what} was not done: {(state == "failed" ? job.Text("error") : state)}", Exit.Refused);
                return;
            }
            await Task.Delay(LookEvery, call.Cancel);
        }
    }

    private static string Progress(JsonElement job)
    {
        var total = job.GetProperty("total").GetInt64();
        var share = total > 0 ? $"{100.0 * job.GetProperty("done").GetInt64() / total:0}%" : "";
        return $"{job.Text("step")} {share} · {job.GetProperty("ratePerSecond").GetDouble():N0} rows/s";
    }
}
