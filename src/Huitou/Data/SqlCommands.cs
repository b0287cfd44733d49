using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huitou.Data;

/// <summary>Plain SQL on a context's own connection, in its transaction where it has one.</summary>
internal static class SqlCommands
{
    /// <param name="db">The context.</param>
    /// <param name="sql">Of our own making: values go in as parameters.</param>
    /// <param name="parameters">By name, without the sign.</param>
    internal static DbCommand Sql(this HuitouDb db, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        db.EnsureWhole();
        return db.Command(sql, parameters);
    }

    /// <summary>SQL goes around the filters by which a caller sees some shops only, so such a caller's context takes none.</summary>
    internal static void EnsureWhole(this HuitouDb db)
    {
        if (!db.Scope.IsAll) throw new InvalidOperationException("This statement would reach the rows of all shops, and its caller sees some.");
    }

    /// <summary>The rows of a statement that is narrowed to the caller's shops itself. A test names the few who may.</summary>
    internal static async Task<List<T>> ListSeenAsync<T>(
        this HuitouDb db, string sql, Func<DbDataReader, T> row, CancellationToken cancel, params (string Name, object Value)[] parameters)
    {
        await using var command = db.Command(sql, parameters);
        return await RowsAsync(command, row, cancel);
    }

    private static DbCommand Command(this HuitouDb db, string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        db.Database.OpenConnection();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // No caller puts a value from outside into the text.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    internal static async Task<int> RunAsync(this HuitouDb db, string sql, CancellationToken cancel, params (string Name, object Value)[] parameters)
    {
        await using var command = db.Sql(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The rows, each made by <paramref name="row"/>.</summary>
    internal static async Task<List<T>> ListAsync<T>(
        this HuitouDb db, string sql, Func<DbDataReader, T> row, CancellationToken cancel, params (string Name, object Value)[] parameters)
    {
        await using var command = db.Sql(sql, parameters);
        return await RowsAsync(command, row, cancel);
    }

    private static async Task<List<T>> RowsAsync<T>(DbCommand command, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
        return rows;
    }
}
