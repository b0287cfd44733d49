using System.Globalization;
using Huitou.Engine;

namespace Huitou.Bench;

/// <summary>A question to the ledger and, in SQL, to DuckDB.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Columns">The columns that answering must read at least.</param>
/// <param name="Ask">Asks the ledger.</param>
/// <param name="Rows">The answer as DuckDB gives it: cells apart by bars.</param>
/// <param name="Sql">Asks DuckDB.</param>
internal sealed record EngineQuestion(string Name, string[] Columns, Func<Ledger, object> Ask, Func<object, IEnumerable<string>> Rows, string Sql);

/// <summary>What is asked of both. DuckDB is asked for no more than the ledger gives, often for less, and by one statement where there is a choice.</summary>
internal static class EngineQuestions
{
    private const string Counted = "marks & 3 = 0";

    private static readonly int Threads = Environment.ProcessorCount;
    private static readonly DateOnly AsOf = SyntheticShop.Last;
    private static readonly Scope All = new() { AsOf = AsOf };
    private static readonly Scope Narrow = new() { AsOf = AsOf.AddYears(-1), From = AsOf.AddYears(-2), Shops = [1, 3] };
    private static readonly GridLimits Limits = GridLimits.Fallback;
    private static readonly int Day = CivilDay.Number(AsOf);

    private static readonly string[] Lives = ["lives.customer", "lives.orders", "lives.last", "lives.gross", "lives.refunds"];
    private static readonly string[] Orders = ["orders.day", "orders.marks", "orders.amount", "customers.orderStart", "customers.refundStart", "refunds.order", "refunds.day", "refunds.amount"];
    private static readonly string[] Sales = [.. Orders, "orders.discount", "orders.units"];
    private static readonly string[] Lines = ["orders.day", "orders.marks", "orders.lineStart", "lines.product", "lines.quantity", "lines.amount", "lines.marks"];

    internal static IEnumerable<EngineQuestion> Make()
    {
        yield return new("RFM (edges, eight groups) and grid", Lives, ledger => Classes(ledger, All, MoneyBasis.Gross), answer => ClassRows(answer, net: false), RfmSql(Totals(Counted)));
        yield return new("the same, two shops, a year, as of a year ago, net of refunds", [.. Orders, "orders.shop"], ledger => Classes(ledger, Narrow, MoneyBasis.Net), answer => ClassRows(answer, net: true), RfmSql(NarrowTotals, Number(Narrow.AsOf)));
        yield return new("flows through the grid between two days, net of refunds", [.. Lives, .. Orders], Flows, FlowRows, FlowSql);
        yield return new("overview by month, 3 years", Sales, ledger => ledger.Ask(new OverviewQuery(Grain.Month), All with { From = AsOf.AddYears(-3).AddDays(1) }, Threads), OverviewRows, OverviewSql);
        yield return new("customers, first 50 of all by sales", Lives, ledger => ledger.Ask(new CustomerPageQuery(new(), CustomerSort.GrossSales, true, 0, 50, Limits), All, Threads), PageRows,
            $"WITH {Totals(Counted)} SELECT customer, f, m FROM c ORDER BY m DESC, customer LIMIT 50");
        yield return new("customers by days since the last order", Lives, ledger => ledger.Ask(new RecencyHistogramQuery([30, 60, 90, 180, 365]), All, Threads), BarRows,
            $"WITH {Totals(Counted)} SELECT CASE WHEN {Day} - last <= 30 THEN 0 WHEN {Day} - last <= 60 THEN 1 WHEN {Day} - last <= 90 THEN 2 WHEN {Day} - last <= 180 THEN 3 WHEN {Day} - last <= 365 THEN 4 ELSE 5 END AS bar, count(*), sum(m) FROM c GROUP BY bar ORDER BY bar");
        yield return new("gaps between purchase days", ["orders.day", "orders.marks", "customers.orderStart"], ledger => ledger.Ask(new GapQuantilesQuery(), All, Threads), GapRows,
            $"SELECT count(*), quantile_cont(gap, [0.5, 0.75, 0.8, 0.9, 0.95, 0.975]) FROM (SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap FROM (SELECT DISTINCT customer, day FROM orders WHERE {Counted})) WHERE gap IS NOT NULL");
        yield return new("products, first 50 of all by sales", Lines, ledger => ledger.Ask(new ProductRankingQuery(ProductSort.Sales, 50), All, Threads), ProductRows,
            "SELECT product, sum(amount) AS s, count(DISTINCT order_id), sum(quantity), count(DISTINCT customer) FROM lines WHERE order_marks & 3 = 0 AND marks = 0 GROUP BY product ORDER BY s DESC, product LIMIT 50");
    }

