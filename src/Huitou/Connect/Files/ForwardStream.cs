namespace Huitou.Connect.Files;

/// <summary>A stream that is read once from front to back: all that a decoder of a file needs to be.</summary>
internal abstract class ForwardStream : Stream
{
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public abstract override int Read(Span<byte> buffer);
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream some of whose first bytes were already read.</summary>
internal sealed class PeekedStream(ReadOnlyMemory<byte> peeked, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _peeked = peeked;

    public override int Read(Span<byte> buffer)
    {
        if (_peeked.IsEmpty) return rest.Read(buffer);
        var taken = Math.Min(buffer.Length, _peeked.Length);
        _peeked.Span[..taken].CopyTo(buffer);
        _peeked = _peeked[taken..];
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
