using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary><c>huitou level</c>: which level of service holds for which classes of customers.</summary>
internal static class LevelVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "The word, such as priority." };
    private static readonly Option<string?> Promise = new("--promise") { Description = "What it promises, in a sentence." };
    private static readonly Option<string?> Groups = new("--groups") { Description = "RFM groups with commas between them, such as importantValue,importantKeep." };
    private static readonly Option<string?> Cells = new("--cells") { Description = "Cells of the grid with commas between them, such as active:fan,silent:fan." };

    private static readonly Column[] Columns = [new("level"), new("promise"), new("groups"), new("cells")];

    internal static Command Make() => new("level", "Levels of service, and for which customers they hold; of two the first one counts.")
    {
        new Command("list", "The levels in their sequence.").AsksApi(async call => Print(call, await ReadAsync(call))),
        new Command("set", "Add a level at the end, or say anew what one promises and for whom; what is left out stays.") { Name, Promise, Groups, Cells }.AsksApi(SetAsync),
        new Command("remove", "Remove a level.") { Name }.AsksApi(async call =>
        {
            var (levels, name) = (await ReadAsync(call), call.Given.GetValue(Name));
            await PutAsync(call, levels, Levels(levels).Where(level => level.Text("name") != name).Cast<object>());
        }),
    };

    private static Task<JsonElement> ReadAsync(VerbCall call) => call.Api.GetAsync("api/v1/service-levels", call.Cancel);

    private static List<JsonElement> Levels(JsonElement answer) => [.. answer.GetProperty("levels").GetProperty("levels").EnumerateArray()];

    private static async Task SetAsync(VerbCall call)
    {
        var (answer, name) = (await ReadAsync(call), call.Given.GetValue(Name)!);
        var before = Levels(answer).FirstOrDefault(level => level.Text("name") == name);
        var isNew = before.ValueKind != JsonValueKind.Object;
        var level = new
        {
            name,
            promise = call.Given.GetValue(Promise) ?? before.Text("promise"),
            groups = call.Given.GetValue(Groups) is { } groups ? Parts(groups) : isNew ? (object)Array.Empty<string>() : before.GetProperty("groups"),
            cells = call.Given.GetValue(Cells) is { } cells ? Parts(cells).Select(Cell) : isNew ? (object)Array.Empty<string>() : before.GetProperty("cells"),
        };
        var after = Levels(answer).Select(one => one.Text("name") == name ? (object)level : one);
        await PutAsync(call, answer, isNew ? after.Append(level) : after);
    }

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static object Cell(string text) => text.Split(':') is [var r, var f] ? new { r, f } : throw new ApiRefusedException($"'{text}' is no cell. Write it like active:fan.", Exit.Usage);

    private static async Task PutAsync(VerbCall call, JsonElement seen, IEnumerable<object> levels) =>
        Print(call, await call.Api.SendAsync(HttpMethod.Put, "api/v1/service-levels", new { levels }, call.Cancel, seen.Text("version")));

    private static void Print(VerbCall call, JsonElement answer) => call.Print(answer, Columns, Levels(answer).Select(level => (string[])
    [
        level.Text("name"), level.Text("promise"), string.Join(' ', level.GetProperty("groups").EnumerateArray()),
        string.Join(' ', level.GetProperty("cells").EnumerateArray().Select(cell => $"{cell.Text("r")}:{cell.Text("f")}")),
    ]));
}
