using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou customers</c>: who they are, page by page.</summary>
internal static class CustomersVerb
{
    private static readonly Column[] Columns =
    [
        new("id", true), new("buyer"), new("name"), new("region"), new("first"), new("last"), new("recency", true), new("orders", true),
        new("units", true), new("gross sales", true), new("net sales", true), new("AOV", true), new("R"), new("F"), new("group"),
    ];

    private static readonly (string Option, string Query, string Description)[] Filters =
    [
        ("--search", "search", "Part of a name, or exactly a buyer's id or an order's number."),
        ("--r", "r", "active, silent, dormant or lost."),
        ("--f", "f", "new, second, old or fan."),
        ("--group", "group", "RFM group, such as importantValue."),
        ("--region", "region", "Exactly this region."),
        ("--min-orders", "minOrders", "Fewest orders."),
        ("--max-orders", "maxOrders", "Most orders."),
        ("--min-recency", "minRecency", "Fewest days since the last order."),
        ("--max-recency", "maxRecency", "Most days since the last order."),
        ("--min-net-sales", "minNetSales", "Least net sales, in minor units."),
        ("--max-net-sales", "maxNetSales", "Most net sales, in minor units."),
        ("--first-from", "firstFrom", "First order on this day or later."),
        ("--first-to", "firstTo", "First order on this day or earlier."),
        ("--basis", "basis", "Money of RFM: net or gross."),
        ("--sort", "sort", "netSales, grossSales, orders, aov, lastDay or firstDay; with - the largest first."),
    ];

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var limits = LimitsOption.Make();
        var page = new Option<int>("--page") { Description = "Which page, from 1.", DefaultValueFactory = _ => 1 };
        var limit = new Option<int>("--limit") { Description = "How many a page has, up to 500.", DefaultValueFactory = _ => 50 };
        var filters = Filters.Select(filter => new Option<string?>(filter.Option) { Description = filter.Description }).ToArray();
        var command = new Command("customers", "Customers with their figures and classes; names are masked.") { limits, page, limit };
        foreach (var filter in filters) command.Options.Add(filter);
        scope.AddTo(command);
        return command.AsksApi(async call =>
        {
            (string, object?)[] more =
            [
                .. filters.Select((filter, i) => (Filters[i].Query, (object?)call.Given.GetValue(filter))), .. LimitsOption.Read(call.Given.GetValue(limits)),
                ("page", call.Given.GetValue(page)), ("limit", call.Given.GetValue(limit)),
            ];
            var answer = await call.Api.GetAsync(scope.Path("customers", call.Given, more), call.Cancel);
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
        text.Money(item, "netSales"), text.Money(item, "aov"), item.Text("r"), item.Text("f"), item.Text("group"),
    ];
}
