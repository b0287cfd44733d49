using System.Collections.Concurrent;
using Huitou.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresShutdown))]

namespace Huitou.Tests.Support;

/// <summary>
/// Class fixture: one installation per database for a test class, made at first use. A specification reads
/// <c>[Theory, EachDatabase] public async Task … (DatabaseKind kind) { var shop = await databases.Of(kind); … }</c>.
/// Tests that must not see each other's rows take <see cref="TestInstallation.CreateAsync"/> instead.
/// </summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestInstallation>>> _installations = new();

    public Task<TestInstallation> Of(DatabaseKind kind) =>
        _installations.GetOrAdd(kind, k => new Lazy<Task<TestInstallation>>(() => TestInstallation.CreateAsync(k))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var installation in _installations.Values) await (await installation.Value).DisposeAsync();
    }
}

/// <summary>Stops the throw-away server after the last test.</summary>
public sealed class PostgresShutdown : IAsyncDisposable
{
    public ValueTask DisposeAsync() => PostgresCluster.StopSharedAsync();
}
