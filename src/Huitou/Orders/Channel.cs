using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>Where an order was placed, as sources name it ("直播", "Search"). Ids are the ledger's codes, 1 to 255.</summary>
public sealed class Channel
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The import that first named it, and goes with it.</summary>
    public long FirstImportId { get; set; }

    internal static void Map(EntityTypeBuilder<Channel> e)
    {
        e.ToTable("channel");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Name).HasMaxLength(100);
        e.HasIndex(c => c.Name).IsUnique();
    }
}
