using Huitou.Access;
using Huitou.Server.Access;
using Huitou.Server.Api;
using Huitou.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Huitou.Server;

/// <summary>The host, wired: what is registered, what a request passes through, which endpoints there are.</summary>
public static class HuitouServer
{
    public static WebApplication Build(HuitouOptions options, ServerOptions server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "huitou", ContentRootPath = AppContext.BaseDirectory, WebRootPath = server.Pages,
        });
        builder.AddListening(options, server);
        AddLogging(builder.Logging, server);
        builder.Services
            .AddSingleton(server)
            .AddHuitou(options)
            .AddHostedService<StaleSocket>()
            .AddSignIn()
            .AddApiJson()
            .AddApiDocument()
            .AddSingleton<MetricsText>().AddHostedService(services => services.GetRequiredService<MetricsText>())
            .AddScoped<Sessions>()
            .AddExceptionHandler<Errors>()
            .AddProblemDetails()
            .AddRouting();

        if (server.Demo) builder.Services.AddHostedService<DemoShop>();

        var app = builder.Build();
        UsePipeline(app, server);
        MapEndpoints(app);
        return app;
    }

    /// <summary>
    /// Where an empty installation is set up; null when it is somebody's already. The token is in the fragment, which browsers keep
    /// to themselves: no log of ours or of a proxy ever sees it.
    /// </summary>
    public static async Task<string?> NewSetUpLinkAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<SetUp>().NewTokenAsync(cancel);
        return token is null ? null : $"{AddressOf(app)}/setup#token={token}";
    }

    /// <summary>The address that pages are served at.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Urls.First(url => !url.StartsWith("http://unix:", StringComparison.Ordinal)).TrimEnd('/');

    private static void AddLogging(ILoggingBuilder logging, ServerOptions server)
    {
        // A command line's own output goes to stdout; what a host has to say must not get between.
        logging.AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Huitou.Server.Access", LogLevel.Warning)
            .SetMinimumLevel(server.SocketOnly ? LogLevel.Warning : LogLevel.Information);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void UsePipeline(WebApplication app, ServerOptions server)
    {
        app.UseForwardedHeaders();
        app.UseHostFiltering();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseExceptionHandler();
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api => api.UseStatusCodePages(Errors.FillAsync));
        app.UseRouting();
        app.UseWebPages(server.Pages);
        app.UseSignIn();
    }

    private static void MapEndpoints(WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapStatus();
        api.MapSession();
        api.MapAccess();
        api.MapConnect();
        api.MapJobs();
        api.MapExports();
        api.MapCustomers();
        api.MapManyCustomers();
        api.MapCustomerViews();
        api.MapPrune();
        api.MapServiceLevels();
        api.MapProfiles();
        api.MapIdentity();
        api.MapAnalytics();
        app.MapProbes();
        app.MapOpenApi().WithName("openApi").Public();
    }
}
