using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>A refund of one version of an order, with its own day. Money in minor units.</summary>
public sealed class OrderRefund
{
    public long OrderId { get; set; }

    public int RefundNo { get; set; }

    /// <summary>A file of details tells no times: its refunds are dated by their order's payment.</summary>
    internal const int UnknownDay = 0;

    /// <summary>Civil day in the shop's zone, as <see cref="Engine.CivilDay"/> counts; <see cref="UnknownDay"/> where only the order knows it.</summary>
    public int Day { get; set; }

    public long Amount { get; set; }

    internal static void Map(EntityTypeBuilder<OrderRefund> e)
    {
        e.ToTable("order_refund");
        e.HasKey(r => new { r.OrderId, r.RefundNo });
    }
}
