namespace Huitou.Connect.Files;

/// <summary>
/// Goes through a delimited text record by record. What is wrong with a record costs the line it begins on and no other: lines
/// that an open quote swallowed are read again as lines of their own.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private enum Found
    {
        Record,
        More,
        BrokenQuote,
    }

    private readonly CsvBuffer _buffer;
    private readonly CsvCells _cells;
    private readonly byte _delimiter;
    private CsvMarks _marks;
    private long _line = 1;

    /// <summary>Of the record at hand: where the next one begins, and how many lines it takes.</summary>
    private int _next;
    private int _lines;

    internal CsvRecords(Stream stream, char delimiter, bool transcoded)
    {
        _buffer = new CsvBuffer(stream, transcoded);
        _cells = new CsvCells(_buffer);
        _delimiter = (byte)delimiter;
        _marks = new CsvMarks(_delimiter);
        _buffer.Fill();
        if (_buffer.Bytes.AsSpan(0, _buffer.End).StartsWith("\uFEFF"u8)) _buffer.Start = 3;
    }

    internal TextRow Row { get; private set; }

    /// <summary>Takes the next record that is not wholly blank; false when there is none.</summary>
    internal bool Next()
    {
        while (_buffer.Start < _buffer.End || !_buffer.AtEnd)
        {
            switch (Scan())
            {
                case Found.More:
                    if (!_buffer.Fill()) return TakeOverlong();
                    break;
                case Found.BrokenQuote:
                    return TakeBroken();
                default:
                    if (Take()) return true;
                    break;
            }
        }
        return false;
    }

    public void Dispose() => _buffer.Dispose();

    private Found Scan()
    {
        var (bytes, end, at) = (_buffer.Bytes, _buffer.End, _buffer.Start);
        _cells.Clear();
        _lines = 1;
        _marks.MoveTo(_buffer, at);
        for (; ; )
        {
            int mark;
            if (at < end && bytes[at] == '"')
            {
                var found = Quoted(at, out mark);
                if (found != Found.Record) return found;
            }
            else
            {
                mark = _marks.Next();
                if (mark == end && !_buffer.AtEnd) return Found.More;
                _cells.Add(at, mark);
            }
            if (mark == end || bytes[mark] != _delimiter)
            {
                if (mark + 1 == end && bytes[mark] == '\r' && !_buffer.AtEnd) return Found.More;
                _next = mark == end ? end : _buffer.AfterBreak(mark);
                return Found.Record;
            }
            at = mark + 1;
        }
    }

    /// <summary>A cell in quotes, behind which only blanks may stand before the delimiter.</summary>
    private Found Quoted(int at, out int mark)
    {
        var bytes = _buffer.Bytes.AsSpan(0, _buffer.End);
        var (from, hasEscapes) = (at + 1, false);
        for (; ; )
        {
            var close = bytes[from..].IndexOf((byte)'"');
            mark = from + close + 1;
            if (close < 0 || (mark == bytes.Length && !_buffer.AtEnd)) return _buffer.AtEnd ? Found.BrokenQuote : Found.More;
            if (mark == bytes.Length || bytes[mark] != '"') break;
            (from, hasEscapes) = (mark + 1, true);
        }
        var content = bytes[(at + 1)..(mark - 1)];
        while (mark < bytes.Length && bytes[mark] == ' ') mark++;
        if (mark == bytes.Length && !_buffer.AtEnd) return Found.More;
        if (mark < bytes.Length && bytes[mark] != _delimiter && bytes[mark] is not ((byte)'\r' or (byte)'\n')) return Found.BrokenQuote;
        _cells.Add(at + 1, at + 1 + content.Length, hasEscapes);
        _lines += LineBreaks(content);
        _marks.MoveTo(_buffer, mark + 1);
        return Found.Record;
    }

    private bool Take()
    {
        var record = _buffer.Bytes.AsSpan(_buffer.Start.._next);
        var (line, blank) = (_line, _cells.AreBlank());
        _line += _lines;
        var fault = Fault(record, out var cell);
        Row = new TextRow(line, _cells, fault, cell);
        _buffer.Start = _next;
        return !blank || fault is not null;
    }

    private RejectReason? Fault(ReadOnlySpan<byte> record, out int cell)
    {
        cell = -1;
        if (_cells.TooMany) return RejectReason.WrongFieldCount;
        if (!_buffer.IsClean && _buffer.IsBroken(record))
        {
            for (cell = 0; cell < _cells.Count - 1 && !_buffer.IsBroken(_cells.Raw(cell)); cell++) { }
            return RejectReason.BadCharacter;
        }
        if (record.Length <= CsvCells.MostCellBytes) return null;
        cell = _cells.FirstLong();
        return cell >= 0 ? RejectReason.ValueTooLong : null;
    }

    /// <summary>The line on which a quote goes wrong, its quotes taken as they stand, so that it can be mended in the reject file.</summary>
    private bool TakeBroken()
    {
        int end;
        while ((end = FirstLineEnd()) < 0)
            if (!_buffer.Fill()) return TakeOverlong();
        var cell = _cells.Count;
        SplitPlainly(end);
        Row = new TextRow(_line++, _cells, RejectReason.BrokenQuote, cell < _cells.Count ? cell : -1);
        _buffer.Start = end == _buffer.End ? end : _buffer.AfterBreak(end);
        return true;
    }

    /// <summary>A record larger than any: an open quote, where it goes over lines; else a line without end, of which the beginning is shown.</summary>
    private bool TakeOverlong()
    {
        if (FirstLineEnd() >= 0) return TakeBroken();
        SplitPlainly(_buffer.End);
        var cell = _cells.FirstLong();
        var fault = cell < 0 && _cells.TooMany ? RejectReason.WrongFieldCount : RejectReason.ValueTooLong;
        // The row is read before the buffer moves on.
        Row = new TextRow(_line++, _cells.ToArray(), fault, cell);
        _buffer.SkipLine();
        return true;
    }

    /// <summary>Where the first line of the record ends; -1 when that is not in the buffer yet.</summary>
    private int FirstLineEnd()
    {
        var found = _buffer.Bytes.AsSpan(_buffer.Start.._buffer.End).IndexOfAny((byte)'\r', (byte)'\n');
        if (found < 0) return _buffer.AtEnd ? _buffer.End : -1;
        return _buffer.Start + found + 1 < _buffer.End || _buffer.AtEnd || _buffer.Bytes[_buffer.Start + found] == '\n' ? _buffer.Start + found : -1;
    }

    private void SplitPlainly(int end)
    {
        _cells.Clear();
        _marks.MoveTo(_buffer, _buffer.Start);
        for (var at = _buffer.Start; ;)
        {
            var mark = Math.Min(_marks.Next(), end);
            _cells.Add(at, mark);
            if (mark == end) return;
            at = mark + 1;
        }
    }

    /// <summary>Line breaks inside a cell: a carriage return with a line feed is one.</summary>
    private static int LineBreaks(ReadOnlySpan<byte> content)
    {
        if (content.IndexOfAny((byte)'\r', (byte)'\n') < 0) return 0;
        return content.Count((byte)'\n') + content.Count((byte)'\r') - content.Count("\r\n"u8);
    }
}
