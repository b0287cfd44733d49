using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Huitou.Engine;

namespace Huitou.Bench;

/// <summary>
/// DuckDB with the same facts in native tables sorted by customer, in a process of its own, with as many threads. Null where its package
/// is not installed (<c>npm install</c> in bench/peers).
/// </summary>
internal sealed class DuckDbPeer : IDisposable
{
    private const string Folder = "bench/peers";

    private readonly Process _node;

    private DuckDbPeer(Process node) => _node = node;

    internal static DuckDbPeer? Start(int threads)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) return null;
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "duckdb.mjs"), threads.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new DuckDbPeer(Process.Start(start)!);
    }

    /// <summary>Bytes that its process holds.</summary>
    internal long Bytes
    {
        get
        {
            _node.Refresh();
            return _node.WorkingSet64;
        }
    }

    /// <summary>Asks, <paramref name="runs"/> times: all times but the first three, ascending, and the answer, row by row.</summary>
    internal (double[] Milliseconds, IReadOnlyList<string> Rows) Ask(string sql, int runs)
    {
        _node.StandardInput.WriteLine(JsonSerializer.Serialize(new { sql, runs }));
        using var answer = JsonDocument.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("DuckDB ended; its message is above."));
        var times = answer.RootElement.GetProperty("ms").EnumerateArray().Select(time => time.GetDouble()).Skip(Math.Min(3, runs - 1)).Order().ToArray();
        return (times, [.. answer.RootElement.GetProperty("rows").EnumerateArray().Select(row => string.Join('|', row.EnumerateArray().Select(Cell)))]);
    }

    /// <summary>Takes in all facts, through files.</summary>
    internal void Load(IEnumerable<CustomerFacts> customers)
    {
        var folder = Directory.CreateTempSubdirectory("huitou-bench").FullName;
        using (var files = new Files(folder))
        {
            foreach (var customer in customers) files.Write(customer);
        }
        foreach (var table in new[] { "orders", "lines", "refunds" })
            Ask($"CREATE TABLE {table} AS SELECT * FROM read_csv('{folder}/{table}.csv', header = true) ORDER BY customer, day", 1);
        Directory.Delete(folder, recursive: true);
    }

    private static string Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Number => cell.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.Array => string.Join(',', cell.EnumerateArray().Select(Cell)),
        _ => cell.ToString(),
    };

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    /// <summary>The facts as DuckDB would have them: rows that need no join for the questions here.</summary>
    private sealed class Files : IDisposable
    {
        private readonly StreamWriter _orders, _lines, _refunds;

        internal Files(string folder)
        {
            (_orders, _lines, _refunds) = (File.CreateText($"{folder}/orders.csv"), File.CreateText($"{folder}/lines.csv"), File.CreateText($"{folder}/refunds.csv"));
            _orders.WriteLine("customer,day,shop,channel,marks,amount,discount,units");
            _lines.WriteLine("customer,day,order_id,order_marks,product,quantity,amount,marks");
            _refunds.WriteLine("customer,day,order_day,order_marks,shop,channel,amount");
        }

        internal void Write(CustomerFacts customer)
        {
            foreach (var order in customer.Orders) Write(customer.Id, order);
            foreach (var refund in customer.LooseRefunds) Row(_refunds, customer.Id, CivilDay.Number(refund.Day), null, 0, refund.Shop, refund.Channel, refund.Amount);
        }

        private void Write(long customer, OrderFacts order)
        {
            var (day, marks) = (CivilDay.Number(order.Day), (int)order.Marks);
            Row(_orders, customer, day, order.Shop, order.Channel, marks, order.Amount, order.Discount, order.Lines.Where(line => line.Marks == LineMarks.None).Sum(line => line.Quantity));
            foreach (var line in order.Lines) Row(_lines, customer, day, order.Id, marks, line.Product, line.Quantity, line.Amount, (int)line.Marks);
            foreach (var refund in order.Refunds) Row(_refunds, customer, CivilDay.Number(refund.Day), day, marks, order.Shop, order.Channel, refund.Amount);
        }

        private static void Row(StreamWriter file, params ReadOnlySpan<long?> cells)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (i > 0) file.Write(',');
                if (cells[i] is { } cell) file.Write(cell);
            }
            file.Write('\n');
        }

        public void Dispose()
        {
            _orders.Dispose();
            _lines.Dispose();
            _refunds.Dispose();
        }
    }
}
