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
    /// <summary>The names of the stages' folders; a test holds every type to this order, and the docs to these names.</summary>
    public static readonly string[] InOrder = ["Access", "Connect", "Customers", "Orders", "Analytics"];

    public static IServiceCollection AddHuitou(this IServiceCollection services, HuitouOptions options) => services
        .AddData(options)
        .AddAccess()
        .AddConnect()
        .AddCustomers()
        .AddOrders()
        .AddAnalytics()
        .AddFlows();
}
