using System.Text;

namespace Huitou.Connect.Staging;

/// <summary>Reads what <see cref="RowWriter"/> wrote, a run at a time. Texts that repeat come as one object.</summary>
internal sealed class RowReader(RepeatedTexts repeated)
{
    private readonly string?[] _before = new string?[RowWriter.Places];
    private byte[] _bytes = [];
    private int _at;
    private int _end;
    private int _place;
    private long _instant;

    internal void StartRun(ArraySegment<byte> run)
    {
        (_bytes, _at, _end) = (run.Array!, run.Offset, run.Offset + run.Count);
        Array.Clear(_before);
        _instant = 0;
    }

    internal bool IsAtEnd => _at == _end;

    internal void StartRow() => _place = 0;

    internal ulong Count()
    {
        ulong value = _bytes[_at++];
        if (value < 0x80) return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            ulong next = _bytes[_at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }

    internal long Number()
    {
        var value = Count();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    internal long? NumberOrNull() => Flag() ? Number() : null;

    internal bool Flag() => Count() != 0;

    internal bool? FlagOrNull() => Count() switch { 0 => null, 1 => false, _ => true };

    internal DateTimeOffset Instant() => new(_instant += Number(), TimeSpan.Zero);

    internal DateTimeOffset? InstantOrNull() => Flag() ? Instant() : null;

    internal string Text() => TextOrNull()!;

    internal string? TextOrNull()
    {
        ref var before = ref _before[_place++];
        var code = (int)Count();
        if (code == RowWriter.SameText) return before;
        return before = code == RowWriter.NoText ? null : Known(code);
    }

    internal IReadOnlyList<string> Texts()
    {
        var count = (int)Count();
        if (count == 0) return [];
        var texts = new string[count];
        for (var i = 0; i < count; i++) texts[i] = Known((int)Count());
        return texts;
    }

    private string Known(int code)
    {
        code -= RowWriter.FirstText;
        if ((code & 1) != 0) return repeated[code >> 1];
        var length = code >> 1;
        if (length == 0) return "";
        var text = Encoding.UTF8.GetString(_bytes, _at, length);
        _at += length;
        return text;
    }
}
