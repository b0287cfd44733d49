using System.Text.Json;

namespace Huitou.Cli;

/// <summary>A dry run that was started: its progress, then what the import would do.</summary>
internal static class DryRunProgress
{
    internal static async Task FollowAsync(VerbCall call, JsonElement started)
    {
        await JobWait.UntilDoneAsync(call, started.Text("jobId"), "dry run");
        await ReportAsync(call, await call.Api.GetAsync($"api/v1/jobs/{started.Text("jobId")}/dry-run", call.Cancel));
    }

    private static async Task ReportAsync(VerbCall call, JsonElement report)
    {
        var counts = report.GetProperty("counts");
        call.Print(
            report,
            [
                new("rows", true), new("rejected", true), new("items", true), new("new", true), new("changed", true), new("unchanged", true),
                new("customers new", true), new("customers touched", true),
            ],
            [[
                counts.Text("rows"), counts.Text("rowsRejected"), counts.Text("items"), counts.Text("itemsNew"), counts.Text("itemsChanged"),
                counts.Text("itemsUnchanged"), counts.Text("customersNew"), counts.Text("customersTouched"),
            ]]);
        await ImportProgress.RejectsAsync(call, report.GetProperty("rejects"));
        foreach (var row in report.GetProperty("rejectedRows").EnumerateArray()) await call.NoteAsync($"line {row.Text("line")}: {row.Text("reason")}{Place(row)}");
        foreach (var sample in report.GetProperty("samples").EnumerateArray()) await SampleAsync(call, sample);
        if (counts.GetProperty("rows").GetInt64() == counts.GetProperty("rowsRejected").GetInt64())
            throw new ApiRefusedException("Nothing would be taken: no row can be used.", Exit.Refused);
        await call.NoteAsync("Nothing was imported: this was a dry run.");
    }

    private static string Place(JsonElement row) => row.Text("column") is { Length: > 0 } column ? $", {column}: {row.Text("value")}" : "";

    private static async Task SampleAsync(VerbCall call, JsonElement sample)
    {
        var isNew = sample.GetProperty("isNew").GetBoolean();
        var values = sample.GetProperty("values").EnumerateArray()
            .Select(value => isNew ? $"{value.Text("field")} {value.Text("after")}" : $"{value.Text("field")} {Or(value.Text("before"))} → {Or(value.Text("after"))}");
        await call.NoteAsync($"{(isNew ? "new" : "changed")} {sample.Text("key")}: {string.Join(", ", values)}");
    }

    private static string Or(string text) => text.Length > 0 ? text : "(nothing)";
}
