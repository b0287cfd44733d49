using System.Diagnostics;
using System.Globalization;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Bench.Import;

/// <summary>
/// The floor under an import: the rows that one left in the tables of orders, lines, customers, their evidence and what is said of them, written again into
/// another database of the same tables and indexes, in the same sequence, in transactions of the same size. Rows lie ready in memory; only writing them is timed.
/// </summary>
internal sealed class BareInsert(HuitouDb from, HuitouDb into, IBulkWriter writer)
{
    private const int IdsAtOnce = 10_000;
    private readonly Stopwatch _watch = new();

    /// <summary>A table, and between which ids of which column the next rows are.</summary>
    private sealed record Part(string Table, string Column, long From, long To);

    internal async Task<TimeSpan> RunAsync(CancellationToken cancel)
    {
        await from.Database.OpenConnectionAsync(cancel);
        await into.Database.OpenConnectionAsync(cancel);
        await WriteAsync(["order_fact.id", "order_line.order_id"], cancel);
        await WriteAsync(["customer.id"], cancel);
        await WriteAsync(["evidence_node.id"], cancel);
        await WriteAsync(["buyer_statement.node_id"], cancel);
        await WriteAsync(["buyer_order.node_id"], cancel);
        return _watch.Elapsed;
    }

    /// <summary>Writes tables side by side, each by ranges of the same ids.</summary>
    private async Task WriteAsync(IReadOnlyList<string> columns, CancellationToken cancel)
    {
        var tables = columns.Select(column => column.Split('.')).ToList();
        var last = await LastAsync(tables[0][0], tables[0][1], cancel);
        for (long at = 0; at < last; at += IdsAtOnce)
            await WriteAsync([.. tables.Select(table => new Part(table[0], table[1], at, Math.Min(at + IdsAtOnce, last)))], cancel);
    }

    private async Task WriteAsync(IReadOnlyList<Part> parts, CancellationToken cancel)
    {
        var ready = new List<(BulkTable<object?[]> Table, List<object?[]> Rows)>();
        foreach (var part in parts) ready.Add(await ReadAsync(part, cancel));
        _watch.Start();
        await using var transaction = await into.Database.BeginTransactionAsync(cancel);
        foreach (var (table, rows) in ready) await writer.InsertAsync(table, rows, cancel);
        await transaction.CommitAsync(cancel);
        _watch.Stop();
    }

    private async Task<(BulkTable<object?[]> Table, List<object?[]> Rows)> ReadAsync(Part part, CancellationToken cancel)
    {
        await using var command = from.Sql(string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM {part.Table} WHERE {part.Column} > {part.From} AND {part.Column} <= {part.To} ORDER BY {part.Column}"));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[names.Length];
            reader.GetValues(row!);
            rows.Add(row);
        }
        return (new BulkTable<object?[]>(part.Table, names, Write), rows);
    }

    private static void Write(object?[] values, IBulkRow row)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case long big: row.Big(big); break;
                case int number: row.Int(number); break;
                case bool flag: row.Bool(flag); break;
                case short small: row.Small(small); break;
                case string text: row.Text(text); break;
                case null or DBNull: row.Null(); break;
                default: throw new NotSupportedException($"No way to write a {value.GetType()} in bulk.");
            }
        }
    }

    private async Task<long> LastAsync(string table, string column, CancellationToken cancel)
    {
        await using var command = from.Sql($"SELECT MAX({column}) FROM {table}");
        return await command.ExecuteScalarAsync(cancel) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }
}
