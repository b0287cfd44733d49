using Microsoft.EntityFrameworkCore;

namespace Huitou.Data.Postgres;

/// <summary>The database for production.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : HuitouDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Sequence order is not commit order here: the follower needs to know whose row it reads, and whether all before it are in.
        builder.Entity<Change>().Property(c => c.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
        builder.Entity<Change>().HasIndex(c => c.Transaction);
    }
}
