using Huitou.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Huitou.Tests.Support;

/// <summary>An installation of its own: an empty data folder, an empty database of one kind, and the product's services.</summary>
public sealed class TestInstallation : IAsyncDisposable
{
    /// <summary>All have the same: what is sealed then has the same index in each, and customers the same seeds.</summary>
    private static readonly string Key = $"1:{Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)(i * 7)).ToArray())}\n";

    private readonly ServiceProvider _services;

    private readonly bool _owns;

    private TestInstallation(DatabaseKind kind, HuitouOptions options, Action<IServiceCollection>? configure, bool owns = true)
    {
        _owns = owns;
        Kind = kind;
        Options = options;
        var services = new ServiceCollection().AddLogging();
        configure?.Invoke(services);
        _services = services.AddHuitou(options).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public DatabaseKind Kind { get; }

    public HuitouOptions Options { get; }

    public IServiceProvider Services => _services;

    public DataFolder Folder => Get<DataFolder>();

    public IDbContextFactory<HuitouDb> Databases => Get<IDbContextFactory<HuitouDb>>();

    /// <summary>Makes an installation. <paramref name="configure"/> may register first, such as another TimeProvider.</summary>
    public static async Task<TestInstallation> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("huitou-test-").FullName;
        var options = await Schema.NewDatabaseAsync(kind, folder);
        await File.WriteAllTextAsync(KeyRing.PathIn(new DataFolder(options)), Key);
        return new TestInstallation(kind, options, configure);
    }

    /// <summary>Opens a data folder that exists and stays.</summary>
    public static TestInstallation Over(HuitouOptions options) =>
        new(options.Database is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres, options, null, owns: false);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public HuitouDb Open() => Databases.CreateDbContext();

    /// <summary>Runs with the services of one scope, as a request would.</summary>
    public async Task<TOut> InScopeAsync<T, TOut>(Func<T, Task<TOut>> work)
        where T : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_owns) return;
        await Schema.DropAsync(Options);
        Directory.Delete(Options.DataFolder, recursive: true);
    }
}
