using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Customers;

/// <summary>Takes the customers that an import created out again, with their evidence.</summary>
internal static class CustomerRemoval
{
    internal static async Task RunAsync(HuitouDb db, long importId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.EvidenceNodes.Where(n => db.Customers.Any(c => c.Id == n.CustomerId && c.FirstImportId == importId)).ExecuteDeleteAsync(cancel);
        await db.Customers.Where(c => c.FirstImportId == importId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
