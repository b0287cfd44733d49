namespace Huitou.Engine.Tests;

/// <summary>Documents of which the tests keep some blocks, so that they say what the product does.</summary>
internal static class Documents
{
    internal static string Root { get; } = Find();

    /// <summary>Holds the blocks of a document, each between two remarks of its name, equal to <paramref name="blocks"/>; or writes them, where HUITOU_UPDATE_DOCS is 1.</summary>
    internal static async Task KeepAsync(string name, params (string Block, string Text)[] blocks)
    {
        var path = Path.Combine(Root, "docs", name);
        var kept = (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n");
        var written = blocks.Aggregate(kept, (text, block) => With(text, block.Block, block.Text));
        if (Environment.GetEnvironmentVariable("HUITOU_UPDATE_DOCS") == "1") await File.WriteAllTextAsync(path, kept = written);
        Assert.True(kept == written, $"What docs/{name} tells has changed. Run this test once with HUITOU_UPDATE_DOCS=1 and look at what changed.");
    }

    private static string With(string text, string name, string block)
    {
        var (begin, end) = ($"<!-- {name}:begin -->\n", $"<!-- {name}:end -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return string.Concat(text.AsSpan(0, from), block, text.AsSpan(text.IndexOf(end, from, StringComparison.Ordinal)));
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Huitou.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
