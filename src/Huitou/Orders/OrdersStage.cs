using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Orders;

/// <summary>Registers what was bought.</summary>
public static class OrdersStage
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services.AddSingleton<ChannelList>();
}
