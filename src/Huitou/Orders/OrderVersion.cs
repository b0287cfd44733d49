using System.Text;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine;

namespace Huitou.Orders;

/// <summary>A version of an order as its source's lines tell it, before anything stored is known of it. Money in minor units.</summary>
internal sealed record OrderVersion
{
    internal required string OrderNo { get; init; }

    internal required SourceBuyer Buyer { get; init; }

    internal required OrderKind Kind { get; init; }

    internal required OrderStatus Status { get; init; }

    internal required DateTimeOffset CreatedAt { get; init; }

    internal required DateTimeOffset? PaidAt { get; init; }

    internal required string Channel { get; init; }

    internal required OrderMarks Marks { get; init; }

    internal required long Amount { get; init; }

    internal required long Discount { get; init; }

    /// <summary>What decides which version is newer, see <see cref="OrderFact.Rank"/>.</summary>
    internal required long Rank { get; init; }

    internal required IReadOnlyList<SourceLine> Lines { get; init; }

    internal required IReadOnlyList<(int Day, long Amount)> Refunds { get; init; }

    /// <summary>When it was paid, else placed: what tells of its buyer and products is as new as this.</summary>
    internal long At => (PaidAt ?? CreatedAt).ToUnixTimeMilliseconds();

    /// <summary>
    /// Why lines make no order; null where they do. Where they name different buyers nobody can say whose order it is; a line that
    /// names none is no contradiction.
    /// </summary>
    internal static RejectReason? FaultOf(IReadOnlyList<SourceLine> lines)
    {
        var buyer = BuyerOf(lines);
        if (lines.Any(line => !line.Buyer.IsNobody && line.Buyer != buyer)) return RejectReason.ConflictingBuyer;
        Int128 amount = 0, discount = 0, refund = 0;
        foreach (var line in lines) (amount, discount, refund) = (amount + line.Amount, discount + line.Discount, refund + line.RefundAmount);
        return Int128.Max(amount, Int128.Max(discount, refund)) > FactsContract.MaxAmount ? RejectReason.AmountTooLarge : null;
    }

    /// <summary>Puts an order together from lines without a fault.</summary>
    internal static OrderVersion Of(IReadOnlyList<SourceLine> lines, ShopClock clock)
    {
        var paidAt = lines.Max(line => line.PaidAt);
        var createdAt = lines.Max(line => line.CreatedAt);
        var marks = lines.Aggregate(OrderMarks.None, (all, line) => all | line.OrderMarks);
        if (lines.All(line => line.Marks.HasFlag(LineMarks.ZeroPriced))) marks |= OrderMarks.ZeroPriced;
        return new OrderVersion
        {
            OrderNo = lines[0].OrderNo,
            Buyer = BuyerOf(lines),
            Kind = lines[0].IsReturn ? OrderKind.Return : OrderKind.Sale,
            Status = paidAt is not null ? OrderStatus.Paid : lines.Any(line => line.IsClosed) ? OrderStatus.Closed : OrderStatus.Unpaid,
            CreatedAt = createdAt,
            PaidAt = paidAt,
            Channel = lines.Select(line => line.Channel).FirstOrDefault(channel => channel.Length > 0, ""),
            Marks = marks,
            Amount = lines.Max(line => line.OrderAmount) ?? lines.Sum(line => line.Amount),
            Discount = lines.Sum(line => line.Discount),
            Rank = RankOf(lines),
            Lines = lines,
            Refunds = RefundsOf(lines, paidAt ?? createdAt, clock),
        };
    }

    private static SourceBuyer BuyerOf(IReadOnlyList<SourceLine> lines)
    {
        foreach (var line in lines)
            if (!line.Buyer.IsNobody) return line.Buyer;
        return default;
    }

    private static long RankOf(IReadOnlyList<SourceLine> lines)
    {
        var modified = lines.Max(line => line.ModifiedAt);
        var latest = modified ?? lines.Max(line => Latest(line.CreatedAt, Latest(line.PaidAt, line.RefundedAt)));
        return latest!.Value.ToUnixTimeMilliseconds();
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;

    private static List<(int Day, long Amount)> RefundsOf(IReadOnlyList<SourceLine> lines, DateTimeOffset otherwise, ShopClock clock) =>
    [
        .. lines.Where(line => line.RefundAmount > 0)
            .GroupBy(line => clock.Civil(line.RefundedAt ?? otherwise).Day)
            .OrderBy(day => day.Key)
            .Select(day => (day.Key, day.Sum(line => line.RefundAmount))),
    ];

    /// <summary>
    /// A fingerprint of what the order says: equal for equal content, whatever the sequence of the lines. Names of people and
    /// products are not part of it; they belong to the customer and the catalogue.
    /// </summary>
    internal long ContentHash()
    {
        var text = new StringBuilder(64 + (Lines.Count * 48))
            .Append(Buyer.Id is null ? "-" : "=" + Buyer.Id).Append('\n').Append((int)Kind).Append(' ').Append((int)Status).Append(' ')
            .Append(CreatedAt.ToUnixTimeMilliseconds()).Append(' ').Append(PaidAt?.ToUnixTimeMilliseconds() ?? -1).Append(' ')
            .Append((int)Marks).Append(' ').Append(Amount).Append(' ').Append(Discount).Append('\n').Append(Channel).Append('\n');
        foreach (var (day, amount) in Refunds) text.Append(day).Append(':').Append(amount).Append(' ');
        foreach (var line in InSequence(Lines))
        {
            text.Append('\n').Append(Catalogue.CodeOf(line)).Append('\t').Append(line.Quantity).Append(' ').Append(line.UnitPrice).Append(' ')
                .Append(line.Amount).Append(' ').Append((int)line.Marks);
        }
        return StableHash.Of(text.ToString());
    }

    private static IEnumerable<SourceLine> InSequence(IReadOnlyList<SourceLine> lines) => lines.Count == 1 ? lines : lines
        .OrderBy(Catalogue.CodeOf, StringComparer.Ordinal).ThenBy(line => line.Quantity).ThenBy(line => line.UnitPrice)
        .ThenBy(line => line.Amount).ThenBy(line => line.Marks);
}
