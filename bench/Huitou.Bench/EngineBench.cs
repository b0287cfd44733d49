using System.Diagnostics;
using System.Numerics.Tensors;
using Huitou.Engine;

namespace Huitou.Bench;

/// <summary>
/// The Engine's questions on a synthetic ledger: the median and the best of nine warm runs and the processor time that one takes, beside a
/// bare scan of as many bytes as the question's columns have, by as many threads, in the same run. No question can be faster than that
/// scan; where other work shares the machine, processor time by thread is nearer to the truth than the median.
/// </summary>
internal sealed class EngineBench(Report report)
{
    private const int Runs = 9;

    private static readonly int Threads = Environment.ProcessorCount;

    private static readonly Scope All = new() { AsOf = SyntheticShop.Last };

    internal void Run(int customers)
    {
        report.Heading("The Engine");
        var watch = Stopwatch.StartNew();
        var ledger = Ledger.Build(SyntheticShop.Customers(customers));
        var (build, peak) = (watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64);
        GC.Collect();
        report.Line($"{ledger.CustomerCount:N0} customers, {ledger.OrderCount:N0} orders, {ledger.LineCount:N0} lines in {ledger.Partitions.Length:N0} partitions; {Threads} threads");
        report.Line($"Built in {build.TotalSeconds:F1} s, the making of the facts included; {ledger.ByteSize / 1e6:N0} MB of columns; peak of the process {peak / 1e6:N0} MB");
        foreach (var table in ledger.ColumnSizes().GroupBy(size => size.Table))
            report.Line($"- {table.Key}: {table.Sum(size => size.Bytes) / 1e6:N0} MB ({string.Join(", ", table.Select(size => $"{size.Column} {size.Bytes / 1e6:N0}"))})");

        report.Line($"");
        report.Line($"| question | median ms | best ms | processor ms | bare scan ms | MB | ratio |");
        report.Line($"|---|---:|---:|---:|---:|---:|---:|");
        Questions(ledger);
        Refresh(ledger, customers);
    }

    private void Questions(Ledger ledger)
    {
        var limits = GridLimits.Fallback;
        var edges = ledger.Ask(new RfmEdgesQuery(MoneyBasis.Net), All);
        string[] classes = ["orders.day", "orders.marks", "orders.amount", "customers.orderStart", "customers.refundStart", "refunds.order", "refunds.day", "refunds.amount"];
        string[] sales = [.. classes, "orders.discount", "orders.units"];
        string[] lines = ["orders.day", "orders.marks", "orders.lineStart", "lines.product", "lines.quantity", "lines.amount", "lines.marks"];
        Row(ledger, "grid", classes, scope => ledger.Ask(new GridQuery(limits), scope, Threads));
        Row(ledger, "RFM edges", classes, scope => ledger.Ask(new RfmEdgesQuery(MoneyBasis.Net), scope, Threads));
        Row(ledger, "RFM groups", classes, scope => ledger.Ask(new RfmQuery(edges), scope, Threads));
        Row(ledger, "grid + edges + groups", classes, scope =>
        {
            ledger.Ask(new GridQuery(limits), scope, Threads);
            ledger.Ask(new RfmQuery(ledger.Ask(new RfmEdgesQuery(MoneyBasis.Net), scope, Threads)), scope, Threads);
        });
        Row(ledger, "grid, two of five shops", [.. classes, "orders.shop"], scope => ledger.Ask(new GridQuery(limits), scope with { Shops = [1, 3] }, Threads));
        Row(ledger, "grid, as of a year ago", classes, scope => ledger.Ask(new GridQuery(limits), scope with { AsOf = scope.AsOf.AddYears(-1) }, Threads));
        Row(ledger, "overview by month, 3 years", sales, scope => ledger.Ask(new OverviewQuery(Grain.Month), scope with { From = scope.AsOf.AddYears(-3) }, Threads));
        Row(ledger, "overview by day, 30 days", sales, scope => ledger.Ask(new OverviewQuery(Grain.Day), scope with { From = scope.AsOf.AddDays(-29) }, Threads));
        Row(ledger, "customer page, top 50 by AOV", classes, scope => ledger.Ask(new CustomerPageQuery(new(), CustomerSort.Aov, true, 0, 50, limits), scope, Threads));
        Row(ledger, "repurchase gaps", classes, scope => ledger.Ask(new GapQuantilesQuery(), scope, Threads));
        Row(ledger, "product ranking", lines, scope => ledger.Ask(new ProductRankingQuery(ProductSort.Sales, 50), scope, Threads));
    }

    private void Refresh(Ledger ledger, int customers)
    {
        var random = new Random(9);
        CustomerFacts[] changed = [.. Enumerable.Range(0, 100).Select(_ => (long)random.Next(1, customers)).Distinct().Select(id => ledger.Facts(id)!)];
        report.Line($"");
        report.Line($"Refresh of {changed.Length} changed customers: {Time(() => ledger.With(changed, [])).Median:F1} ms.");
    }

    private void Row(Ledger ledger, string name, string[] columns, Action<Scope> ask)
    {
        var bytes = ledger.ColumnSizes().Where(size => columns.Contains($"{size.Table}.{size.Column}")).Sum(size => size.Bytes);
        var (median, best, processor) = Time(() => ask(All));
        var scan = Scan(bytes);
        report.Line($"| {name} | {median:F1} | {best:F1} | {processor:F1} | {scan:F1} | {bytes / 1e6:N0} | {median / scan:F1} |");
    }

    private static double Scan(long bytes)
    {
        var parts = Enumerable.Range(0, Threads).Select(i => Enumerable.Range(i, (int)(bytes / 8 / Threads)).Select(x => (long)x).ToArray()).ToArray();
        var sums = new long[Threads];
        return Time(() => Parallel.For(0, Threads, i => sums[i] = TensorPrimitives.Sum<long>(parts[i]))).Median;
    }

    private static (double Median, double Best, double Processor) Time(Action run)
    {
        for (var i = 0; i < 3; i++)
            run();
        var times = new double[Runs];
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[Runs / 2], times[0], (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Runs);
    }
}
