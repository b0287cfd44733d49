using System.Text.Json;
using Huitou.Access;
using Huitou.Server.Tests.Support;

namespace Huitou.Server.Tests.Analytics;

/// <summary>What the reports promise of each other, asked of a demo shop through the API.</summary>
public sealed class ReportTests(DemoHost demo) : IClassFixture<DemoHost>
{
    private const string AsOf = "asOf=2026-06-30";

    private static readonly string[] Sums = ["grossSales", "netSales", "refunds", "refundsByOwnDate", "discounts", "orders", "buyers", "units"];

    [Theory]
    [InlineData("day", "from=2026-05-01&to=2026-06-30")]
    [InlineData("week", "from=2025-12-15&to=2026-03-18")]
    [InlineData("month", "")]
    public async Task New_returning_and_anonymous_make_all_of_every_step(string grain, string period)
    {
        var overview = await demo.AskAsync($"overview?{AsOf}&grain={grain}&{period}");
        var steps = overview.GetProperty("series").EnumerateArray().ToList();

        foreach (var step in (List<JsonElement>)[.. steps, .. overview.GetProperty("comparedSeries").EnumerateArray(), overview.GetProperty("total"), overview.GetProperty("previous"), overview.GetProperty("year")])
        {
            foreach (var sum in Sums)
                Assert.Equal(Long(step, "all", sum), Long(step, "new", sum) + Long(step, "returning", sum) + Long(step, "anonymous", sum));
        }

        Assert.True(Long(overview.GetProperty("total"), "all", "orders") > 0);
        foreach (var sum in Sums.Except(["buyers"]))
            Assert.Equal(Long(overview.GetProperty("total"), "all", sum), steps.Sum(step => Long(step, "all", sum)));
    }

    [Fact]
    public async Task What_each_driver_did_adds_up_to_the_change_to_the_last_minor_unit()
    {
        foreach (var compare in (string[])["previous", "year"])
        {
            var overview = await demo.AskAsync($"overview?{AsOf}&from=2026-04-01&to=2026-06-30&compare={compare}");
            var root = overview.GetProperty("drivers");
            var change = Long(overview.GetProperty("total"), "all", "netSales") - Long(overview.GetProperty(compare), "all", "netSales");

            Assert.Equal("netSales", root.GetProperty("key").GetString());
            Assert.Equal(change, root.GetProperty("contribution").GetInt64());
            AddUp(root);
            var largest = overview.GetProperty("largest").GetProperty("contribution").GetInt64();
            Assert.All(Leaves(root), leaf => Assert.True(Math.Abs(leaf.GetProperty("contribution").GetInt64()) <= Math.Abs(largest)));
        }

        Assert.Equal(JsonValueKind.Null, (await demo.AskAsync($"overview?{AsOf}&compare=none")).GetProperty("drivers").ValueKind);
    }

    [Fact]
    public async Task The_compared_periods_are_of_equal_length_and_of_the_same_dates()
    {
        var overview = await demo.AskAsync("overview?asOf=2026-06-30&from=2024-02-29&to=2024-03-01");

        Assert.Equal(("2024-02-27", "2024-02-28"), Period(overview.GetProperty("previous")));
        Assert.Equal(("2023-02-28", "2023-03-01"), Period(overview.GetProperty("year")));
    }

