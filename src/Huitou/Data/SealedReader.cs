using Microsoft.Win32.SafeHandles;

namespace Huitou.Data;

/// <summary>Reads a <see cref="SealedFile"/>; only the chunk that is looked at is open.</summary>
internal sealed class SealedReader : Stream
{
    private const int ClosedBytes = SealedFile.ChunkBytes + SealKey.TagBytes;

    private readonly SafeFileHandle _file;
    private readonly SealedChunks _chunks;
    private readonly byte[] _plain = new byte[SealedFile.ChunkBytes];
    private readonly byte[] _closed = new byte[ClosedBytes];
    private readonly long _stored;
    private long _place = -1;
    private bool _isClosed;

    internal SealedReader(SafeFileHandle file, byte[] head, byte[] key)
    {
        (_file, _chunks) = (file, new SealedChunks(SealedFile.IdOf(head), key));
        _stored = RandomAccess.GetLength(file) - SealedFile.HeadBytes;
        Length = LengthOf(_stored + SealedFile.HeadBytes);
        // Its end tells whether it is whole, before anybody takes the beginning for all of it.
        Load(LastPlace);
    }

    public override bool CanRead => !_isClosed;

    public override bool CanSeek => !_isClosed;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    private long LastPlace => Math.Max(0, (_stored - 1) / ClosedBytes);

    /// <summary>How long the content of a file of that length is.</summary>
    internal static long LengthOf(long file)
    {
        var stored = file - SealedFile.HeadBytes;
        var chunks = (stored + ClosedBytes - 1) / ClosedBytes;
        return Math.Max(0, stored - (chunks * SealKey.TagBytes));
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var read = 0;
        while (read < buffer.Length && Position < Length)
        {
            Load(Position / SealedFile.ChunkBytes);
            var within = (int)(Position % SealedFile.ChunkBytes);
            var length = (int)Math.Min(SealedFile.ChunkBytes, Length - (_place * SealedFile.ChunkBytes));
            var taken = Math.Min(buffer.Length - read, length - within);
            _plain.AsSpan(within, taken).CopyTo(buffer[read..]);
            read += taken;
            Position += taken;
        }
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var from = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => Position,
            SeekOrigin.End => Length,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        if (from + offset < 0) throw new IOException("There is nothing before the beginning.");
        return Position = from + offset;
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            _chunks.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Load(long place)
    {
        if (place == _place) return;
        _place = -1;
        var closed = _closed.AsSpan(0, (int)Math.Clamp(_stored - (place * ClosedBytes), 0, ClosedBytes));
        var read = 0;
        for (int more; read < closed.Length && (more = RandomAccess.Read(_file, closed[read..], SealedFile.HeadBytes + (place * ClosedBytes) + read)) > 0; read += more)
        {
        }
        if (read < closed.Length || read < SealKey.TagBytes) throw new InvalidDataException("The file is cut short.");
        _chunks.Open(place, place == LastPlace, closed, _plain);
        _place = place;
    }
}
