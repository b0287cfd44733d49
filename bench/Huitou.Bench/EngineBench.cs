using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using Huitou.Engine;

namespace Huitou.Bench;

/// <summary>
/// The Engine's questions on a synthetic ledger: the median and the best of nine warm runs and the processor time that one takes, beside
/// DuckDB's median of the same question and a bare scan of as many bytes as the question's columns have, by as many threads, in the same run.
/// No question can be faster than that scan; where other work shares the machine, processor time by thread is nearer to the truth than the median.
/// </summary>
internal sealed class EngineBench(Report report)
{
    private const int Runs = 9;

    private static readonly int Threads = Environment.ProcessorCount;

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

        Questions(ledger, customers);
        Refresh(ledger, customers);
    }

    private void Questions(Ledger ledger, int customers)
    {
        using var peer = DuckDbPeer.Start(Threads);
        peer?.Load(SyntheticShop.Customers(customers));
        report.Line($"");
        report.Line($"DuckDB {peer?.Ask("SELECT version()", 1).Rows[0] ?? "is not installed"}: the same facts in native tables in memory, sorted by customer, {peer?.Bytes / 1e6:N0} MB; {Threads} threads, warm; its answers are equal to ours, row by row.");
        report.Line($"");
        report.Line($"| question | median ms | best ms | processor ms | DuckDB ms | times faster | bare scan ms | MB |");
        report.Line($"|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var question in EngineQuestions.Make()) Row(ledger, question, peer);
    }

    private void Refresh(Ledger ledger, int customers)
    {
        var random = new Random(9);
        CustomerFacts[] changed = [.. Enumerable.Range(0, 100).Select(_ => (long)random.Next(1, customers)).Distinct().Select(id => ledger.Facts(id)!)];
        report.Line($"");
        report.Line($"Refresh of {changed.Length} changed customers: {Time(() => ledger.With(changed, [])).Median:F1} ms.");
    }

    private void Row(Ledger ledger, EngineQuestion question, DuckDbPeer? peer)
    {
        var bytes = ledger.ColumnSizes().Where(size => question.Columns.Contains($"{size.Table}.{size.Column}")).Sum(size => size.Bytes);
        var (median, best, processor) = Time(() => question.Ask(ledger));
        var scan = Scan(bytes);
        var theirs = peer is null ? "" : Compared(question, ledger, peer, median);
        report.Line($"| {question.Name} | {median:F1} | {best:F1} | {processor:F1} | {theirs} | {scan:F1} | {bytes / 1e6:N0} |");
    }

    private static string Compared(EngineQuestion question, Ledger ledger, DuckDbPeer peer, double median)
    {
        var (times, rows) = peer.Ask(question.Sql, Runs);
        string[] ours = [.. question.Rows(question.Ask(ledger))];
        if (!ours.SequenceEqual(rows))
            throw new InvalidOperationException($"{question.Name}: DuckDB does not agree.\n{string.Join('\n', ours.Except(rows).Take(5))}\nthey say:\n{string.Join('\n', rows.Except(ours).Take(5))}");
        var theirs = times[times.Length / 2];
        return string.Create(CultureInfo.InvariantCulture, $"{theirs:F0} | {theirs / median:F1}");
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
