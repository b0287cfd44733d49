using System.Buffers.Binary;
using System.Text;

namespace Huitou.Data;

/// <summary>Gathers what a fact says as bytes, each value told apart from the next, for its fingerprint.</summary>
internal sealed class ContentWriter
{
    [ThreadStatic]
    private static ContentWriter? _one;

    private byte[] _bytes = new byte[1024];
    private int _length;

    /// <summary>An empty writer; one per thread is enough, for fingerprints are taken one after the other.</summary>
    internal static ContentWriter Begin()
    {
        var writer = _one ??= new ContentWriter();
        writer._length = 0;
        return writer;
    }

    internal ContentWriter Add(long value)
    {
        Room(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(long);
        return this;
    }

    /// <summary>Nothing is told apart from every value by the flag before it.</summary>
    internal ContentWriter Add(long? value) => value is { } told ? Add(1).Add(told) : Add(0);

    internal ContentWriter Add(string? text)
    {
        if (text is null) return Add(-1);
        Room(sizeof(long) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length + sizeof(long)));
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), written);
        _length += sizeof(long) + written;
        return this;
    }

    internal long Hash() => StableHash.Of(_bytes.AsSpan(0, _length));

    private void Room(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
