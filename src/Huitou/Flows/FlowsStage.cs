using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Flows;

/// <summary>Registers the operations that span stages, and what runs the long ones.</summary>
public static class FlowsStage
{
    public static IServiceCollection AddFlows(this IServiceCollection services) => services
        .AddSingleton<Jobs>()
        .AddSingleton<ImportRun>()
        .AddSingleton<ImportStart>()
        .AddSingleton<DemoStart>()
        .AddSingleton<ImportHistory>()
        .AddHostedService<JobRunner>();
}
