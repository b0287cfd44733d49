using System.Numerics;
using System.Runtime.Intrinsics;

namespace Huitou.Connect.Files;

/// <summary>Finds delimiters and line breaks, 64 bytes at a glance. Quotes matter only where a cell begins, so they are not looked for.</summary>
internal struct CsvMarks(byte delimiter)
{
    private const int Glance = 64;

    private readonly Vector256<byte> _delimiter = Vector256.Create(delimiter);
    private byte[] _bytes = [];
    private int _end;
    private int _at;
    private ulong _found;

    /// <summary>Looks on from a place. The buffer goes on for a glance behind its end.</summary>
    internal void MoveTo(CsvBuffer buffer, int at)
    {
        _bytes = buffer.Bytes;
        _end = buffer.End;
        _at = at;
        _found = at < _end ? Look(at) : 0;
    }

    /// <summary>The next mark; the end where there is none.</summary>
    internal int Next()
    {
        while (_found == 0)
        {
            _at += Glance;
            if (_at >= _end) return _end;
            _found = Look(_at);
        }
        var at = _at + BitOperations.TrailingZeroCount(_found);
        _found &= _found - 1;
        return Math.Min(at, _end);
    }

    private readonly ulong Look(int at)
    {
        ref var first = ref _bytes[at];
        return Marks(Vector256.LoadUnsafe(ref first)) | ((ulong)Marks(Vector256.LoadUnsafe(ref first, 32)) << 32);
    }

    private readonly uint Marks(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, _delimiter) | Vector256.Equals(bytes, Vector256.Create((byte)'\n')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r')))
        .ExtractMostSignificantBits();
}
