using System.CommandLine;
using Huitou.Access;
using Huitou.Server.Api;

namespace Huitou.Cli;

/// <summary><c>huitou backup</c> and <c>huitou restore</c>.</summary>
internal static class BackupVerb
{
    private static readonly Option<bool> WithoutKeys = new("--without-keys")
    {
        Description = "Leave the keys out; to restore it, put the key file (keys/data.key) into the new data folder first, or set HUITOU_KEY.",
    };

    internal static Command MakeBackup()
    {
        var file = new Argument<FileInfo>("file") { Description = "The .tar.gz to write." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it exists." };
        return new Command("backup", "Copy the database and the keys into one file, also while Huitou runs. Whoever has the file can read all.") { file, force, WithoutKeys }.AsksApi(async call =>
        {
            var target = call.Given.GetValue(file)!;
            if (target.Exists && !call.Given.GetValue(force))
                throw new ApiRefusedException($"{target.FullName} exists. Choose another name, or replace it with --force.", Exit.Refused);
            await WriteAsync(call, target);
        });
    }

    internal static Command MakeRestore()
    {
        var file = new Argument<FileInfo>("file") { Description = "A file that `huitou backup` wrote." };
        var force = new Option<bool>("--force") { Description = "Replace what the data folder holds." };
        return new Command("restore", "Put a backup into an empty data folder, while no host runs.") { file, force }.Runs(async (given, cancel) =>
        {
            await using var archive = given.GetValue(file)!.OpenRead();
            var outcome = await new Restore(Verb.Environment(), TimeProvider.System).RunAsync(archive, given.GetValue(force), cancel);
            if (outcome.Refusal is { } refusal) throw new ApiRefusedException($"{refusal.Message} ({refusal.Code})", Exit.Refused);

            await given.InvocationConfiguration.Output.WriteLineAsync($"Restored the backup of {outcome.Value!.At:u}.");
            await given.InvocationConfiguration.Output.WriteLineAsync("Where people were erased since: put erasures.log of the data folder it was taken of into this one before you start Huitou, which then erases them again.");
            return Exit.Done;
        });
    }

    private static async Task WriteAsync(VerbCall call, FileInfo target)
    {
        var withoutKeys = call.Given.GetValue(WithoutKeys);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(withoutKeys ? "api/v1/backup?withoutKeys=true" : "api/v1/backup", UriKind.Relative));
        using var response = await call.Api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Cancel);
        await ApiClient.EnsureDoneAsync(response, call.Cancel);

        // Under the final name there is never half a backup.
        var unfinished = target.FullName + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var output = new FileStream(unfinished, options)) await response.Content.CopyToAsync(output, call.Cancel);
        File.Move(unfinished, target.FullName, overwrite: true);

        await call.Output.WriteLineAsync($"Wrote {target.FullName}.");
        if (response.Headers.TryGetValues(AccessApi.BackupHeader, out var holds) && holds.Contains("keys"))
            await call.Output.WriteLineAsync(withoutKeys ? "It holds the settings. Copy the PostgreSQL database with pg_dump." : "It holds the keys and the settings. Copy the PostgreSQL database with pg_dump.");
    }
}
