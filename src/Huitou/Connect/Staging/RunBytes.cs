using Huitou.Data;
using Microsoft.Win32.SafeHandles;

namespace Huitou.Connect.Staging;

/// <summary>The bytes of runs: those in sequence through a window that moves over the file, those out of it each by itself.</summary>
internal sealed class RunBytes(SafeFileHandle file, PassingCipher cipher, RunIndex runs, long length)
{
    private const int WindowBytes = 1 << 20;
    private byte[] _window = new byte[WindowBytes];
    private byte[] _apart = new byte[1 << 12];
    private long _start;
    private int _filled;

    /// <summary>The next run in sequence; the window moves to it.</summary>
    internal ArraySegment<byte> Next(int run)
    {
        var (offset, bytes) = PlaceOf(run);
        if (!IsInWindow(offset, bytes))
        {
            if (bytes > _window.Length) _window = new byte[bytes];
            (_start, _filled) = (offset, (int)Math.Min(_window.Length, length - offset));
            Read(_window, offset, _filled);
        }
        return new ArraySegment<byte>(_window, (int)(offset - _start), bytes);
    }

    /// <summary>A run further on; the window stays.</summary>
    internal ArraySegment<byte> Apart(int run)
    {
        var (offset, bytes) = PlaceOf(run);
        if (IsInWindow(offset, bytes)) return new ArraySegment<byte>(_window, (int)(offset - _start), bytes);
        if (bytes > _apart.Length) _apart = new byte[bytes];
        Read(_apart, offset, bytes);
        return new ArraySegment<byte>(_apart, 0, bytes);
    }

    private bool IsInWindow(long offset, int bytes) => offset >= _start && offset + bytes <= _start + _filled;

    private (long Offset, int Bytes) PlaceOf(int run)
    {
        var offset = runs.OffsetOf(run);
        return (offset, (int)((run + 1 < runs.Count ? runs.OffsetOf(run + 1) : length) - offset));
    }

    private void Read(byte[] into, long offset, int bytes)
    {
        for (var read = 0; read < bytes;)
        {
            var more = RandomAccess.Read(file, into.AsSpan(read, bytes - read), offset + read);
            if (more == 0) throw new EndOfStreamException("The staging file is shorter than what was written to it.");
            read += more;
        }
        cipher.Apply(into.AsSpan(0, bytes), offset);
    }
}
