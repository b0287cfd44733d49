using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Huitou.Data;

/// <summary>Registers the data folder, the database and the start that makes both ready.</summary>
public static class DataStage
{
    public static IServiceCollection AddData(this IServiceCollection services, HuitouOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options)
            .AddSingleton(new DataFolder(options))
            .AddSingleton<IDbContextFactory<HuitouDb>>(provider => DbFactory.Of(options, provider.GetRequiredService<DataFolder>()))
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<HuitouDb>>().CreateDbContext())
            .AddSingleton<Vault>()
            .AddSingleton<ChangeSignal>()
            .AddSingleton<HuitouMeter>()
            .AddHostedService<DataStart>();
    }
}
