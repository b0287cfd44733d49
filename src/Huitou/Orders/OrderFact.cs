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

/// <summary>
/// One version of one order, as one import told it. Visible is the newest of the committed versions; older ones stay, so that
/// taking an import out gives back exactly what was. Money in minor units.
/// </summary>
public sealed class OrderFact
{
    public long Id { get; set; }

    public int ShopId { get; set; }

    public required string OrderNo { get; set; }

    public long ImportId { get; set; }

    /// <summary>The import whose newer version hides this one once it is committed; null while this is the newest.</summary>
    public long? HiddenByImportId { get; set; }

    /// <summary>What decides which version is newer: the source's modified time, else the latest time of the order, in Unix milliseconds.</summary>
    public long Rank { get; set; }

    /// <summary>The first 64 bits of the SHA-256 of the content: an equal version is no new version.</summary>
    public long ContentHash { get; set; }

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

    internal static void Map(EntityTypeBuilder<OrderFact> e)
    {
        e.ToTable("order_fact");
        e.Property(o => o.Id).ValueGeneratedNever();
        e.Property(o => o.OrderNo).HasMaxLength(64);
        e.HasIndex(o => new { o.ShopId, o.OrderNo });
        e.HasIndex(o => o.EvidenceNodeId);
        e.HasIndex(o => o.ImportId);
        e.HasIndex(o => o.HiddenByImportId).HasFilter("hidden_by_import_id IS NOT NULL");
    }
}
