using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Huitou.Data;

/// <summary>Seals and opens the chunks of one <see cref="SealedFile"/>. Each place is sealed once under a key that no other file has, so the place itself is the nonce.</summary>
internal sealed class SealedChunks : IDisposable
{
    private readonly AesGcm _aes;
    private readonly byte[] _bound = new byte[SealedFile.IdBytes + 1];
    private readonly byte[] _nonce = new byte[SealKey.NonceBytes];

    internal SealedChunks(ReadOnlySpan<byte> id, byte[] key)
    {
        _aes = new AesGcm(key, SealKey.TagBytes);
        id.CopyTo(_bound);
    }

    /// <summary>The chunk and, behind it, its tag.</summary>
    internal void Seal(long place, bool isLast, ReadOnlySpan<byte> plain, Span<byte> into)
    {
        Bind(place, isLast);
        _aes.Encrypt(_nonce, plain, into[..plain.Length], into.Slice(plain.Length, SealKey.TagBytes), _bound);
    }

    /// <exception cref="InvalidDataException">It is not the chunk of that place.</exception>
    internal void Open(long place, bool isLast, ReadOnlySpan<byte> closed, Span<byte> into)
    {
        Bind(place, isLast);
        var length = closed.Length - SealKey.TagBytes;
        try
        {
            _aes.Decrypt(_nonce, closed[..length], closed[length..], into[..length], _bound);
        }
        catch (CryptographicException changed)
        {
            throw new InvalidDataException($"The file is damaged or cut short, from byte {place * SealedFile.ChunkBytes} on.", changed);
        }
    }

    private void Bind(long place, bool isLast)
    {
        BinaryPrimitives.WriteInt64BigEndian(_nonce, place);
        _bound[^1] = isLast ? (byte)1 : (byte)0;
    }

    public void Dispose() => _aes.Dispose();
}
