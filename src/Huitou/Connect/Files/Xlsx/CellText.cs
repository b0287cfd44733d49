using System.Globalization;
using System.Text;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>The text of a cell or a shared text, which may be cut into runs of different looks.</summary>
internal static class CellText
{
    /// <summary>One more than a cell may have, so that a longer one is known to be longer.</summary>
    internal const int Kept = CsvCells.MostCellBytes + 1;

    /// <summary>Reads up to the end of the element at hand: what stands in its t elements, without the readings of Chinese characters (rPh).</summary>
    internal static void Read(PartReader xml, StringBuilder text, long row)
    {
        for (int depth = 1, readings = 0, inText = 0; depth > 0 && xml.Read(row);)
        {
            if (xml.IsElement && !xml.IsEmpty)
            {
                depth++;
                if (xml.Name == "rPh") readings++;
                if (xml.Name == "t") inText++;
            }
            else if (xml.IsEnd)
            {
                depth--;
                if (xml.Name == "rPh") readings--;
                if (xml.Name == "t") inText--;
            }
            else if (xml.IsText && inText > 0 && readings == 0) xml.AddText(text, Kept);
        }
    }

    /// <summary>Characters that XML cannot hold are written as _xHHHH_.</summary>
    internal static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var escape = text.AsSpan(i);
            if (escape is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sign))
            {
                plain.Append((char)sign);
                i += 6;
            }
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }
}
