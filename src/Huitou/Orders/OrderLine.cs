using Huitou.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Huitou.Orders;

/// <summary>One line of one version of an order. Money in minor units, unit prices in 1/10,000 of the currency's unit.</summary>
public sealed class OrderLine
{
    public long OrderId { get; set; }

    public int LineNo { get; set; }

    public int ProductId { get; set; }

    public int Quantity { get; set; }

    public long UnitPrice { get; set; }

    public long Amount { get; set; }

    public LineMarks Marks { get; set; }

    internal static void Map(EntityTypeBuilder<OrderLine> e)
    {
        e.ToTable("order_line");
        e.HasKey(l => new { l.OrderId, l.LineNo });
    }
}
