using Huitou.Connect.Files;

namespace Huitou.Connect.Presets;

/// <summary>The cells of the row at hand by field, and what is wrong with it.</summary>
internal sealed class RowCells
{
    private readonly IReadOnlyList<string> _headers;
    private readonly int[] _columns = new int[Enum.GetValues<Field>().Length];
    private TextRow _row;
    private int _faultColumn;

    internal RowCells(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string> columns)
    {
        _headers = headers;
        Array.Fill(_columns, -1);
        foreach (var (key, header) in columns)
            if (Fields.TryParse(key, out var field)) _columns[(int)field] = IndexOf(headers, header);
    }

    internal RejectReason? Fault { get; private set; }

    /// <summary>Begins a row. Cells beyond the header are at fault only where they hold something: many exports end rows with a delimiter.</summary>
    internal void Start(in TextRow row)
    {
        _row = row;
        Fault = row.Fault;
        _faultColumn = row.FaultCell;
        for (var i = _headers.Count; i < row.Cells.Count && Fault is null; i++)
            if (!string.IsNullOrWhiteSpace(row.Cells[i])) Fault = RejectReason.WrongFieldCount;
    }

    internal bool IsMapped(Field field) => _columns[(int)field] >= 0;

    /// <summary>What the row says for the field; empty where it says nothing, which exports also write as a dash or "null".</summary>
    internal string Text(Field field)
    {
        var column = _columns[(int)field];
        if (column < 0 || column >= _row.Cells.Count) return "";
        var cell = ExcelText.Tidy(_row.Cells[column]);
        return cell.Length is > 0 and <= 4 && SaysNothing(cell) ? "" : cell;
    }

    /// <summary>Text for display, cut to what is kept of it: a long title is no reason to lose a sale.</summary>
    internal string Cut(Field field, int most)
    {
        var text = Text(field);
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    /// <summary>Keys are never cut: two of them could become one.</summary>
    internal bool Within(Field field, int most) => Text(field).Length <= most || Bad(RejectReason.ValueTooLong, field);

    /// <summary>Notes the fault; always false, so that it can end a chain of checks.</summary>
    internal bool Bad(RejectReason reason, Field field)
    {
        Fault = reason;
        _faultColumn = _columns[(int)field];
        return false;
    }

    internal RowReject Reject()
    {
        var header = _faultColumn >= 0 && _faultColumn < _headers.Count ? _headers[_faultColumn] : "";
        var value = _faultColumn >= 0 && _faultColumn < _row.Cells.Count ? _row.Cells[_faultColumn] : "";
        return new RowReject(_row.Number, Fault!.Value, header, value.Length > 200 ? value[..200] : value)
        {
            Cells = [.. _row.Cells], Key = _row.Fault is null ? Text(Field.OrderNo) : "",
        };
    }

    internal static int IndexOf(IReadOnlyList<string> headers, string header)
    {
        for (var i = 0; i < headers.Count; i++)
            if (Preset.Same(headers[i], header.AsSpan().Trim().ToString())) return i;
        return -1;
    }

    private static bool SaysNothing(string cell) => cell is "-" or "--" or "—" or "\\N"
        || cell.Equals("null", StringComparison.OrdinalIgnoreCase) || cell.Equals("nan", StringComparison.OrdinalIgnoreCase)
        || cell.Equals("n/a", StringComparison.OrdinalIgnoreCase) || cell.Equals("none", StringComparison.OrdinalIgnoreCase);
}
