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
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>
/// The system of record. Each entity maps itself beside its class; names of tables and columns are lower_case, the same on both
/// databases, so that bulk paths share their SQL. Instants are Unix milliseconds, civil days are numbers of <see cref="Engine.CivilDay"/>.
/// </summary>
public abstract partial class HuitouDb(DbContextOptions options) : IdentityUserContext<User, long>(options)
{
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Shop> Shops => Set<Shop>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<SavedMapping> SavedMappings => Set<SavedMapping>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<EvidenceNode> EvidenceNodes => Set<EvidenceNode>();
    public DbSet<EvidenceClaim> EvidenceClaims => Set<EvidenceClaim>();
    public DbSet<IdentityDecision> IdentityDecisions => Set<IdentityDecision>();
    public DbSet<FactRepeat> FactRepeats => Set<FactRepeat>();
    public DbSet<BuyerStatement> BuyerStatements => Set<BuyerStatement>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<ProfileEdit> ProfileEdits => Set<ProfileEdit>();
    public DbSet<Erasure> Erasures => Set<Erasure>();
    public DbSet<CustomerTag> CustomerTags => Set<CustomerTag>();
    public DbSet<ProductStatement> ProductStatements => Set<ProductStatement>();
    public DbSet<OrderDetails> OrderDetailsFacts => Set<OrderDetails>();
    public DbSet<OrderBuyer> OrderBuyers => Set<OrderBuyer>();
    public DbSet<OrderCost> OrderCosts => Set<OrderCost>();
    public DbSet<Touch> Touches => Set<Touch>();
    public DbSet<VisitorCount> VisitorCounts => Set<VisitorCount>();
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Channel> Channels => Set<Channel>();
    public DbSet<ChannelUse> ChannelUses => Set<ChannelUse>();
    public DbSet<OrderFact> OrderFacts => Set<OrderFact>();
    public DbSet<BuyerOrder> BuyerOrders => Set<BuyerOrder>();
    public DbSet<OrderLine> OrderLines => Set<OrderLine>();
    public DbSet<OrderRefund> OrderRefunds => Set<OrderRefund>();
    public DbSet<OrderReceiver> OrderReceivers => Set<OrderReceiver>();
    public DbSet<GridLimitsVersion> GridLimits => Set<GridLimitsVersion>();
    public DbSet<CutOff> CutOffs => Set<CutOff>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<Export> Exports => Set<Export>();
    public DbSet<CustomerView> CustomerViews => Set<CustomerView>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<BlindLink> BlindLinks => Set<BlindLink>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<User>(User.Map).Entity<AccessToken>(AccessToken.Map).Entity<AuditEntry>(AuditEntry.Map)
            .Entity<Shop>(Shop.Map).Entity<Setting>(Setting.Map)
            .Entity<Upload>(Upload.Map).Entity<Import>(Import.Map).Entity<SavedMapping>(SavedMapping.Map)
            .Entity<Customer>(Customer.Map).Entity<EvidenceNode>(EvidenceNode.Map).Entity<EvidenceClaim>(EvidenceClaim.Map).Entity<IdentityDecision>(IdentityDecision.Map)
            .Entity<Product>(Product.Map).Entity<Channel>(Channel.Map).Entity<ChannelUse>(ChannelUse.Map)
            .Entity<OrderFact>(OrderFact.Map).Entity<BuyerOrder>(BuyerOrder.Map).Entity<OrderLine>(OrderLine.Map).Entity<OrderRefund>(OrderRefund.Map).Entity<OrderReceiver>(OrderReceiver.Map)
            .Entity<FactRepeat>(FactRepeat.Map).Entity<BuyerStatement>(BuyerStatement.Map).Entity<Consent>(Consent.Map).Entity<ProfileEdit>(ProfileEdit.Map).Entity<CustomerTag>(CustomerTag.Map).Entity<Erasure>(Erasure.Map)
            .Entity<ProductStatement>(ProductStatement.Map).Entity<OrderDetails>(OrderDetails.Map).Entity<OrderBuyer>(OrderBuyer.Map)
            .Entity<OrderCost>(OrderCost.Map).Entity<Touch>(Touch.Map).Entity<VisitorCount>(VisitorCount.Map).Entity<ExchangeRate>(ExchangeRate.Map)
            .Entity<GridLimitsVersion>(GridLimitsVersion.Map).Entity<CutOff>(CutOff.Map)
            .Entity<Job>(Job.Map).Entity<Export>(Export.Map).Entity<CustomerView>(CustomerView.Map).Entity<Change>(Change.Map).Entity<BlindLink>(BlindLink.Map);
        if (!Scope.IsAll) Narrow(builder);
        SnakeCase.Apply(builder);
    }
}
