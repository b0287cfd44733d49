using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Huitou.Tests.Support;

/// <summary>The two databases that every specification holds on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory once on each database; each run is a test of its own name. Values given come after the database.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] values) : DataAttribute
{
    public object?[] Values { get; } = values;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseKind>().Select(kind => new TheoryDataRow([kind, .. Values]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
