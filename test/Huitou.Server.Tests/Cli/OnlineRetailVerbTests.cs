using System.Globalization;
using System.Text.Json;
using Huitou.Server.Tests.Support;
using Huitou.Tests.Support;

namespace Huitou.Server.Tests.Cli;

/// <summary>
/// The whole way by command line: the UCI Online Retail file goes in, and the reports give the published answers, gross as those are,
/// with the net figures beside them.
/// </summary>
public sealed class OnlineRetailVerbTests
{
    [Fact]
    public async Task A_year_of_a_wholesaler_goes_in_and_its_customers_come_out()
    {
        var file = OracleData.File("online_retail/online_retail.csv.gz");
        await using var host = await TestHost.StartAsync(setUp: true);
        Task<string> Run(params string[] arguments) => RunAsync(host.Options.DataFolder, arguments);

        var import = Json(await Run("import", file, "--json")).GetProperty("counts");
        Assert.Equal(541_909, import.GetProperty("rows").GetInt64());
        Assert.Equal(22_190, import.GetProperty("itemsWithBuyer").GetInt64());
        Assert.Equal(4_372, import.GetProperty("customersNew").GetInt64());

        AssertGrid(Json(await Run("grid", "--as-of", "2011-12-10", "--limits", "30,60,120,6", "--json")));
        AssertGroups(Json(await Run("rfm", "--as-of", "2011-12-10", "--basis", "gross", "--json")));
        AssertSales(Json(await Run("overview", "--from", "2010-12-01", "--to", "2011-12-09", "--as-of", "2011-12-10", "--json")));
        Assert.Equal(4_338, Json(await Run("customers", "--as-of", "2011-12-10", "--json")).GetProperty("total").GetInt64());

        Assert.Contains("Nothing new.", await Run("import", file), StringComparison.Ordinal);
    }

    private static void AssertGrid(JsonElement grid)
    {
        var cells = grid.GetProperty("cells").EnumerateArray().ToDictionary(cell => (Text(cell, "r"), Text(cell, "f")));
        foreach (var row in Rows("expected/online_retail_grid_30_60_120.csv"))
        {
            var cell = cells[(row["r_class"], row["f_class"])];
            Assert.Equal((row["customers"], row["orders"]), (Number(cell, "customers"), Number(cell, "orders")));
            AssertMoney(row["sales"], cell, "grossSales");
            Assert.True(cell.GetProperty("netSales").GetInt64() <= cell.GetProperty("grossSales").GetInt64());
        }
    }

    private static void AssertGroups(JsonElement rfm)
    {
        var groups = rfm.GetProperty("groups").EnumerateArray().ToDictionary(group => Text(group, "group"), StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows("expected/online_retail_rfm_groups.csv"))
        {
            var group = groups[row["group"].Replace("_", "", StringComparison.Ordinal)];
            Assert.Equal(row["customers"], Number(group, "customers"));
            AssertMoney(row["sales"], group, "grossSales");
        }
    }

    private static void AssertSales(JsonElement overview)
    {
        var all = overview.GetProperty("total");
        var named = new[] { "new", "returning" }.Select(all.GetProperty).ToList();
        Assert.Equal(18_532, named.Sum(figures => figures.GetProperty("orders").GetInt64()));
        Assert.Equal(4_338, named.Sum(figures => figures.GetProperty("buyers").GetInt64()));
        AssertMoney(8_911_407.904m, named.Sum(figures => figures.GetProperty("grossSales").GetInt64()));
    }

    private static void AssertMoney(string published, JsonElement figures, string name) =>
        AssertMoney(decimal.Parse(published, CultureInfo.InvariantCulture), figures.GetProperty(name).GetInt64());

    /// <summary>The published sums keep thousandths of a pound where ours round each line to pence.</summary>
    private static void AssertMoney(decimal published, long pence) => Assert.InRange((pence / 100m) - published, -0.005m, 0.005m);

    private static IEnumerable<Dictionary<string, string>> Rows(string oracle)
    {
        var lines = File.ReadAllLines(OracleData.File(oracle));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Number(JsonElement json, string name) => json.GetProperty(name).GetRawText();

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static async Task<string> RunAsync(string data, string[] arguments)
    {
        var (code, output, error) = await CommandLineTests.RunAsync(data, "", arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {error}");
        return output;
    }
}
