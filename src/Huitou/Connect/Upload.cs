using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Connect;

/// <summary>A file as it arrived. It lies in the data folder under its id, sealed, and is purged after 30 days.</summary>
public sealed class Upload
{
    public Guid Id { get; set; }

    /// <summary>The name it had, without any folder.</summary>
    public required string FileName { get; set; }

    public long Bytes { get; set; }

    public required byte[] Sha256 { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The shops that who sent it saw; null for all. A file has no shop of its own before it is imported.</summary>
    public int[]? Shops { get; set; }

    internal static void Map(EntityTypeBuilder<Upload> e)
    {
        e.ToTable("upload");
        e.Property(u => u.FileName).HasMaxLength(255);
    }
}