    [Fact]
    public async Task Every_cell_of_the_grid_opens_to_just_its_customers()
    {
        var grid = await demo.AskAsync($"grid?{AsOf}&activeMax=30&silentMax=90&dormantMax=180&fanMin=5");
        var cells = grid.GetProperty("cells").EnumerateArray().ToList();

        Assert.Equal(16, cells.Count);
        Assert.Equal("given", grid.GetProperty("limits").GetProperty("origin").GetString());
        Assert.Equal(1, cells.Sum(cell => cell.GetProperty("share").GetDouble()), 1e-9);
        Assert.Equal(1, cells.Sum(cell => cell.GetProperty("salesShare").GetDouble()), 1e-9);
        foreach (var cell in cells)
        {
            var list = await demo.AskAsync($"customers?{AsOf}&activeMax=30&silentMax=90&dormantMax=180&fanMin=5&r={cell.GetProperty("r")}&f={cell.GetProperty("f")}&limit=500");
            Assert.Equal(cell.GetProperty("customers").GetInt64(), list.GetProperty("total").GetInt64());
            Assert.Equal(cell.GetProperty("netSales").GetInt64(), list.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("netSales").GetInt64()));
        }
    }

    [Fact]
    public async Task Every_RFM_group_opens_to_just_its_customers()
    {
        var rfm = await demo.AskAsync($"rfm?{AsOf}&basis=gross");
        var groups = rfm.GetProperty("groups").EnumerateArray().ToList();

        Assert.Equal(8, groups.Count);
        Assert.Equal(4, rfm.GetProperty("edges").GetProperty("monetary").GetArrayLength());
        foreach (var group in groups)
        {
            var list = await demo.AskAsync($"customers?{AsOf}&basis=gross&group={group.GetProperty("group")}&limit=1");
            Assert.Equal(group.GetProperty("customers").GetInt64(), list.GetProperty("total").GetInt64());
        }
    }

    [Fact]
    public async Task All_reports_count_the_same_customers()
    {
        var total = (await demo.AskAsync($"customers?{AsOf}")).GetProperty("total").GetInt64();
        var recency = await demo.AskAsync($"histograms/recency?{AsOf}");
        var frequency = await demo.AskAsync($"histograms/frequency?{AsOf}");

        Assert.True(total > 100);
        Assert.Equal(total, (await demo.AskAsync($"grid?{AsOf}")).GetProperty("customers").GetInt64());
        Assert.Equal(total, recency.GetProperty("bars").EnumerateArray().Sum(bar => bar.GetProperty("customers").GetInt64()));
        Assert.Equal(total, frequency.GetProperty("bars").EnumerateArray().Sum(bar => bar.GetProperty("customers").GetInt64()));
        Assert.Equal(total, (await demo.AskAsync($"rankings/customers?{AsOf}&by=aov")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Rankings_are_in_order_and_name_what_they_rank()
    {
        foreach (var by in (string[])["sales", "orders", "units", "buyers", "unitPrice"])
        {
            var items = (await demo.AskAsync($"rankings/products?{AsOf}&by={by}&limit=20")).GetProperty("items").EnumerateArray().ToList();
            Assert.Equal(20, items.Count);
            Assert.Equal(items.OrderByDescending(item => item.GetProperty(by).GetDouble()).Select(Number), items.Select(Number));
            Assert.All(items, item => Assert.NotEqual("", item.GetProperty("product").GetProperty("name").GetString()));

            double Number(JsonElement item) => item.GetProperty(by).GetDouble();
        }
    }

    [Fact]
    public async Task Today_knows_the_last_import_and_who_named_a_buyer()
    {
        var today = await demo.AskAsync("today");

        Assert.Equal("demo", today.GetProperty("lastImport").GetProperty("preset").GetString());
        Assert.Equal("committed", today.GetProperty("lastImport").GetProperty("state").GetString());
        Assert.Empty(today.GetProperty("runningJobs").EnumerateArray());
        Assert.False(today.GetProperty("freshness").GetProperty("building").GetBoolean());
        Assert.InRange(today.GetProperty("anonymous").GetProperty("withBuyer").GetInt64(), 1, today.GetProperty("anonymous").GetProperty("orders").GetInt64());
    }

    [Theory]
    [InlineData("overview?from=2026-02-30", "from")]
    [InlineData("grid?shops=77", "shops")]
    [InlineData("grid?compareAsOf=yesterday", "compareAsOf")]
    [InlineData("grid?activeMax=30", "activeMax")]
    [InlineData("grid?activeMax=30&silentMax=20&dormantMax=90&fanMin=4", "silentMax")]
    [InlineData("rfm?asOf=9999-01-01", "asOf")]
    [InlineData("rankings/products?limit=0", "limit")]
    [InlineData("customers?sort=name", "sort")]
    [InlineData("customers?r=Active", "r")]
    [InlineData("overview?grain=year", "grain")]
    public async Task A_question_that_cannot_be_asked_is_refused_with_its_field(string path, string field)
    {
        using var client = await demo.Host.BearerAsync(Role.Owner);
        using var response = await client.GetAsync(new Uri("/api/v1/" + path, UriKind.Relative), TestContext.Current.CancellationToken);

        var problem = await Browser.JsonAsync(response);
        Assert.Equal((422, "invalid_field"), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Limits_set_by_the_owner_hold_from_their_day()
    {
        using var client = await demo.Host.SignedInAsync();
        var set = await client.SendAsync(
            HttpMethod.Put, "grid/limits", new { shopId = (int?)null, validFrom = "2026-01-10", activeMax = 33, silentMax = 66, dormantMax = 99, fanMin = 7 });
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var before = (await demo.AskAsync("grid?asOf=2026-01-09")).GetProperty("limits");
        var after = (await demo.AskAsync("grid?asOf=2026-01-10")).GetProperty("limits");
        var compared = (await demo.AskAsync("grid?asOf=2026-01-09&compareAsOf=2026-01-10")).GetProperty("limits");
        var history = await demo.AskAsync("grid/limits");

        Assert.NotEqual("set", before.GetProperty("origin").GetString());
        Assert.Equal(("set", 33, "2026-01-10"), (after.GetProperty("origin").GetString(), after.GetProperty("activeMax").GetInt32(), after.GetProperty("validFrom").GetString()));
        Assert.Equal(33, compared.GetProperty("activeMax").GetInt32());
        Assert.Equal(33, history.GetProperty("versions")[0].GetProperty("activeMax").GetInt32());
    }

    private static void AddUp(JsonElement node)
    {
        if (node.GetProperty("children").GetArrayLength() == 0) return;
        Assert.Equal(node.GetProperty("contribution").GetInt64(), node.GetProperty("children").EnumerateArray().Sum(child => child.GetProperty("contribution").GetInt64()));
        foreach (var child in node.GetProperty("children").EnumerateArray()) AddUp(child);
    }

    private static IEnumerable<JsonElement> Leaves(JsonElement node) =>
        node.GetProperty("children").GetArrayLength() == 0 ? [node] : node.GetProperty("children").EnumerateArray().SelectMany(Leaves);

    private static (string?, string?) Period(JsonElement period) => (period.GetProperty("from").GetString(), period.GetProperty("to").GetString());

    private static long Long(JsonElement step, string who, string figure) => step.GetProperty(who).GetProperty(figure).GetInt64();
}
