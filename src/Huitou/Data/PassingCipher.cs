using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Huitou.Data;

/// <summary>
/// Makes unreadable what lies on the disk only while this process works on it, at any place and to the byte: AES in counter mode under a
/// key that is in memory alone, and gone with it. It tells nobody whether the bytes were changed: who could change them while
/// they are in use could as well change this process.
/// </summary>
internal sealed class PassingCipher : IDisposable
{
    private const int BlockBytes = 16;
    private const int AtOnce = 1 << 14;

    private readonly Aes _aes = Aes.Create();
    private readonly ulong[] _counters = new ulong[AtOnce / sizeof(ulong)];
    private readonly byte[] _stream = new byte[AtOnce];

    internal PassingCipher() => _aes.Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Closes what is open and opens what is closed. Each place of a file is written once: twice would tell how the two differ.</summary>
    internal void Apply(Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var within = (int)(offset % BlockBytes);
            var taken = Math.Min(bytes.Length, AtOnce - within);
            var blocks = (within + taken + BlockBytes - 1) / BlockBytes;
            // The upper half of each counter stays zero.
            for (var i = 0; i < blocks; i++) _counters[i * 2] = (ulong)(offset / BlockBytes) + (ulong)i;
            var length = blocks * BlockBytes;
            _aes.EncryptEcb(MemoryMarshal.AsBytes(_counters.AsSpan())[..length], _stream.AsSpan(0, length), PaddingMode.None);
            Xor(bytes[..taken], _stream.AsSpan(within, taken));
            bytes = bytes[taken..];
            offset += taken;
        }
    }

    private static void Xor(Span<byte> bytes, ReadOnlySpan<byte> with)
    {
        var i = 0;
        for (; i <= bytes.Length - Vector<byte>.Count; i += Vector<byte>.Count) (new Vector<byte>(bytes[i..]) ^ new Vector<byte>(with[i..])).CopyTo(bytes[i..]);
        for (; i < bytes.Length; i++) bytes[i] ^= with[i];
    }

    public void Dispose() => _aes.Dispose();
}
