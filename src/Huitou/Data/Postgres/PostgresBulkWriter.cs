using Npgsql;
using NpgsqlTypes;

namespace Huitou.Data.Postgres;

/// <summary>Binary COPY; for updates into a table of the transaction, from which one statement sets the rows.</summary>
internal sealed class PostgresBulkWriter(NpgsqlConnection connection) : IBulkWriter
{
    public Task InsertAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel) =>
        rows.Count == 0 ? Task.CompletedTask : CopyAsync(table.Name, table, rows, cancel);

    public async Task UpdateAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return;
        var updates = $"{table.Name}_update";
        var columns = string.Join(", ", table.Columns);
        await ExecuteAsync($"CREATE TEMP TABLE {updates} ON COMMIT DROP AS SELECT {columns} FROM \"{table.Name}\" WHERE false", cancel);
        await CopyAsync(updates, table, rows, cancel);
        var sets = string.Join(", ", table.Columns.Skip(1).Select(column => $"{column} = u.{column}"));
        var key = table.Columns[0];
        await ExecuteAsync($"UPDATE \"{table.Name}\" t SET {sets} FROM {updates} u WHERE t.{key} = u.{key}", cancel);
        await ExecuteAsync($"DROP TABLE {updates}", cancel);
    }

    private async Task CopyAsync<T>(string into, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var sql = $"COPY \"{into}\" ({string.Join(", ", table.Columns)}) FROM STDIN (FORMAT BINARY)";
        await using var importer = await connection.BeginBinaryImportAsync(sql, cancel);
        var row = new Row(importer);
        foreach (var value in rows)
        {
            cancel.ThrowIfCancellationRequested();
            // The importer fills a buffer; only when that is full does a call reach the network.
            importer.StartRow();
            table.Write(value, row);
        }
        await importer.CompleteAsync(cancel);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed class Row(NpgsqlBinaryImporter importer) : IBulkRow
    {
        public void Small(int value) => importer.Write((short)value, NpgsqlDbType.Smallint);

        public void Int(int value) => importer.Write(value, NpgsqlDbType.Integer);

        public void Big(long value) => importer.Write(value, NpgsqlDbType.Bigint);

        public void Text(string value) => importer.Write(value, NpgsqlDbType.Text);

        public void Bool(bool value) => importer.Write(value, NpgsqlDbType.Boolean);

        public void Null() => importer.WriteNull();
    }
}
