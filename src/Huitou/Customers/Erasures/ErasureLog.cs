using System.Text;
using System.Text.Json;
using Huitou.Data;

namespace Huitou.Customers.Erasures;

/// <summary>
/// The erasures in a file of their own beside the database, one a line, before they are done: a database that is restored from a backup knows
/// nothing of the erasures since, and does them again from here.
/// </summary>
internal static class ErasureLog
{
    internal static string PathIn(DataFolder folder) => Path.Combine(folder.Root, "erasures.log");

    internal static void Append(DataFolder folder, Vault vault, IEnumerable<Erasure> erasures)
    {
        var lines = new StringBuilder();
        foreach (var erasure in erasures)
            lines.Append(JsonSerializer.Serialize(new Line(erasure.Act, erasure.Scope, erasure.Kind, erasure.Hash, vault.Links, erasure.At, erasure.Actor), JsonSerializerOptions.Web)).Append('\n');
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(PathIn(folder), options);
        file.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        file.Flush(flushToDisk: true);
    }

    /// <summary>All that were ever logged, under today's keys; a line that was torn by a crash was of an erasure that never began.</summary>
    internal static IReadOnlyList<Erasure> Read(DataFolder folder, Vault vault)
    {
        if (!File.Exists(PathIn(folder))) return [];
        var read = new List<Erasure>();
        foreach (var text in File.ReadLines(PathIn(folder)))
        {
            try
            {
                if (JsonSerializer.Deserialize<Line>(text, JsonSerializerOptions.Web) is { } line)
                    read.Add(new Erasure { Act = line.Act, Scope = line.Scope, Kind = line.Kind, Hash = vault.Relinked(line.Hash, line.Links), At = line.At, Actor = line.Actor });
            }
            catch (JsonException)
            {
                continue;
            }
        }
        return read;
    }

    private sealed record Line(Guid Act, string Scope, EvidenceKind Kind, string Hash, int Links, DateTimeOffset At, string Actor);
}
