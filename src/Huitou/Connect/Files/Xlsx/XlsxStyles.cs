namespace Huitou.Connect.Files.Xlsx;

/// <summary>Which of a workbook's cell styles show a number as a date or time.</summary>
internal sealed class XlsxStyles
{
    /// <summary>Excel's own limit on cell formats.</summary>
    private const int MostStyles = 65_536;

    private readonly List<bool> _areDates = [];

    internal bool IsDate(int style) => style >= 0 && style < _areDates.Count && _areDates[style];

    internal static XlsxStyles Of(XlsxPackage package)
    {
        var styles = new XlsxStyles();
        using var xml = package.OpenRelated("styles");
        var dates = new HashSet<int>();
        var inCells = false;
        while (xml is not null && xml.Read())
        {
            if (xml.Name == "cellXfs") inCells = xml.IsElement && !xml.IsEmpty;
            if (!xml.IsElement) continue;
            if (xml.Name == "numFmt" && dates.Count < MostStyles && ShowsTime(xml.Attribute("formatCode") ?? "")) dates.Add(xml.Number("numFmtId"));
            if (xml.Name == "xf" && inCells && styles._areDates.Count < MostStyles)
                styles._areDates.Add(xml.Number("numFmtId") is var format && (IsBuiltInDate(format) || dates.Contains(format)));
        }
        return styles;
    }

    /// <summary>ECMA-376 part 1, 18.8.30: the formats without a code of their own, those of Chinese, Japanese and Korean Excel included.</summary>
    private static bool IsBuiltInDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A day, month, year, hour or second stands in it outside quotes, brackets and escapes.</summary>
    internal static bool ShowsTime(string code)
    {
        var (quoted, inBrackets) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var sign = code[i];
            if (sign == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (sign is '\\' or '_' or '*') i++;
            else if (sign == '[') inBrackets = true;
            else if (sign == ']') inBrackets = false;
            else if (inBrackets) continue;
            else if (sign is 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S') return true;
            else if (sign == ';') return false;
        }
        return code.Contains("[h]", StringComparison.OrdinalIgnoreCase) || code.Contains("[mm]", StringComparison.OrdinalIgnoreCase);
    }
}
