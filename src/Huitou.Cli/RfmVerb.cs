using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou rfm</c>: the eight groups by recency, frequency and money.</summary>
internal static class RfmVerb
{
    private static readonly Column[] Columns =
    [
        new("group"), new("customers", true), new("share", true), new("orders", true), new("gross sales", true), new("net sales", true),
        new("share of sales", true),
    ];

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var basis = new Option<string?>("--basis") { Description = "Money before (gross) or after (net) refunds; the setting when left out." };
        basis.AcceptOnlyFromAmong("net", "gross");
        var command = new Command("rfm", "The eight RFM groups.") { basis };
        scope.AddTo(command);
        return command.AsksApi(async call =>
        {
            var answer = await call.Api.GetAsync(scope.Path("rfm", call.Given, ("basis", call.Given.GetValue(basis))), call.Cancel);
            var text = new FigureText(answer, call.Format);
            call.Print(answer, Columns, answer.GetProperty("groups").EnumerateArray().Select(group => (string[])
            [
                group.Text("group"), text.Count(group, "customers"), text.Share(group, "share"), text.Count(group, "orders"),
                text.Money(group, "grossSales"), text.Money(group, "netSales"), text.Share(group, "salesShare"),
            ]));
        });
    }
}
