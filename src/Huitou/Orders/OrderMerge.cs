using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>What an import did with orders.</summary>
internal readonly record struct MergeCounts(long Orders, long New, long Changed, long Unchanged, long WithBuyer)
{
    public static MergeCounts operator +(MergeCounts one, MergeCounts other) => new(
        one.Orders + other.Orders, one.New + other.New, one.Changed + other.Changed, one.Unchanged + other.Unchanged,
        one.WithBuyer + other.WithBuyer);
}

/// <summary>
/// Merges an import's orders into what is stored, one short transaction per chunk. Whatever it writes carries the import and stays
/// out of sight until that is committed.
/// </summary>
internal sealed class OrderMerge(HuitouDb db, Import import, ShopClock clock, BuyerBook buyers, Catalogue catalogue)
{
    private readonly IBulkWriter _bulk = db.BulkWriter();
    private readonly List<OrderFact> _facts = [];
    private readonly List<OrderLine> _lines = [];
    private readonly List<OrderRefund> _refunds = [];
    private readonly List<long> _hidden = [];
    private NextIds? _ids;
    private bool _shopIsEmpty;

    internal async Task<MergeCounts> RunAsync(IReadOnlyList<OrderVersion> versions, CancellationToken cancel)
    {
        if (_ids is null)
        {
            _ids = await NextIds.AboveAsync(db, "order_fact", cancel);
            _shopIsEmpty = !await db.OrderFacts.AnyAsync(o => o.ShopId == import.ShopId, cancel);
        }
        await buyers.ResolveAsync(db, versions.Select(v => v.Buyer.Id).OfType<string>(), cancel);
        var stored = await StoredAsync(versions, cancel);
        Clear();
        var counts = default(MergeCounts);
        foreach (var version in versions) counts += Merge(version, stored[version.OrderNo].ToList());
        await WriteAsync(cancel);
        return counts;
    }

    private async Task<ILookup<string, StoredVersion>> StoredAsync(IReadOnlyList<OrderVersion> versions, CancellationToken cancel)
    {
        if (_shopIsEmpty) return Array.Empty<StoredVersion>().ToLookup(version => version.OrderNo);
        var orderNos = versions.Select(v => v.OrderNo).ToArray();
        // What an import left behind that could not even be taken out is nobody's knowledge.
        var committed = db.Imports.Where(i => i.State == ImportState.Committed).Select(i => i.Id);
        var stored = await db.OrderFacts
            .Where(o => o.ShopId == import.ShopId && EF.Parameter(orderNos).Contains(o.OrderNo) && committed.Contains(o.ImportId))
            .Select(o => new StoredVersion(
                o.Id, o.OrderNo, o.ImportId, committed.Contains(o.HiddenByImportId!.Value) ? o.HiddenByImportId : null, o.Rank, o.ContentHash))
            .ToListAsync(cancel);
        return stored.ToLookup(version => version.OrderNo);
    }

    private MergeCounts Merge(OrderVersion version, List<StoredVersion> stored)
    {
        var hash = version.ContentHash();
        var (verdict, visible) = VersionDecision.Of(stored, version.Rank, hash);
        Describe(version);
        if (verdict is Verdict.Changed or Verdict.Touched) _hidden.Add(visible!.Value.Id);
        if (verdict != Verdict.Known) Add(version, hash, verdict == Verdict.Older ? visible!.Value.ImportId : null);
        return new MergeCounts(
            1, verdict == Verdict.New ? 1 : 0, verdict == Verdict.Changed ? 1 : 0,
            verdict is Verdict.Known or Verdict.Touched or Verdict.Older ? 1 : 0, version.Buyer.IsNobody ? 0 : 1);
    }

    /// <summary>What an order says of its buyer and products is worth keeping even where the order itself is known.</summary>
    private void Describe(OrderVersion version)
    {
        foreach (var line in version.Lines) catalogue.ProductOf(line, version.At);
        if (version.Buyer.Id is not { } buyer) return;
        foreach (var line in version.Lines) buyers.Describe(buyer, line.BuyerName, line.Region, line.City, version.At);
    }

    private void Add(OrderVersion version, long hash, long? hiddenBy)
    {
        var fact = Fact(version, hash, hiddenBy);
        _facts.Add(fact);
        var lineNo = 0;
        foreach (var line in version.Lines)
        {
            _lines.Add(new OrderLine
            {
                OrderId = fact.Id, LineNo = ++lineNo, ProductId = catalogue.ProductOf(line, version.At), Quantity = line.Quantity,
                UnitPrice = line.UnitPrice, Amount = line.Amount, Marks = line.Marks,
            });
        }
        var refundNo = 0;
        foreach (var (day, amount) in version.Refunds)
            _refunds.Add(new OrderRefund { OrderId = fact.Id, RefundNo = ++refundNo, Day = day, Amount = amount });
    }

    private OrderFact Fact(OrderVersion version, long hash, long? hiddenBy)
    {
        (int Day, int Minute)? paid = version.PaidAt is { } at ? clock.Civil(at) : null;
        return new OrderFact
        {
            Id = _ids!.Next(),
            ShopId = import.ShopId,
            OrderNo = version.OrderNo,
            ImportId = import.Id,
            HiddenByImportId = hiddenBy,
            Rank = version.Rank,
            ContentHash = hash,
            EvidenceNodeId = version.Buyer.Id is { } buyer ? buyers.NodeOf(buyer) : null,
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
        };
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await buyers.WriteNewAsync(_bulk, cancel);
        await catalogue.WriteNewAsync(_bulk, cancel);
        await _bulk.InsertAsync(OrderTables.Facts, _facts, cancel);
        await _bulk.InsertAsync(OrderTables.Lines, _lines, cancel);
        await _bulk.InsertAsync(OrderTables.Refunds, _refunds, cancel);
        var hidden = _hidden.ToArray();
        if (hidden.Length > 0)
            await db.OrderFacts.Where(o => EF.Parameter(hidden).Contains(o.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.HiddenByImportId, import.Id), cancel);
        await transaction.CommitAsync(cancel);
    }

    private void Clear()
    {
        _facts.Clear();
        _lines.Clear();
        _refunds.Clear();
        _hidden.Clear();
    }
}
