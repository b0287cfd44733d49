namespace Huitou.Flows.Exports;

/// <summary>What a column holds.</summary>
public enum ExportValue
{
    /// <summary>Text; ids and order numbers too, which no spreadsheet may round.</summary>
    Text,
    Number,

    /// <summary>In units of the currency.</summary>
    Money,

    /// <summary>With its offset from UTC.</summary>
    Time,
    Day,
}

/// <summary>One cell of a table on its way out: its text, and whether a workbook holds it as a number.</summary>
internal readonly record struct Cell(string Text, bool IsNumber)
{
    internal static readonly Cell Empty = new("", false);

    internal static Cell Of(string text) => new(text, false);

    internal static Cell Number(string text) => new(text, true);
}
