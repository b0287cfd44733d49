using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>Merges orders: heads, with their lines and refunds where the source gives them.</summary>
internal sealed class OrderMerge(MergeContext context, BuyerBook buyers, Catalogue catalogue) : FactMerge<OrderVersion>(context, OrderTables.OrderFacts)
{
    private readonly List<OrderFact> _orders = [];
    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderRefund> _refunds = [];
    private readonly List<OrderReceiver> _receivers = [];

    protected override RejectReason? FaultOf(IReadOnlyList<SourceFact> rows) => OrderVersion.FaultOf(rows);

    protected override OrderVersion Make(IReadOnlyList<SourceFact> rows) => OrderVersion.Of(rows, Context.Clock);

    protected override void Describe(OrderVersion version, bool isNews)
    {
        foreach (var line in version.Lines) catalogue.ProductOf(line, version.At);
        if (version.Buyer.IsNobody) return;
        var buyer = buyers.Of(version.Buyer);
        if (isNews) buyers.Touch(buyer);
        foreach (var line in version.Rows) buyers.Describe(buyer, version.Buyer, line.BuyerName, new(line.Region, line.City, line.District), version.At);
    }

    protected override Fact Add(OrderVersion version, long id)
    {
        (int Day, int Minute)? paid = version.PaidAt is { } at ? Context.Clock.Civil(at) : null;
        var order = new OrderFact
        {
            OrderNo = version.OrderNo,
            EvidenceNodeId = buyers.NodeOf(version.Buyer),
            Kind = version.Kind,
            Status = version.Status,
            CreatedAt = version.CreatedAt,
            PaidAt = version.PaidAt,
            Day = paid?.Day,
            Minute = paid?.Minute ?? 0,
            ChannelId = catalogue.ChannelOf(version.Channel),
            Marks = version.Marks,
            Amount = version.Amount,
            Discount = version.Discount,
            HasLines = version.Lines.Count > 0,
            Currency = version.Currency.Length > 0 ? version.Currency : null,
            Rate = version.Currency.Length > 0 ? version.Rate : null,
            OriginalAmount = version.Currency.Length > 0 ? version.OriginalAmount : null,
        };
        _orders.Add(order);
        LineSet.Add(_lines, id, version.Lines, catalogue, version.At);
        var refundNo = 0;
        if (version.Receiver is { } receiver) _receivers.Add(OrderReceiver.Of(Context.Vault, id, receiver));
        foreach (var (day, amount) in version.Refunds) _refunds.Add(new OrderRefund { OrderId = id, RefundNo = ++refundNo, Day = day, Amount = amount });
        return order;
    }

    protected override async Task WriteAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(OrderTables.Orders, _orders, cancel);
        await bulk.InsertAsync(OrderTables.Lines, _lines, cancel);
        await bulk.InsertAsync(OrderTables.Refunds, _refunds, cancel);
        await bulk.InsertAsync(OrderTables.Receivers, _receivers, cancel);
    }

    protected override void Clear()
    {
        _orders.Clear();
        _lines.Clear();
        _refunds.Clear();
        _receivers.Clear();
    }

    protected override async Task<OrderVersion> StoredAsync(long id, CancellationToken cancel)
    {
        var db = Context.Db;
        var order = await db.OrderFacts.AsNoTracking().SingleAsync(o => o.Id == id, cancel);
        var buyer = await db.EvidenceNodes.AsNoTracking().FirstOrDefaultAsync(n => n.Id == order.EvidenceNodeId, cancel);
        var refunds = await db.OrderRefunds.AsNoTracking().Where(r => r.OrderId == id).OrderBy(r => r.Day).ToListAsync(cancel);
        return new OrderVersion
        {
            OrderNo = order.OrderNo,
            Buyer = buyer is null ? default : buyer.Kind == EvidenceKind.SourceId ? new SourceBuyer(buyer.Name(Context.Vault)) : new SourceBuyer(null, buyer.Value),
            Kind = order.Kind,
            Status = order.Status,
            CreatedAt = order.CreatedAt,
            PaidAt = order.PaidAt,
            Channel = await db.Channels.Where(c => c.Id == order.ChannelId).Select(c => c.Name).FirstOrDefaultAsync(cancel) ?? "",
            Marks = order.Marks,
            Amount = order.Amount,
            Discount = order.Discount,
            Rank = order.Rank,
            Rows = [],
            Lines = await LineSet.StoredAsync(db, id, order.OrderNo, cancel),
            Refunds = refunds.ConvertAll(r => (r.Day, r.Amount)),
            Receiver = (await OrderReceiver.ReadAsync(db, Context.Vault, [id], cancel)).GetValueOrDefault(id),
        };
    }
}
