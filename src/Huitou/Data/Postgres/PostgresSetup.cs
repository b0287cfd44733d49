using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Huitou.Data.Postgres;

/// <summary>How PostgreSQL is opened, at run time and by the migration tool.</summary>
public sealed class PostgresSetup : IDesignTimeDbContextFactory<PostgresDb>
{
    public static DbContextOptions<PostgresDb> Options(string connectionString) =>
        new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connectionString).ReplaceService<IModelCacheKeyFactory, ScopedModel>().Options;

    // The tool compares models; it never connects to this.
    public PostgresDb CreateDbContext(string[] args) => new(Options("Host=127.0.0.1;Database=design"));
}
