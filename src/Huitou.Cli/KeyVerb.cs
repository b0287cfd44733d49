using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Huitou.Flows;

namespace Huitou.Cli;

/// <summary><c>huitou key</c>: the key that seals personal data.</summary>
internal static class KeyVerb
{
    internal static Command Make() => new("key", "The key that seals personal data.") { Rotate() };

    private static Command Rotate() => new Command(
        "rotate", "Take everything to a new key, while no host runs. Stopped in the middle it goes on where it was when it is run again.").Runs(RunAsync);

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancel)
    {
        var output = given.InvocationConfiguration.Output;
        var outcome = await new KeyRotation(Verb.Environment(), TimeProvider.System).RunAsync(null, cancel);
        if (outcome.Refusal is { } refusal) throw new ApiRefusedException($"{refusal.Message} ({refusal.Code})", Exit.Refused);
        var done = outcome.Value!;
        if (given.GetValue(Verb.Json)) await output.WriteLineAsync(JsonSerializer.Serialize(done, JsonSerializerOptions.Web));
        else
        {
            Table.Print(
                output, [new("key", true), new("rows", true), new("files", true), new("unreadable files", true)],
                [[.. ((long[])[done.Key, done.Rows, done.Files, done.UnreadableFiles]).Select(number => number.ToString(CultureInfo.InvariantCulture))]],
                given.GetValue(Verb.Csv) ? OutputFormat.Csv : OutputFormat.Table);
        }
        if (!done.OldKeysDropped)
            await given.InvocationConfiguration.Error.WriteLineAsync($"Everything is sealed with key {done.Key}. Take the older ones out of HUITOU_KEY.");
        return Exit.Done;
    }
}
