using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Huitou.Connect.Files;

/// <summary>
/// The rows of a delimited text file. A quote that is never closed costs the line it stands on and no other: what it swallowed
/// is read again, line by line.
/// </summary>
/// <param name="open">Opens the file as UTF-8 from its beginning.</param>
/// <param name="delimiter">What stands between cells.</param>
/// <param name="transcoded">The file was in another encoding, so that broken characters have become U+FFFD.</param>
internal sealed class CsvRows(Func<Stream> open, char delimiter, bool transcoded)
{
    internal const int MostColumns = 1_000;
    internal const int MostCellBytes = 64 << 10;

    /// <summary>A record beyond this is an open quote, not a record.</summary>
    private const int MostRecordBytes = 1 << 20;

    private const int MostRestarts = 1_000;

    /// <summary>How far reading has come: bytes of UTF-8 and lines before.</summary>
    private sealed record Place(long Bytes, long Lines);

    internal IEnumerable<TextRow> Read()
    {
        Place? at = new(0, 0);
        for (var restarts = 0; at is not null; restarts++)
        {
            if (restarts > MostRestarts)
                throw UnreadableFileException.Damaged("The file has more than 1,000 quotes that are never closed. Check its delimiter and quotes.");
            var stream = open();
            Skip(stream, at.Bytes);
            Place? next = null;
            foreach (var row in Read(stream, at, place => next = place)) yield return row;
            at = next;
        }
    }

    private IEnumerable<TextRow> Read(Stream stream, Place start, Action<Place?> resumeAt)
    {
        var broken = new Queue<CsvMalformedRecord>();
        using var reader = CsvReader.Create(stream, Options(broken, lineBreaks: true));
        var cells = new List<string>();
        CsvFormatException? swallowed;
        while (Next(reader, out swallowed))
        {
            if (broken.TryDequeue(out var record) && record.Reason != CsvMalformedReason.StrayQuote)
                foreach (var row in Mend(record, start.Lines)) yield return row;
            else
                yield return Row(reader, cells, start.Lines);
        }
        if (swallowed is null) yield break;
        var line = start.Lines + swallowed.LineNumber;
        yield return Broken(line);
        resumeAt(AfterLine(start.Bytes + swallowed.ByteOffset, line));
    }

    private CsvReaderOptions Options(Queue<CsvMalformedRecord> broken, bool lineBreaks) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        PoolStrings = true,
        IncludeValuesInExceptions = false,
        AllowLineBreaksInQuotes = lineBreaks,
        MaxRecordSize = MostRecordBytes,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = broken.Enqueue,
    };

    private static bool Next(CsvReader reader, out CsvFormatException? swallowed)
    {
        swallowed = null;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException tooLong)
        {
            swallowed = tooLong;
            return false;
        }
    }

    /// <summary>The lines of a record whose quotes do not add up: the first is at fault, the others are rows of their own.</summary>
    private IEnumerable<TextRow> Mend(CsvMalformedRecord record, long linesBefore)
    {
        var line = linesBefore + record.LineNumber;
        yield return Broken(line);
        var end = record.RawRecord.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0) yield break;

        var broken = new Queue<CsvMalformedRecord>();
        using var reader = CsvReader.FromText(record.RawRecord[(end + 1)..], Options(broken, lineBreaks: false));
        var cells = new List<string>();
        while (reader.Read())
        {
            if (broken.TryDequeue(out var again) && again.Reason != CsvMalformedReason.StrayQuote) yield return Broken(line + reader.LineNumber);
            else yield return Row(reader, cells, line);
        }
    }

    private TextRow Row(CsvReader reader, List<string> cells, long linesBefore)
    {
        var number = linesBefore + reader.LineNumber;
        cells.Clear();
        var fault = Fault(reader, out var at);
        for (var i = 0; i < Math.Min(reader.FieldCount, MostColumns); i++)
        {
            var cell = at == i && fault == RejectReason.ValueTooLong ? Encoding.UTF8.GetString(reader.GetSpan(i)[..200]) : reader.GetString(i);
            cells.Add(cell);
        }
        return new TextRow(number, cells, fault, at);
    }

    private RejectReason? Fault(CsvReader reader, out int at)
    {
        at = -1;
        if (reader.FieldCount > MostColumns) return RejectReason.WrongFieldCount;
        var raw = reader.RawRecord;
        if (HasBadCharacter(raw))
        {
            for (at = 0; at < reader.FieldCount - 1 && !HasBadCharacter(reader.GetSpan(at)); at++) { }
            return RejectReason.BadCharacter;
        }
        if (raw.Length <= MostCellBytes) return null;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetSpan(i).Length <= MostCellBytes) continue;
            at = i;
            return RejectReason.ValueTooLong;
        }
        return null;
    }

    /// <summary>Bytes that are no character, or a NUL, which no database keeps.</summary>
    private bool HasBadCharacter(ReadOnlySpan<byte> bytes) =>
        bytes.Contains((byte)0) || (transcoded ? bytes.IndexOf("\uFFFD"u8) >= 0 : !Utf8.IsValid(bytes));

    private static TextRow Broken(long line) => new(line, [], RejectReason.BrokenQuote);

    /// <summary>The place after the line that begins at <paramref name="bytes"/>; null where that is the last one.</summary>
    private Place? AfterLine(long bytes, long line)
    {
        using var stream = open();
        Skip(stream, bytes);
        var buffer = new byte[64 << 10];
        for (var at = bytes; ;)
        {
            var read = stream.Read(buffer);
            if (read == 0) return null;
            var end = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (end >= 0) return new Place(at + end + 1, line);
            at += read;
        }
    }

    private static void Skip(Stream stream, long bytes)
    {
        var buffer = new byte[64 << 10];
        while (bytes > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
            if (read == 0) return;
            bytes -= read;
        }
    }
}
