using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou overview</c>: how much was sold, to whom, against when.</summary>
internal static class OverviewVerb
{
    private static readonly Column[] Columns =
    [
        new("from"), new("to"), new("who"), new("gross sales", true), new("net sales", true), new("refunds", true), new("orders", true),
        new("buyers", true), new("units", true), new("AOV", true), new("spend per buyer", true), new("units per order", true),
        new("average unit price", true), new("refund rate", true),
    ];

    private static readonly string[] Groups = ["all", "new", "returning", "anonymous"];

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var grain = new Option<string>("--grain") { Description = "day, week or month.", DefaultValueFactory = _ => "month" };
        grain.AcceptOnlyFromAmong("day", "week", "month");
        var command = new Command("overview", "Sales of a period, step by step, against the one before and a year before.") { grain };
        scope.AddTo(command);
        return command.AsksApi(async call =>
        {
            var answer = await call.Api.GetAsync(scope.Path("overview", call.Given, ("grain", call.Given.GetValue(grain))), call.Cancel);
            call.Print(answer, Columns, Rows(answer, new FigureText(answer, call.Format), call.Format));
        });
    }

    private static IEnumerable<string[]> Rows(JsonElement answer, FigureText text, OutputFormat format)
    {
        foreach (var step in answer.GetProperty("series").EnumerateArray())
        {
            // A spreadsheet sums for itself; a person wants one line a step.
            foreach (var who in format == OutputFormat.Csv ? Groups : Groups.Take(1)) yield return Row(step, who, who, text);
        }

        if (format == OutputFormat.Csv) yield break;
        foreach (var who in Groups) yield return Row(answer.GetProperty("total"), who, who, text);
        foreach (var (member, label) in ((string, string)[])[("previous", "before"), ("year", "a year before")])
        {
            if (answer.GetProperty(member) is { ValueKind: JsonValueKind.Object } period) yield return Row(period, "all", label, text);
        }
    }

    private static string[] Row(JsonElement period, string who, string label, FigureText text)
    {
        var figures = period.GetProperty(who);
        return
        [
            period.Text("from"), period.Text("to"), label, text.Money(figures, "grossSales"), text.Money(figures, "netSales"),
            text.Money(figures, "refunds"), text.Count(figures, "orders"), text.Count(figures, "buyers"), text.Count(figures, "units"),
            text.Money(figures, "aov"), text.Money(figures, "spendPerBuyer"), text.Ratio(figures, "unitsPerOrder"),
            text.Money(figures, "averageUnitPrice"), text.Share(figures, "refundRate"),
        ];
    }
}
