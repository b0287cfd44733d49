using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Huitou.Access;

/// <summary>Random secrets that are shown once and kept as SHA-256. With 256 bits of chance in them no slow hash is needed.</summary>
internal static class Secret
{
    internal static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
