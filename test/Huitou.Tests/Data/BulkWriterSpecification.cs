using Huitou.Data;
using Huitou.Orders;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Data;

/// <summary>Counts of rows below, at and above what one statement takes.</summary>
public sealed class BulkWriterSpecification(Databases databases) : IClassFixture<Databases>
{
    [Theory]
    [EachDatabase(0)]
    [EachDatabase(1)]
    [EachDatabase(31)]
    [EachDatabase(32)]
    [EachDatabase(33)]
    [EachDatabase(1_000)]
    public async Task Inserts_and_updates_every_row(DatabaseKind kind, int count)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = (await databases.Of(kind)).Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var bulk = db.BulkWriter();
        var facts = Enumerable.Range(1, count).Select(n => new OrderFact
        {
            Id = n, ShopId = 1, OrderNo = n % 3 == 0 ? $"号 {n} 👒" : "", Day = n % 2 == 0 ? n : null, Amount = long.MaxValue - n,
        }).ToList();

        await bulk.InsertAsync(OrderTables.Orders, facts, cancel);
        var amounts = new BulkTable<OrderFact>("order_fact", ["id", "amount"], (fact, row) =>
        {
            row.Big(fact.Id);
            row.Big(fact.Id * 10);
        });
        await bulk.UpdateAsync(amounts, facts.Where(fact => fact.Id % 5 != 0).ToList(), cancel);

        var stored = await db.OrderFacts.AsNoTracking().OrderBy(fact => fact.Id).ToListAsync(cancel);
        Assert.Equal(
            facts.Select(fact => (fact.Id, fact.OrderNo, fact.Day, fact.Id % 5 != 0 ? fact.Id * 10 : fact.Amount)),
            stored.Select(fact => (fact.Id, fact.OrderNo, fact.Day, fact.Amount)));
    }
}
