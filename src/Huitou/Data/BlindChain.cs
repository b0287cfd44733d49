using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Huitou.Data;

/// <summary>
/// A keyed hash in links: each rotation adds one, and hashes what the links before it gave. So it is made anew from what is stored, without
/// the value itself, and an old link alone tells nothing of what is stored today.
/// </summary>
internal sealed class BlindChain(IEnumerable<byte[]> links)
{
    private readonly BlindKey[] _keys = [.. links.Select(link => new BlindKey(link))];

    internal UInt128 Of(string text, string kind)
    {
        var blind = _keys[0].Of(Encoding.UTF8.GetBytes($"{kind}\n{text}"));
        for (var i = 1; i < _keys.Length; i++) blind = _keys[i].Next(blind);
        return blind;
    }

    internal int Links => _keys.Length;

    /// <summary>What a hash that had so many links behind it is behind all of them.</summary>
    internal UInt128 From(UInt128 hash, int links)
    {
        for (var i = links; i < _keys.Length; i++) hash = _keys[i].Next(hash);
        return hash;
    }

    internal UInt128 Of(UInt128 hash)
    {
        foreach (var key in _keys) hash = key.Next(hash);
        return hash;
    }

    internal long Of(long content)
    {
        foreach (var key in _keys) content = key.Next(content);
        return content;
    }

    /// <summary>In the sequence of the numbers.</summary>
    internal static string Text(UInt128 blind) => blind.ToString("x32", CultureInfo.InvariantCulture);

    internal static UInt128 Number(string text) => UInt128.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>One link.</summary>
internal sealed class BlindKey(byte[] link)
{
    private readonly byte[] _blind = HKDF.Expand(HashAlgorithmName.SHA256, link, 32, "blind"u8.ToArray());
    private readonly byte[] _print = HKDF.Expand(HashAlgorithmName.SHA256, link, 32, "fingerprint"u8.ToArray());

    internal UInt128 Of(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_blind, value, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    internal UInt128 Next(UInt128 blind)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, blind);
        return Of(bytes);
    }

    /// <summary>Of values that all have one length a hash behind a key is as good as an HMAC, and half the work; there is one for every order.</summary>
    internal long Next(long content)
    {
        Span<byte> keyed = stackalloc byte[32 + 8];
        _print.CopyTo(keyed);
        BinaryPrimitives.WriteInt64BigEndian(keyed[32..], content);
        return StableHash.Of(keyed);
    }
}
