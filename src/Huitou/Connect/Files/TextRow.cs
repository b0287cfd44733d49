namespace Huitou.Connect.Files;

/// <summary>One row of a file as text, before anything is made of it.</summary>
/// <param name="Number">The line on which it starts, the first being 1.</param>
/// <param name="Cells">Its cells as they stand in the file. Valid until the next row is asked for.</param>
/// <param name="Fault">Why it cannot be taken as a row at all; null when it can.</param>
/// <param name="FaultCell">The index of the cell at fault; -1 when it is the row as a whole.</param>
internal readonly record struct TextRow(long Number, IReadOnlyList<string> Cells, RejectReason? Fault = null, int FaultCell = -1);

/// <summary>What spreadsheets and platforms put around a value so that Excel leaves it alone.</summary>
internal static class ExcelText
{
    /// <summary>
    /// ="123" and '123 and a leading tab are ways to keep a long number a text. Blanks around a value, full-width ones too, are
    /// never meant.
    /// </summary>
    internal static string Tidy(string cell)
    {
        if (cell.Length == 0) return cell;
        var first = cell[0];
        var last = cell[^1];
        if (first > ' ' && first is not ('=' or '\'' or '\u3000' or '\u00A0' or '\uFEFF') && last > ' ' && last is not ('\u3000' or '\u00A0'))
            return cell;
        var text = cell.AsSpan().Trim().Trim('\uFEFF');
        // The apostrophe may stand before the formula: reject files put it there.
        if (text.Length >= 2 && text[0] == '\'') text = text[1..].Trim();
        if (text.Length >= 3 && text[0] == '=' && text[1] == '"' && text[^1] == '"') text = text[2..^1].Trim();
        return text.Length == cell.Length ? cell : text.ToString();
    }
}
