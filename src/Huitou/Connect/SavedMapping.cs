using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Connect;

/// <summary>A mapping of a file's columns that somebody named, offered again for files with the same header.</summary>
public sealed class SavedMapping
{
    public int Id { get; set; }

    /// <summary>The shop that it was saved for.</summary>
    public int ShopId { get; set; }

    public required string Name { get; set; }

    /// <summary>The trimmed header names, joined by tabs: what the next file is recognised by.</summary>
    public required string Header { get; set; }

    /// <summary>How the file is read, as JSON.</summary>
    public required string Reading { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal static void Map(EntityTypeBuilder<SavedMapping> e)
    {
        e.ToTable("saved_mapping");
        e.Property(m => m.Name).HasMaxLength(100);
        e.HasIndex(m => new { m.ShopId, m.Name }).IsUnique();
    }
}
