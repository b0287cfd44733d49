using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>What belongs to visible heads: their own, or what files of details and of buyers give to them.</summary>
/// <param name="Lines">By the head's id.</param>
/// <param name="Refunds">By the head's id, in the sequence of their numbers, each with its day.</param>
/// <param name="Nodes">The evidence nodes of the buyers by the head's id; who is not here bought anonymously.</param>
internal sealed record OrderContents(ILookup<long, OrderLine> Lines, ILookup<long, OrderRefund> Refunds, IReadOnlyDictionary<long, long> Nodes)
{
    internal static async Task<OrderContents> ReadAsync(HuitouDb db, IReadOnlyList<OrderFact> heads, CancellationToken cancel)
    {
        var details = await VisibleOrders.DetailsAsync(db, [.. heads.Select(order => order.Id)], cancel);
        var headOf = heads.ToDictionary(order => order.Id, order => order);
        foreach (var (head, fact) in details) headOf[fact] = headOf[head];
        long[] facts = [.. headOf.Keys];
        var lines = await db.OrderLines.AsNoTracking().Where(line => EF.Parameter(facts).Contains(line.OrderId)).ToListAsync(cancel);
        var refunds = await db.OrderRefunds.AsNoTracking().Where(refund => EF.Parameter(facts).Contains(refund.OrderId)).ToListAsync(cancel);
        var told = refunds.Where(refund => !details.ContainsValue(refund.OrderId)).Select(refund => refund.OrderId).ToHashSet();
        // What the head tells of refunds outranks its details: they are the same money.
        var counted = refunds.Where(refund => refund.OrderId == headOf[refund.OrderId].Id || !told.Contains(headOf[refund.OrderId].Id));
        return new OrderContents(
            lines.OrderBy(line => line.LineNo).ToLookup(line => headOf[line.OrderId].Id),
            counted.OrderBy(refund => refund.RefundNo).ToLookup(refund => headOf[refund.OrderId].Id, refund => Dated(refund, headOf[refund.OrderId])),
            await NodesAsync(db, heads, cancel));
    }

    private static OrderRefund Dated(OrderRefund refund, OrderFact head) => refund.Day != OrderRefund.UnknownDay || head.Day is not { } paid
        ? refund
        : new OrderRefund { OrderId = refund.OrderId, RefundNo = refund.RefundNo, Day = paid, Amount = refund.Amount };

    private static async Task<Dictionary<long, long>> NodesAsync(HuitouDb db, IReadOnlyList<OrderFact> heads, CancellationToken cancel)
    {
        var nodes = heads.Where(order => order.EvidenceNodeId is not null).ToDictionary(order => order.Id, order => order.EvidenceNodeId!.Value);
        var nobodys = heads.Where(order => order.EvidenceNodeId is null).ToLookup(order => (order.ShopId, order.OrderNo), order => order.Id);
        foreach (var shop in nobodys.GroupBy(order => order.Key.ShopId))
        {
            var orderNos = shop.Select(order => order.Key.OrderNo).ToArray();
            var buyers = await VisibleOrders.Buyers(db).Where(b => b.ShopId == shop.Key && EF.Parameter(orderNos).Contains(b.OrderNo)).ToListAsync(cancel);
            foreach (var buyer in buyers)
                foreach (var id in nobodys[(shop.Key, buyer.OrderNo)]) nodes[id] = buyer.EvidenceNodeId;
        }
        return nodes;
    }
}
