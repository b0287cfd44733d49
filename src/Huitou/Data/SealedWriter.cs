using Microsoft.Win32.SafeHandles;

namespace Huitou.Data;

/// <summary>Writes a <see cref="SealedFile"/> from its beginning to its end.</summary>
internal sealed class SealedWriter : Stream
{
    private readonly SafeFileHandle _file;
    private readonly SealedChunks _chunks;
    private readonly byte[] _plain = new byte[SealedFile.ChunkBytes];
    private readonly byte[] _closed = new byte[SealedFile.ChunkBytes + SealKey.TagBytes];
    private int _filled;
    private long _place;
    private long _at = SealedFile.HeadBytes;
    private bool _isDone;

    internal SealedWriter(string path, byte[] head, byte[] key)
    {
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None);
        _chunks = new SealedChunks(SealedFile.IdOf(head), key);
        RandomAccess.Write(_file, head, 0);
    }

    public override bool CanRead => false;

    /// <summary>What was sealed is not written again: two texts under one nonce would open each other.</summary>
    public override bool CanSeek => false;

    public override bool CanWrite => !_isDone;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => (_place * SealedFile.ChunkBytes) + _filled;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDone, this);
        while (buffer.Length > 0)
        {
            // A full chunk waits until it is known not to be the last.
            if (_filled == _plain.Length) Put(isLast: false);
            var taken = Math.Min(buffer.Length, _plain.Length - _filled);
            buffer[..taken].CopyTo(_plain.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Chunks go out when they are full.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDone)
        {
            _isDone = true;
            Put(isLast: true);
            _chunks.Dispose();
            _file.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Put(bool isLast)
    {
        var closed = _closed.AsSpan(0, _filled + SealKey.TagBytes);
        _chunks.Seal(_place, isLast, _plain.AsSpan(0, _filled), closed);
        RandomAccess.Write(_file, closed, _at);
        _at += closed.Length;
        _place++;
        _filled = 0;
    }
}
