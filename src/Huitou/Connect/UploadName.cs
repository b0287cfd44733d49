using System.Buffers;
using System.Globalization;
using System.Text;

namespace Huitou.Connect;

/// <summary>
/// What is kept of a file's name. It is only ever shown, and offered again with a download; the file itself lies under an id. So it
/// has no folders, nothing that turns or breaks a line, and is no device's name.
/// </summary>
internal static class UploadName
{
    /// <summary>What file systems take.</summary>
    private const int MostLength = 255;

    /// <summary>Signs that turn the direction of writing, so that "exe.csv" may be read where ".exe" stands.</summary>
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    private static readonly SearchValues<string> Devices = SearchValues.Create(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(i => (string[])[$"COM{i}", $"LPT{i}"])], StringComparison.OrdinalIgnoreCase);

    internal static string Of(string fileName)
    {
        var whole = new StringBuilder();
        foreach (var rune in fileName.EnumerateRunes())
            if (!Breaks(rune)) whole.Append(rune);
        // A lone half of a character has become U+FFFD above; without that, this would throw.
        var name = whole.ToString().Normalize(NormalizationForm.FormC);
        name = Tidy(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]);
        if (name.Length > MostLength) name = Tidy(name[(name.Length - MostLength + (char.IsLowSurrogate(name[^MostLength]) ? 1 : 0))..]);
        if (name.Length == 0) return "upload";
        if (!Devices.Contains(name.Split('.')[0].TrimEnd())) return name;
        return "_" + (name.Length < MostLength ? name : name[1..]);
    }

    /// <summary>Without drive letters, and without the blanks and points at its end that Windows drops, so that two names would be one.</summary>
    private static string Tidy(string name)
    {
        name = name.TrimStart();
        while (name is [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ':', ..]) name = name[2..].TrimStart();
        while (name.Length > 0 && (name[^1] == '.' || char.IsWhiteSpace(name[^1]))) name = name[..^1];
        return name;
    }

    private static bool Breaks(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsBmp && Turning.Contains((char)rune.Value)) || IsNoCharacter(rune.Value);

    /// <summary>Code points that will never be a character, which normalization refuses.</summary>
    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;
}
