using System.Buffers.Binary;
using System.Text;

namespace Huitou.Connect.Files.Xlsx;

/// <summary>
/// The texts that a workbook keeps once for all its cells, as UTF-8 one behind the other: a third of what they would take as
/// strings, and a few large blocks instead of a million objects.
/// </summary>
internal sealed class XlsxTexts
{
    /// <summary>Five full text columns of Excel's million rows; beyond, a table is better sent as CSV.</summary>
    internal const int MostBytes = 192 << 20;

    private const int BlockBytes = 1 << 20;
    private const int Remembered = 4096;
    private const int LengthBytes = 4;

    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _places = [];
    private readonly (int Index, string? Text)[] _recent = new (int, string?)[Remembered];
    private int _used = BlockBytes;

    internal static XlsxTexts Of(XlsxPackage package)
    {
        var texts = new XlsxTexts();
        using var xml = package.OpenRelated("sharedStrings");
        var text = new StringBuilder();
        while (xml is not null && xml.Read())
        {
            if (!xml.IsElement || xml.Name != "si") continue;
            text.Clear();
            if (!xml.IsEmpty) CellText.Read(xml, text, 0);
            texts.Add(CellText.Unescape(text.ToString()));
        }
        return texts;
    }

    /// <summary>The text at a place; null where there is none.</summary>
    internal string? this[int index]
    {
        get
        {
            if (index < 0 || index >= _places.Count) return null;
            ref var recent = ref _recent[index % Remembered];
            if (recent.Text is { } text && recent.Index == index) return text;
            var place = _places[index];
            var block = _blocks[place / BlockBytes].AsSpan(place % BlockBytes);
            text = Encoding.UTF8.GetString(block.Slice(LengthBytes, BinaryPrimitives.ReadInt32LittleEndian(block)));
            recent = (index, text);
            return text;
        }
    }

    private void Add(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (_used + LengthBytes + bytes > BlockBytes)
        {
            // The list of places grows with it, hence the count too.
            if ((long)(_blocks.Count + 1) * BlockBytes > MostBytes || _places.Count > MostBytes / 8)
                throw UnreadableFileException.TooLargeInside($"The workbook's texts are larger than {MostBytes >> 20} MB. Save the table as CSV, or split it.");
            _blocks.Add(new byte[BlockBytes]);
            _used = 0;
        }
        var block = _blocks[^1].AsSpan(_used);
        BinaryPrimitives.WriteInt32LittleEndian(block, bytes);
        Encoding.UTF8.GetBytes(text, block[LengthBytes..]);
        _places.Add(((_blocks.Count - 1) * BlockBytes) + _used);
        _used += LengthBytes + bytes;
    }
}
