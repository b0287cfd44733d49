using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers.Profiles;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>The bin, on both databases: who is there counts as nobody, and comes back exactly.</summary>
public sealed class BinSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SourceLine Bought(int line, string orderNo, SourceBuyer buyer, long price) => ListSource.Line(line, orderNo, null, price, 5) with { Buyer = buyer };

    private static async Task<(ImportBench Bench, InProcessLedgerHost Host, long One, long Other)> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        var host = bench.Installation.Get<InProcessLedgerHost>();
        await host.StartAsync(Cancel);
        await bench.ImportAsync(new ListSource(Bought(2, "1", new("b1"), 100), Bought(3, "2", new("b1"), 200), Bought(4, "3", new("b2"), 400)));
        return (bench, host, await bench.CustomerOfAsync("b1"), await bench.CustomerOfAsync("b2"));
    }

    /// <summary>All orders of all customers in the ledger, nobody's under 0.</summary>
    private static async Task<Dictionary<long, string>> LedgerAsync(InProcessLedgerHost host)
    {
        Assert.True(await host.CatchUpAsync(Cancel));
        return Told(host.Current!.Ledger);
    }

    private static Dictionary<long, string> Told(Ledger ledger) =>
        new long[] { 0, 1, 2 }.Select(id => (Id: id, Facts: ledger.Facts(id))).Where(customer => customer.Facts is not null)
            .ToDictionary(customer => customer.Id, customer => string.Join(' ', customer.Facts!.Orders.Select(order => order.Amount).Order()));

    [Theory, EachDatabase]
    public async Task Who_is_in_the_bin_counts_as_nobody_and_comes_back_exactly(DatabaseKind kind)
    {
        var (bench, host, one, other) = await BenchAsync(kind);
        await using var own = bench;
        var before = await LedgerAsync(host);
        var bin = bench.Installation.Get<CustomerBin>();
        Assert.Equal(1, (await bin.MoveAsync([one], ImportBench.Somebody, Cancel)).Value!.Customers);
        Assert.Equal(0, (await bin.MoveAsync([one], ImportBench.Somebody, Cancel)).Value!.Customers);
        var inside = await LedgerAsync(host);
        Assert.Equal(new Dictionary<long, string> { [0] = before[one], [other] = before[other] }, inside);
        var list = (await bench.Installation.Get<CustomerList>().AskAsync(new(), Cancel)).Value!;
        Assert.Equal([other], list.Items.Select(item => item.Id));
        Assert.Equal([(one, "b1", ImportBench.Somebody.Name)], (await bin.ListAsync(1, 10, Cancel)).Value!.Items.Select(item => (item.Id, item.Buyer, item.Actor)));
        var shown = (await bench.Installation.Get<Customer360>().AskAsync(one, new(), Cancel)).Value!;
        Assert.NotNull(shown.Customer.BinnedAt);
        Assert.Null(shown.Figures);

        // What comes meanwhile stays out of sight too, and is there when they come back.
        await bench.ImportAsync(new ListSource(Bought(2, "4", new("b1"), 800)));
        Assert.StartsWith(before[one], (await LedgerAsync(host))[0], StringComparison.Ordinal);
        // A ledger that is built anew holds the same.
        var anew = await bench.Installation.Get<LedgerLoader>().ReadAllAsync(Cancel);
        Assert.Equal(await LedgerAsync(host), Told(Ledger.Build(anew.Take)));

        Assert.Equal(1, (await bin.RestoreAsync([one], ImportBench.Somebody, Cancel)).Value!.Customers);
        var after = await LedgerAsync(host);
        Assert.Equal(new[] { one, other }.Order(), after.Keys.Order());
        Assert.StartsWith(before[one], after[one], StringComparison.Ordinal);
        Assert.Equal(before[other], after[other]);
        Assert.Empty((await bin.ListAsync(1, 10, Cancel)).Value!.Items);
        await using var db = bench.Installation.Open();
        Assert.Equal(3, await db.Audit.CountAsync(entry => entry.Action == AuditAction.Bin, Cancel));
        await host.StopAsync(Cancel);
    }

    [Theory, EachDatabase]
    public async Task Whoever_was_binned_is_in_the_bin_again_when_a_file_comes_back(DatabaseKind kind)
    {
        var (bench, host, one, _) = await BenchAsync(kind);
        await using var own = bench;
        await bench.Installation.Get<CustomerBin>().MoveAsync([one], ImportBench.Somebody, Cancel);
        await bench.UndoAsync(1);
        Assert.Empty(await LedgerAsync(host));
        await bench.ImportAsync(new ListSource(Bought(2, "9", new("b1"), 100)));
        Assert.Single((await bench.Installation.Get<CustomerBin>().ListAsync(1, 10, Cancel)).Value!.Items);
        Assert.Equal(0, Assert.Single(await LedgerAsync(host)).Key);
        await host.StopAsync(Cancel);
    }

    [Theory, EachDatabase]
    public async Task A_bin_is_not_taken_back_like_an_edit(DatabaseKind kind)
    {
        var (bench, host, one, other) = await BenchAsync(kind);
        await using var own = bench;
        await bench.Installation.Get<CustomerBin>().MoveAsync([one], ImportBench.Somebody, Cancel);
        await using var db = bench.Installation.Open();
        var act = await db.ProfileEdits.Where(edit => edit.Attribute == ProfileAttribute.Bin).Select(edit => edit.Act).SingleAsync(Cancel);
        var edit = bench.Installation.Get<EditProfile>();
        Assert.Equal(ProblemCode.NotFound, (await edit.TakeBackAsync(act, ImportBench.Somebody, Cancel)).Refusal!.Code);
        Assert.Equal("edits[0].attribute", (await edit.WriteAsync([other], [new("bin", "on")], ImportBench.Somebody, Cancel)).Refusal!.Path);
        await host.StopAsync(Cancel);
    }
}
