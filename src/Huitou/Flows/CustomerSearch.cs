using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Finds customers by what somebody remembers of them: part of a name, or exactly a buyer's id, a phone, an e-mail or an order's number.</summary>
public sealed class CustomerSearch(IDbContextFactory<HuitouDb> databases, NameIndex names, Vault vault)
{
    /// <summary>Who matches and bears the tag; null where neither is asked for.</summary>
    public async Task<CustomerSet?> FindAsync(string? text, string? tag, CancellationToken cancel)
    {
        var (wanted, worn) = (text?.Trim(), tag?.Trim());
        if (string.IsNullOrEmpty(wanted) && string.IsNullOrEmpty(worn)) return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var matching = string.IsNullOrEmpty(wanted) ? null : await MatchingAsync(db, wanted, cancel);
        if (string.IsNullOrEmpty(worn)) return new CustomerSet(matching!);
        var bearing = await db.CustomerTags.Where(bears => bears.Tag == worn).Select(bears => bears.CustomerId).ToListAsync(cancel);
        return new CustomerSet(matching is null ? bearing : bearing.Intersect(matching));
    }

    private async Task<IReadOnlyList<long>> MatchingAsync(HuitouDb db, string wanted, CancellationToken cancel)
    {
        var byName = await names.FindAsync(wanted, cancel);
        // Ids and order numbers are looked up shop by shop, for that is how they are indexed.
        int[] shops = [.. await db.Shops.Select(shop => shop.Id).ToListAsync(cancel)];
        string[] scopes = [.. shops.Select(BuyerBook.ScopeOf)];
        var buyer = vault.Blind(wanted, BuyerAttribute.Id);
        var byBuyer = await db.EvidenceNodes.Where(node => EF.Parameter(scopes).Contains(node.Scope) && node.Kind == EvidenceKind.SourceId && node.Value == buyer)
            .Select(node => node.CustomerId).ToListAsync(cancel);
        var byOrder = await VisibleOrders.Of(db).Where(order => EF.Parameter(shops).Contains(order.ShopId) && order.OrderNo == wanted)
            .Join(db.EvidenceNodes, order => order.EvidenceNodeId, node => node.Id, (_, node) => node.CustomerId).ToListAsync(cancel);
        return [.. byName, .. byBuyer, .. byOrder, .. await ByAddressAsync(db, wanted, cancel)];
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
}
