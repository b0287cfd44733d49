using System.Text.Json;

namespace Huitou.Cli;

/// <summary>An import that was started: its progress, then its result in words.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    internal static async Task FollowAsync(VerbCall call, JsonElement started)
    {
        try
        {
            await WaitAsync(call, started.Text("jobId"));
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C means the import, not only the looking on: the host may be another process.
            await call.Api.SendAsync(HttpMethod.Post, $"api/v1/jobs/{started.Text("jobId")}/cancel", null, CancellationToken.None);
            throw;
        }
        await ResultAsync(call, await call.Api.GetAsync($"api/v1/imports/{started.Text("importId")}", call.Cancel));
    }

    /// <summary>Waits for the job; on a terminal one line tells how far it is.</summary>
    private static async Task WaitAsync(VerbCall call, string jobId)
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
                if (state != "done") throw new ApiRefusedException($"The import was not done: {(state == "failed" ? job.Text("error") : state)}", Exit.Refused);
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

    private static async Task ResultAsync(VerbCall call, JsonElement import)
    {
        var counts = import.GetProperty("counts");
        var (orders, taken) = (Count("items"), Count("rows") - Count("rowsRejected"));
        call.Print(import, [new("import"), new("rows", true), new("rejected", true), new("items", true), new("new", true), new("changed", true), new("unchanged", true)],
            [[import.Text("id"), counts.Text("rows"), counts.Text("rowsRejected"), counts.Text("items"), counts.Text("itemsNew"), counts.Text("itemsChanged"), counts.Text("itemsUnchanged")]]);
        await call.NoteAsync($"{Count("itemsWithBuyer")} of {orders} orders name a buyer.");
        foreach (var reason in import.GetProperty("rejects").EnumerateObject()) await call.NoteAsync($"{reason.Value} rows rejected: {reason.Name}");
        if (taken == 0) throw new ApiRefusedException("Nothing was taken: no row could be used.", Exit.Refused);
        if (Count("itemsNew") + Count("itemsChanged") == 0) await call.NoteAsync("Nothing new.");

        long Count(string name) => counts.GetProperty(name).GetInt64();
    }
}
