using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Connect.Regions;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>Lines of an order from a file of their own.</summary>
internal sealed record DetailsVersion(string Key, long? Rank, IReadOnlyList<SourceLine> Lines, IReadOnlyList<(int Day, long Amount)> Refunds) : IFactVersion
{
    public bool NamesBuyer => false;

    public long ContentHash()
    {
        var content = LineSet.Write(ContentWriter.Begin(), Lines);
        foreach (var (day, amount) in Refunds) content.Add(day).Add(amount);
        return content.Hash();
    }

    public IEnumerable<(string Field, string Value)> Told(int digits) =>
        [("lines", LineSet.Told(Lines, digits)), ("refundAmount", string.Join("; ", Refunds.Select(refund => MoneyText.Of(refund.Amount, digits))))];
}

/// <summary>Merges the lines of orders whose heads stand elsewhere.</summary>
internal sealed class DetailsMerge(MergeContext context, Catalogue catalogue) : FactMerge<DetailsVersion>(context, OrderTables.DetailsFacts)
{
    private readonly List<OrderDetails> _details = [];
    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderRefund> _refunds = [];

    protected override RejectReason? FaultOf(IReadOnlyList<SourceFact> rows) => OrderVersion.FaultOf(rows);

    protected override DetailsVersion Make(IReadOnlyList<SourceFact> rows)
    {
        SourceLine[] lines = [.. rows.Cast<SourceLine>()];
        return new(rows[0].Key, Ranks.Of(rows), lines, OrderVersion.RefundsOf(lines, lines.Sum(line => line.Amount), null, Context.Clock));
    }

    protected override void Describe(DetailsVersion version, bool isNews)
    {
        foreach (var line in version.Lines) catalogue.ProductOf(line, version.Rank ?? Context.Import.TakenAt);
    }

    protected override Fact Add(DetailsVersion version, long id)
    {
        var details = new OrderDetails { OrderNo = version.Key };
        _details.Add(details);
        LineSet.Add(_lines, id, version.Lines, catalogue, version.Rank ?? Context.Import.TakenAt);
        var refundNo = 0;
        foreach (var (day, amount) in version.Refunds) _refunds.Add(new OrderRefund { OrderId = id, RefundNo = ++refundNo, Day = day, Amount = amount });
        return details;
    }

    protected override async Task WriteAsync(IBulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(OrderTables.Details, _details, cancel);
        await bulk.InsertAsync(OrderTables.Lines, _lines, cancel);
        await bulk.InsertAsync(OrderTables.Refunds, _refunds, cancel);
    }

    protected override void Clear()
    {
        _details.Clear();
        _lines.Clear();
        _refunds.Clear();
    }

    protected override async Task<DetailsVersion> StoredAsync(long id, CancellationToken cancel)
    {
        var orderNo = await Context.Db.OrderDetailsFacts.Where(d => d.Id == id).Select(d => d.OrderNo).SingleAsync(cancel);
        var refunds = await Context.Db.OrderRefunds.Where(r => r.OrderId == id).OrderBy(r => r.Day).ToListAsync(cancel);
        return new(orderNo, null, await LineSet.StoredAsync(Context.Db, id, orderNo, cancel), refunds.ConvertAll(r => (r.Day, r.Amount)));
    }
}

/// <summary>Who bought an order.</summary>
internal sealed record BuyerVersion(string Key, long? Rank, SourceBuyer Buyer, string Name) : IFactVersion
{
    public bool NamesBuyer => true;

    public long ContentHash() => Buyer.Write(ContentWriter.Begin()).Hash();

    public IEnumerable<(string Field, string Value)> Told(int digits) => [("buyer", Buyer.Id ?? "***")];
}

/// <summary>Merges buyers of orders, which takes anonymous orders home.</summary>
internal sealed class BuyerMerge(MergeContext context, BuyerBook buyers) : FactMerge<BuyerVersion>(context, OrderTables.BuyerFacts)
{
    private readonly List<OrderBuyer> _rows = [];

    protected override RejectReason? FaultOf(IReadOnlyList<SourceFact> rows) =>
        rows.Select(row => ((SourceOrderBuyer)row).Buyer.Name).Distinct().Count() > 1 ? RejectReason.ConflictingBuyer : null;

    protected override BuyerVersion Make(IReadOnlyList<SourceFact> rows)
    {
        var last = (SourceOrderBuyer)rows[^1];
        return new(last.OrderNo, Ranks.Of(rows), last.Buyer, last.Name);
    }

