using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Customers;

/// <summary>Registers who buys. The stage's parts so far are made by the import that needs them.</summary>
public static class CustomersStage
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services;
}
