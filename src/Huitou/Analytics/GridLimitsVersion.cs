using Huitou.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Analytics;

/// <summary>The limits of the grid from a day on, as somebody set them. A day without any uses the published defaults.</summary>
public sealed class GridLimitsVersion
{
    public int Id { get; set; }

    /// <summary>Null: all shops together.</summary>
    public int? ShopId { get; set; }

    public DateOnly ValidFrom { get; set; }

    public int ActiveMax { get; set; }

    public int SilentMax { get; set; }

    public int DormantMax { get; set; }

    public int FanMin { get; set; }

    public required string Actor { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public GridLimits Limits => new(ActiveMax, SilentMax, DormantMax, FanMin);

    internal static void Map(EntityTypeBuilder<GridLimitsVersion> e)
    {
        e.ToTable("grid_limits");
        e.Property(g => g.Actor).HasMaxLength(100);
        e.Ignore(g => g.Limits);
        e.HasIndex(g => new { g.ShopId, g.ValidFrom }).IsUnique();
    }
}
