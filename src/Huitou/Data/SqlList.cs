using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Data;

/// <summary>A list as one parameter, in the words of either database: no statement grows with what it is asked about.</summary>
internal static class SqlList
{
    /// <summary>The condition that follows a column.</summary>
    internal static string Of(HuitouDb db, string parameter) =>
        db.Database.IsNpgsql() ? $"= ANY(@{parameter})" : $"IN (SELECT value FROM json_each(@{parameter}))";

    internal static object Value<T>(HuitouDb db, IReadOnlyCollection<T> values) =>
        db.Database.IsNpgsql() ? values.ToArray() : JsonSerializer.Serialize(values);
}
