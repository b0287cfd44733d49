using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Analytics;

/// <summary>Registers the ledger, who keeps it, and the questions asked of it.</summary>
public static class AnalyticsStage
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services) => services
        .AddSingleton<RegionDictionary>().AddSingleton<LedgerLoader>().AddSingleton<LedgerStore>()
        .AddSingleton<InProcessLedgerHost>().AddHostedService(provider => provider.GetRequiredService<InProcessLedgerHost>())
        .AddHostedService<LedgerGauges>().AddSingleton<FeedPrune>().AddHostedService(provider => provider.GetRequiredService<FeedPrune>())
        .AddSingleton<CivilClock>().AddSingleton<ScopeReader>()
        .AddSingleton<GridLimitsFor>().AddSingleton<RfmEdgesFor>().AddSingleton<SetGridLimits>().AddSingleton<GridLimitsHistory>()
        .AddSingleton<PublishCutOffs>().AddSingleton<CutOffClock>().AddHostedService(provider => provider.GetRequiredService<CutOffClock>())
        .AddSingleton<OverviewReport>().AddSingleton<GridReport>().AddSingleton<GridFlowReport>().AddSingleton<RfmReport>().AddSingleton<HistogramReport>()
        .AddSingleton<ProductRankingReport>().AddSingleton<TouchReport>().AddSingleton<LedgerFreshness>();
}