    private static string Totals(string where) => $"c AS MATERIALIZED (SELECT customer, max(day) AS last, count(*) AS f, sum(amount)::BIGINT AS m FROM orders WHERE {where} GROUP BY customer)";

    private static string NarrowTotals
    {
        get
        {
            var (from, to) = (Number(Narrow.From!.Value), Number(Narrow.AsOf));
            return $"o AS (SELECT customer, max(day) AS last, count(*) AS f, sum(amount)::BIGINT AS m FROM orders WHERE {Counted} AND shop IN (1, 3) AND day BETWEEN {from} AND {to} GROUP BY customer), "
                + $"r AS (SELECT customer, sum(amount)::BIGINT AS m FROM refunds WHERE shop IN (1, 3) AND order_marks & 3 = 0 AND day <= {to} AND coalesce(order_day, day) BETWEEN {from} AND {to} GROUP BY customer), "
                + "c AS MATERIALIZED (SELECT customer, last, f, o.m - coalesce(r.m, 0) AS m FROM o LEFT JOIN r USING (customer))";
        }
    }

    private static int Number(DateOnly day) => CivilDay.Number(day);

    private static string Cell(string recency, string orders) =>
        $"4 * CASE WHEN {recency} <= {Limits.ActiveMax} THEN 0 WHEN {recency} <= {Limits.SilentMax} THEN 1 WHEN {recency} <= {Limits.DormantMax} THEN 2 ELSE 3 END "
        + $"+ CASE WHEN {orders} >= {Limits.FanMin} THEN 3 WHEN {orders} = 3 THEN 2 WHEN {orders} = 2 THEN 1 ELSE 0 END";

    private static string RfmSql(string totals, int? day = null)
    {
        var recency = $"({day ?? Day} - last)";
        return $"WITH {totals}, e AS MATERIALIZED (SELECT quantile_cont({recency}, [0.2, 0.4, 0.6, 0.8]) AS r, quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS f, quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS m FROM c), "
            + $"k AS (SELECT {Cell(recency, "c.f")} AS cell, CASE WHEN c.m > e.m[3] THEN 0 ELSE 4 END + CASE WHEN c.f > e.f[3] THEN 0 ELSE 2 END + CASE WHEN {recency} <= e.r[2] THEN 0 ELSE 1 END AS g, c.f, c.m FROM c, e) "
            + "SELECT coalesce(cell, -1) AS cell, coalesce(g, -1) AS g, count(*), sum(f), sum(m) FROM k GROUP BY GROUPING SETS ((cell), (g)) ORDER BY 1, 2";
    }

    private static (Grid Grid, Rfm Rfm) Classes(Ledger ledger, Scope scope, MoneyBasis basis)
    {
        var (edges, grid) = ledger.Ask(new RfmEdgesQuery(basis).And(new GridQuery(Limits)), scope, Threads);
        return (grid, ledger.Ask(new RfmQuery(edges), scope, Threads));
    }

    private static IEnumerable<string> ClassRows(object answer, bool net)
    {
        var (grid, rfm) = ((Grid, Rfm))answer;
        var groups = rfm.Groups.Where(group => group.Customers > 0).Select(group => Row(-1, (int)group.Group, group.Customers, group.Orders, net ? group.NetSales : group.GrossSales));
        var cells = grid.Cells.Where(cell => cell.Customers > 0).Select(cell => Row(CellOf(cell.R, cell.F), -1, cell.Customers, cell.Orders, net ? cell.NetSales : cell.GrossSales));
        return groups.Concat(cells);
    }

    private static int CellOf(RClass r, FClass f) => (4 * (int)r) + (int)f;

    private static readonly DateOnly Before = AsOf.AddMonths(-1);

