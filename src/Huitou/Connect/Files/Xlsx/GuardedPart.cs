namespace Huitou.Connect.Files.Xlsx;

/// <summary>
/// A part of a workbook as it is unpacked: not more than it may become, and without a tag so long that the XML reader would fill
/// the memory with its attributes.
/// </summary>
internal sealed class GuardedPart(Stream inflate, long packed, string part) : ForwardStream
{
    /// <summary>A cell's tag has three attributes; the longest there are, of a workbook's root, have a few thousand characters.</summary>
    internal const int MostTagBytes = 256 << 10;

    private long _bytes;
    private byte _open;
    private long _tagBytes;

    public override int Read(Span<byte> buffer)
    {
        var read = inflate.Read(buffer);
        _bytes += read;
        InflateLimit.Check(_bytes, packed, $"the part {part}");
        Measure(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inflate.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Goes from mark to mark: text to a tag's beginning, a tag to its end or a quote in it, a quote to its end.</summary>
    private void Measure(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = _open switch
            {
                0 => bytes.IndexOf((byte)'<'),
                (byte)'<' => bytes.IndexOfAny((byte)'>', (byte)'"', (byte)'\''),
                _ => bytes.IndexOf(_open),
            };
            if (_open != 0) _tagBytes += at < 0 ? bytes.Length : at + 1;
            if (_tagBytes > MostTagBytes)
                throw UnreadableFileException.TooLargeInside($"A tag of the part {part} is larger than {MostTagBytes / 1024} KB before byte {_bytes:N0}. Save the table as CSV.");
            if (at < 0) return;
            (_open, _tagBytes) = (_open, bytes[at]) switch
            {
                (0, _) => ((byte)'<', 0),
                ((byte)'<', (byte)'>') => ((byte)0, 0),
                ((byte)'<', var quote) => (quote, _tagBytes),
                _ => ((byte)'<', _tagBytes),
            };
            bytes = bytes[(at + 1)..];
        }
    }
}
