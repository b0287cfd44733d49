using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Huitou.Connect;

namespace Huitou.Tests.Docs;

/// <summary>What docs/import.md says of fields, layouts and reasons is what the product knows, and what it says is tested is.</summary>
public sealed partial class ImportDocumentTests
{
    private static string Document => Path.Combine(Root(), "docs", "import.md");

    [Fact]
    public async Task Its_tables_are_those_of_the_product()
    {
        var cancel = TestContext.Current.CancellationToken;
        var kept = (await File.ReadAllTextAsync(Document, cancel)).ReplaceLineEndings("\n");
        var written = kept;
        foreach (var (name, block) in (ReadOnlySpan<(string, string)>)[("fields", FieldTables()), ("presets", Presets()), ("reasons", Reasons())]) written = With(written, name, block);
        if (Environment.GetEnvironmentVariable("HUITOU_UPDATE_DOCS") == "1") await File.WriteAllTextAsync(Document, kept = written, cancel);
        Assert.True(kept == written, "Fields, layouts or reasons changed. Run these tests once with HUITOU_UPDATE_DOCS=1 and look at what changed.");
    }

    [Fact]
    public void Every_treatment_names_its_tests_and_every_test_of_a_treatment_is_named()
    {
        var named = TestNames().Matches(File.ReadAllText(Document)).Select(match => match.Groups[1].Value).ToHashSet();
        var types = typeof(ImportDocumentTests).Assembly.GetTypes();
        Assert.Empty(named.Except(types.Select(type => type.Name)));
        Assert.Empty(types.Where(type => type.Namespace == "Huitou.Tests.Flows.Treatments" && type.Name.EndsWith("Tests", StringComparison.Ordinal)).Select(type => type.Name).Except(named));
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+(?:Tests|RoundTrip|Specification|Import))`")]
    private static partial Regex TestNames();

    private static string With(string text, string name, string block)
    {
        var (begin, end) = ($"<!-- {name}:begin -->\n", $"<!-- {name}:end -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return string.Concat(text.AsSpan(0, from), block, text.AsSpan(text.IndexOf(end, from, StringComparison.Ordinal)));
    }

    private static string FieldTables()
    {
        var text = new StringBuilder();
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            text.Append("\n### ").Append(Key(kind)).Append("\n\nNeeds ").AppendJoin(" and ", Fields.Needed(kind).Select(group => string.Join(" or ", group.Select(field => $"`{Fields.Key(field)}`"))));
            text.Append(".\n\n| key | field | 字段 | what belongs in it | 说明 |\n|---|---|---|---|---|\n");
            foreach (var info in Fields.Of(kind).Select(field => Fields.All.Single(info => info.Key == Fields.Key(field)))) Row(text, $"`{info.Key}`", info.Name.En, info.Name.Zh, info.Hint.En, info.Hint.Zh);
        }
        return text.Append('\n').ToString();
    }

    private static string Presets()
    {
        var text = new StringBuilder("\n| key | kind | layout | 布局 | gives | what it is |\n|---|---|---|---|---|---|\n");
        foreach (var preset in PresetCatalogue.All)
            Row(text, $"`{preset.Key}`", Key(preset.Kind), preset.Name.En, preset.Name.Zh, string.Join(", ", preset.Gives), preset.Description.En);
        return text.Append('\n').ToString();
    }

    private static string Reasons()
    {
        var text = new StringBuilder("\n| key | reason | 原因 |\n|---|---|---|\n");
        foreach (var reason in Enum.GetValues<RejectReason>()) Row(text, $"`{Key(reason)}`", RejectWords.Of(reason).En, RejectWords.Of(reason).Zh);
        return text.Append('\n').ToString();
    }

    private static void Row(StringBuilder text, params string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    private static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Huitou.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
