using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Connect;

/// <summary>Registers the ways in.</summary>
public static class ConnectStage
{
    public static IServiceCollection AddConnect(this IServiceCollection services) => services
        .AddSingleton<UploadStore>().AddHostedService<UploadPurge>()
        .AddSingleton<SavedMappings>()
        .AddSingleton<RateBook>()
        .AddSingleton<PreviewUpload>()
        .AddSingleton<RejectFile>()
        .AddSingleton<ImportList>();
}
