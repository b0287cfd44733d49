namespace Huitou.Connect.Regions;

/// <summary>The tables of places that lie in this assembly.</summary>
internal static class PlaceFile
{
    /// <summary>The lines of a table without its remarks.</summary>
    internal static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(PlaceFile).Assembly.GetManifestResourceStream($"{typeof(PlaceFile).Namespace}.{name}")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
