using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Huitou.Data;

/// <summary>One key that seals: AES-GCM under a fresh nonce each time. What it gives is its number, the nonce, the tag, and as many bytes as it was given.</summary>
internal sealed class SealKey(byte id, byte[] key)
{
    /// <summary>By how much what is sealed is longer.</summary>
    internal const int Overhead = 1 + NonceBytes + TagBytes;

    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    /// <summary>Making one costs more than sealing a phone does, and none may be used by two threads at once.</summary>
    private readonly ConcurrentBag<AesGcm> _idle = [];

    internal void Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound, Span<byte> into)
    {
        into[0] = id;
        RandomNumberGenerator.Fill(into.Slice(1, NonceBytes));
        var aes = Take();
        aes.Encrypt(into.Slice(1, NonceBytes), plain, into[Overhead..], into.Slice(1 + NonceBytes, TagBytes), bound);
        _idle.Add(aes);
    }

    /// <exception cref="CryptographicException">It is bound to something else, or has been changed.</exception>
    internal void Open(ReadOnlySpan<byte> closed, ReadOnlySpan<byte> bound, Span<byte> into)
    {
        var aes = Take();
        aes.Decrypt(closed.Slice(1, NonceBytes), closed[Overhead..], closed.Slice(1 + NonceBytes, TagBytes), into, bound);
        _idle.Add(aes);
    }

    private AesGcm Take() => _idle.TryTake(out var aes) ? aes : new AesGcm(key, TagBytes);
}
