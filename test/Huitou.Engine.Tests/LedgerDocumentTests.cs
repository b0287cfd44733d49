using System.Globalization;
using System.Text;
using Huitou.Bench;

namespace Huitou.Engine.Tests;

/// <summary>What docs/ledger.md says of the bytes of each column is what the columns of the benchmark's shop take, in partitions of the usual size.</summary>
public sealed class LedgerDocumentTests
{
    [Fact]
    public Task Its_table_of_bytes_is_that_of_the_columns()
    {
        var ledger = Ledger.Build(new SyntheticShop(20_000).Customers().Select(Touched));
        var rows = new Dictionary<string, long>
        {
            ["customers"] = Sum(partition => partition.CustomerCount), ["orders"] = Sum(partition => partition.OrderCount), ["lines"] = Sum(partition => partition.LineCount),
            ["refunds"] = Sum(partition => partition.Refunds.Day.Length), ["lives"] = Sum(partition => partition.Lives.Count),
            ["touches"] = Sum(partition => partition.Touches.Count), ["touchLives"] = Sum(partition => partition.TouchLives.Count),
        };
        var text = new StringBuilder("\n| table | bytes a row | of these |\n|---|---:|---|\n");
        foreach (var table in ledger.ColumnSizes().GroupBy(size => size.Table))
        {
            var columns = table.OrderByDescending(size => size.Bytes).Select(size => $"{size.Column} {ARow(size.Bytes, size.Table)}");
            text.Append(CultureInfo.InvariantCulture, $"| {table.Key} | {ARow(table.Sum(size => size.Bytes), table.Key)} | {string.Join(", ", columns)} |\n");
        }

        return Documents.KeepAsync("ledger.md", ("bytes", text.Append('\n').ToString()));

        long Sum(Func<LedgerPartition, long> of) => ledger.Partitions.ToArray().Sum(of);
        string ARow(long bytes, string table) => ((double)bytes / rows[table]).ToString("0.#", CultureInfo.InvariantCulture);
    }

    /// <summary>The benchmark's shop has no touches: two for everybody.</summary>
    private static CustomerFacts Touched(CustomerFacts customer)
    {
        var random = new Random((int)customer.Id);
        TouchFacts Touch() => new(SyntheticShop.Last.AddDays(-random.Next(TouchWindow.Days)), random.Next(1_440), 1 + random.Next(4), 1 + random.Next(5), random.Next(4), 1 + random.Next(SyntheticShop.Products), random.Next(6));
        TouchFacts[] touches = [Touch(), Touch()];
        return customer with { Touches = touches, TouchLives = TouchLife.Of(touches) };
    }
}
