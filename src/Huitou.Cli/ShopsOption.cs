using System.CommandLine;
using System.Text.Json;

namespace Huitou.Cli;

/// <summary>Whose rows a user or a token sees.</summary>
internal static class ShopsOption
{
    internal const string All = "all";

    internal static Option<string> Make() => new("--shops") { Description = "Ids of the shops whose rows they see, with commas between them; or all.", DefaultValueFactory = _ => All };

    /// <summary>As the API takes it: null for all.</summary>
    internal static int[]? Read(string text) => text == All
        ? null
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => int.TryParse(part, out var id) ? id : throw Wrong(part))];

    /// <summary>As a table shows it.</summary>
    internal static string Text(JsonElement row) =>
        row.GetProperty("shops") is { ValueKind: JsonValueKind.Array } shops ? string.Join(", ", shops.EnumerateArray().Select(shop => shop.GetRawText())) : All;

    private static ApiRefusedException Wrong(string part) => new($"\"{part}\" is no id of a shop. Write them like 1,2, or all.", Exit.Refused);
}