    private static object Flows(Ledger ledger) => ledger.Ask(new GridFlowQuery(Before, Limits, Limits), All, Threads);

    private static IEnumerable<string> FlowRows(object answer) => ((IReadOnlyList<GridFlow>)answer).Select(flow =>
        Row(flow.From is { } from ? CellOf(from.R, from.F) : -1, CellOf(flow.To.R, flow.To.F), flow.Customers, flow.Orders, flow.GrossSales, flow.NetSales));

    private static string FlowSql
    {
        get
        {
            var was = Number(Before);
            return $"WITH o AS (SELECT customer, max(day) AS last, count(*) AS f, sum(amount)::BIGINT AS m, max(day) FILTER (day <= {was}) AS last1, count(*) FILTER (day <= {was}) AS f1, coalesce(sum(amount) FILTER (day <= {was}), 0)::BIGINT AS m1 FROM orders WHERE {Counted} AND day <= {Day} GROUP BY customer), "
                + $"r AS (SELECT customer, sum(amount)::BIGINT AS m, coalesce(sum(amount) FILTER (day <= {was}), 0)::BIGINT AS m1 FROM refunds WHERE order_marks & 3 = 0 AND day <= {Day} GROUP BY customer) "
                + $"SELECT CASE WHEN f1 = 0 THEN -1 ELSE {Cell($"({was} - last1)", "f1")} END AS was, {Cell($"({Day} - last)", "f")} AS cell, count(*), sum(f - f1), sum(o.m - o.m1), "
                + "sum(o.m - o.m1 - coalesce(r.m, 0) + CASE WHEN f1 = 0 THEN 0 ELSE coalesce(r.m1, 0) END) FROM o LEFT JOIN r USING (customer) GROUP BY 1, 2 ORDER BY 1, 2";
        }
    }

    private static IEnumerable<string> OverviewRows(object answer) => ((Overview)answer).Series.Select(step => Row(
        step.From.ToString("yyyy-MM", CultureInfo.InvariantCulture), step.All.Orders, step.All.GrossSales, step.All.Units, step.All.Discounts, step.All.Buyers, step.New.GrossSales));

    private static string OverviewSql
    {
        get
        {
            const string Month = "strftime(DATE '1990-01-01' + {0}::INT, '%Y-%m')";
            var (of, first) = (string.Format(CultureInfo.InvariantCulture, Month, "day"), string.Format(CultureInfo.InvariantCulture, Month, "first"));
            return $"WITH f AS (SELECT customer, min(day) AS first FROM orders WHERE {Counted} GROUP BY customer), "
                + $"d AS (SELECT day AS d, {of} AS month FROM range(7000, 14000) AS t(day)) "
                + "SELECT d.month, count(*), sum(amount), sum(units), sum(discount), count(DISTINCT customer), coalesce(sum(amount) FILTER (d.month = e.month), 0) "
                + $"FROM orders JOIN f USING (customer) JOIN d ON d.d = orders.day JOIN d AS e ON e.d = f.first WHERE {Counted} AND day BETWEEN {Number(AsOf.AddYears(-3).AddDays(1))} AND {Day} GROUP BY 1 ORDER BY 1";
        }
    }

    private static IEnumerable<string> PageRows(object answer) => ((CustomerPage)answer).Items.Select(customer => Row(customer.Id, customer.Orders, customer.GrossSales));

    private static IEnumerable<string> BarRows(object answer) => ((IReadOnlyList<HistogramBar>)answer).Select((bar, i) => Row(i, bar.Customers, bar.GrossSales));

    private static IEnumerable<string> GapRows(object answer)
    {
        var gaps = (GapQuantiles)answer;
        return [Row(gaps.Count, string.Join(',', new[] { gaps.P50, gaps.P75, gaps.P80, gaps.P90, gaps.P95, gaps.P975 }.Select(gap => gap!.Value.ToString("R", CultureInfo.InvariantCulture))))];
    }

    private static IEnumerable<string> ProductRows(object answer) =>
        ((ProductRanking)answer).Items.Select(product => Row(product.Product, product.Sales, product.Orders, product.Units, product.Buyers));

    private static string Row(params object[] cells) => string.Join('|', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
}
