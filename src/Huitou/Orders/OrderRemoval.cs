using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Orders;

/// <summary>Takes the orders of an import that never was committed out again, in chunks: nobody ever saw them.</summary>
internal static class OrderRemoval
{
    private const long OrdersAtOnce = 2_000;

    internal static async Task RunAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        await db.OrderFacts.Where(o => o.HiddenByImportId == importId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.HiddenByImportId, (long?)null), cancel);
        // Ids were handed out while no other import ran, so the import's are one unbroken range.
        var facts = db.OrderFacts.Where(o => o.ImportId == importId);
        var last = await facts.MaxAsync(o => (long?)o.Id, cancel) ?? -1;
        for (var first = await facts.MinAsync(o => (long?)o.Id, cancel) ?? 0; first <= last; first += OrdersAtOnce)
        {
            var (from, to) = (first, Math.Min(first + OrdersAtOnce - 1, last));
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.OrderLines.Where(l => l.OrderId >= from && l.OrderId <= to).ExecuteDeleteAsync(cancel);
            await db.OrderRefunds.Where(r => r.OrderId >= from && r.OrderId <= to).ExecuteDeleteAsync(cancel);
            await db.OrderFacts.Where(o => o.Id >= from && o.Id <= to).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        await db.Products.Where(p => p.FirstImportId == importId).ExecuteDeleteAsync(cancel);
        await db.Channels.Where(c => c.FirstImportId == importId).ExecuteDeleteAsync(cancel);
    }
}
