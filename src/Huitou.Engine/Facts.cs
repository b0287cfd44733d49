namespace Huitou.Engine;

/// <summary>What is special about an order. The counting rules of a <see cref="Scope"/> decide at query time what that means.</summary>
[Flags]
public enum OrderMarks : byte
{
    /// <summary>An ordinary paid order.</summary>
    None = 0,

    /// <summary>No line of the order has a price above zero: a sample, a gift sent alone, a correction of stock.</summary>
    ZeroPriced = 1,

    /// <summary>The source calls the order a test.</summary>
    Test = 2,
}

/// <summary>What is special about a line of an order.</summary>
[Flags]
public enum LineMarks : byte
{
    /// <summary>Goods that were paid for.</summary>
    None = 0,

    /// <summary>The unit price, as parsed and before rounding, is zero: a gift. Its units count in no ratio.</summary>
    ZeroPriced = 1,

    /// <summary>Not goods: postage, a fee, an adjustment. Its money counts, its units do not.</summary>
    NotGoods = 2,
}

/// <summary>
/// One customer and all that the ledger knows of them, row by row: what a <see cref="PartitionBuilder"/> takes in, and what the
/// plain reference of every query reads. Id 0 is the reserved anonymous customer, under which orders without a buyer sit.
/// </summary>
/// <param name="Id">The customer's id, greater than 0 (0: anonymous).</param>
/// <param name="Region">Code in the ledger's region dictionary; 0 is unknown.</param>
/// <param name="Orders">Paid orders, in any order.</param>
/// <param name="LooseRefunds">Refunds that name no order. They count in the period of their own day.</param>
public sealed record CustomerFacts(long Id, int Region, IReadOnlyList<OrderFacts> Orders, IReadOnlyList<RefundFacts> LooseRefunds)
{
    /// <summary>Touches, in any order. A ledger keeps those of its last days one by one (<see cref="TouchWindow"/>).</summary>
    public IReadOnlyList<TouchFacts> Touches { get; init; } = [];

    /// <summary>What all touches ever come to, those that are no longer kept one by one included: see <see cref="TouchLife.Of"/>.</summary>
    public IReadOnlyList<TouchLife> TouchLives { get; init; } = [];
}

/// <summary>One paid order.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Day">The civil day of payment in the shop's zone.</param>
/// <param name="Minute">The minute of that day, 0 to 1,439.</param>
/// <param name="Shop">The shop's id, 1 to 65,535.</param>
/// <param name="Channel">Code in the ledger's channel dictionary; 0 is unknown.</param>
/// <param name="Marks">What is special about it.</param>
/// <param name="Amount">What was paid for the order in minor units, after discounts and before refunds; not negative.</param>
/// <param name="Discount">What was taken off the list price, in minor units; not negative.</param>
/// <param name="Lines">The lines. Their amounts need not add up to <paramref name="Amount"/> (postage, order-level discounts).</param>
/// <param name="Refunds">Refunds of this order, each with its own civil day.</param>
public sealed record OrderFacts(
    long Id, DateOnly Day, int Minute, int Shop, int Channel, OrderMarks Marks, long Amount, long Discount,
    IReadOnlyList<LineFacts> Lines, IReadOnlyList<RefundFacts> Refunds);

/// <summary>One line of an order.</summary>
/// <param name="Product">The product's id, greater than 0; 0 is unknown.</param>
/// <param name="Quantity">Units, greater than 0.</param>
/// <param name="Amount">What was paid for the line, in minor units; not negative.</param>
/// <param name="Marks">What is special about it.</param>
public readonly record struct LineFacts(int Product, int Quantity, long Amount, LineMarks Marks);

/// <summary>Money given back.</summary>
/// <param name="Day">The civil day of the refund in the shop's zone.</param>
/// <param name="Amount">Minor units, greater than 0.</param>
/// <param name="Shop">The shop's id.</param>
/// <param name="Channel">Code in the channel dictionary.</param>
public readonly record struct RefundFacts(DateOnly Day, long Amount, int Shop, int Channel);
