using Huitou.Connect;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Orders;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Orders;

/// <summary>Where orders went, through the whole product on both databases: corrected, taken out, erased, under a new key.</summary>
public sealed class ReceiverSpecification
{
    private static readonly SourceReceiver Home = new("Secret Ann", "+8613800000001", "Secret Road 1", new("浙江", "杭州", "西湖区"));

    private static readonly DateTimeOffset Later = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SourceLine Order(string orderNo, string? buyer, SourceReceiver? receiver, int day = 1) =>
        ListSource.Line(2, orderNo, null, 100, day) with { Buyer = new(buyer), Receiver = receiver };

    private static async Task<Dictionary<string, SourceReceiver>> WhereAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        var orders = await VisibleOrders.Of(db).AsNoTracking().ToDictionaryAsync(order => order.Id, order => order.OrderNo, Cancel);
        return (await OrderReceiver.ReadAsync(db, bench.Installation.Get<Vault>(), orders.Keys, Cancel)).ToDictionary(to => orders[to.Key], to => to.Value);
    }

    [Theory, EachDatabase]
    public async Task A_corrected_address_is_a_new_version_and_undo_brings_back_what_was(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(Order("1", "b1", Home), Order("2", "b1", null)));
        Assert.Equal([("1", Home)], (await WhereAsync(bench)).Select(to => (to.Key, to.Value)));
        Assert.Equal((0, 0), Counts(await bench.ImportAsync(new ListSource(Order("1", "b1", Home), Order("2", "b1", null)))));

        var moved = Home with { Address = "Secret Road 2", Place = new("浙江", "宁波") };
        var corrected = await bench.ImportAsync(new ListSource(Order("1", "b1", moved) with { ModifiedAt = Later }, Order("2", "b1", Home) with { ModifiedAt = Later }));
        Assert.Equal((0, 2), Counts(corrected));
        Assert.Equal([moved, Home], (await WhereAsync(bench)).OrderBy(to => to.Key).Select(to => to.Value));

        await bench.UndoAsync(corrected.Id);
        Assert.Equal([("1", Home)], (await WhereAsync(bench)).Select(to => (to.Key, to.Value)));
        await using var db = bench.Installation.Open();
        Assert.Equal(1, await db.OrderReceivers.CountAsync(Cancel));
    }

    private static (long New, long Changed) Counts(Import import) => (import.Counts.ItemsNew, import.Counts.ItemsChanged);

    [Theory, EachDatabase]
    public async Task A_phone_and_a_name_of_a_receiver_join_nobody_and_find_nobody(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(Order("1", "b1", Home), Order("2", "b2", Home), Order("3", null, Home)));
        Assert.NotEqual(await bench.CustomerOfAsync("b1"), await bench.CustomerOfAsync("b2"));
        await using var db = bench.Installation.Open();
        Assert.Equal(2, await db.Customers.CountAsync(Cancel));
        Assert.Empty(await db.EvidenceClaims.ToListAsync(Cancel));
        Assert.Empty(await FoundAsync(bench, "13800000001"));
    }

    private static async Task<IReadOnlyList<long>> FoundAsync(ImportBench bench, string search)
    {
        var found = await bench.Installation.Get<CustomerSearch>().FindAsync(new() { Search = search }, Cancel);
        await using var db = bench.Installation.Open();
        return [.. (await db.Customers.Select(customer => customer.Id).ToListAsync(Cancel)).Where(id => found!.Contains(id))];
    }

    [Theory, EachDatabase]
    public async Task Of_who_is_erased_the_place_stays_and_nothing_else_whichever_version_comes_to_light(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var first = new ListSource(Order("1", "b1", Home), Order("2", "b2", Home with { Name = "Bob" }), Order("3", null, Home));
        await bench.ImportAsync(first);
        var second = await bench.ImportAsync(new ListSource(Order("1", "b1", Home with { Address = "Secret Road 2" }) with { ModifiedAt = Later }));
        // Somebody whom a file of buyers alone names.
        await bench.ImportAsync(new ListSource(new SourceOrderBuyer(2) { OrderNo = "3", Buyer = new("b1") }) { Kind = FileKind.Buyers });
        Assert.Null((await bench.Installation.Get<EraseCustomers>().RunAsync([await bench.CustomerOfAsync("b1")], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Refusal);

        var left = new SourceReceiver("", "", "", Home.Place);
        await AssertAsync("1", "3");
        // The same file again names the person again; an undo brings an older version back.
        await bench.ImportAsync(new ListSource(Order("1", "b1", Home) with { ModifiedAt = Later.AddDays(1) }));
        await AssertAsync("1", "3");
        await bench.UndoAsync(second.Id);
        await AssertAsync("1", "3");

        async Task AssertAsync(params string[] erased)
        {
            var where = await WhereAsync(bench);
            Assert.All(erased, order => Assert.Equal(left, where[order]));
            Assert.Equal("Bob", where["2"].Name);
        }
    }

    [Theory, EachDatabase]
    public async Task A_new_key_opens_what_was_sealed_and_the_same_file_is_nothing_new(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await using (var db = bench.Installation.Open()) await BlindLinks.BeginAsync(db, bench.Installation.Get<Vault>(), Cancel);
        var orders = new ListSource(Order("1", "b1", Home), Order("2", "b1", new("", "", "", Home.Place)));
        await bench.ImportAsync(orders);
        var before = await SealedAsync(bench.Installation);
        Assert.Null((await new KeyRotation(bench.Installation.Options, TimeProvider.System).RunAsync(null, Cancel)).Refusal);

        await using var rotated = ImportBench.Over(TestInstallation.Over(bench.Installation.Options));
        Assert.Equal([Home, new("", "", "", Home.Place)], (await WhereAsync(rotated)).OrderBy(to => to.Key).Select(to => to.Value));
        var after = await SealedAsync(rotated.Installation);
        Assert.Equal([true, false], before.Zip(after, (one, other) => one != other));
        Assert.Equal((0, 0), Counts(await rotated.ImportAsync(orders)));
    }

    private static async Task<List<string>> SealedAsync(TestInstallation installation)
    {
        await using var db = installation.Open();
        return await db.OrderReceivers.OrderBy(receiver => receiver.OrderId).Select(receiver => receiver.Sealed).ToListAsync(Cancel);
    }
}
