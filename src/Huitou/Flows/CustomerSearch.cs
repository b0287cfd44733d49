using Huitou.Connect;
using Huitou.Connect.Presets;
using Huitou.Connect.Regions;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Flows;

/// <summary>Finds customers by what somebody remembers of them: part of a name, or exactly a buyer's id, a phone, an e-mail, a card, another id or an order's number.</summary>
public sealed class CustomerSearch(IDbContextFactory<HuitouDb> databases, NameIndex names, Vault vault)
{
    /// <summary>Who matches and bears the tag; null where nothing is asked for. A region is, where the ledger's is not the word of the caller's shops.</summary>
    public async Task<CustomerSet?> FindAsync(string? text, string? region, string? tag, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        IReadOnlyList<long>?[] asked =
        [
            string.IsNullOrWhiteSpace(text) ? null : await ByTextAsync(db, text.Trim(), cancel),
            db.Scope.IsAll || string.IsNullOrWhiteSpace(region) ? null : await CustomerNames.FromRegionAsync(db, vault, PlaceNames.Region(region), cancel),
            string.IsNullOrWhiteSpace(tag) ? null : await ByTagAsync(db, tag.Trim(), cancel),
        ];
        var given = asked.OfType<IReadOnlyList<long>>().ToList();
        return given.Count == 0 ? null : new CustomerSet(given.Skip(1).Aggregate(given[0].AsEnumerable(), (found, more) => found.Intersect(more)));
    }

    private static async Task<IReadOnlyList<long>> ByTagAsync(HuitouDb db, string tag, CancellationToken cancel) =>
        await db.CustomerTags.Where(bears => bears.Tag == tag).Select(bears => bears.CustomerId).ToListAsync(cancel);

    private async Task<IReadOnlyList<long>> ByTextAsync(HuitouDb db, string wanted, CancellationToken cancel)
    {
        var byName = db.Scope.IsAll ? await names.FindAsync(wanted, cancel) : await ByNameSaid(db, $"%{Escape(wanted)}%").ToListAsync(cancel);
        // Ids and order numbers are looked up shop by shop, for that is how they are indexed.
        int[] shops = [.. await db.Shops.Select(shop => shop.Id).ToListAsync(cancel)];
        string[] scopes = [.. shops.Select(BuyerBook.ScopeOf)];
        var buyer = vault.Blind(wanted, BuyerAttribute.Id);
        var byBuyer = await db.EvidenceNodes.Where(node => EF.Parameter(scopes).Contains(node.Scope) && node.Kind == EvidenceKind.SourceId && node.Value == buyer)
            .Select(node => node.CustomerId).ToListAsync(cancel);
        var byOrder = await VisibleOrders.Of(db).Where(order => EF.Parameter(shops).Contains(order.ShopId) && order.OrderNo == wanted)
            .Join(db.EvidenceNodes, order => order.EvidenceNodeId, node => node.Id, (_, node) => node.CustomerId).ToListAsync(cancel);
        return [.. byName, .. byBuyer, .. byOrder, .. await ByCarriedAsync(db, wanted, cancel)];
    }

    /// <summary>Whom the shops that are seen ever called so: the name on the customer's row may be another shop's word.</summary>
    private static IQueryable<long> ByNameSaid(HuitouDb db, string pattern) =>
        from said in db.Database.IsNpgsql()
            ? db.BuyerStatements.Where(said => EF.Functions.ILike(said.Name, pattern, "\\"))
            : db.BuyerStatements.Where(said => EF.Functions.Like(said.Name, pattern, "\\"))
        join import in db.Imports on said.ImportId equals import.Id
        where import.State == ImportState.Committed
        join node in db.EvidenceNodes on said.NodeId equals node.Id
        select node.CustomerId;

    /// <summary>What people carry lies in the database unreadable; only a whole phone, e-mail, card or id finds its customer, of whatever scope.</summary>
    private async Task<IReadOnlyList<long>> ByCarriedAsync(HuitouDb db, string wanted, CancellationToken cancel)
    {
        CarriedValue[] asked =
        [
            .. ContactText.Phone(wanted) is { } phone ? [new(EvidenceKind.Phone, "", phone)] : (CarriedValue[])[],
            .. ContactText.Email(wanted) is { } email ? [new(EvidenceKind.Email, "", email)] : (CarriedValue[])[],
            .. ContactText.Card(wanted) is { } card ? [new(EvidenceKind.Card, "", card)] : (CarriedValue[])[],
            .. EvidenceKinds.Exclusive.Select(kind => new CarriedValue(kind, "", wanted)),
        ];
        // No two of them are equal: the kind is hashed with the value.
        EvidenceKind[] kinds = [.. asked.Select(carried => carried.Kind)];
        string[] values = [.. asked.Select(carried => carried.Blind(vault))];
        return await (
            from claim in db.EvidenceClaims
            where EF.Parameter(kinds).Contains(claim.Kind) && EF.Parameter(values).Contains(claim.Value)
            join import in db.Imports on claim.ImportId equals import.Id
            where import.State == ImportState.Committed
            join node in db.EvidenceNodes on claim.NodeId equals node.Id
            select node.CustomerId).Distinct().ToListAsync(cancel);
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
