using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou grid</c>: customers by how long ago and how often they bought.</summary>
internal static class GridVerb
{
    private static readonly Column[] Columns =
    [
        new("R"), new("F"), new("customers", true), new("share", true), new("orders", true), new("gross sales", true), new("net sales", true),
        new("share of sales", true), new("AOV", true),
    ];

    private static readonly Column[] Compared = [new("customers then", true), new("net sales then", true)];

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var limits = LimitsOption.Make();
        var compare = new Option<string?>("--compare") { Description = "Another day to hold the grid against, yyyy-MM-dd." };
        var command = new Command("grid", "The R×F grid: people, sales and share in sixteen cells.") { limits, compare };
        scope.AddTo(command);
        command.Add(Flows());
        return command.AsksApi(async call =>
        {
            (string, object?)[] more = [.. LimitsOption.Read(call.Given.GetValue(limits)), ("compareAsOf", call.Given.GetValue(compare))];
            var answer = await call.Api.GetAsync(scope.Path("grid", call.Given, more), call.Cancel);
            var text = new FigureText(answer, call.Format);
            if (call.Format == OutputFormat.Table) call.Output.WriteLine(Heading(answer, text));
            var then = answer.GetProperty("compared");
            var before = then.ValueKind == JsonValueKind.Array ? then.EnumerateArray().ToArray() : null;
            call.Print(
                answer, before is null ? Columns : [.. Columns, .. Compared],
                answer.GetProperty("cells").EnumerateArray().Select((cell, i) => Row(cell, before?[i], text)));
        });
    }

    private static Command Flows()
    {
        var scope = new ScopeOptions();
        var limits = LimitsOption.Make();
        var before = new Argument<string>("before") { Description = "The earlier day, yyyy-MM-dd." };
        var command = new Command("flows", "How people moved through the grid from a day to --as-of.") { before, limits };
        scope.AddTo(command);
        Column[] columns = [new("from R"), new("from F"), new("to R"), new("to F"), new("customers", true), new("share", true), new("orders between", true), new("net sales between", true)];
        return command.AsksApi(async call =>
        {
            (string, object?)[] more = [.. LimitsOption.Read(call.Given.GetValue(limits)), ("before", call.Given.GetValue(before))];
            var answer = await call.Api.GetAsync(scope.Path("grid/flows", call.Given, more), call.Cancel);
            var text = new FigureText(answer, call.Format);
            call.Print(answer, columns, answer.GetProperty("flows").EnumerateArray().Select(flow => new[]
            {
                flow.Text("fromR"), flow.Text("fromF"), flow.Text("toR"), flow.Text("toF"), text.Count(flow, "customers"), text.Share(flow, "share"), text.Count(flow, "orders"), text.Money(flow, "netSales"),
            }));
        });
    }

    private static string Heading(JsonElement answer, FigureText text)
    {
        var limits = answer.GetProperty("limits");
        return $"As of {answer.Text("asOf")}: {text.Count(answer, "customers")} customers, {text.Currency} {text.Money(answer, "netSales")} net. " +
            $"Active up to {limits.Text("activeMax")} days, silent {limits.Text("silentMax")}, dormant {limits.Text("dormantMax")}; " +
            $"fan from {limits.Text("fanMin")} orders ({limits.Text("origin")}).";
    }

    private static string[] Row(JsonElement cell, JsonElement? then, FigureText text)
    {
        string[] now =
        [
            cell.Text("r"), cell.Text("f"), text.Count(cell, "customers"), text.Share(cell, "share"), text.Count(cell, "orders"),
            text.Money(cell, "grossSales"), text.Money(cell, "netSales"), text.Share(cell, "salesShare"), text.Money(cell, "aov"),
        ];
        return then is { } before ? [.. now, text.Count(before, "customers"), text.Money(before, "netSales")] : now;
    }
}
