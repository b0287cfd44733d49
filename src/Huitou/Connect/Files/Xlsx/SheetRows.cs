using System.Globalization;
using System.Text;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>
/// Goes through a sheet row by row. It believes the cells and not what the sheet says of its size, and takes the value that a formula
/// had when the file was saved.
/// </summary>
internal sealed class SheetRows(PartReader xml, XlsxTexts texts, XlsxStyles styles, bool from1904)
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _text = new();
    private bool _begun;
    private bool _tooMany;
    private long _number;

    internal TextRow Row { get; private set; }

    /// <summary>Takes the next row that is not wholly blank; false at the end of the table.</summary>
    internal bool Next()
    {
        while (xml.Read(_number))
        {
            if (xml.Name == "sheetData")
            {
                if (xml.IsEnd || xml.IsEmpty) return false;
                _begun = true;
            }
            if (!_begun || !xml.IsElement || xml.Name != "row") continue;
            Begin();
            if (!xml.IsEmpty) ReadCells();
            var fault = Fault(out var cell);
            Row = new TextRow(_number, _cells, fault, cell);
            if (fault is not null || _cells.Exists(c => !string.IsNullOrWhiteSpace(c))) return true;
        }
        return _begun ? throw UnreadableFileException.Damaged($"The sheet ends in the middle, after row {_number}. Save the workbook again.") : false;
    }

    /// <summary>Numbers only go up, so that each names one row, whatever the file says.</summary>
    private void Begin()
    {
        _cells.Clear();
        _tooMany = false;
        _number = long.TryParse(xml.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > _number ? said : _number + 1;
    }

    private void ReadCells()
    {
        for (var column = 0; xml.Read(_number) && !(xml.IsEnd && xml.Name == "row");)
        {
            if (!xml.IsElement || xml.Name != "c") continue;
            column = ColumnOf(xml.Attribute("r")) is var said and >= 0 ? said : column;
            Set(column++, Value());
        }
    }

    /// <summary>Trailing columns that hold nothing count for nothing: sheets often go on for thousands of them.</summary>
    private void Set(int column, string value)
    {
        if (value.Length == 0) return;
        if (column >= CsvCells.MostColumns)
        {
            _tooMany = true;
            return;
        }
        while (_cells.Count <= column) _cells.Add("");
        _cells[column] = value;
    }

    /// <summary>The value of the cell at hand, read up to its end.</summary>
    private string Value()
    {
        var (type, style) = (xml.Attribute("t"), xml.Number("s"));
        if (xml.IsEmpty) return "";
        _text.Clear();
        for (var inValue = false; xml.Read(_number) && !(xml.IsEnd && xml.Name == "c");)
        {
            if (xml.IsElement && xml.Name == "is" && !xml.IsEmpty) CellText.Read(xml, _text, _number);
            else if (xml.Name == "v") inValue = xml.IsElement && !xml.IsEmpty;
            else if (inValue && xml.IsText) xml.AddText(_text, CellText.Kept);
        }
        var raw = _text.ToString();
        return type switch
        {
            "s" => Shared(raw),
            "str" or "inlineStr" => CellText.Unescape(raw),
            "b" => raw.Trim() is "1" or "true" ? "TRUE" : "FALSE",
            "e" or "d" => raw,
            _ => (styles.IsDate(style) ? NumberCell.Date(raw, from1904) : null) ?? NumberCell.Text(raw),
        };
    }

    private string Shared(string raw) =>
        (int.TryParse(raw, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) ? texts[index] : null)
        ?? throw UnreadableFileException.Damaged($"Row {_number} of the sheet speaks of a text that the workbook does not hold. Save it again as .xlsx, or as CSV.");

    private RejectReason? Fault(out int cell)
    {
        for (cell = 0; cell < _cells.Count; cell++)
        {
            if (_cells[cell].Length > CsvCells.MostCellBytes)
            {
                _cells[cell] = CsvCells.Beginning(_cells[cell]);
                return RejectReason.ValueTooLong;
            }
            if (IsBroken(_cells[cell])) return RejectReason.BadCharacter;
        }
        cell = -1;
        return _tooMany ? RejectReason.WrongFieldCount : null;
    }

    /// <summary>A NUL, a character that could not be read, or half of one.</summary>
    private static bool IsBroken(string text)
    {
        if (text.AsSpan().IndexOfAny('\0', '\uFFFD') >= 0) return true;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }

    /// <summary>The column of "BC17", the first being 0; -1 where it is said otherwise or not at all.</summary>
    private static int ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var sign in reference ?? "")
        {
            if (sign is < 'A' or > 'Z') return sign is >= '1' and <= '9' ? column - 1 : -1;
            column = (column * 26) + sign - 'A' + 1;
            if (column > 1 << 20) return 1 << 20;
        }
        return -1;
    }
}
