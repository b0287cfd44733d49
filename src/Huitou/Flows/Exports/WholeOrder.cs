using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Engine;
using Huitou.Orders;

namespace Huitou.Flows.Exports;

/// <summary>A shop and the clock by which its orders are told.</summary>
internal sealed record OrderShop(int Id, string Name, ShopClock Clock);

/// <summary>The buyer of an order as its source names them, and the customer that is.</summary>
internal sealed record BoughtBy(BuyerContact Contact, long CustomerId, string Name, string Region, string City);

/// <summary>A line of an order. Money in minor units, unit prices in 1/10,000.</summary>
internal sealed record WholeLine(string Code, string Name, string Category, int Quantity, long UnitPrice, long Amount, LineMarks Marks);

/// <summary>What was paid for an order in the currency that it was counted in before.</summary>
/// <param name="Currency">That currency.</param>
/// <param name="Amount">In its minor units.</param>
/// <param name="Rate">Reporting units for one of it, times 10^8.</param>
internal sealed record OriginalMoney(Currency Currency, long Amount, long Rate);

/// <summary>What was given back on a day.</summary>
internal readonly record struct DayRefund(DateOnly Day, long Amount);

/// <summary>A visible order with all that belongs to it, as an export writes it. Money in minor units.</summary>
internal sealed record WholeOrder
{
    internal required OrderShop Shop { get; init; }

    internal required string OrderNo { get; init; }

    internal required OrderKind Kind { get; init; }

    internal required OrderStatus Status { get; init; }

    internal required OrderMarks Marks { get; init; }

    internal required DateTimeOffset CreatedAt { get; init; }

    internal required DateTimeOffset? PaidAt { get; init; }

    /// <summary>What ranked this version among others: given back as its modified time, it ranks the same wherever it goes.</summary>
    internal required DateTimeOffset RankedAt { get; init; }

    /// <summary>Null for an order of nobody.</summary>
    internal required BoughtBy? Buyer { get; init; }

    /// <summary>To whom and where it went; null where nobody says.</summary>
    internal SourceReceiver? Receiver { get; init; }

    internal required string Channel { get; init; }

    internal required long Amount { get; init; }

    internal required long Discount { get; init; }

    /// <summary>What the amounts were converted from; null where nothing was.</summary>
    internal OriginalMoney? Original { get; init; }

    internal required IReadOnlyList<WholeLine> Lines { get; init; }

    internal required IReadOnlyList<DayRefund> Refunds { get; init; }

    /// <summary>The times as an export writes them: once an order, however many lines repeat them.</summary>
    internal Cell CreatedCell => field.Text is null ? field = ExportLook.Time(CreatedAt, Shop.Clock) : field;

    internal Cell PaidCell => field.Text is null ? field = ExportLook.Time(PaidAt, Shop.Clock) : field;

    internal Cell RankedCell => field.Text is null ? field = ExportLook.Time(RankedAt, Shop.Clock) : field;
}
