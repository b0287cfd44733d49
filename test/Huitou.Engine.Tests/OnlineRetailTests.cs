using System.Globalization;

namespace Huitou.Engine.Tests;

/// <summary>Against the answers that pandas and R gave for UCI Online Retail as of 2011-12-10.</summary>
public sealed class OnlineRetailTests
{
    private static readonly DateOnly AsOf = new(2011, 12, 10);

    private static readonly Lazy<Ledger> Built = new(() => Ledger.Build(OnlineRetail.Facts));

    [Fact]
    public void Totals_are_exact()
    {
        var totals = OnlineRetail.Totals();
        var summary = Ask(new LedgerSummaryQuery());
        Assert.Equal(totals.GetProperty("clean_customers").GetInt64(), summary.Customers);
        Assert.Equal(totals.GetProperty("clean_invoices").GetInt64(), summary.Orders);
        Assert.Equal(totals.GetProperty("clean_rows").GetInt64(), summary.Lines);
        var overview = Ask(new OverviewQuery(Grain.Month));
        Assert.Equal(totals.GetProperty("clean_amount").GetDouble(), Pounds(overview.Total.All.GrossSales), 0.005);
        Assert.Equal(totals.GetProperty("clean_quantity").GetInt64(), overview.Total.All.Units);
        Assert.Equal(totals.GetProperty("clean_stockcodes").GetInt64(), Ask(new ProductRankingQuery(ProductSort.Sales, 10)).Total);
        foreach (var step in overview.Series)
        {
            var month = step.From.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            Assert.Equal(totals.GetProperty("active_customers_by_month").GetProperty(month).GetInt64(), step.All.Buyers);
            Assert.Equal(totals.GetProperty("revenue_by_month").GetProperty(month).GetDouble(), Pounds(step.All.GrossSales), 0.011);
        }

        var ranks = OnlineRetail.Expected("online_retail_nth_order_repurchase.csv");
        Assert.All(overview.Ranks.SkipLast(1), rank => Assert.Equal(ranks[rank.Rank - 1]["customers_reaching_n"], Text(rank.Orders)));
    }

    [Fact]
    public void Every_customers_figures_scores_and_classes_are_exact()
    {
        var expected = OnlineRetail.Expected("online_retail_rfm_all_customers.csv.gz");
        var edges = Ask(new RfmEdgesQuery(MoneyBasis.Gross))!;
        var limits = new GridLimits(30, 60, 120, 6);
        Assert.Equal(4_338, expected.Count);
        foreach (var row in expected)
        {
            var figures = Built.Value.Figures(long.Parse(row["CustomerID"], CultureInfo.InvariantCulture), new Scope { AsOf = AsOf })!;
            var scores = RfmScore.Of(figures, edges);
            Assert.Equal((row["recency"], row["frequency"]), (Text(figures.Recency), Text(figures.Orders)));
            Assert.Equal(double.Parse(row["monetary"], CultureInfo.InvariantCulture), Pounds(figures.GrossSales), 0.005);
            Assert.Equal((row["R"], row["F"], row["M"]), (Text(scores.R), Text(scores.F), Text(scores.M)));
            Assert.Equal(row["group"], Name(scores.Group));
            Assert.Equal(row["r_class"], Name(limits.ClassOfRecency(figures.Recency)));
            Assert.Equal(row["f_class"], Name(limits.ClassOfFrequency(figures.Orders)));
        }
    }

    [Fact]
    public void Edges_are_exact()
    {
        var edges = Ask(new RfmEdgesQuery(MoneyBasis.Gross))!;
        foreach (var row in OnlineRetail.Expected("online_retail_rfm_edges.csv"))
        {
            var axis = row["measure"] switch { "recency" => edges.Recency, "frequency" => edges.Frequency, _ => [.. edges.Monetary.Select(edge => edge / 100)] };
            for (var k = 0; k < 4; k++)
                Assert.Equal(double.Parse(row[$"q{20 * (k + 1)}"], CultureInfo.InvariantCulture), axis[k], 1e-9);
        }
    }

    [Fact]
    public void Groups_and_grid_are_exact()
    {
        var groups = Ask(new RfmQuery(Ask(new RfmEdgesQuery(MoneyBasis.Gross)))).Groups.ToDictionary(group => Name(group.Group));
        foreach (var row in OnlineRetail.Expected("online_retail_rfm_groups.csv"))
        {
            Assert.Equal(row["customers"], Text(groups[row["group"]].Customers));
            Assert.Equal(double.Parse(row["sales"], CultureInfo.InvariantCulture), Pounds(groups[row["group"]].GrossSales), 0.005);
        }

        var cells = Ask(new GridQuery(new GridLimits(30, 60, 120, 6))).Cells.ToDictionary(cell => (Name(cell.R), Name(cell.F)));
        foreach (var row in OnlineRetail.Expected("online_retail_grid_30_60_120.csv"))
        {
            var cell = cells[(row["r_class"], row["f_class"])];
            Assert.Equal((row["customers"], row["orders"]), (Text(cell.Customers), Text(cell.Orders)));
            Assert.Equal(double.Parse(row["sales"], CultureInfo.InvariantCulture), Pounds(cell.GrossSales), 0.005);
        }
    }

    [Fact]
    public void Repurchase_gaps_are_exact()
    {
        var gaps = Ask(new GapQuantilesQuery());
        var expected = OnlineRetail.Expected("online_retail_repurchase_gap_histogram.csv")
            .SelectMany(row => Enumerable.Repeat(long.Parse(row["gap_days"], CultureInfo.InvariantCulture), int.Parse(row["n"], CultureInfo.InvariantCulture)))
            .Order().ToArray();
        Assert.Equal(12_425, gaps.Count);
        Assert.Equal(expected.Length, gaps.Count);
        Assert.Equal((28, 58, 110, 155), (gaps.P50, gaps.P75, gaps.P90, gaps.P95));
        Assert.Equal((Quantiles.Type7(expected, 4, 5), Quantiles.Type7(expected, 39, 40)), (gaps.P80, gaps.P975));
    }

    private static TAnswer Ask<TPartial, TAnswer>(ILedgerQuery<TPartial, TAnswer> query)
    {
        _ = OnlineRetail.Folder();
        return Built.Value.Ask(query, new Scope { AsOf = AsOf }, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static double Pounds(long pence) => pence / 100.0;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>ImportantValue as the expected files write it: important_value.</summary>
    private static string Name<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
