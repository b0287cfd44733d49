using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Orders;

/// <summary>Registers what was bought. Most of the stage's parts are made by the import that needs them.</summary>
public static class OrdersStage
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services.AddSingleton<ChannelList>();
}
