using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Huitou.Data;

/// <summary>The first 64 bits of a SHA-256: equal on every machine and in every version.</summary>
internal static class StableHash
{
    internal static long Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    internal static long Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
