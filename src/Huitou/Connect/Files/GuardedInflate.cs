using System.IO.Compression;

namespace Huitou.Connect.Files;

/// <summary>
/// A gzip file as a stream of what is in it, which refuses to become a bomb: neither more than <see cref="MostBytes"/> nor, once it
/// is large at all, more than <see cref="MostRatio"/> times its packed size.
/// </summary>
internal sealed class GuardedInflate(Stream packed) : Stream
{
    internal const long MostBytes = 4L << 30;
    internal const int MostRatio = 200;
    private const long RatioMatters = 64L << 20;

    private readonly GZipStream _inflate = new(packed, CompressionMode.Decompress);
    private long _bytes;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _inflate.Read(buffer);
        }
        catch (InvalidDataException damage)
        {
            throw UnreadableFileException.Damaged("The gzip file is damaged. Pack it again, or upload it unpacked.", damage);
        }
        _bytes += read;
        if (_bytes > MostBytes)
            throw UnreadableFileException.TooLarge("Unpacked, the file is larger than 4 GB. Split it.");
        if (_bytes > RatioMatters && _bytes > packed.Position * MostRatio)
            throw UnreadableFileException.TooLarge("The file unpacks to more than 200 times its size, which no order file does.");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflate.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _bytes; set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
