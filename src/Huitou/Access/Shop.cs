using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Access;

/// <summary>A shop: the place whose clock an order's civil day follows, and the unit of a user's rows.</summary>
public sealed class Shop
{
    /// <summary>1 to 65,535: the ledger keeps it in two bytes.</summary>
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>IANA zone, such as "Asia/Shanghai".</summary>
    public required string TimeZone { get; set; }

    /// <summary>One of <see cref="ShopPlatform.All"/>, or none: of it are ids and nicknames in the shop's files that say no other.</summary>
    public string Platform { get; set; } = ShopPlatform.None;

    public DateTimeOffset CreatedAt { get; set; }

    internal static void Map(EntityTypeBuilder<Shop> e)
    {
        e.ToTable("shop");
        e.Property(s => s.Name).HasMaxLength(100);
        e.Property(s => s.TimeZone).HasMaxLength(64);
        e.Property(s => s.Platform).HasMaxLength(16);
        e.HasIndex(s => s.Name).IsUnique();
    }
}
