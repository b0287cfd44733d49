using Huitou.Connect.Files;

namespace Huitou.Connect.Presets;

/// <summary>The cells of the row at hand by field, and what is wrong with it.</summary>
internal sealed class RowCells
{
    private readonly IReadOnlyList<string> _headers;
    private readonly int[] _columns = new int[Enum.GetValues<Field>().Length];
    private TextRow _row;
    private readonly Field[] _orderLevel;
    private int _faultColumn;

    /// <summary>What the rows of the order at hand said so far; null until a layout asks for it.</summary>
    private string[]? _carried;
    private bool _carries;
    private (string Header, int Column) _beside = ("", -1);

    /// <summary>What belongs to an order, not to a line of it.</summary>
    private static readonly Field[] OrderLevel =
    [
        Field.PaidAt, Field.CreatedAt, Field.ModifiedAt, Field.Buyer, Field.Phone, Field.Email, Field.Account,
        Field.Card, Field.UnionId, Field.OpenId, Field.Omid, Field.PlatformNickname, Field.Platform, Field.BuyerName, Field.Region, Field.City, Field.District,
        Field.Channel, Field.OrderAmount, Field.AlsoPaid, Field.DueAmount, Field.RefundedAt, Field.CancelledAt, Field.Status, Field.IsTest, Field.Currency,
        .. Fields.OfReceiver,
    ];

    internal RowCells(IReadOnlyList<string> headers, IReadOnlyDictionary<string, string> columns)
    {
        _headers = headers;
        Array.Fill(_columns, -1);
        foreach (var (key, header) in columns)
            if (Fields.TryParse(key, out var field)) _columns[(int)field] = IndexOf(headers, header);
        _orderLevel = [.. OrderLevel.Where(IsMapped)];
    }

    internal RejectReason? Fault { get; private set; }

    /// <summary>Begins a row. Cells beyond the header are at fault only where they hold something: many exports end rows with a delimiter.</summary>
    internal void Start(in TextRow row)
    {
        _row = row;
        _carries = false;
        Fault = row.Fault;
        _faultColumn = row.FaultCell;
        for (var i = _headers.Count; i < row.Cells.Count && Fault is null; i++)
            if (!string.IsNullOrWhiteSpace(row.Cells[i])) Fault = RejectReason.WrongFieldCount;
    }

    internal bool IsMapped(Field field) => _columns[(int)field] >= 0;

    /// <summary>The name of the field's column; empty where it has none.</summary>
    internal string Header(Field field) => IsMapped(field) ? _headers[_columns[(int)field]] : "";

    /// <summary>What the row says for the field; empty where it says nothing, which exports also write as a dash or "null".</summary>
    internal string Text(Field field)
    {
        var cell = Cell(_columns[(int)field]);
        return cell.Length == 0 && _carries ? _carried![(int)field] : cell;
    }

    /// <summary>The cell under a header that is no field.</summary>
    internal string Beside(string header)
    {
        if (_beside.Header != header) _beside = (header, IndexOf(_headers, header));
        return Cell(_beside.Column);
    }

    /// <summary>
    /// For layouts that write what belongs to an order on its first row only. Rows of an order stand together there, so what the row
    /// leaves empty is what the rows before it of the same order said.
    /// </summary>
    /// <param name="continues">The row before was of the same order.</param>
    internal void CarryDown(bool continues)
    {
        _carried ??= [.. Enumerable.Repeat("", _columns.Length)];
        _carries = continues;
        foreach (var field in _orderLevel)
        {
            var own = Cell(_columns[(int)field]);
            if (own.Length > 0 || !continues) _carried[(int)field] = own;
        }
    }

    private string Cell(int column)
    {
        if (column < 0 || column >= _row.Cells.Count) return "";
        var cell = ExcelText.Tidy(_row.Cells[column]);
        if (cell.Length is 0 or > 7) return cell;
        return (cell.Length <= 4 && SaysNothing(cell)) || (cell[0] == '#' && IsSpreadsheetFault(cell)) ? "" : cell;
    }

    /// <summary>Text for display, cut to what is kept of it: a long title is no reason to lose a sale.</summary>
    internal string Cut(Field field, int most) => Cut(Text(field), most);

    internal static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>
    /// Keys are never cut, and never taken where a spreadsheet made 1.23457E+18 of them: two of them could become one.
    /// </summary>
    internal bool IsKey(Field field, int most)
    {
        var text = Text(field);
        if (text.Length > most) return Bad(RejectReason.ValueTooLong, field);
        return !NumberText.LostDigits(text) || Bad(RejectReason.LostDigits, field);
    }

    /// <summary>Notes the fault; always false, so that it can end a chain of checks.</summary>
    internal bool Bad(RejectReason reason, Field field)
    {
        Fault = reason;
        _faultColumn = _columns[(int)field];
        return false;
    }

    /// <param name="isOrders">The row is part of an order, which is not taken by halves.</param>
    internal RowReject Reject(bool isOrders)
    {
        var header = _faultColumn >= 0 && _faultColumn < _headers.Count ? _headers[_faultColumn] : "";
        var value = _faultColumn >= 0 && _faultColumn < _row.Cells.Count ? _row.Cells[_faultColumn] : "";
        return new RowReject(_row.Number, Fault!.Value, header, value.Length > 200 ? value[..200] : value)
        {
            Cells = [.. _row.Cells], Key = isOrders && _row.Fault is null ? Text(Field.OrderNo) : "",
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

    /// <summary>What a spreadsheet shows where a formula found nothing.</summary>
    private static bool IsSpreadsheetFault(string cell) => cell is "#N/A" or "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NUM!" or "#NULL!";
}
