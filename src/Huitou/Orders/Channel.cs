using Huitou.Data;
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

/// <summary>That an import names a channel: by this a shop knows it. To look for orders through it would read all of them.</summary>
public sealed class ChannelUse
{
    public int ChannelId { get; set; }

    public long ImportId { get; set; }

    internal static readonly BulkTable<(int Channel, long Import)> Table = new("channel_use", ["channel_id", "import_id"], (use, row) =>
    {
        row.Int(use.Channel);
        row.Big(use.Import);
    });

    internal static void Map(EntityTypeBuilder<ChannelUse> e)
    {
        e.ToTable("channel_use");
        e.HasKey(u => new { u.ChannelId, u.ImportId });
        e.HasIndex(u => u.ImportId);
    }
}
