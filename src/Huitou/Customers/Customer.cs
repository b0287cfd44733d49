using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Customers;

/// <summary>A person (or household, or firm) that buys. Whose orders are whose follows from evidence nodes, never from here.</summary>
public sealed class Customer
{
    public long Id { get; set; }

    /// <summary>From this all of the customer's random buckets derive; a merge keeps the older one's.</summary>
    public long StableSeed { get; set; }

    /// <summary>As the newest source names them; empty when none does. Masked on pages.</summary>
    public string Name { get; set; } = "";

    /// <summary>Country, or province in China; empty when unknown.</summary>
    public string Region { get; set; } = "";

    public string City { get; set; } = "";

    /// <summary>Time of the order that gave the name, in Unix milliseconds: only a newer one changes it. 0 while there is none.</summary>
    public long NameAt { get; set; }

    /// <summary>Time of the order that gave the region.</summary>
    public long RegionAt { get; set; }

    /// <summary>Time of the order that gave the city.</summary>
    public long CityAt { get; set; }

    /// <summary>When they were moved to the bin; null for those who are not there. Their orders are nobody's as long as they are.</summary>
    public DateTimeOffset? BinnedAt { get; set; }

    /// <summary>The import that first named them.</summary>
    public long FirstImportId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    internal static void Map(EntityTypeBuilder<Customer> e)
    {
        e.ToTable("customer");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Name).HasMaxLength(200);
        e.Property(c => c.Region).HasMaxLength(100);
        e.Property(c => c.City).HasMaxLength(100);
        e.HasIndex(c => c.BinnedAt).HasFilter("binned_at IS NOT NULL");
    }
}
