using System.CommandLine;

namespace Huitou.Cli;

/// <summary>What a verb that asks the API is given.</summary>
/// <param name="Api">The API, reached or hosted.</param>
/// <param name="Given">The command line.</param>
/// <param name="Format">How to write the answer.</param>
/// <param name="Output">Where to write it.</param>
/// <param name="Cancel">Ctrl-C.</param>
internal sealed record VerbCall(ApiClient Api, ParseResult Given, OutputFormat Format, TextWriter Output, CancellationToken Cancel)
{
    /// <summary>Writes the API's answer: as it is for --json, else <paramref name="rows"/> of it.</summary>
    internal void Print(System.Text.Json.JsonElement answer, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (Format == OutputFormat.Json) Output.WriteLine(answer.GetRawText());
        else Table.Print(Output, columns, [.. rows], Format);
    }

    /// <summary>A word for people; what machines read stays clean.</summary>
    internal Task NoteAsync(string text) => Format == OutputFormat.Table ? Output.WriteLineAsync(text) : Task.CompletedTask;
}

/// <summary>What all verbs share: the two format options, and ending with a reason instead of a stack.</summary>
internal static class Verb
{
    internal static readonly Option<bool> Json = new("--json") { Description = "Print the API's JSON as it is.", Recursive = true };

    internal static readonly Option<bool> Csv = new("--csv") { Description = "Print CSV.", Recursive = true };

    /// <summary>Makes a verb that asks the API.</summary>
    internal static Command AsksApi(this Command command, Func<VerbCall, Task> run) => command.Runs(async (given, cancel) =>
    {
        var options = Environment();
        await using var api = await ApiClient.OpenAsync(options, cancel);
        var format = given.GetValue(Json) ? OutputFormat.Json : given.GetValue(Csv) ? OutputFormat.Csv : OutputFormat.Table;
        await run(new VerbCall(api, given, format, given.InvocationConfiguration.Output, cancel));
        return Exit.Done;
    });

    /// <summary>Makes a verb of its own kind.</summary>
    internal static Command Runs(this Command command, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (given, cancel) =>
        {
            try
            {
                return await run(given, cancel);
            }
            catch (Exception e) when (ReasonOf(e) is { } reason)
            {
                await given.InvocationConfiguration.Error.WriteLineAsync(reason.Text);
                return reason.Code;
            }
        });
        return command;
    }

    /// <summary>The options of the environment.</summary>
    /// <exception cref="ApiRefusedException">They have faults; the message tells each.</exception>
    internal static HuitouOptions Environment()
    {
        var options = HuitouOptions.From(System.Environment.GetEnvironmentVariable);
        Refuse(options.Faults());
        return options;
    }

    internal static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new ApiRefusedException(string.Join(System.Environment.NewLine, faults), Exit.Refused);
    }

    /// <summary>What to say of an exception that is no bug; null lets it through with its stack.</summary>
    private static (string Text, int Code)? ReasonOf(Exception exception) => exception switch
    {
        ApiRefusedException refused => (refused.Message, refused.ExitCode),
        Data.HostLockTakenException taken => (taken.Message, Exit.Refused),
        Data.NewerDatabaseException newer => (newer.Message, Exit.Refused),
        Access.NotADemoException shops => (shops.Message, Exit.Refused),
        Data.KeyFaultException fault => (fault.Message, Exit.Refused),
        HttpRequestException lost => ($"The host of this data folder does not answer: {(lost.InnerException ?? lost).Message}", Exit.Broken),
        IOException io => (io.Message, Exit.Broken),
        OperationCanceledException => ("Stopped.", Exit.Refused),
        _ => null,
    };
}
