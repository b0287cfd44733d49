using System.Diagnostics;

namespace Huitou.Architecture.Tests;

/// <summary>The files of this repository: those that git tracks or would.</summary>
internal static class Repository
{
    internal static readonly string Root = FindRoot();

    internal static readonly IReadOnlyList<string> Files = ListFiles();

    /// <summary>Files that generators write: outside every gate.</summary>
    internal static bool IsGenerated(string file) =>
        file.Contains("/Migrations/", StringComparison.Ordinal) || file.StartsWith("web/src/api/", StringComparison.Ordinal);

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Huitou.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private static List<string> ListFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", "ls-files --cached --others --exclude-standard")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. files.Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
