using System.CommandLine;

namespace Huitou.Cli;

/// <summary><c>huitou touches</c>: where customers and shops met, and who bought soon after.</summary>
internal static class TouchesVerb
{
    private static readonly Column[] Columns =
    [
        new("kind"), new("touches", true), new("people", true), new("bought after", true), new("share", true), new("ratings", true), new("mean rating", true),
    ];

    internal static Command Make()
    {
        var scope = new ScopeOptions();
        var command = new Command("touches", "Touches by kind, and who bought within 30 days after.");
        scope.AddTo(command);
        return command.AsksApi(async call =>
        {
            var answer = await call.Api.GetAsync(scope.Path("touches", call.Given), call.Cancel);
            var text = new FigureText(answer, call.Format);
            call.Print(answer, Columns, answer.GetProperty("kinds").EnumerateArray().Select(kind => (string[])
            [
                kind.Text("kind"), text.Count(kind, "touches"), text.Count(kind, "people"), text.Count(kind, "boughtAfter"), text.Share(kind, "boughtAfterShare"),
                text.Count(kind, "rated"), text.Ratio(kind, "meanRating"),
            ]));
        });
    }
}
