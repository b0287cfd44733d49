using System.Globalization;
using System.Text.Json;
using Huitou.Server.Tests.Cli;

namespace Huitou.Server.Tests.Analytics;

/// <summary>The report verbs, as processes beside a host: the same answers as the API, for machines, spreadsheets and people.</summary>
public sealed class ReportVerbTests(DemoHost demo) : IClassFixture<DemoHost>
{
    [Theory]
    [InlineData("overview?from=2026-01-01&to=2026-06-30&asOf=2026-06-30&grain=week", "overview", "--from", "2026-01-01", "--to", "2026-06-30", "--as-of", "2026-06-30", "--grain", "week")]
    [InlineData("grid?shops=1&asOf=2026-06-30&activeMax=30&silentMax=60&dormantMax=120&fanMin=6&compareAsOf=2026-01-01", "grid", "--shops", "1", "--as-of", "2026-06-30", "--limits", "30,60,120,6", "--compare", "2026-01-01")]
    [InlineData("rfm?asOf=2026-06-30&basis=gross", "rfm", "--as-of", "2026-06-30", "--basis", "gross")]
    [InlineData("customers?asOf=2026-06-30&f=fan&sort=-orders&limit=3", "customers", "--as-of", "2026-06-30", "--f", "fan", "--sort=-orders", "--limit", "3")]
    public async Task Json_is_the_answer_of_the_API(string path, params string[] arguments)
    {
        var printed = await RunAsync([.. arguments, "--json"]);

        Assert.True(JsonElement.DeepEquals(await demo.AskAsync(path), JsonDocument.Parse(printed).RootElement));
    }

    [Fact]
    public async Task Csv_holds_bare_numbers_that_sum_up()
    {
        var rows = (await RunAsync("grid", "--as-of", "2026-06-30", "--csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("R,F,customers,share,orders,gross sales,net sales,share of sales,AOV", rows[0]);
        var grid = await demo.AskAsync("grid?asOf=2026-06-30");
        Assert.Equal(17, rows.Length);
        Assert.Equal(grid.GetProperty("customers").GetInt64(), rows.Skip(1).Sum(row => long.Parse(row.Split(',')[2], CultureInfo.InvariantCulture)));
        Assert.Equal(
            grid.GetProperty("netSales").GetInt64(),
            rows.Skip(1).Sum(row => (long)(100 * decimal.Parse(row.Split(',')[6], CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task A_table_has_thousands_separators_and_says_where_the_limits_come_from()
    {
        var table = await RunAsync("grid", "--as-of", "2026-06-30", "--limits", "30,60,120,6");
        var sales = (await demo.AskAsync("grid?asOf=2026-06-30")).GetProperty("netSales").GetInt64() / 100m;

        Assert.Contains($"CNY {sales.ToString("N2", CultureInfo.InvariantCulture)} net.", table, StringComparison.Ordinal);
        Assert.Contains("fan from 6 orders (given).", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "grid", "--limits", "30,60")]
    [InlineData(1, "overview", "--from", "2026-02-30")]
    public async Task What_cannot_be_asked_ends_with_its_reason(int code, params string[] arguments)
    {
        var (ended, _, error) = await CommandLineTests.RunAsync(demo.Host.Options.DataFolder, "", arguments);

        Assert.Equal(code, ended);
        Assert.Contains(arguments[^1], error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_view_is_kept_shown_renamed_and_deleted()
    {
        await RunAsync("view", "add", "Our fans", "--f", "fan", "--as-of", "2026-06-30", "--sort=-orders", "--shared");
        var printed = await RunAsync("customers", "--view", "our FANS", "--limit", "3", "--json");
        Assert.True(JsonElement.DeepEquals(await demo.AskAsync("customers?asOf=2026-06-30&f=fan&sort=-orders&limit=3"), JsonDocument.Parse(printed).RootElement));

        await RunAsync("view", "rename", "Our fans", "Fans");
        await RunAsync("view", "replace", "Fans", "--f", "old", "--tag", "nobody's");
        Assert.Contains("not there any longer: tag nobody's.", await RunAsync("customers", "--view", "Fans", "--as-of", "2026-06-30"), StringComparison.Ordinal);
        Assert.Equal("Fans", JsonDocument.Parse(await RunAsync("view", "list", "--json")).RootElement[0].GetProperty("name").GetString());
        await RunAsync("view", "delete", "Fans");
        Assert.Equal("[]", (await RunAsync("view", "list", "--json")).Trim());
        var (code, _, error) = await CommandLineTests.RunAsync(demo.Host.Options.DataFolder, "", "customers", "--view", "Fans");
        Assert.Equal((1, "There is no view 'Fans'. `huitou view list` shows those that there are."), (code, error.Trim()));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var (code, output, error) = await CommandLineTests.RunAsync(demo.Host.Options.DataFolder, "", arguments);
        Assert.True(code == 0, error);
        return output;
    }
}
