using System.Text;

namespace Huitou.Connect.Staging;

/// <summary>
/// Writes rows value by value, small ones short. Within a run a text or an instant is held against the same place of the row
/// before: what belongs to an order is written once, not on each line. <see cref="RowReader"/> is its mirror.
/// </summary>
internal sealed class RowWriter(RepeatedTexts repeated)
{
    internal const int NoText = 0;
    internal const int SameText = 1;
    internal const int FirstText = 2;

    /// <summary>The most texts that a row has one after the other with a memory of the row before.</summary>
    internal const int Places = 32;

    private const int LongestVarint = 10;
    private readonly string?[] _before = new string?[Places];
    private byte[] _bytes = new byte[1 << 18];
    private int _place;
    private long _instant;

    /// <summary>Written since the last <see cref="Clear"/>.</summary>
    internal Span<byte> Written => _bytes.AsSpan(0, Length);

    internal int Length { get; private set; }

    internal void Clear() => Length = 0;

    internal void StartRun()
    {
        Array.Clear(_before);
        _instant = 0;
    }

    internal void StartRow() => _place = 0;

    internal void Count(ulong value)
    {
        Ensure(LongestVarint);
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        _bytes[Length++] = (byte)value;
    }

    internal void Number(long value) => Count((ulong)((value << 1) ^ (value >> 63)));

    internal void Number(long? value)
    {
        if (IsThere(value is not null)) Number(value!.Value);
    }

    internal void Flag(bool value) => Count(value ? 1u : 0u);

    internal void Flag(bool? value) => Count(value is null ? 0u : value.Value ? 2u : 1u);

    /// <summary>To the tick; as UTC.</summary>
    internal void Instant(DateTimeOffset value)
    {
        Number(value.UtcTicks - _instant);
        _instant = value.UtcTicks;
    }

    internal void Instant(DateTimeOffset? value)
    {
        if (IsThere(value is not null)) Instant(value!.Value);
    }

    /// <summary>A text of its own, such as a name of somebody.</summary>
    internal void Text(string? value) => Text(value, repeats: false);

    /// <summary>A text that many rows share.</summary>
    internal void Repeated(string? value) => Text(value, repeats: true);

    /// <summary>Texts that many rows share, in a list.</summary>
    internal void Repeated(IReadOnlyList<string> values)
    {
        Count((ulong)values.Count);
        foreach (var value in values) Known(value, repeats: true);
    }

    private void Text(string? value, bool repeats)
    {
        ref var before = ref _before[_place++];
        if (value == before) Count(SameText);
        else if (value is null) Count(NoText);
        else Known(value, repeats);
        before = value;
    }

    /// <summary>Odd codes are numbers of repeated texts, even ones lengths.</summary>
    private void Known(string value, bool repeats)
    {
        if (repeats && repeated.NumberOf(value) is >= 0 and var number)
        {
            Count(FirstText + ((ulong)number << 1) + 1);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        Count(FirstText + ((ulong)length << 1));
        Ensure(length);
        Length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
    }

    private bool IsThere(bool value)
    {
        Flag(value);
        return value;
    }

    private void Ensure(int more)
    {
        if (Length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}
