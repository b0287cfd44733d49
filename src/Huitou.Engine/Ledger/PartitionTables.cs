namespace Huitou.Engine;

/// <summary>All tables of a partition but those that follow from them.</summary>
internal sealed record PartitionTables(
    CustomerTable Customers, OrderTable Orders, LineTable Lines, RefundTable Refunds, TouchTable Touches, TouchLifeTable TouchLives);

/// <summary>The customers of a partition, by the hash of their id.</summary>
internal sealed class CustomerTable
{
    internal required long[] Id { get; init; }

    internal required Column Region { get; init; }

    /// <summary>Where each customer's orders begin, and behind the last where they end.</summary>
    internal required int[] OrderStart { get; init; }

    internal required int[] RefundStart { get; init; }

    /// <summary>Where each customer's touches begin; a column, since there may be none at all.</summary>
    internal required Column TouchStart { get; init; }

    internal ColumnSize[] Sizes =>
    [
        new("customers", "id", 8L * Id.Length),
        new("customers", "region", Region.ByteSize),
        new("customers", "orderStart", 4L * OrderStart.Length),
        new("customers", "refundStart", 4L * RefundStart.Length),
        new("customers", "touchStart", TouchStart.ByteSize),
    ];
}

/// <summary>Orders, by customer and time.</summary>
internal sealed class OrderTable
{
    internal required Column Id { get; init; }

    internal required ushort[] Day { get; init; }

    internal required ushort[] Minute { get; init; }

    internal required ushort[] Shop { get; init; }

    internal required byte[] Channel { get; init; }

    internal required byte[] Marks { get; init; }

    internal required Column Amount { get; init; }

    internal required Column Discount { get; init; }

    /// <summary>The units of the order's lines that are paid goods.</summary>
    internal required Column Units { get; init; }

    internal required int[] LineStart { get; init; }

    internal ColumnSize[] Sizes =>
    [
        new("orders", "id", Id.ByteSize),
        new("orders", "day", 2L * Day.Length),
        new("orders", "minute", 2L * Minute.Length),
        new("orders", "shop", 2L * Shop.Length),
        new("orders", "channel", Channel.Length),
        new("orders", "marks", Marks.Length),
        new("orders", "amount", Amount.ByteSize),
        new("orders", "discount", Discount.ByteSize),
        new("orders", "units", Units.ByteSize),
        new("orders", "lineStart", 4L * LineStart.Length),
    ];
}

/// <summary>Lines, by order, as they came.</summary>
internal sealed class LineTable
{
    internal required Column Product { get; init; }

    internal required Column Quantity { get; init; }

    internal required Column Amount { get; init; }

    internal required byte[] Marks { get; init; }

    internal ColumnSize[] Sizes =>
    [
        new("lines", "product", Product.ByteSize),
        new("lines", "quantity", Quantity.ByteSize),
        new("lines", "amount", Amount.ByteSize),
        new("lines", "marks", Marks.Length),
    ];
}

/// <summary>Refunds, by customer and by the order that they name.</summary>
internal sealed class RefundTable
{
    /// <summary>The place of the customer who got it.</summary>
    internal required int[] Customer { get; init; }

    /// <summary>The row of the order that it names; −1 where it is loose.</summary>
    internal required int[] Order { get; init; }

    internal required ushort[] Day { get; init; }

    internal required Column Amount { get; init; }

    internal required ushort[] Shop { get; init; }

    internal required byte[] Channel { get; init; }

    internal ColumnSize[] Sizes =>
    [
        new("refunds", "customer", 4L * Customer.Length),
        new("refunds", "order", 4L * Order.Length),
        new("refunds", "day", 2L * Day.Length),
        new("refunds", "amount", Amount.ByteSize),
        new("refunds", "shop", 2L * Shop.Length),
        new("refunds", "channel", Channel.Length),
    ];
}

/// <summary>What one column weighs.</summary>
/// <param name="Table">customers, orders, lines, refunds, lives, touches or touchLives.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Bytes">Bytes of its values.</param>
public sealed record ColumnSize(string Table, string Column, long Bytes);