    protected override void Describe(BuyerVersion version, bool isNews)
    {
        var buyer = buyers.Of(version.Buyer);
        if (isNews) buyers.Touch(buyer);
        buyers.Describe(buyer, version.Buyer, version.Name, PlaceName.None, version.Rank ?? Context.Import.TakenAt);
    }

    protected override Fact Add(BuyerVersion version, long id)
    {
        var row = new OrderBuyer { OrderNo = version.Key, EvidenceNodeId = buyers.NodeOf(version.Buyer)!.Value };
        _rows.Add(row);
        return row;
    }

    protected override Task WriteAsync(IBulkWriter bulk, CancellationToken cancel) => bulk.InsertAsync(OrderTables.Buyers, _rows, cancel);

    protected override void Clear() => _rows.Clear();

    protected override async Task<BuyerVersion> StoredAsync(long id, CancellationToken cancel)
    {
        var stored = await (
            from row in Context.Db.OrderBuyers
            where row.Id == id
            join node in Context.Db.EvidenceNodes on row.EvidenceNodeId equals node.Id
            select new { row.OrderNo, Node = node }).AsNoTracking().SingleAsync(cancel);
        return new(stored.OrderNo, null, stored.Node.Kind == EvidenceKind.SourceId ? new(stored.Node.Name(Context.Vault)) : new(null, stored.Node.Value), "");
    }
}

/// <summary>What an order cost.</summary>
internal sealed record CostVersion(string Key, long? Rank, long? Goods, long? Freight, long? Fee, long? Service) : IFactVersion
{
    public bool NamesBuyer => false;

    public long ContentHash() => ContentWriter.Begin().Add(Goods).Add(Freight).Add(Fee).Add(Service).Hash();

    public IEnumerable<(string Field, string Value)> Told(int digits) =>
    [
        ("goodsCost", Text(Goods, digits)), ("freightCost", Text(Freight, digits)), ("feeCost", Text(Fee, digits)), ("serviceCost", Text(Service, digits)),
    ];

    private static string Text(long? minor, int digits) => minor is { } told ? MoneyText.Of(told, digits) : "";
}

/// <summary>Merges the costs of orders. Rows of one order in one file add up: a parcel a row, a fee a row.</summary>
internal sealed class CostMerge(MergeContext context) : FactMerge<CostVersion>(context, OrderTables.CostFacts)
{
    private readonly List<OrderCost> _rows = [];

    protected override RejectReason? FaultOf(IReadOnlyList<SourceFact> rows)
    {
        Int128 sum = 0;
        foreach (var row in rows)
            if (row is SourceCost cost) sum += Int128.Abs(cost.Goods ?? 0) + Int128.Abs(cost.Freight ?? 0) + Int128.Abs(cost.Fee ?? 0) + Int128.Abs(cost.Service ?? 0);
        return sum > Engine.FactsContract.MaxAmount ? RejectReason.AmountTooLarge : null;
    }

    protected override CostVersion Make(IReadOnlyList<SourceFact> rows)
    {
        long? goods = null, freight = null, fee = null, service = null;
        foreach (var row in rows)
        {
            var cost = (SourceCost)row;
            (goods, freight) = (Sum(goods, cost.Goods), Sum(freight, cost.Freight));
            (fee, service) = (Sum(fee, cost.Fee), Sum(service, cost.Service));
        }
        return new(rows[0].Key, Ranks.Of(rows), goods, freight, fee, service);
    }

    private static long? Sum(long? one, long? other) => one is null ? other : one + (other ?? 0);

    protected override Fact Add(CostVersion version, long id)
    {
        var row = new OrderCost { OrderNo = version.Key, Goods = version.Goods, Freight = version.Freight, Fee = version.Fee, Service = version.Service };
        _rows.Add(row);
        return row;
    }

    protected override Task WriteAsync(IBulkWriter bulk, CancellationToken cancel) => bulk.InsertAsync(OrderTables.Costs, _rows, cancel);

    protected override void Clear() => _rows.Clear();

    protected override async Task<CostVersion> StoredAsync(long id, CancellationToken cancel)
    {
        var stored = await Context.Db.OrderCosts.AsNoTracking().SingleAsync(c => c.Id == id, cancel);
        return new(stored.OrderNo, stored.Rank, stored.Goods, stored.Freight, stored.Fee, stored.Service);
    }
}

/// <summary>The time that rows of one thing tell.</summary>
internal static class Ranks
{
    /// <summary>The latest modified time; null where no row tells one.</summary>
    internal static long? Of(IReadOnlyList<SourceFact> rows) => rows.Max(row => row.ModifiedAt)?.ToUnixTimeMilliseconds();
}
