using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Access;

/// <summary>Registers who may do what.</summary>
public static class AccessStage
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<Settings>()
        .AddSingleton<AuditLog>();
}
