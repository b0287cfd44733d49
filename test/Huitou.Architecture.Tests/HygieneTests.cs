using System.Text.RegularExpressions;

namespace Huitou.Architecture.Tests;

/// <summary>What must never be committed, and what every copy of the repository needs.</summary>
public sealed partial class HygieneTests
{
    [Fact]
    public void No_file_names_a_home_or_scratch_folder_of_one_machine()
    {
        var strays = from file in Repository.Files
                     where IsText(file) && MachinePath().IsMatch(Repository.Read(file))
                     select file;
        Assert.Empty(strays);
    }

    [Fact]
    public void Lock_files_name_no_package_host()
    {
        var strays = from file in Repository.Files
                     where file.EndsWith("package-lock.json", StringComparison.Ordinal) && Repository.Read(file).Contains("\"resolved\"", StringComparison.Ordinal)
                     select file;
        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    [InlineData("LICENSE")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/architecture.md")]
    public void What_a_newcomer_looks_for_is_there(string file) => Assert.Contains(file, Repository.Files);

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var dead = from file in Repository.Files
                   where file.EndsWith(".md", StringComparison.Ordinal)
                   from Match link in Link().Matches(Repository.Read(file))
                   let target = link.Groups[1].Value.Split('#')[0]
                   where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                   where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, target))
                   select $"{file} → {target}";
        Assert.Empty(dead);
    }

    [Fact]
    public void The_makefile_has_at_most_ten_verbs()
    {
        var verbs = Repository.Read("Makefile").Split('\n').Count(line => line.Contains("##", StringComparison.Ordinal));
        Assert.InRange(verbs, 1, 10);
    }

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".cs" or ".ts" or ".tsx" or ".css" or ".md" or ".json" or ".sh" or ".mjs" or ".props" or ".csproj" or "" or ".yml";

    [GeneratedRegex("""(?<![\w.])/(root|work|home/\w+|Users/\w+)/""")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
