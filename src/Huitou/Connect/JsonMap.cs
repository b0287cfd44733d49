using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Huitou.Connect;

/// <summary>Keeps a small map of counts in one text column.</summary>
internal static class JsonMap
{
    internal static readonly ValueComparer<Dictionary<string, long>> Comparer = new(
        (a, b) => Write(a!) == Write(b!), map => Write(map).GetHashCode(StringComparison.Ordinal), map => new(map));

    internal static string Write(Dictionary<string, long> map) => JsonSerializer.Serialize(map);

    internal static Dictionary<string, long> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, long>>(json) ?? [];
}
