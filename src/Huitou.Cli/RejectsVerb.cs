using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou rejects</c>: the rows of an import that could not be taken, as a file to mend and import again.</summary>
internal static class RejectsVerb
{
    private static readonly Argument<long> Import = new("import") { Description = "The import's number, which `huitou import` shows." };

    private static readonly Option<FileInfo?> To = new("--to") { Description = "The file to write; by default it is printed." };

    private static readonly Option<string> Language = new Option<string>("--language") { Description = "Of the reasons: en or zh.", DefaultValueFactory = _ => "en" }
        .AcceptOnlyFromAmong("en", "zh");

    internal static Command Make() => new Command(
        "rejects", "The rows of an import that could not be taken, as CSV with the file's own columns, line and reason: mend it and import it.") { Import, To, Language }
        .AsksApi(RunAsync);

    private static async Task RunAsync(VerbCall call)
    {
        var address = new Uri($"api/v1/imports/{call.Given.GetValue(Import)}/rejects?language={call.Given.GetValue(Language)}", UriKind.Relative);
        using var response = await call.Api.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, call.Cancel);
        await ApiClient.EnsureDoneAsync(response, call.Cancel);
        if (call.Given.GetValue(To) is { } file)
        {
            await using var target = file.Create();
            await response.Content.CopyToAsync(target, call.Cancel);
            await call.NoteAsync(file.FullName);
            return;
        }
        using var text = new StreamReader(await response.Content.ReadAsStreamAsync(call.Cancel));
        var buffer = new char[8192];
        for (int read; (read = await text.ReadAsync(buffer, call.Cancel)) > 0;) await call.Output.WriteAsync(buffer.AsMemory(0, read), call.Cancel);
    }
}
