using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Connect.Facts;
using Huitou.Customers;
using Huitou.Customers.Erasures;
using Huitou.Customers.Identity;
using Huitou.Customers.Profiles;
using Huitou.Flows;
using Huitou.Flows.Exports;
using Huitou.Flows.Views;
using Huitou.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Huitou.Data;

/// <summary>What a caller sees who sees some shops: one filter for each entity. A test holds that none is without.</summary>
public abstract partial class HuitouDb
{
    /// <summary>The scope in which the context was opened; it keeps it.</summary>
    public DataScope Scope { get; } = DataScope.Current;

    private int[] SeenShops => Scope.Shops ?? [];

    private string[] SeenSources => [.. SeenShops.Select(BuyerBook.ScopeOf)];

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Hold();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Hold();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void Narrow(ModelBuilder builder)
    {
        builder.Entity<Shop>().HasQueryFilter(shop => SeenShops.Contains(shop.Id));
        builder.Entity<Import>().HasQueryFilter(import => SeenShops.Contains(import.ShopId));
        builder.Entity<SavedMapping>().HasQueryFilter(mapping => SeenShops.Contains(mapping.ShopId));
        builder.Entity<Upload>().HasQueryFilter(upload => upload.Shops != null && upload.Shops.All(shop => SeenShops.Contains(shop)));
        builder.Entity<Job>().HasQueryFilter(job => job.Shops != null && job.Shops.All(shop => SeenShops.Contains(shop)));
        builder.Entity<Export>().HasQueryFilter(export => export.Shops != null && export.Shops.All(shop => SeenShops.Contains(shop)));
        // One's own views are found by who holds them, and by no filter of shops.
        builder.Entity<CustomerView>().HasQueryFilter(view => view.Holder == "" && (view.Shops == null || view.Shops.All(shop => SeenShops.Contains(shop))));
        builder.Entity<GridLimitsVersion>().HasQueryFilter(limits => limits.ShopId == null || SeenShops.Contains(limits.ShopId.Value));
        builder.Entity<CutOff>().HasQueryFilter(cutOff => cutOff.ShopId == null || SeenShops.Contains(cutOff.ShopId.Value));
        // Whoever reads the audit reads all of it.
        builder.Entity<AuditEntry>().HasQueryFilter(entry => false);
        NarrowCustomers(builder);
        NarrowOrders(builder);
    }

    /// <summary>
    /// A source's own id is of its shop; a phone or e-mail is known to the shops whose imports speak of it. What a customer is called follows
    /// from the word of all shops, so it is not there at all: <see cref="CustomerNames"/> asks those that are seen.
    /// </summary>
    private void NarrowCustomers(ModelBuilder builder)
    {
        builder.Entity<BuyerStatement>().HasQueryFilter(said => Imports.Any(import => import.Id == said.ImportId));
        builder.Entity<EvidenceClaim>().HasQueryFilter(claim =>
            Imports.Any(import => import.Id == claim.ImportId) || (claim.ImportId == EvidenceClaim.ByHand && EvidenceNodes.Any(node => node.Id == claim.NodeId)));
        builder.Entity<Consent>().HasQueryFilter(consent => (consent.ImportId == null || Imports.Any(import => import.Id == consent.ImportId))
            && EvidenceNodes.Any(node => node.Scope == consent.Scope && node.Kind == consent.Kind && node.Value == consent.Value));
        builder.Entity<ProfileEdit>().HasQueryFilter(edit => EvidenceNodes.Any(node => node.Scope == edit.Scope && node.Kind == edit.Kind && node.Value == edit.Value));
        // Which tags a customer bears follows from the word of all shops.
        builder.Entity<CustomerTag>().HasQueryFilter(tag => false);
        builder.Entity<Erasure>().HasQueryFilter(erasure => false);
        builder.Entity<EvidenceNode>().HasQueryFilter(
            node => SeenSources.Contains(node.Scope) || (node.Scope == "" && BuyerStatements.Any(said => said.NodeId == node.Id)));
        builder.Entity<Customer>().HasQueryFilter(customer => EvidenceNodes.Any(node => node.CustomerId == customer.Id));
        builder.Entity<Customer>().Ignore(c => c.Name).Ignore(c => c.NameAt).Ignore(c => c.Region).Ignore(c => c.RegionAt).Ignore(c => c.City).Ignore(c => c.CityAt)
            .Ignore(c => c.FirstImportId).Ignore(c => c.CreatedAt);
        builder.Entity<IdentityDecision>().HasQueryFilter(decision =>
            (SeenSources.Contains(decision.OneScope)
                || EvidenceNodes.Any(node => node.Scope == decision.OneScope && node.Kind == decision.OneKind && node.Value == decision.OneValue))
            && (SeenSources.Contains(decision.OtherScope)
                || EvidenceNodes.Any(node => node.Scope == decision.OtherScope && node.Kind == decision.OtherKind && node.Value == decision.OtherValue)));
    }

