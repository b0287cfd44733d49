using System.Text;
using Huitou.Connect;

namespace Huitou.Cli;

/// <summary>How a verb writes its answer.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>The API's JSON as it is.</summary>
    Json,

    /// <summary>For spreadsheets: RFC 4180.</summary>
    Csv,
}

/// <summary>A column; numbers stand at the right.</summary>
internal readonly record struct Column(string Name, bool IsNumber = false);

/// <summary>Writes rows as an aligned table or as CSV.</summary>
internal static class Table
{
    private const string Gap = "  ";

    /// <summary>Writes <paramref name="rows"/>; each has a cell for each column.</summary>
    internal static void Print(
        TextWriter output, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows, OutputFormat format)
    {
        if (format == OutputFormat.Csv) PrintCsv(output, columns, rows);
        else PrintTable(output, columns, rows);
    }

    private static void PrintCsv(TextWriter output, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        output.Write(CsvText.Row(columns.Select(c => c.Name)));
        foreach (var row in rows) output.Write(CsvText.Row(row.Select((cell, i) => columns[i].IsNumber ? cell : CsvText.Safe(cell))));
    }

    private static void PrintTable(TextWriter output, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = columns.Select((c, i) => rows.Select(r => WidthOf(r[i])).Append(WidthOf(c.Name)).Max()).ToArray();
        output.WriteLine(Line(columns, widths, i => columns[i].Name));
        output.WriteLine(string.Join(Gap, widths.Select(w => new string('─', w))));
        foreach (var row in rows) output.WriteLine(Line(columns, widths, i => row[i]));
    }

    private static string Line(IReadOnlyList<Column> columns, int[] widths, Func<int, string> cell) =>
        string.Join(Gap, columns.Select((c, i) => Padded(cell(i), widths[i], c.IsNumber))).TrimEnd();

    private static string Padded(string text, int width, bool right)
    {
        var space = new string(' ', width - WidthOf(text));
        return right ? space + text : text + space;
    }

    /// <summary>Cells on a terminal: Chinese, Japanese and Korean characters take two.</summary>
    private static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune) ? 2 : 1);

    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);
}
