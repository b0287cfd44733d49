using Huitou.Access;
using Huitou.Data;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Data;

public sealed class DatabaseSpecification(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task Instants_keep_their_millisecond_and_sort(DatabaseKind kind)
    {
        var installation = await databases.Of(kind);
        var at = new DateTimeOffset(2026, 11, 21, 9, 30, 0, 123, TimeSpan.Zero);
        await using var db = installation.Open();
        db.Shops.Add(new Shop { Name = "one", TimeZone = "Asia/Shanghai", CreatedAt = at });
        db.Shops.Add(new Shop { Name = "two", TimeZone = "Asia/Shanghai", CreatedAt = at.AddMilliseconds(1) });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var again = installation.Open();
        var newest = await again.Shops.OrderByDescending(s => s.CreatedAt).Select(s => s.Name).FirstAsync(TestContext.Current.CancellationToken);
        var one = await again.Shops.SingleAsync(s => s.Name == "one", TestContext.Current.CancellationToken);

        Assert.Equal("two", newest);
        Assert.Equal(at, one.CreatedAt);
    }

    [Fact]
    public async Task Sqlite_stores_tables_of_several_key_columns_by_their_key()
    {
        var installation = await databases.Of(DatabaseKind.Sqlite);
        await using var db = installation.Open();

        var twice = await db.Database.SqlQueryRaw<string>("SELECT t.name AS Value FROM pragma_table_list t WHERE NOT t.wr AND t.type = 'table' AND t.schema = 'main' AND (SELECT count(*) FROM pragma_table_info(t.name) c WHERE c.pk > 0) > 1")
            .ToListAsync(TestContext.Current.CancellationToken);
        var once = await db.Database.SqlQueryRaw<string>("SELECT t.name AS Value FROM pragma_table_list t WHERE t.wr").ToListAsync(TestContext.Current.CancellationToken);

        Assert.Empty(twice);
        Assert.Contains("order_line", once);
    }

    [Theory, EachDatabase]
    public async Task A_change_knows_its_transaction_where_commits_race(DatabaseKind kind)
    {
        var installation = await databases.Of(kind);
        await using var db = installation.Open();
        db.Changes.Add(new Change { Kind = ChangeKind.Customer, SubjectId = 7 });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var stored = await db.Changes.AsNoTracking().SingleAsync(c => c.SubjectId == 7, TestContext.Current.CancellationToken);

        Assert.Equal(kind == DatabaseKind.Postgres, stored.Transaction > 0);
    }

    [Theory, EachDatabase]
    public async Task The_migrations_are_equal_to_the_model(DatabaseKind kind)
    {
        var installation = await databases.Of(kind);
        await using var db = installation.Open();

        Assert.False(db.Database.HasPendingModelChanges(), $"The entities changed: add a migration for {db.GetType().Name}.");
    }
}
