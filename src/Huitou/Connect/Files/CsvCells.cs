using System.Collections;
using System.Text;

namespace Huitou.Connect.Files;

/// <summary>The cells of the record at hand: places in the buffer that become strings only when they are asked for.</summary>
internal sealed class CsvCells(CsvBuffer buffer) : IReadOnlyList<string>
{
    /// <summary>Six hundred columns above the widest export known (61) and still a row that a page can show.</summary>
    internal const int MostColumns = 1_000;

    /// <summary>Twice what Excel allows in a cell (32,767 signs), in bytes.</summary>
    internal const int MostCellBytes = 64 << 10;

    /// <summary>How much of a cell beyond that is kept, for the reject file.</summary>
    private const int KeptOfLong = 200;

    private readonly record struct Slice(int From, int To, bool HasEscapes);

    private readonly TextPool _pool = new();
    private Slice[] _slices = new Slice[64];
    private string?[] _texts = new string?[64];

    public int Count { get; private set; }

    /// <summary>A cell beyond <see cref="MostColumns"/> holds something.</summary>
    internal bool TooMany { get; private set; }

    public string this[int index] => _texts[index] ??= Text(index);

    internal void Clear()
    {
        _texts.AsSpan(0, Count).Clear();
        Count = 0;
        TooMany = false;
    }

    internal void Add(int from, int to, bool hasEscapes = false)
    {
        if (Count == MostColumns)
        {
            TooMany |= from < to;
            return;
        }
        if (Count == _slices.Length)
        {
            Array.Resize(ref _slices, Count * 2);
            Array.Resize(ref _texts, Count * 2);
        }
        _slices[Count++] = new Slice(from, to, hasEscapes);
    }

    /// <summary>What is kept of a cell that is too long.</summary>
    internal static string Beginning(string text) => text[..(char.IsHighSurrogate(text[KeptOfLong - 1]) ? KeptOfLong - 1 : KeptOfLong)];

    internal ReadOnlySpan<byte> Raw(int index) => buffer.Bytes.AsSpan(_slices[index].From.._slices[index].To);

    /// <summary>The first cell that is longer than allowed; -1 when none is.</summary>
    internal int FirstLong()
    {
        for (var i = 0; i < Count; i++)
            if (_slices[i].To - _slices[i].From > MostCellBytes) return i;
        return -1;
    }

    internal bool AreBlank()
    {
        for (var i = 0; i < Count; i++)
        {
            var raw = Raw(i);
            if (raw.IsEmpty) continue;
            if (raw[0] is > (byte)' ' and < 0x7F || !string.IsNullOrWhiteSpace(this[i])) return false;
        }
        return true;
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Text(int index)
    {
        var raw = Raw(index);
        if (raw.Length > MostCellBytes) return Encoding.UTF8.GetString(raw[..KeptOfLong]).TrimEnd('\uFFFD');
        return _slices[index].HasEscapes ? Encoding.UTF8.GetString(raw).Replace("\"\"", "\"", StringComparison.Ordinal) : _pool.Of(raw);
    }
}
