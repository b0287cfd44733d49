using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Analytics;

/// <summary>What is published once a day because it depends on the whole population.</summary>
public enum CutOffKind
{
    RfmNet,
    RfmGross,
    GridDefaults,
}

/// <summary>One published version of edges or limits, valid from a day on, so that classes of that day can be told again.</summary>
public sealed class CutOff
{
    public int Id { get; set; }

    public CutOffKind Kind { get; set; }

    /// <summary>Null: all shops together.</summary>
    public int? ShopId { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>The edges or limits as JSON.</summary>
    public required string Values { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    internal static void Map(EntityTypeBuilder<CutOff> e)
    {
        e.ToTable("cut_off");
        e.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        e.HasIndex(c => new { c.Kind, c.ShopId, c.ValidFrom }).IsUnique();
    }
}
