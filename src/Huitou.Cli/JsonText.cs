using System.Text.Json;

namespace Huitou.Cli;

/// <summary>Reads the API's JSON as the cells of a table.</summary>
internal static class JsonText
{
    /// <summary>A member as text; empty when it is null or absent.</summary>
    internal static string Text(this JsonElement json, string member) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : "";
}
