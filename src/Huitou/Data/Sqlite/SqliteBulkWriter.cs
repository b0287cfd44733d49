using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Huitou.Data.Sqlite;

/// <summary>Prepared statements through the raw driver: twice as fast as through commands and parameters.</summary>
internal sealed class SqliteBulkWriter(SqliteConnection connection) : IBulkWriter
{
    /// <summary>Rows that one statement inserts: it takes a third off the time of one by one; beyond this nothing more is won.</summary>
    private const int RowsAtOnce = 32;

    public Task InsertAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var whole = rows.Count - (rows.Count % RowsAtOnce);
        using var reader = rows.GetEnumerator();
        Run(Insert(table, RowsAtOnce), table, reader, whole, RowsAtOnce, cancel);
        Run(Insert(table, 1), table, reader, rows.Count - whole, 1, cancel);
        return Task.CompletedTask;
    }

    public Task UpdateAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        var sets = string.Join(", ", table.Columns.Skip(1).Select((column, i) => $"{column} = ?{i + 2}"));
        using var reader = rows.GetEnumerator();
        Run($"UPDATE \"{table.Name}\" SET {sets} WHERE {table.Columns[0]} = ?1", table, reader, rows.Count, 1, cancel);
        return Task.CompletedTask;
    }

    private static string Insert<T>(BulkTable<T> table, int rows)
    {
        var row = $"({string.Join(", ", table.Columns.Select(_ => "?"))})";
        return $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns)}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}";
    }

    /// <summary>Takes <paramref name="count"/> rows, a multiple of those that one statement holds.</summary>
    private void Run<T>(string sql, BulkTable<T> table, IEnumerator<T> rows, int count, int rowsAtOnce, CancellationToken cancel)
    {
        if (count == 0) return;
        var database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            var row = new Row(statement);
            for (var done = 0; done < count; done += rowsAtOnce)
            {
                cancel.ThrowIfCancellationRequested();
                row.Start();
                for (var i = 0; i < rowsAtOnce && rows.MoveNext(); i++) table.Write(rows.Current, row);
                var code = raw.sqlite3_step(statement);
                if (code != raw.SQLITE_DONE) Check(code, database);
                raw.sqlite3_reset(statement);
            }
        }
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
