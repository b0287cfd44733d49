using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Huitou.Connect;
using Huitou.Engine.Tests;

namespace Huitou.Tests.Docs;

/// <summary>What docs/import.md says of fields, layouts and reasons is what the product knows, and what it says is tested is.</summary>
public sealed partial class ImportDocumentTests
{
    [Fact]
    public Task Its_tables_are_those_of_the_product() => Documents.KeepAsync("import.md", ("fields", FieldTables()), ("presets", Presets()), ("reasons", Reasons()));

    [Fact]
    public void Every_treatment_names_its_tests_and_every_test_of_a_treatment_is_named()
    {
        var named = TestNames().Matches(File.ReadAllText(Path.Combine(Documents.Root, "docs", "import.md"))).Select(match => match.Groups[1].Value).ToHashSet();
        var types = typeof(ImportDocumentTests).Assembly.GetTypes();
        Assert.Empty(named.Except(types.Select(type => type.Name)));
        Assert.Empty(types.Where(type => type.Namespace == "Huitou.Tests.Flows.Treatments" && type.Name.EndsWith("Tests", StringComparison.Ordinal)).Select(type => type.Name).Except(named));
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+(?:Tests|RoundTrip|Specification|Import))`")]
    private static partial Regex TestNames();

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
}
