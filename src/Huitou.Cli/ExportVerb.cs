using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Huitou.Cli;

/// <summary><c>huitou export</c>: a table out into a file, as the pages do it: start, wait, fetch.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string?> Table = new("table")
    {
        Description = "customers, orders, orderLines, products, imports, jobs, audit; left out, it lists them with their columns.", Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<FileInfo?> Out = new("--out") { Description = "The file to write; by default named after the table, in this folder." };

    private static readonly Option<string?> Format = new("--format") { Description = "csv or xlsx; by default as the file's name says, else csv." };

    private static readonly Option<string?> Columns = new("--columns") { Description = "Keys with commas between them, in the order wanted; the usual ones when left out." };

    private static readonly Option<string> Language = new("--language") { Description = "Of headers: zh, en, or key for machines.", DefaultValueFactory = _ => "key" };

    private static readonly Option<bool> Unmasked = new("--unmasked") { Description = "Names in full." };

    private static readonly Option<string?> Chosen = new("--chosen") { Description = "Of the table customers these numbers alone, with commas between them." };

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var customers = new CustomerOptions();
        var command = new Command("export", "Take a table out into a file; written down in the audit.") { Table, Out, Format, Columns, Language, Unmasked, Chosen };
        scope.AddTo(command);
        customers.AddTo(command);
        return command.AsksApi(call => call.Given.GetValue(Table) is { } table ? ExportAsync(call, table, scope, customers) : ListAsync(call));
    }

    private static async Task ListAsync(VerbCall call)
    {
        var tables = await call.Api.GetAsync("api/v1/exports/tables", call.Cancel);
        call.Print(tables, [new("table"), new("columns")], tables.EnumerateArray().Select(table =>
            (IReadOnlyList<string>)[table.Text("key"), string.Join(", ", table.GetProperty("columns").EnumerateArray().Select(column => column.Text("key")))]));
    }

    private static JsonNode Number(string text) => long.TryParse(text, out var id) ? id : throw new ApiRefusedException($"'{text}' is no customer's number. Write them like 12,13.", Exit.Usage);

    private static async Task ExportAsync(VerbCall call, string table, ScopeOptions scope, CustomerOptions customers)
    {
        var body = new JsonObject
        {
            ["table"] = table,
            ["format"] = call.Given.GetValue(Format) ?? (call.Given.GetValue(Out)?.Extension.ToUpperInvariant() == ".XLSX" ? "xlsx" : "csv"),
            ["columns"] = new JsonArray([.. (call.Given.GetValue(Columns) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]),
            ["language"] = call.Given.GetValue(Language),
            ["unmasked"] = call.Given.GetValue(Unmasked),
            ["customers"] = call.Given.GetValue(Chosen) is { } chosen ? new JsonArray([.. chosen.Split(',', StringSplitOptions.TrimEntries).Select(Number)]) : null,
        };
        var path = scope.Path("exports", call.Given, customers.Read(call.Given));
        var started = await call.Api.SendAsync(HttpMethod.Post, path, body, call.Cancel);
        await JobWait.UntilDoneAsync(call, started.Text("jobId"), "export");
        var export = await call.Api.GetAsync($"api/v1/exports/{started.Text("exportId")}", call.Cancel);
        var file = call.Given.GetValue(Out) ?? new FileInfo($"{table}-{export.Text("id")}.{export.Text("format")}");
        await FetchAsync(call, export, file);
        call.Print(export, [new("export"), new("rows", true), new("bytes", true), new("file")], [[export.Text("id"), export.Text("rows"), export.Text("bytes"), file.FullName]]);
    }

    private static async Task FetchAsync(VerbCall call, JsonElement export, FileInfo file)
    {
        var address = new Uri($"api/v1/exports/{export.Text("id")}/file", UriKind.Relative);
        using var response = await call.Api.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, call.Cancel);
        await ApiClient.EnsureDoneAsync(response, call.Cancel);
        await using var target = file.Create();
        await response.Content.CopyToAsync(target, call.Cancel);
    }
}
