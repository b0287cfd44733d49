using System.Text.Json;
using System.Text.Json.Nodes;
using Huitou.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Huitou.Server.Api;

/// <summary>
/// Words of a closed set in a query, written as the bodies write them ("importantValue"). The framework's own binding would want
/// "ImportantValue", and would refuse without saying which field is wrong or what it may be.
/// </summary>
internal static class QueryWords
{
    /// <summary>The word that <paramref name="text"/> is; null where nothing is said.</summary>
    internal static T? Read<T>(string? text, string path, ref Refusal? refusal)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == text) return value;
        }

        refusal ??= new(ProblemCode.InvalidField, $"'{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Word))}.", path);
        return null;
    }

    /// <summary>Tells the document which words a parameter may be.</summary>
    internal static RouteHandlerBuilder Words<T>(this RouteHandlerBuilder endpoint, string parameter)
        where T : struct, Enum => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        if (operation.Parameters?.FirstOrDefault(p => p.Name == parameter)?.Schema is OpenApiSchema schema)
            schema.Enum = [.. Enum.GetValues<T>().Select(value => (JsonNode)JsonValue.Create(Word(value)))];
        return Task.CompletedTask;
    });

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
