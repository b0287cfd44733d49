using System.Buffers;

namespace Huitou.Connect;

/// <summary>Cells as CSV files hold them (RFC 4180), harmless when a spreadsheet opens them.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");
    private static readonly SearchValues<char> Formulas = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Text from outside: what a spreadsheet would run as a formula begins with an apostrophe instead.</summary>
    public static string Safe(string text) => text.Length > 0 && Formulas.Contains(text[0]) && !IsNumber(text) ? "'" + text : text;

    /// <summary>Text of ours that is to be read again as it is: reading takes one apostrophe off, and one ="" around it.</summary>
    public static string Kept(string text)
    {
        if (text.StartsWith('\'')) return "'" + text;
        return text.Length >= 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') ? $"'=\"{text}\"" : text;
    }

    /// <summary>One row with its line end.</summary>
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    /// <summary>A cell as a row holds it.</summary>
    public static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;

    /// <summary>−1 runs nothing, and must stay a number.</summary>
    private static bool IsNumber(string text) => text.Length > 1 && text[0] is '-' or '+' && !text.AsSpan(1).ContainsAnyExcept(Digits);
}