    private void NarrowOrders(ModelBuilder builder)
    {
        builder.Entity<OrderFact>().HasQueryFilter(order => SeenShops.Contains(order.ShopId));
        builder.Entity<OrderDetails>().HasQueryFilter(details => SeenShops.Contains(details.ShopId));
        builder.Entity<OrderBuyer>().HasQueryFilter(buyer => SeenShops.Contains(buyer.ShopId));
        builder.Entity<OrderCost>().HasQueryFilter(cost => SeenShops.Contains(cost.ShopId));
        builder.Entity<Touch>().HasQueryFilter(touch => SeenShops.Contains(touch.ShopId));
        builder.Entity<VisitorCount>().HasQueryFilter(visitors => SeenShops.Contains(visitors.ShopId));
        builder.Entity<FactRepeat>().HasQueryFilter(repeat => Imports.Any(import => import.Id == repeat.ImportId));
        builder.Entity<BuyerOrder>().HasQueryFilter(filed => OrderFacts.Any(order => order.Id == filed.OrderId));
        builder.Entity<OrderLine>().HasQueryFilter(
            line => OrderFacts.Any(order => order.Id == line.OrderId) || OrderDetailsFacts.Any(details => details.Id == line.OrderId));
        builder.Entity<OrderRefund>().HasQueryFilter(
            refund => OrderFacts.Any(order => order.Id == refund.OrderId) || OrderDetailsFacts.Any(details => details.Id == refund.OrderId));
        builder.Entity<OrderReceiver>().HasQueryFilter(receiver => OrderFacts.Any(order => order.Id == receiver.OrderId));
        builder.Entity<Product>().HasQueryFilter(product => SeenShops.Contains(product.ShopId));
        builder.Entity<ProductStatement>().HasQueryFilter(said => Imports.Any(import => import.Id == said.ImportId));
        builder.Entity<ChannelUse>().HasQueryFilter(use => Imports.Any(import => import.Id == use.ImportId));
        builder.Entity<Channel>().HasQueryFilter(channel => ChannelUses.Any(use => use.ChannelId == channel.Id));
    }

    /// <summary>What is written must be of the caller's shops too: whoever got here without looking is stopped.</summary>
    private void Hold()
    {
        if (Scope.IsAll) return;
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            if (IsBeyond(entry)) throw new InvalidOperationException($"{entry.Metadata.DisplayName()} is of a shop that the caller does not see.");
    }

    private bool IsBeyond(EntityEntry entry)
    {
        if (entry.Entity is User or AccessToken) return false;
        if (entry.Metadata.FindProperty(nameof(Import.ShopId)) is { } ofShop) return !Scope.Holds((int?)entry.Property(ofShop).CurrentValue);
        return entry.Metadata.FindProperty(nameof(Job.Shops)) is { } ofShops && !Scope.Holds(DataScope.Of((int[]?)entry.Property(ofShops).CurrentValue));
    }
}
