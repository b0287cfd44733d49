using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huitou.Data.Sqlite;

/// <summary>Prepared statements through the raw driver: twice as fast as through commands and parameters.</summary>
internal sealed class SqliteBulkWriter(SqliteConnection connection) : IBulkWriter
{
    public Task InsertAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var places = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"));
        return Run($"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns)}) VALUES ({places})", table, rows, cancel);
    }

    public Task UpdateAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var sets = string.Join(", ", table.Columns.Skip(1).Select((column, i) => $"{column} = ?{i + 2}"));
        return Run($"UPDATE \"{table.Name}\" SET {sets} WHERE {table.Columns[0]} = ?1", table, rows, cancel);
    }

    private Task Run<T>(string sql, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            var row = new Row(statement);
            foreach (var value in rows)
            {
                cancel.ThrowIfCancellationRequested();
                row.Start();
                table.Write(value, row);
                var code = raw.sqlite3_step(statement);
                if (code != raw.SQLITE_DONE) Check(code, database);
                raw.sqlite3_reset(statement);
            }
        }
        return Task.CompletedTask;
    }

    private static void Check(int code, sqlite3 database)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }

    private sealed class Row(sqlite3_stmt statement) : IBulkRow
    {
        private int _place;

        internal void Start() => _place = 0;

        public void Small(int value) => raw.sqlite3_bind_int(statement, ++_place, value);

        public void Int(int value) => raw.sqlite3_bind_int(statement, ++_place, value);

        public void Big(long value) => raw.sqlite3_bind_int64(statement, ++_place, value);

        public void Text(string value) => raw.sqlite3_bind_text16(statement, ++_place, value);

        public void Bool(bool value) => raw.sqlite3_bind_int(statement, ++_place, value ? 1 : 0);

        public void Null() => raw.sqlite3_bind_null(statement, ++_place);
    }
}
