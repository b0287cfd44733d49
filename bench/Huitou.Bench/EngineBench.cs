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

    /// <summary>After so many calls the runtime compiles a method for good; a host has long made them.</summary>
    private const int Warming = 40;

    /// <summary>With more customers, DuckDB's tables would not fit beside the ledger.</summary>
    private const int MostBeside = 2_000_000;

    private static readonly int Threads = Environment.ProcessorCount;

    internal void Run(int customers)
    {
        report.Heading(customers > MostBeside ? "The Engine, ten times as large" : "The Engine");
        var shop = new SyntheticShop(customers);
        var watch = Stopwatch.StartNew();
        var ledger = Ledger.Build(shop.Stage);
        var (build, peak) = (watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64);
        GC.Collect();
        report.Line($"{ledger.CustomerCount:N0} customers, {ledger.OrderCount:N0} orders, {ledger.LineCount:N0} lines in {ledger.Partitions.Length:N0} partitions; {Threads} threads");
        report.Line($"Built in {build.TotalSeconds:F1} s, the making of the facts included; {ledger.ByteSize / 1e6:N0} MB of columns; peak of the process {peak / 1e6:N0} MB");
        foreach (var table in ledger.ColumnSizes().GroupBy(size => size.Table))
            report.Line($"- {table.Key}: {table.Sum(size => size.Bytes) / 1e6:N0} MB ({string.Join(", ", table.Select(size => $"{size.Column} {size.Bytes / 1e6:N0}"))})");

        Questions(ledger, customers > MostBeside ? null : shop);
        Refresh(ledger, customers);
    }

    /// <summary>Whether the ledger is as many times faster at its first question, at the best of some runs of both; for a check that other work on the machine must not upset.</summary>
    internal static bool IsFaster(int customers, double times)
    {
        var shop = new SyntheticShop(customers);
        var ledger = Ledger.Build(shop.Stage);
        using var peer = DuckDbPeer.Start(Threads) ?? throw new InvalidOperationException("DuckDB is not installed. Run npm install in bench/peers.");
        peer.Load(shop.Customers());
        var question = EngineQuestions.Make().First();
        var (ours, theirs) = (Time(() => question.Ask(ledger), 5 * Runs).Best, Asked(question, ledger, peer)[0]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{question.Name}: {ours:F1} ms, DuckDB {theirs:F1} ms: {theirs / ours:F1} times faster; wanted {times:F1}."));
        return theirs >= times * ours;
    }

    private void Questions(Ledger ledger, SyntheticShop? shop)
    {
        using var peer = shop is null ? null : DuckDbPeer.Start(Threads);
        peer?.Load(shop!.Customers());
        report.Line($"");
        if (peer is not null) report.Line($"DuckDB {peer.Ask("SELECT version()", 1).Rows[0]}: the same facts in native tables in memory, sorted by customer, {peer.Bytes / 1e6:N0} MB; {Threads} threads, warm; its answers are equal to ours, row by row.");
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
        var theirs = peer is null ? " | " : Compared(question, ledger, peer, median);
        report.Line($"| {question.Name} | {median:F1} | {best:F1} | {processor:F1} | {theirs} | {scan:F1} | {bytes / 1e6:N0} |");
    }

    private static string Compared(EngineQuestion question, Ledger ledger, DuckDbPeer peer, double median)
    {
        var times = Asked(question, ledger, peer);
        var theirs = times[times.Length / 2];
        return string.Create(CultureInfo.InvariantCulture, $"{theirs:F0} | {theirs / median:F1}");
    }

    /// <summary>DuckDB's times, ascending; its answer must be ours.</summary>
    private static double[] Asked(EngineQuestion question, Ledger ledger, DuckDbPeer peer)
    {
        var (times, rows) = peer.Ask(question.Sql, Runs);
        string[] ours = [.. question.Rows(question.Ask(ledger))];
        if (!ours.SequenceEqual(rows))
            throw new InvalidOperationException($"{question.Name}: DuckDB does not agree.\n{string.Join('\n', ours.Except(rows).Take(5))}\nthey say:\n{string.Join('\n', rows.Except(ours).Take(5))}");
        return times;
    }

    private static double Scan(long bytes)
    {
        var parts = Enumerable.Range(0, Threads).Select(i => Enumerable.Range(i, (int)(bytes / 8 / Threads)).Select(x => (long)x).ToArray()).ToArray();
        var sums = new long[Threads];
        return Time(() => Parallel.For(0, Threads, i => sums[i] = TensorPrimitives.Sum<long>(parts[i]))).Median;
    }

    private static (double Median, double Best, double Processor) Time(Action run, int runs = Runs)
    {
        for (var i = 0; i < Warming; i++)
            run();
        var times = new double[runs];
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[runs / 2], times[0], (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / runs);
    }
}
