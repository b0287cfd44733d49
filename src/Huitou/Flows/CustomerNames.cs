using Huitou.Customers;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Who a customer is, unmasked: for operations, never for an answer as it is.</summary>
internal sealed record CustomerName(long Id, string Name, string Region, string City, string Buyer)
{
    internal static readonly CustomerName Unknown = new(0, "", "", "", "");
}

/// <summary>Names and places of customers; the ledger holds none.</summary>
internal static class CustomerNames
{
    internal static async Task<Dictionary<long, CustomerName>> ReadAsync(HuitouDb db, Vault vault, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var buyers = (await db.EvidenceNodes.AsNoTracking().Where(node => ids.Contains(node.CustomerId) && node.Kind == EvidenceKind.SourceId).OrderBy(node => node.Id)
            .ToListAsync(cancel))
            .GroupBy(node => node.CustomerId).ToDictionary(nodes => nodes.Key, nodes => nodes.First().Name(vault));
        var customers = await db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id)).ToListAsync(cancel);
        return customers.ToDictionary(
            customer => customer.Id,
            customer => new CustomerName(customer.Id, customer.Name, customer.Region, customer.City, buyers.GetValueOrDefault(customer.Id, "")));
    }
}
