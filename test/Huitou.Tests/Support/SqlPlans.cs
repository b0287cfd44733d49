using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Huitou.Tests.Support;

/// <summary>
/// How SQLite goes about what EF asks it for. SQLite plans by the schema alone here, as it keeps no statistics, so what it does in an
/// empty database it does in a large one.
/// </summary>
internal sealed partial class SqlPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<bool> _listens = new();
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> _asked = [];

    private SqlPlans() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The steps of all that <paramref name="work"/> asks, tables named by name, each after the statement it is of.</summary>
    internal static async Task<List<(string Step, string Sql)>> OfAsync(HuitouDb db, Func<Task> work)
    {
        using var plans = new SqlPlans();
        plans._listens.Value = true;
        await work();
        plans._listens.Value = false;
        Assert.NotEmpty(plans._asked);
        var steps = new List<(string, string)>();
        foreach (var (sql, parameters) in plans._asked) steps.AddRange((await ExplainAsync(db.Database.GetDbConnection(), sql, parameters)).Select(step => (step, sql)));
        return steps;
    }

    private static async Task<List<string>> ExplainAsync(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        var tables = Aliases().Matches(sql).ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value);
        var steps = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) steps.Add(Step().Replace(rows.GetString(3), match => $"{match.Groups[1].Value} {string.Join('/', tables[match.Groups[2].Value].Distinct().DefaultIfEmpty(match.Groups[2].Value))}"));
        return steps;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (!_listens.Value || value.Value is not CommandExecutedEventData { Command: var command } || !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) return;
        _asked.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    [GeneratedRegex("(?:FROM|JOIN) \"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Aliases();

    [GeneratedRegex("^(SCAN|SEARCH) (\\w+)")]
    private static partial Regex Step();
}
