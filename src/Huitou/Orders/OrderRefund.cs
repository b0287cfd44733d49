using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>A refund of one version of an order, with its own day. Money in minor units.</summary>
public sealed class OrderRefund
{
    public long OrderId { get; set; }

    public int RefundNo { get; set; }

    /// <summary>Civil day in the shop's zone, as <see cref="Engine.CivilDay"/> counts.</summary>
    public int Day { get; set; }

    public long Amount { get; set; }

    internal static void Map(EntityTypeBuilder<OrderRefund> e)
    {
        e.ToTable("order_refund");
        e.HasKey(r => new { r.OrderId, r.RefundNo });
    }
}
