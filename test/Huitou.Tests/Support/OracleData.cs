namespace Huitou.Tests.Support;

/// <summary>The folder of public data sets whose numbers were computed by others; a test that needs it is skipped where it is absent.</summary>
internal static class OracleData
{
    internal static string File(string name)
    {
        var path = Path.Combine(Root ?? "", name);
        Assert.SkipUnless(Root is not null && System.IO.File.Exists(path), $"The oracle {name} is not here.");
        return path;
    }

    private static readonly string? Root = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("HUITOU_TEST_DATA") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!System.IO.File.Exists(Path.Combine(folder.FullName, "Huitou.slnx"))) continue;
            var data = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data"));
            return Directory.Exists(data) ? data : null;
        }
        return null;
    }
}
