using System.Data.Common;
using Huitou.Data;

namespace Huitou.Bench.Import;

/// <summary>What a careful program does by the driver's own means: one prepared command for a table, run once for each row.</summary>
internal sealed class PreparedWriter(HuitouDb db) : IBulkWriter
{
    public Task InsertAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel)
    {
        using var command = db.Sql($"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
        command.Prepare();
        var values = new Row(command.Parameters);
        foreach (var row in rows)
        {
            values.Start();
            table.Write(row, values);
            command.ExecuteNonQuery();
        }
        return Task.CompletedTask;
    }

    public Task UpdateAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel) => throw new NotSupportedException();

    private sealed class Row(DbParameterCollection parameters) : IBulkRow
    {
        private int _place;

        internal void Start() => _place = 0;

        public void Small(int value) => Take(value);

        public void Int(int value) => Take(value);

        public void Big(long value) => Take(value);

        public void Text(string value) => Take(value);

        public void Bool(bool value) => Take(value);

        public void Null() => Take(DBNull.Value);

        private void Take(object value) => parameters[_place++].Value = value;
    }
}
