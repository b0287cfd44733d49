using Huitou.Data.Postgres;
using Huitou.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Huitou.Data;

/// <summary>Many rows at once, past EF, on the connection and in the transaction of the caller.</summary>
internal interface IBulkWriter
{
    Task InsertAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel);

    /// <summary>Sets the other columns of the rows that the first column names.</summary>
    Task UpdateAsync<T>(BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken cancel);
}

/// <summary>Where rows of <typeparamref name="T"/> go.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">Its columns in the order in which <paramref name="Write"/> gives their values.</param>
/// <param name="Write">Gives a row's values, in the width of each column.</param>
internal sealed record BulkTable<T>(string Name, IReadOnlyList<string> Columns, Action<T, IBulkRow> Write);

/// <summary>Takes the values of a row one by one. PostgreSQL's binary form wants to know each column's width.</summary>
internal interface IBulkRow
{
    void Small(int value);

    void Int(int value);

    void Big(long value);

    void Text(string value);

    void Bool(bool value);

    void Null();
}

internal static class BulkRows
{
    internal static void Int(this IBulkRow row, int? value)
    {
        if (value is { } some) row.Int(some);
        else row.Null();
    }

    internal static void Big(this IBulkRow row, long? value)
    {
        if (value is { } some) row.Big(some);
        else row.Null();
    }

    internal static void TextOrNull(this IBulkRow row, string? value)
    {
        if (value is not null) row.Text(value);
        else row.Null();
    }

    /// <summary>The writer for an open context.</summary>
    internal static IBulkWriter BulkWriter(this HuitouDb db)
    {
        db.EnsureWhole();
        return db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => new SqliteBulkWriter(sqlite),
            NpgsqlConnection postgres => new PostgresBulkWriter(postgres),
            var other => throw new NotSupportedException($"No bulk writer for {other.GetType()}."),
        };
    }
}
