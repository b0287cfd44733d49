using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Flows.Exports;

/// <summary>Registers exports. A further table is a class beside the others and a line here.</summary>
internal static class ExportWiring
{
    internal static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton<OrderReader>()
        .AddSingleton<IExportTable, CustomersTable>()
        .AddSingleton<IExportTable, OrdersTable>()
        .AddSingleton<IExportTable, OrderLinesTable>()
        .AddSingleton<IExportTable, ProfilesTable>()
        .AddSingleton<IExportTable, ProductsTable>()
        .AddSingleton<IExportTable, BuyersTable>()
        .AddSingleton<IExportTable, CostsTable>()
        .AddSingleton<IExportTable, TouchesTable>()
        .AddSingleton<IExportTable, VisitorsTable>()
        .AddSingleton<IExportTable, ImportsTable>()
        .AddSingleton<IExportTable, JobsTable>()
        .AddSingleton<IExportTable, AuditTable>()
        .AddSingleton(provider => new ExportTables(provider.GetServices<IExportTable>()))
        .AddSingleton<ExportFiles>().AddHostedService<ExportPurge>().AddSingleton<ExportRun>().AddSingleton<ExportStart>()
        .AddSingleton<ExportList>();
}
