using System.Data.Common;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Huitou.Tests.Analytics;

/// <summary>Writes many entities at once, by the model's own columns: prepared inserts on SQLite, binary COPY on PostgreSQL.</summary>
internal static class BulkRows
{
    internal static async Task InsertAsync<T>(HuitouDb db, IEnumerable<T> rows)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        Column[] columns = [.. entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never || p.ClrType != typeof(long) || !p.IsPrimaryKey()).Select(p => new Column(p))];
        await db.Database.OpenConnectionAsync();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) await CopyAsync(postgres, entity.GetTableName()!, columns, rows);
        else await InsertAsync(db.Database.GetDbConnection(), entity.GetTableName()!, columns, rows);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, Column[] columns, IEnumerable<T> rows)
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value) await copy.WriteAsync(value, column.Type);
                else await copy.WriteNullAsync();
            }
        }

        await copy.CompleteAsync();
    }

    private static async Task InsertAsync<T>(DbConnection connection, string table, Column[] columns, IEnumerable<T> rows)
        where T : class
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({Names(columns)}) VALUES ({string.Join(',', columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            insert.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) insert.Parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static string Names(Column[] columns) => string.Join(',', columns.Select(column => column.Name));

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        internal string Name { get; } = property.GetColumnName();

        internal string Type { get; } = property.GetColumnType();

        internal object? Of(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            if (value is null) return null;
            return _convert is null ? value : _convert(value);
        }
    }
}
