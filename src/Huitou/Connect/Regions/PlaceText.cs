using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Huitou.Connect.Regions;

/// <summary>How texts of places are compared: 廣東 with 广东, "Côte d’Ivoire" with "COTE D'IVOIRE".</summary>
internal static class PlaceText
{
    private static readonly FrozenDictionary<char, char> Traditional = PlaceFile.Lines("traditional.txt")
        .SelectMany(line => line.Split(' ')).Where(pair => pair.Length == 2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Words that forms leave where no place is told; 市辖区 and its like stand for a level that has no name.</summary>
    private static readonly FrozenSet<string> Nothing = new[]
    {
        "未知", "不详", "保密", "其他", "其它", "其他区", "其它区", "无", "unknown", "unspecified", "not specified", "other", "市辖区", "县", "省直辖县", "直辖县级",
        "省直辖县级行政区划", "省直辖县级行政单位", "省直辖行政单位", "自治区直辖县级行政区划", "自治区直辖县级行政单位", "直辖县级行政单位",
    }.Select(word => Folded(word)).ToFrozenSet();

    internal static string Told(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || Nothing.Contains(Folded(trimmed)) ? "" : trimmed;
    }

    /// <summary>What of a name counts: letters and digits, in lower case, without accents, in simplified characters.</summary>
    internal static string Folded(string name) => Fold(name, parts: false);

    /// <summary>The same with a blank wherever something stands between words or steps.</summary>
    internal static string Steps(string text) => Fold(text, parts: true);

    private static string Fold(string text, bool parts)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(sign)) folded.Append(Traditional.TryGetValue(sign, out var simple) ? simple : char.ToLowerInvariant(sign));
            else if (sign == '&') folded.Append("and");
            else if (parts && folded.Length > 0 && folded[^1] != ' ' && !IsAccent(sign)) folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    private static bool IsAccent(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}
