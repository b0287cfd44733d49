using Huitou.Connect;
using Huitou.Connect.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>One version of a touch: where a customer and the shop met.</summary>
public sealed class Touch : Fact
{
    /// <summary>The source's own id, or a blind name of the content where it has none.</summary>
    public required string Key { get; set; }

    public TouchKind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Civil day in the shop's zone, as <see cref="Engine.CivilDay"/> counts.</summary>
    public int Day { get; set; }

    public int Minute { get; set; }

    /// <summary>Who it was; null where only the order is named, whose buyer it then is.</summary>
    public long? EvidenceNodeId { get; set; }

    public string OrderNo { get; set; } = "";

    /// <summary>0 where it was about no product.</summary>
    public int ProductId { get; set; }

    public int ChannelId { get; set; }

    public string Staff { get; set; } = "";

    /// <summary>1 to 5; null where there is none.</summary>
    public int? Rating { get; set; }

    /// <summary>Sealed: people write into it how they can be reached.</summary>
    public string Comment { get; set; } = "";

    internal const string SealedComment = "comment";

    internal static void Map(EntityTypeBuilder<Touch> e)
    {
        Map(e, "touch", t => new { t.ShopId, t.Key });
        e.Property(t => t.Key).HasMaxLength(100);
        e.Property(t => t.OrderNo).HasMaxLength(64);
        e.Property(t => t.Staff).HasMaxLength(100);
        e.HasIndex(t => t.EvidenceNodeId);
        // Whose they are is found by the order alone.
        e.HasIndex(t => new { t.ShopId, t.OrderNo }).HasFilter("evidence_node_id IS NULL");
    }
}

/// <summary>One version of how many came on a day.</summary>
public sealed class VisitorCount : Fact
{
    /// <summary>Day and channel.</summary>
    public required string Key { get; set; }

    /// <summary>Civil day in the shop's zone, as <see cref="Engine.CivilDay"/> counts.</summary>
    public int Day { get; set; }

    public int ChannelId { get; set; }

    public int Visitors { get; set; }

    internal static void Map(EntityTypeBuilder<VisitorCount> e)
    {
        Map(e, "visitor_count", v => new { v.ShopId, v.Key });
        e.Property(v => v.Key).HasMaxLength(120);
        e.HasIndex(v => new { v.ShopId, v.Day });
    }
}
