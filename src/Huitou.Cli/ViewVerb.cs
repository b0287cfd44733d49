using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou view</c>: named views of the list of customers.</summary>
internal static class ViewVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "What the view is called, or its number." };
    private static readonly Option<bool> Shared = new("--shared") { Description = "For everybody who sees as much, instead of for you alone." };
    private static readonly Argument<string> NewName = new("new-name") { Description = "What it is to be called." };
    private static readonly Option<string?> Columns = new("--columns") { Description = "Keys of the page's columns with commas between them, such as name,netSales." };
    private static readonly Option<string?> Sort = new("--sort") { Description = "netSales, grossSales, orders, aov, lastDay or firstDay; with - the largest first." };

    private static readonly Column[] Listed = [new("id", true), new("name"), new("whose"), new("filter"), new("sort"), new("gone"), new("made by")];

    internal static Command Make()
    {
        var (scope, customers) = (new ScopeOptions(), new CustomerOptions());
        var add = new Command("add", "Keep a filter of the list under a name.") { Name, Shared, Columns, Sort };
        var replace = new Command("replace", "Put another filter in the place of a view's.") { Name, Columns, Sort };
        foreach (var command in (Command[])[add, replace])
        {
            customers.AddTo(command);
            scope.AddTo(command);
        }
        return new("view", "Named views of the list of customers: huitou customers --view NAME shows one.")
        {
            new Command("list", "Your views and those that all share.").AsksApi(async call =>
            {
                var views = await call.Api.GetAsync("api/v1/customers/views", call.Cancel);
                call.Print(views, Listed, views.EnumerateArray().Select(Row));
            }),
            add.AsksApi(call => PutAsync(call, HttpMethod.Post, scope.Path("customers/views", call.Given, Asked(call, customers)), new { name = call.Given.GetValue(Name), isShared = call.Given.GetValue(Shared), columns = KeysOf(call) }, null)),
            replace.AsksApi(async call =>
            {
                var view = await FindAsync(call, call.Given.GetValue(Name)!);
                var body = new { name = view.Text("name"), isShared = view.GetProperty("isShared").GetBoolean(), columns = KeysOf(call) };
                await PutAsync(call, HttpMethod.Put, scope.Path($"customers/views/{view.Text("id")}", call.Given, Asked(call, customers)), body, view.Text("version"));
            }),
            new Command("rename", "Give a view another name.") { Name, NewName }.AsksApi(async call =>
            {
                var view = await FindAsync(call, call.Given.GetValue(Name)!);
                var body = new { name = call.Given.GetValue(NewName), isShared = view.GetProperty("isShared").GetBoolean(), columns = view.GetProperty("columns") };
                await PutAsync(call, HttpMethod.Put, Under($"api/v1/customers/views/{view.Text("id")}?", view), body, view.Text("version"));
            }),
            new Command("delete", "Delete a view; customers stay.") { Name }.AsksApi(async call =>
            {
                var view = await FindAsync(call, call.Given.GetValue(Name)!);
                await call.Api.SendAsync(HttpMethod.Delete, $"api/v1/customers/views/{view.Text("id")}", null, call.Cancel);
                await call.NoteAsync($"Deleted '{view.Text("name")}'.");
            }),
        };
    }

    /// <summary>A view by name, one's own before one of everybody's, or by number.</summary>
    /// <exception cref="ApiRefusedException">There is none.</exception>
    internal static async Task<JsonElement> FindAsync(VerbCall call, string name)
    {
        var views = (await call.Api.GetAsync("api/v1/customers/views", call.Cancel)).EnumerateArray().ToList();
        var found = views.FindIndex(view => string.Equals(view.Text("name"), name, StringComparison.OrdinalIgnoreCase));
        if (found < 0) found = views.FindIndex(view => view.Text("id") == name);
        return found >= 0 ? views[found] : throw new ApiRefusedException($"There is no view '{name}'. `huitou view list` shows those that there are.", Exit.Refused);
    }

    /// <summary>What a view asks, where the command line does not ask otherwise.</summary>
    internal static string Under(string path, JsonElement view)
    {
        var asked = path[(path.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(part => part.Split('=')[0]).ToHashSet();
        var kept = view.GetProperty("filter").EnumerateObject().Select(part => (part.Name, Text: part.Value.GetString()!)).Append((Name: "sort", Text: view.Text("sort")));
        return path + string.Concat(kept.Where(part => !asked.Contains(part.Name)).Select(part => $"&{part.Name}={Uri.EscapeDataString(part.Text)}"));
    }

    /// <summary>What the view was narrowed to and no longer is; empty where all of it is there.</summary>
    internal static string Gone(JsonElement view) => string.Join(", ", view.GetProperty("gone").EnumerateArray().Select(gap => $"{gap.Text("field")} {gap.Text("value")}".Trim()));

    private static (string, object?)[] Asked(VerbCall call, CustomerOptions customers) => [.. customers.Read(call.Given), ("sort", call.Given.GetValue(Sort))];

    private static string[]? KeysOf(VerbCall call) => call.Given.GetValue(Columns)?.Split(',', StringSplitOptions.TrimEntries);

    private static async Task PutAsync(VerbCall call, HttpMethod method, string path, object body, string? seen)
    {
        var view = await call.Api.SendAsync(method, path, body, call.Cancel, seen);
        call.Print(view, Listed, [Row(view)]);
    }

    private static string[] Row(JsonElement view) =>
    [
        view.Text("id"), view.Text("name"), view.GetProperty("isShared").GetBoolean() ? "everybody's" : "yours",
        string.Join(' ', view.GetProperty("filter").EnumerateObject().Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Name}={part.Value}"))), view.Text("sort"), Gone(view), view.Text("maker"),
    ];
}
