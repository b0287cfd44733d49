using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou undo</c>: takes an import out again, whatever came after it.</summary>
internal static class UndoVerb
{
    private static readonly Argument<long> Import = new("import") { Description = "The import's number, which `huitou import` and `huitou export imports` show." };

    internal static Command Make() => new Command(
        "undo", "Take an import out again. What came after it stays; so do refusals of messages that it brought.") { Import }.AsksApi(RunAsync);

    private static async Task RunAsync(VerbCall call)
    {
        var started = await call.Api.SendAsync(HttpMethod.Post, $"api/v1/imports/{call.Given.GetValue(Import)}/undo", null, call.Cancel);
        await JobWait.UntilDoneAsync(call, started.Text("jobId"), "undo");
        var import = await call.Api.GetAsync($"api/v1/imports/{started.Text("importId")}", call.Cancel);
        call.Print(import, [new("import", true), new("name"), new("state")], [[import.Text("id"), import.Text("name"), import.Text("state")]]);
    }
}
