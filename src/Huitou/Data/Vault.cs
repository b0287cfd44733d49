using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>
/// Seals personal data before it reaches the disk, bound to what it belongs to, and makes blind indexes of it, by which an exact value is
/// found without being readable.
/// </summary>
public sealed class Vault
{
    private readonly KeyRing _ring;
    private readonly Dictionary<byte, SealKey> _keys;
    private readonly Lazy<BlindChain> _blinds;

    public Vault(HuitouOptions options, DataFolder folder, IDbContextFactory<HuitouDb> databases)
        : this(KeyRing.Of(options, folder), vault =>
        {
            using var db = databases.CreateDbContext();
            return BlindLinks.Read(db, vault);
        })
    {
    }

    internal Vault(KeyRing ring, Func<Vault, BlindChain> blinds)
    {
        _ring = ring;
        _keys = ring.Keys.ToDictionary(
            key => key.Id, key => new SealKey(key.Id, HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Key, 32, info: "huitou seal"u8.ToArray())));
        // Read when it is first wanted: the database may have to be made first.
        _blinds = new(() => blinds(this));
    }

    /// <summary>The first link of the blind indexes of an installation that has none yet.</summary>
    internal byte[] FirstLink => HKDF.DeriveKey(HashAlgorithmName.SHA256, _ring.Newest.Key, 32, info: "huitou blind"u8.ToArray());

    /// <param name="text">What is to be unreadable.</param>
    /// <param name="kind">What it is: "phone".</param>
    /// <param name="owner">Whose it is: a sealed value moved to another row does not open.</param>
    internal string Seal(string text, string kind, long owner) => Convert.ToBase64String(Seal(Encoding.UTF8.GetBytes(text), Bound(kind, owner)));

    /// <summary>Nothing stays nothing.</summary>
    internal string SealSome(string text, string kind, long owner) => text.Length == 0 ? text : Seal(text, kind, owner);

    /// <exception cref="CryptographicException">It was sealed with another key, for another owner, or has been changed.</exception>
    internal string Open(string text, string kind, long owner) => Encoding.UTF8.GetString(Open(Convert.FromBase64String(text), Bound(kind, owner)));

    internal string OpenSome(string text, string kind, long owner) => text.Length == 0 ? text : Open(text, kind, owner);

    internal byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var closed = new byte[SealKey.Overhead + plain.Length];
        _keys[_ring.Newest.Id].Seal(plain, bound, closed);
        return closed;
    }

    /// <exception cref="CryptographicException">It was sealed with another key, is bound to something else, or has been changed.</exception>
    internal byte[] Open(ReadOnlySpan<byte> closed, ReadOnlySpan<byte> bound)
    {
        if (closed.Length < SealKey.Overhead || !_keys.TryGetValue(closed[0], out var key)) throw new CryptographicException("This was sealed with another key.");
        var plain = new byte[closed.Length - SealKey.Overhead];
        key.Open(closed, bound, plain);
        return plain;
    }

    /// <summary>Whether the newest key sealed it.</summary>
    internal bool IsNewest(ReadOnlySpan<byte> closed) => closed.Length > 0 && closed[0] == _ring.Newest.Id;

    /// <summary>Equal for equal values of a kind, and tells nothing of them without the keys.</summary>
    internal UInt128 BlindNumber(string text, string kind) => _blinds.Value.Of(text, kind);

    /// <summary>The blind index as it is stored.</summary>
    internal string Blind(string text, string kind) => BlindChain.Text(BlindNumber(text, kind));

    /// <summary>How many links the blind indexes have: one more with each rotation.</summary>
    internal int Links => _blinds.Value.Links;

    /// <summary>A blind index that was made when there were so many links, as it is now.</summary>
    internal string Relinked(string blind, int links) => BlindChain.Text(_blinds.Value.From(BlindChain.Number(blind), links));

    /// <summary>
    /// Makes a fingerprint of content one that tells nothing without the keys: who knows all of an order but its buyer's phone could else
    /// try every phone.
    /// </summary>
    internal long Fingerprint(long content) => _blinds.Value.Of(content);

    /// <summary>The same for the name that something goes by because of what it says.</summary>
    internal string BlindName(string hash) => BlindChain.Text(_blinds.Value.Of(BlindChain.Number(hash)));

    private static byte[] Bound(string kind, long owner)
    {
        var bound = new byte[8 + Encoding.UTF8.GetByteCount(kind)];
        BinaryPrimitives.WriteInt64BigEndian(bound, owner);
        Encoding.UTF8.GetBytes(kind, bound.AsSpan(8));
        return bound;
    }
}
