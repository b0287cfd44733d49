using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Huitou.Data;

/// <summary>
/// Seals personal data before it reaches the database (AES-GCM, a fresh nonce each time, bound to what it belongs to), and makes blind
/// indexes of it, by which an exact value is found without being readable. The key lies in the data folder, or HUITOU_KEY names it.
/// </summary>
public sealed class Vault
{
    /// <summary>In front of every sealed value, so that a later key can be told from this one.</summary>
    private const byte KeyId = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _seal;
    private readonly byte[] _blind;

    public Vault(DataFolder folder)
    {
        var key = KeyFile(Path.Combine(folder.Keys, "data.key"));
        _seal = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "huitou seal"u8.ToArray());
        _blind = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "huitou blind"u8.ToArray());
    }

    /// <param name="text">What is to be unreadable.</param>
    /// <param name="kind">What it is: "phone".</param>
    /// <param name="owner">Whose it is: a sealed value moved to another row does not open.</param>
    internal string Seal(string text, string kind, long owner)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[1 + NonceBytes + TagBytes + plain.Length];
        sealedBytes[0] = KeyId;
        var nonce = sealedBytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_seal, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + NonceBytes + TagBytes), sealedBytes.AsSpan(1 + NonceBytes, TagBytes), Bound(kind, owner));
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">It was sealed with another key, for another owner, or has been changed.</exception>
    internal string Open(string text, string kind, long owner)
    {
        var sealedBytes = Convert.FromBase64String(text);
        if (sealedBytes.Length < 1 + NonceBytes + TagBytes || sealedBytes[0] != KeyId) throw new CryptographicException("This was sealed with another key.");
        var plain = new byte[sealedBytes.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(_seal, TagBytes);
        aes.Decrypt(
            sealedBytes.AsSpan(1, NonceBytes), sealedBytes.AsSpan(1 + NonceBytes + TagBytes), sealedBytes.AsSpan(1 + NonceBytes, TagBytes), plain,
            Bound(kind, owner));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Equal for equal values of a kind, and tells nothing of them without the key.</summary>
    internal string Blind(string text, string kind) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_blind, Encoding.UTF8.GetBytes($"{kind}\n{text}")).AsSpan(0, 16));

    private static byte[] Bound(string kind, long owner)
    {
        var bound = new byte[8 + Encoding.UTF8.GetByteCount(kind)];
        BinaryPrimitives.WriteInt64BigEndian(bound, owner);
        Encoding.UTF8.GetBytes(kind, bound.AsSpan(8));
        return bound;
    }

    private static byte[] KeyFile(string path)
    {
        if (Environment.GetEnvironmentVariable("HUITOU_KEY") is { Length: > 0 } given) return Checked(given, "HUITOU_KEY");
        if (File.Exists(path)) return Checked(File.ReadAllText(path), path);
        var key = RandomNumberGenerator.GetBytes(32);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
        file.Flush(flushToDisk: true);
        return key;
    }

    private static byte[] Checked(string text, string where)
    {
        var key = new byte[32];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == key.Length
            ? key
            : throw new InvalidOperationException($"{where} holds no key: it wants 32 bytes in base64.");
    }
}
