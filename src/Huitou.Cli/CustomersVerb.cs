using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou customers</c>: who they are, page by page.</summary>
internal static class CustomersVerb
{
    private static readonly Column[] Columns =
    [
        new("id", true), new("buyer"), new("name"), new("region"), new("first"), new("last"), new("recency", true), new("orders", true),
        new("units", true), new("gross sales", true), new("net sales", true), new("AOV", true), new("R"), new("F"), new("group"), new("service"),
    ];

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var customers = new CustomerOptions();
        var view = new Option<string?>("--view") { Description = "A named view, see huitou view; what else is given goes before it." };
        var sort = new Option<string?>("--sort") { Description = "netSales, grossSales, orders, aov, lastDay or firstDay; with - the largest first." };
        var page = new Option<int>("--page") { Description = "Which page, from 1.", DefaultValueFactory = _ => 1 };
        var limit = new Option<int>("--limit") { Description = "How many a page has, up to 500.", DefaultValueFactory = _ => 50 };
        var command = new Command("customers", "Customers with their figures and classes; names are masked.") { view, sort, page, limit };
        customers.AddTo(command);
        scope.AddTo(command);
        return command.AsksApi(async call =>
        {
            (string, object?)[] more =
            [
                .. customers.Read(call.Given), ("sort", call.Given.GetValue(sort)), ("page", call.Given.GetValue(page)), ("limit", call.Given.GetValue(limit)),
            ];
            var path = scope.Path("customers", call.Given, more);
            if (call.Given.GetValue(view) is { } name)
            {
                var kept = await ViewVerb.FindAsync(call, name);
                path = ViewVerb.Under(path, kept);
                if (ViewVerb.Gone(kept) is { Length: > 0 } gone) await call.NoteAsync($"The view was narrowed to what is not there any longer: {gone}. This is the rest.");
            }
            var answer = await call.Api.GetAsync(path, call.Cancel);
            var text = new FigureText(answer, call.Format);
            call.Print(answer, Columns, answer.GetProperty("items").EnumerateArray().Select(item => Row(item, text)));
            if (call.Format == OutputFormat.Table)
                call.Output.WriteLine($"Page {answer.Text("page")}; {text.Count(answer, "total")} customers in all, money in {text.Currency}.");
        });
    }

    private static string[] Row(JsonElement item, FigureText text) =>
    [
        item.Text("id"), item.Text("buyer"), item.Text("name"), item.Text("region"), item.Text("firstDay"), item.Text("lastDay"),
        text.Count(item, "recency"), text.Count(item, "orders"), text.Count(item, "units"), text.Money(item, "grossSales"),
        text.Money(item, "netSales"), text.Money(item, "aov"), item.Text("r"), item.Text("f"), item.Text("group"), item.Text("serviceLevel"),
    ];
}
