using System.Text.Json;
using Huitou.Connect;

namespace Huitou.Cli;

/// <summary>An import that was started: its progress, then its result in words.</summary>
internal static class ImportProgress
{
    internal static async Task FollowAsync(VerbCall call, JsonElement started)
    {
        await JobWait.UntilDoneAsync(call, started.Text("jobId"), "import");
        await ResultAsync(call, await call.Api.GetAsync($"api/v1/imports/{started.Text("importId")}", call.Cancel));
    }

    private static async Task ResultAsync(VerbCall call, JsonElement import)
    {
        var counts = import.GetProperty("counts");
        var (orders, taken) = (Count("items"), Count("rows") - Count("rowsRejected"));
        call.Print(import, [new("import"), new("rows", true), new("rejected", true), new("items", true), new("new", true), new("changed", true), new("unchanged", true)],
            [[import.Text("id"), counts.Text("rows"), counts.Text("rowsRejected"), counts.Text("items"), counts.Text("itemsNew"), counts.Text("itemsChanged"), counts.Text("itemsUnchanged")]]);
        if (import.Text("kind") == "orders" && orders > 0) await call.NoteAsync($"{Count("itemsWithBuyer")} of {orders} orders name a buyer.");
        await RejectsAsync(call, import.GetProperty("rejects"));
        if (Count("rowsRejected") > 0) await call.NoteAsync($"huitou rejects {import.Text("id")} --to FILE gives them back, to mend and import again.");
        if (taken == 0) throw new ApiRefusedException("Nothing was taken: no row could be used.", Exit.Refused);
        if (Count("itemsNew") + Count("itemsChanged") == 0) await call.NoteAsync("Nothing new.");

        long Count(string name) => counts.GetProperty(name).GetInt64();
    }

    /// <summary>What the page and the reject file say of a reason.</summary>
    private static string Words(string reason) => Enum.TryParse<RejectReason>(reason, ignoreCase: true, out var known) ? RejectWords.Of(known).En : reason;

    internal static async Task RejectsAsync(VerbCall call, JsonElement rejects)
    {
        foreach (var reason in rejects.EnumerateObject())
            await call.NoteAsync($"Rejected {reason.Value}: {Words(reason.Name)} ({reason.Name}).");
    }
}
