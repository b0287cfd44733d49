using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Huitou.Connect.Files;

/// <summary>Gives the same string for the same bytes where it can: cells of orders repeat far more often than not.</summary>
internal sealed class TextPool
{
    private const int Slots = 4096;
    private const int MostBytes = 32;

    private readonly byte[] _keys = new byte[Slots * MostBytes];
    private readonly byte[] _lengths = new byte[Slots];
    private readonly string[] _texts = new string[Slots];

    internal string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > MostBytes) return Encoding.UTF8.GetString(utf8);
        var slot = Slot(utf8);
        var key = _keys.AsSpan(slot * MostBytes, MostBytes);
        if (_lengths[slot] == utf8.Length && key[..utf8.Length].SequenceEqual(utf8)) return _texts[slot];
        utf8.CopyTo(key);
        _lengths[slot] = (byte)utf8.Length;
        return _texts[slot] = Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Two texts of one slot only drive each other out, so speed matters more than spread.</summary>
    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= 8; utf8 = utf8[8..]) hash = (BitOperations.RotateLeft(hash, 5) ^ MemoryMarshal.Read<ulong>(utf8)) * Odd;
        if (utf8.Length >= 4)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ MemoryMarshal.Read<uint>(utf8)) * Odd;
            utf8 = utf8[4..];
        }
        foreach (var rest in utf8) hash = (BitOperations.RotateLeft(hash, 5) ^ rest) * Odd;
        return (int)(hash >> 52);
    }
}
