using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Huitou.Access;
using Huitou.Flows;
using Huitou.Server.Tests.Cli;
using Huitou.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Server.Tests.Analytics;

/// <summary>Tables taken out through the API and the command line.</summary>
public sealed class ExportTests(DemoHost demo) : IClassFixture<DemoHost>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_holds_every_customer_of_the_list_once_and_is_written_down()
    {
        using var operators = await demo.Host.BearerAsync(Role.Operator);
        using var service = await demo.Host.BearerAsync(Role.Service);
        var start = new Uri("/api/v1/exports?f=new", UriKind.Relative);
        var body = new { table = "customers", language = "en" };

        using var refused = await service.PostAsJsonAsync(start, body, Cancel);
        using var accepted = await operators.PostAsJsonAsync(start, body, Cancel);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Accepted), (refused.StatusCode, accepted.StatusCode));
        var started = await Browser.JsonAsync(accepted);
        await foreach (var job in demo.Host.Services.GetRequiredService<Jobs>().WatchAsync(started.GetProperty("jobId").GetInt64(), Cancel))
            Assert.Equal("", job.Error);

        var id = started.GetProperty("exportId").GetInt64();
        using var file = await operators.GetAsync(new Uri($"/api/v1/exports/{id}/file", UriKind.Relative), Cancel);
        var rows = (await file.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"customers-{id}.csv", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal((await demo.AskAsync("customers?f=new&limit=1")).GetProperty("total").GetInt32(), rows.Length - 1);
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.Contains(await demo.Host.AuditAsync(), entry => entry.Action == AuditAction.Export && entry.Subject == $"export:{id}");
        Assert.Equal("f=new", (await demo.AskAsync($"exports/{id}")).GetProperty("filter").GetString());
    }

    [Fact]
    public async Task A_table_comes_out_by_command_line()
    {
        var file = Path.Combine(demo.Host.Options.DataFolder, "out.csv");
        var (code, output, error) = await CommandLineTests.RunAsync(
            demo.Host.Options.DataFolder, "", "export", "orderLines", "--out", file, "--columns", "orderNo,lineAmount", "--from", "2026-01-01", "--json");

        Assert.True(code == 0, error);
        var lines = await File.ReadAllLinesAsync(file, Cancel);
        Assert.Equal("orderNo,lineAmount", lines[0].TrimStart('\uFEFF'));
        Assert.Equal(JsonDocument.Parse(output).RootElement.GetProperty("rows").GetInt64(), lines.Length - 1);
        Assert.True(lines.Length > 100);
    }

    [Fact]
    public async Task Without_a_table_the_command_line_lists_them()
    {
        var (code, output, _) = await CommandLineTests.RunAsync(demo.Host.Options.DataFolder, "", "export", "--csv");
        Assert.Equal(0, code);
        Assert.Contains("orderLines", output, StringComparison.Ordinal);
    }
}
