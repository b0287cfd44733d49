using System.Globalization;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Data;
using Huitou.Engine;

namespace Huitou.Orders;

/// <summary>A version of an order as its source's lines tell it, before anything stored is known of it. Money in minor units.</summary>
internal sealed record OrderVersion : IFactVersion
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

    /// <summary>The latest time that the source tells of it.</summary>
    internal required long Rank { get; init; }

    /// <summary>The rows that it was put together from; they describe its buyer.</summary>
    internal required IReadOnlyList<SourceLine> Rows { get; init; }

    /// <summary>The rows that stand for goods; empty where the source lists orders without their lines.</summary>
    internal required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>By day.</summary>
    internal required IReadOnlyList<(int Day, long Amount)> Refunds { get; init; }

    /// <summary>To whom and where it went; null where no row says.</summary>
    internal SourceReceiver? Receiver { get; init; }

    /// <summary>The currency that was converted from; empty where none was.</summary>
    internal string Currency { get; init; } = "";

    internal long Rate { get; init; }

    internal long OriginalAmount { get; init; }

    string IFactVersion.Key => OrderNo;

    long? IFactVersion.Rank => Rank;

    public bool NamesBuyer => !Buyer.IsNobody;

    /// <summary>When it was paid, else placed: what tells of its buyer and products is as new as this.</summary>
    internal long At => (PaidAt ?? CreatedAt).ToUnixTimeMilliseconds();

    /// <summary>
    /// Why lines make no order; null where they do. Where they name different buyers nobody can say whose order it is; a line that
    /// names none is no contradiction.
    /// </summary>
    internal static RejectReason? FaultOf(IReadOnlyList<SourceFact> rows)
    {
        string? buyer = null;
        Int128 amount = 0, discount = 0, refund = 0;
        foreach (var row in rows)
        {
            var line = (SourceLine)row;
            (amount, discount, refund) = (amount + line.Amount, discount + line.Discount, refund + line.RefundAmount);
            if (line.Buyer.Name is not { } named) continue;
            if (buyer is not null && named != buyer) return RejectReason.ConflictingBuyer;
            buyer = named;
        }
        return Int128.Max(amount, Int128.Max(discount, refund)) > FactsContract.MaxAmount ? RejectReason.AmountTooLarge : null;
    }

    /// <summary>Puts an order together from lines without a fault, in one pass over them.</summary>
    internal static OrderVersion Of(IReadOnlyList<SourceFact> rows, ShopClock clock)
    {
        var lines = new SourceLine[rows.Count];
        for (var i = 0; i < lines.Length; i++) lines[i] = (SourceLine)rows[i];
        var first = lines[0];
        var sum = new Gathered(first);
        foreach (var line in lines) sum.Take(line);
        return new OrderVersion
        {
            OrderNo = first.OrderNo,
            Buyer = sum.Buyer,
            Kind = first.IsReturn ? OrderKind.Return : OrderKind.Sale,
            Status = sum.PaidAt is not null ? OrderStatus.Paid : sum.IsClosed ? OrderStatus.Closed : OrderStatus.Unpaid,
            CreatedAt = sum.CreatedAt,
            PaidAt = sum.PaidAt,
            Channel = sum.Channel,
            Marks = sum.IsZeroPriced ? sum.Marks | OrderMarks.ZeroPriced : sum.Marks,
            Amount = sum.OrderAmount ?? sum.Amount,
            Discount = sum.Discount,
            Rank = sum.Rank.ToUnixTimeMilliseconds(),
            Rows = lines,
            Lines = sum.HasGoods ? lines : [],
            Refunds = sum.HasRefunds ? RefundsOf(lines, sum.OrderAmount ?? sum.Amount, sum.PaidAt ?? sum.CreatedAt, clock) : [],
            Receiver = sum.Receiver,
            Currency = first.Currency,
            Rate = first.Rate,
            OriginalAmount = sum.OrderAmount is null ? sum.OriginalAmount : first.OriginalAmount,
        };
    }

    private struct Gathered(SourceLine first)
    {
        internal SourceBuyer Buyer = default;
        internal DateTimeOffset CreatedAt = first.CreatedAt, Latest = first.CreatedAt;
        internal DateTimeOffset? PaidAt, ModifiedAt;
        internal string Channel = "";
        internal OrderMarks Marks = OrderMarks.None;
        internal bool IsClosed, IsZeroPriced = true, HasGoods, HasRefunds;
        internal long Amount, Discount, OriginalAmount;
        internal long? OrderAmount;
        internal SourceReceiver? Receiver;

        internal readonly DateTimeOffset Rank => ModifiedAt ?? Latest;

        internal void Take(SourceLine line)
        {
            if (Buyer.IsNobody) Buyer = line.Buyer;
            CreatedAt = Later(CreatedAt, line.CreatedAt);
            PaidAt = Later(PaidAt, line.PaidAt);
            ModifiedAt = Later(ModifiedAt, line.ModifiedAt);
            Latest = Later(Later(Later(Latest, line.CreatedAt), line.PaidAt), line.RefundedAt)!.Value;
            if (Channel.Length == 0) Channel = line.Channel;
            Receiver = Fuller(Receiver, line.Receiver);
            Marks |= line.OrderMarks;
            IsClosed |= line.IsClosed;
            IsZeroPriced &= line.Marks.HasFlag(LineMarks.ZeroPriced);
            HasGoods |= line.HasGoods;
            HasRefunds |= line.RefundAmount > 0;
            Amount += line.Amount;
            Discount += line.Discount;
            OriginalAmount += line.OriginalAmount;
            if (line.OrderAmount is { } told && !(OrderAmount >= told)) OrderAmount = told;
        }

        /// <summary>Where lines went to several places one of them stands, the same whatever the sequence of the lines.</summary>
        private static SourceReceiver? Fuller(SourceReceiver? one, SourceReceiver? other)
        {
            if (one is null || other is null || one == other) return one ?? other;
            return string.CompareOrdinal($"{one}", $"{other}") < 0 ? other : one;
        }

        private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

        private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
    }

    /// <summary>
    /// Refunds by day; those that tell none are of the day of <paramref name="otherwise"/>, unknown where that is. What is told of the whole
    /// order counts once. More than was paid is no refund of a sale: the latest days give way.
    /// </summary>
    internal static List<(int Day, long Amount)> RefundsOf(IReadOnlyList<SourceLine> lines, long paid, DateTimeOffset? otherwise, ShopClock clock)
    {
        var ofOrder = lines.Where(line => line.RefundIsOrders && line.RefundAmount > 0).MaxBy(line => line.RefundAmount);
        var days = lines.Where(line => line.RefundAmount > 0 && (!line.RefundIsOrders || ReferenceEquals(line, ofOrder)))
            .GroupBy(line => (line.RefundedAt ?? otherwise) is { } at ? clock.Civil(at).Day : OrderRefund.UnknownDay)
            .OrderBy(day => day.Key);
        var refunds = new List<(int Day, long Amount)>();
        foreach (var day in days)
        {
            var amount = Math.Min(day.Sum(line => line.RefundAmount), paid);
            paid -= amount;
            if (amount > 0) refunds.Add((day.Key, amount));
        }
        return refunds;
    }

    /// <summary>
    /// A fingerprint of what the order says: equal for equal content, whatever the sequence of the lines. Names of people and
    /// products are not part of it; they belong to the customer and the catalogue.
    /// </summary>
    public long ContentHash()
    {
        var content = Buyer.Write(ContentWriter.Begin()).Add((int)Kind).Add((int)Status).Add(CreatedAt.ToUnixTimeMilliseconds())
            .Add(PaidAt?.ToUnixTimeMilliseconds()).Add((int)Marks).Add(Amount).Add(Discount).Add(Channel).Add(Currency).Add(Rate).Add(OriginalAmount);
        foreach (var (day, amount) in Refunds) content.Add(day).Add(amount);
        if (Receiver is { } to) content.Add(to.Name).Add(to.Phone).Add(to.Address).Add(to.Place.Region).Add(to.Place.City).Add(to.Place.District);
        return LineSet.Write(content, Lines).Hash();
    }

    public IEnumerable<(string Field, string Value)> Told(int digits) =>
    [
        ("status", Status.ToString()), ("createdAt", Time(CreatedAt)), ("paidAt", PaidAt is { } paid ? Time(paid) : ""),
        ("buyer", Buyer.Id ?? (Buyer.IsNobody ? "" : "***")), ("channel", Channel), ("orderAmount", MoneyText.Of(Amount, digits)),
        ("lineDiscount", Discount == 0 ? "" : MoneyText.Of(Discount, digits)),
        ("refundAmount", string.Join("; ", Refunds.Select(refund => $"{CivilDay.Of(refund.Day):yyyy-MM-dd} {MoneyText.Of(refund.Amount, digits)}"))),
        .. Receiver is { } to ? ReceiverMask.Told(to) : [],
        ("lines", LineSet.Told(Lines, digits)),
    ];

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
