using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Access;

/// <summary>A bearer token for the API. Only its SHA-256 is kept, so a stolen database signs nobody in.</summary>
public sealed class AccessToken
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required byte[] Hash { get; set; }

    public Role Role { get; set; }

    /// <summary>Ids of the shops whose rows its bearer sees; null for all.</summary>
    public int[]? Shops { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    internal static void Map(EntityTypeBuilder<AccessToken> e)
    {
        e.ToTable("access_token");
        e.Property(t => t.Name).HasMaxLength(100);
        e.Property(t => t.Role).HasConversion<string>().HasMaxLength(16);
        e.HasIndex(t => t.Hash).IsUnique();
    }
}
