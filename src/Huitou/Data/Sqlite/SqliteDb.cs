using Microsoft.EntityFrameworkCore;

namespace Huitou.Data.Sqlite;

/// <summary>The one-file database: the default.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : HuitouDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // One writer: the order of the feed is the order of commits, so the column has nothing to say.
        builder.Entity<Change>().Property(c => c.Transaction).HasDefaultValue(0L);
    }
}
