using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou audit</c>: who did what.</summary>
internal static class AuditVerb
{
    private static readonly Option<int> Limit = new("--limit") { Description = "How many, the newest first.", DefaultValueFactory = _ => 50 };

    private static readonly Option<string?> Action = new("--action") { Description = "What it is about, such as signIn, export, users, settings; everything when left out." };

    private static readonly Option<string?> Cursor = new("--cursor") { Description = "The `next` of the page before, which --json shows." };

    internal static Command Make() => new Command("audit", "Who did what, newest first.") { Limit, Action, Cursor }.AsksApi(async call =>
    {
        var query = $"limit={call.Given.GetValue(Limit)}";
        foreach (var (name, option) in (ReadOnlySpan<(string, Option<string?>)>)[("action", Action), ("cursor", Cursor)])
            if (call.Given.GetValue(option) is { } given) query += $"&{name}={Uri.EscapeDataString(given)}";
        var page = await call.Api.GetAsync($"api/v1/audit?{query}", call.Cancel);
        call.Print(
            page, [new("id", true), new("at"), new("by"), new("action"), new("subject"), new("what")],
            page.GetProperty("items").EnumerateArray().Select(row => (IReadOnlyList<string>)[row.Text("id"), row.Text("at"), row.Text("actor"), row.Text("action"), row.Text("subject"), row.Text("sentence")]));
    });
}
