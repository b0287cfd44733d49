using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Analytics;

/// <summary>
/// UCI Online Retail all the way: file, import, database, ledger, reports, on both databases, against what pandas and R gave. The
/// setting is gross (returns not netted), as those figures are; net figures stand beside them and must be smaller.
/// </summary>
public sealed class OnlineRetailReports
{
    private static readonly ScopeQuery AsOf = new() { AsOf = "2011-12-10" };
    private static readonly GridLimits Limits = new(30, 60, 120, 6);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Reports_of_the_imported_file_are_those_of_pandas_and_R(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await using (var file = File.OpenRead(OracleData.File("online_retail/online_retail.csv.gz")))
            Assert.Equal(ImportState.Committed, (await bench.ImportAsync("online_retail.csv.gz", file)).State);
        var host = bench.Installation.Get<InProcessLedgerHost>();
        await host.StartAsync(Cancel);
        try
        {
            await TotalsAsync(bench.Installation);
            await CustomersAsync(bench.Installation);
            await GroupsAsync(bench.Installation);
            await GridAsync(bench.Installation);
            await FlowsAsync(bench.Installation);
        }
        finally
        {
            await host.StopAsync(Cancel);
        }
    }

    private static async Task TotalsAsync(TestInstallation shop)
    {
        using var totals = JsonDocument.Parse(await File.ReadAllTextAsync(OracleData.File("expected/online_retail_totals.json"), Cancel));
        var overview = Value(await shop.Get<OverviewReport>().AskAsync(
            AsOf with { From = "2010-12-01", To = "2011-12-09" }, Grain.Month, Cancel));
        var named = overview.Total.New.GrossSales + overview.Total.Returning.GrossSales;
        Assert.Equal(totals.RootElement.GetProperty("clean_amount").GetDouble(), named / 100.0, 0.005);
        Assert.Equal(totals.RootElement.GetProperty("clean_customers").GetInt64(), overview.Total.All.Buyers);
        Assert.Equal(totals.RootElement.GetProperty("clean_invoices").GetInt64(), overview.Total.New.Orders + overview.Total.Returning.Orders);
        Assert.True(overview.Total.All.NetSales < overview.Total.All.GrossSales);
        foreach (var month in overview.Series)
        {
            var key = month.From.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            Assert.Equal(totals.RootElement.GetProperty("active_customers_by_month").GetProperty(key).GetInt64(), month.All.Buyers);
            Assert.Equal(
                totals.RootElement.GetProperty("revenue_by_month").GetProperty(key).GetDouble(),
                (month.New.GrossSales + month.Returning.GrossSales) / 100.0, 0.011);
        }
    }

    private static async Task CustomersAsync(TestInstallation shop)
    {
        var found = new Dictionary<string, CustomerItem>();
        for (var page = 1; found.Count < 4_338; page++)
        {
            var answer = Value(await shop.Get<CustomerList>().AskAsync(
                new() { Scope = AsOf, WhatIf = Limits, Basis = MoneyBasis.Gross, Page = page, Limit = 500 }, Cancel));
            Assert.Equal(4_338, answer.Total);
            foreach (var item in answer.Items) found.Add(item.Buyer, item);
        }

        var expected = Expected("online_retail_rfm_all_customers.csv.gz");
        Assert.Equal(4_338, expected.Count);
        foreach (var row in expected)
        {
            var item = found[row["CustomerID"]];
            Assert.Equal((Number(row["recency"]), Number(row["frequency"])), (item.Recency, item.Orders));
            Assert.Equal(Number(row["monetary"]), item.GrossSales / 100.0, 0.005);
            Assert.Equal((row["group"], row["r_class"], row["f_class"]), (Name(item.Group!.Value), Name(item.R), Name(item.F)));
        }
    }

