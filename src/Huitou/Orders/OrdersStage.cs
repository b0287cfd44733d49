using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Orders;

/// <summary>Registers what was bought. The stage's parts so far are made by the import that needs them.</summary>
public static class OrdersStage
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services;
}
