using System.Text.Encodings.Web;
using System.Text.Json;
using Huitou.Access;
using Huitou.Connect;
using Huitou.Engine.Tests;

namespace Huitou.Tests.Docs;

/// <summary>The words that both the product and its pages say have one source: the pages' message files of them are written from the product.</summary>
public sealed class MessageFileTests
{
    // Chinese stays readable in the file.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task The_pages_words_for_the_audit_and_for_rejects_are_the_products(string language)
    {
        var cancel = TestContext.Current.CancellationToken;
        var file = Path.Combine(Documents.Root, "web", "src", "i18n", language, "told.json");
        var written = JsonSerializer.Serialize(
            new
            {
                auditFacts = Enum.GetValues<AuditKind>().ToDictionary(Key, kind => AuditWords.Of(kind).In(language)),
                auditTerms = AuditWords.Terms.ToDictionary(term => term.Key, term => term.Value.In(language)),
                rejects = Enum.GetValues<RejectReason>().ToDictionary(Key, reason => RejectWords.Of(reason).In(language)),
            },
            Json) + "\n";
        if (Environment.GetEnvironmentVariable("HUITOU_UPDATE_DOCS") == "1") await File.WriteAllTextAsync(file, written, cancel);
        Assert.True((await File.ReadAllTextAsync(file, cancel)).ReplaceLineEndings("\n") == written, $"{file} does not say what the product says. Run these tests once with HUITOU_UPDATE_DOCS=1 and look at what changed.");
    }

    private static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