    /// <summary>The flows into a cell are the people in it now, those out of it were the people in it then.</summary>
    private static async Task FlowsAsync(TestInstallation shop)
    {
        const string Before = "2011-09-01";
        var report = shop.Get<GridFlowReport>();
        var flows = Value(await report.AskAsync(AsOf, Before, Limits, Cancel)).Flows;
        var (then, now) = (Value(await shop.Get<GridReport>().AskAsync(new(AsOf with { AsOf = Before }, null, Limits), Cancel)), Value(await shop.Get<GridReport>().AskAsync(new(AsOf, null, Limits), Cancel)));
        Assert.All(now.Cells, cell => Assert.Equal(cell.Customers, flows.Where(flow => (flow.ToR, flow.ToF) == (cell.R, cell.F)).Sum(flow => flow.Customers)));
        Assert.All(then.Cells, cell => Assert.Equal(cell.Customers, flows.Where(flow => (flow.FromR, flow.FromF) == (cell.R, cell.F)).Sum(flow => flow.Customers)));
        Assert.Equal(now.NetSales - then.NetSales, flows.Sum(flow => flow.NetSales));
        Assert.Equal(1, flows.Sum(flow => flow.Share!.Value), 1e-12);
        Assert.Equal(new DateOnly(2011, 9, 10), Value(await report.AskAsync(AsOf, null, null, Cancel)).Before);
        foreach (var refused in new[] { "2011-12-10", "2012-01-01", "soon" })
            Assert.Equal("before", (await report.AskAsync(AsOf, refused, null, Cancel)).Refusal!.Path);
    }

    private static async Task GroupsAsync(TestInstallation shop)
    {
        var rfm = Value(await shop.Get<RfmReport>().AskAsync(AsOf, MoneyBasis.Gross, Cancel));
        foreach (var row in Expected("online_retail_rfm_edges.csv"))
        {
            var edges = row["measure"] switch
            {
                "recency" => rfm.Edges!.Recency,
                "frequency" => rfm.Edges!.Frequency,
                _ => [.. rfm.Edges!.Monetary.Select(edge => edge / 100)],
            };
            for (var k = 0; k < 4; k++) Assert.Equal(Number(row[$"q{20 * (k + 1)}"]), edges[k], 1e-9);
        }

        foreach (var row in Expected("online_retail_rfm_groups.csv"))
        {
            var group = rfm.Groups.Single(group => Name(group.Group) == row["group"]);
            Assert.Equal(Number(row["customers"]), group.Customers);
            Assert.Equal(Number(row["sales"]), group.GrossSales / 100.0, 0.005);
        }

        var net = Value(await shop.Get<RfmReport>().AskAsync(AsOf, null, Cancel));
        Assert.Equal(MoneyBasis.Net, net.Basis);
        Assert.True(net.Groups.Sum(group => group.NetSales) < rfm.Groups.Sum(group => group.GrossSales));
    }

    private static async Task GridAsync(TestInstallation shop)
    {
        var grid = Value(await shop.Get<GridReport>().AskAsync(new(AsOf, null, Limits), Cancel));
        Assert.Equal((4_338, CutOffOrigin.Given), (grid.Customers, grid.Limits.Origin));
        foreach (var row in Expected("online_retail_grid_30_60_120.csv"))
        {
            var cell = grid.Cells.Single(cell => Name(cell.R) == row["r_class"] && Name(cell.F) == row["f_class"]);
            Assert.Equal((Number(row["customers"]), Number(row["orders"])), (cell.Customers, cell.Orders));
            Assert.Equal(Number(row["sales"]), cell.GrossSales / 100.0, 0.005);
        }
    }

    private static T Value<T>(Outcome<T> outcome) => outcome.Match(value => value, refusal => throw new InvalidOperationException(refusal.Message));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Expected(string name)
    {
        using var file = File.OpenRead(OracleData.File("expected/" + name));
        using var reader = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        var header = reader.ReadLine()!.Split(',');
        List<Dictionary<string, string>> rows = [];
        while (reader.ReadLine() is { } line)
            rows.Add(header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
        return rows;
    }

    /// <summary>ImportantValue as the expected files write it: important_value.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
