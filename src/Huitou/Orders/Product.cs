using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>What is sold, as a shop's code names it.</summary>
public sealed class Product
{
    public int Id { get; set; }

    public int ShopId { get; set; }

    public required string Code { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Path in the catalogue, steps joined by " / "; empty when unknown.</summary>
    public string Category { get; set; } = "";

    /// <summary>Time of the order that gave the name, in Unix milliseconds: only a newer one changes it.</summary>
    public long NameAt { get; set; }

    /// <summary>Time of the order that gave the category.</summary>
    public long CategoryAt { get; set; }

    /// <summary>The import that first named it, and goes with it.</summary>
    public long FirstImportId { get; set; }

    internal static void Map(EntityTypeBuilder<Product> e)
    {
        e.ToTable("product");
        e.Property(p => p.Id).ValueGeneratedNever();
        e.Property(p => p.Code).HasMaxLength(100);
        e.Property(p => p.Name).HasMaxLength(300);
        e.Property(p => p.Category).HasMaxLength(300);
        e.HasIndex(p => new { p.ShopId, p.Code }).IsUnique();
    }
}
