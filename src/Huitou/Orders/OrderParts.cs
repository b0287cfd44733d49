using Huitou.Connect.Facts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>One version of an order's lines from a file of their own. They are the lines of the visible head that has none itself.</summary>
public sealed class OrderDetails : Fact
{
    public required string OrderNo { get; set; }

    internal static void Map(EntityTypeBuilder<OrderDetails> e)
    {
        Map(e, "order_details", d => new { d.ShopId, d.OrderNo });
        e.Property(d => d.OrderNo).HasMaxLength(64);
    }
}

/// <summary>One version of who bought an order, for orders whose own source names nobody.</summary>
public sealed class OrderBuyer : Fact
{
    public required string OrderNo { get; set; }

    public long EvidenceNodeId { get; set; }

    internal static void Map(EntityTypeBuilder<OrderBuyer> e)
    {
        Map(e, "order_buyer", b => new { b.ShopId, b.OrderNo });
        e.Property(b => b.OrderNo).HasMaxLength(64);
        e.HasIndex(b => b.EvidenceNodeId);
    }
}

/// <summary>One version of what an order cost, in minor units; null where no source says.</summary>
public sealed class OrderCost : Fact
{
    public required string OrderNo { get; set; }

    public long? Goods { get; set; }

    public long? Freight { get; set; }

    public long? Fee { get; set; }

    public long? Service { get; set; }

    internal static void Map(EntityTypeBuilder<OrderCost> e)
    {
        Map(e, "order_cost", c => new { c.ShopId, c.OrderNo });
        e.Property(c => c.OrderNo).HasMaxLength(64);
    }
}
