using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou;

/// <summary>The stages in the order of the data. A stage uses only those above it.</summary>
public static class Stages
{
    public static IServiceCollection AddHuitou(this IServiceCollection services, HuitouOptions options) => services
        .AddData(options)
        .AddAccess()
        .AddConnect()
        .AddCustomers()
        .AddOrders()
        .AddAnalytics()
        .AddFlows();
}
