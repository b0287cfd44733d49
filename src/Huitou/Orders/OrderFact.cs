using Huitou.Connect.Facts;
using Huitou.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>What an order fact tells of.</summary>
public enum OrderKind : byte
{
    Sale = 0,

    /// <summary>Money given back in a document of its own that names no order ("C" invoices): a loose refund.</summary>
    Return = 1,
}

/// <summary>Where an order stands.</summary>
public enum OrderStatus : byte
{
    Unpaid = 0,
    Paid = 1,
    Closed = 2,
}

/// <summary>One version of one order's head, with its lines where its source gives them. Money in minor units.</summary>
public sealed class OrderFact : Fact
{
    public required string OrderNo { get; set; }

    /// <summary>The buyer as the source names it; null when it names none.</summary>
    public long? EvidenceNodeId { get; set; }

    public OrderKind Kind { get; set; }

    public OrderStatus Status { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>Civil day of payment (of the return, for returns) in the shop's zone, as <see cref="CivilDay"/> counts; null while unpaid.</summary>
    public int? Day { get; set; }

    /// <summary>Minute of that day.</summary>
    public int Minute { get; set; }

    public int ChannelId { get; set; }

    public OrderMarks Marks { get; set; }

    /// <summary>Paid (given back, for returns), after discounts; not negative.</summary>
    public long Amount { get; set; }

    public long Discount { get; set; }

    /// <summary>False where the source lists orders without their lines: those of the order's details are then its lines.</summary>
    public bool HasLines { get; set; }

    /// <summary>The currency the source counts in; null where it is the reporting one.</summary>
    public string? Currency { get; set; }

    /// <summary>Reporting units for one of <see cref="Currency"/>, times 10^8; null where nothing was converted.</summary>
    public long? Rate { get; set; }

    /// <summary>Paid, in minor units of <see cref="Currency"/>.</summary>
    public long? OriginalAmount { get; set; }

    internal static void Map(EntityTypeBuilder<OrderFact> e)
    {
        Map(e, "order_fact", o => new { o.ShopId, o.OrderNo });
        e.Property(o => o.OrderNo).HasMaxLength(64);
        e.Property(o => o.Currency).HasMaxLength(3);
        // Few wait for payment, and somebody looks at them each morning.
        e.HasIndex(o => o.CreatedAt).HasFilter("status = 0");
    }
}
