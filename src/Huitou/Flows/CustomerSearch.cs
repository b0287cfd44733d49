using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Finds customers by what somebody remembers of them: part of a name, or exactly a buyer's id, a phone, an e-mail or an order's number.</summary>
public sealed class CustomerSearch(IDbContextFactory<HuitouDb> databases, Vault vault)
{
    /// <summary>Who matches; null where nothing is searched for.</summary>
    public async Task<CustomerSet?> FindAsync(string? text, CancellationToken cancel)
    {
        var wanted = text?.Trim();
        if (string.IsNullOrEmpty(wanted)) return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = $"%{Escape(wanted)}%";
        var byName = await (db.Database.IsNpgsql()
            ? db.Customers.Where(customer => EF.Functions.ILike(customer.Name, pattern, "\\"))
            : db.Customers.Where(customer => EF.Functions.Like(customer.Name, pattern, "\\"))).Select(customer => customer.Id).ToListAsync(cancel);
        // Ids and order numbers are looked up shop by shop, for that is how they are indexed.
        int[] shops = [.. await db.Shops.Select(shop => shop.Id).ToListAsync(cancel)];
        string[] scopes = [.. shops.Select(BuyerBook.ScopeOf)];
        var buyer = vault.Blind(wanted, BuyerAttribute.Id);
        var byBuyer = await db.EvidenceNodes.Where(node => EF.Parameter(scopes).Contains(node.Scope) && node.Kind == EvidenceKind.SourceId && node.Value == buyer)
            .Select(node => node.CustomerId).ToListAsync(cancel);
        var byOrder = await VisibleOrders.Of(db).Where(order => EF.Parameter(shops).Contains(order.ShopId) && order.OrderNo == wanted)
            .Join(db.EvidenceNodes, order => order.EvidenceNodeId, node => node.Id, (_, node) => node.CustomerId).ToListAsync(cancel);
        return new CustomerSet([.. byName, .. byBuyer, .. byOrder, .. await ByAddressAsync(db, wanted, cancel)]);
    }

    /// <summary>Phones and e-mails lie in the database unreadable; only a whole one finds its customer.</summary>
    private async Task<IReadOnlyList<long>> ByAddressAsync(HuitouDb db, string wanted, CancellationToken cancel)
    {
        var (kind, value) = ContactText.Phone(wanted) is { } phone ? (EvidenceKind.Phone, vault.Blind(phone, BuyerAttribute.Phone))
            : ContactText.Email(wanted) is { } email ? (EvidenceKind.Email, vault.Blind(email, BuyerAttribute.Email)) : default;
        if (value is null) return [];
        return await (
            from claim in db.EvidenceClaims
            where claim.Kind == kind && claim.Value == value
            join import in db.Imports on claim.ImportId equals import.Id
            where import.State == ImportState.Committed
            join node in db.EvidenceNodes on claim.NodeId equals node.Id
            select node.CustomerId).Distinct().ToListAsync(cancel);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
