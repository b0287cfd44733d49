using Huitou.Flows.Exports;
using Huitou.Flows.Levels;
using Huitou.Flows.Operations;
using Huitou.Flows.Pruning;
using Huitou.Flows.Traits;
using Huitou.Flows.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Flows;

/// <summary>Registers the operations that span stages, and what runs the long ones.</summary>
public static class FlowsStage
{
    public static IServiceCollection AddFlows(this IServiceCollection services) => services
        .AddSingleton<Jobs>().AddHostedService<JobRunner>()
        .AddSingleton<MergeOpening>().AddSingleton<ImportSettlement>().AddSingleton<ImportSource>().AddSingleton<ImportUndo>().AddSingleton<DryRun>()
        .AddSingleton<ImportRun>().AddSingleton<ImportStart>().AddSingleton<ImportHistory>().AddSingleton<DemoStart>().AddSingleton<ShopChange>()
        .AddSingleton<NameIndex>().AddHostedService(services => services.GetRequiredService<NameIndex>()).AddSingleton<TraitIndex>().AddHostedService(services => services.GetRequiredService<TraitIndex>()).AddSingleton<CustomerSearch>().AddSingleton<CustomerClassing>().AddSingleton<CustomerList>().AddSingleton<Customer360>()
        .AddSingleton<CustomerOrders>().AddSingleton<CustomerReveal>().AddSingleton<CustomerReceivers>().AddSingleton<CustomerIdentity>().AddSingleton<IdentityReview>().AddSingleton<ResolveAgain>().AddSingleton<ChangeIdentityRules>().AddSingleton<CustomerTimeline>().AddSingleton<EditProfile>().AddSingleton<CustomerConsents>().AddSingleton<CustomerBin>().AddSingleton<EraseCustomers>().AddHostedService<ErasureReplay>().AddSingleton<SubjectExport>().AddSingleton<Today>()
        .AddSingleton<StatusReport>().AddSingleton<ViewGaps>().AddSingleton<CustomerViews>().AddSingleton<ChangeServiceLevels>().AddSingleton<PruneList>().AddSingleton<Prune>()
        .AddExports();
}
