using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Flows;
using Huitou.Flows.Pruning;
using Huitou.Flows.Traits;
using Huitou.Tests.Access;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Pruning;

/// <summary>The prune list, on both databases: who is on it and why, and what is done to them comes undone.</summary>
public sealed class PruneSpecification
{
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ListSource Told(params SourceRow[] rows) => new(rows) { Kind = FileKind.Customers };

    private static SourceCustomer Row(int line, string buyer, string? phone = null, string? email = null) => new(line) { Buyer = new(buyer, phone, email), ModifiedAt = Then };

    private static async Task<(ImportBench Bench, Dictionary<string, long> Ids)> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.ImportAsync(Told(
            Row(2, "nobody"), Row(3, "phone", "+8613800000001"), Row(4, "wrong", "+8613800000002"), Row(5, "refused", "+8613800000003") with { SmsConsent = false },
            Row(6, "both", "+8613800000004", "both@example.org") with { SmsConsent = false }, Row(7, "buys"), Row(8, "rich")));
        await bench.ImportAsync(new ListSource(
            ListSource.Line(2, "1", null, 100, 5) with { Buyer = new("buys") }, ListSource.Line(3, "2", null, 900_00, 5) with { Buyer = new("rich") }));
        var ids = new Dictionary<string, long>();
        foreach (var buyer in new[] { "nobody", "phone", "wrong", "refused", "both", "buys", "rich" }) ids[buyer] = await bench.CustomerOfAsync(buyer);
        await bench.Installation.Get<EditProfile>().WriteAsync([ids["wrong"]], [new("phoneWrong", "yes")], ImportBench.Somebody, Cancel);
        await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel);
        return (bench, ids);
    }

    /// <summary>On PostgreSQL the change feed is a moment late while others write.</summary>
    private static async Task<PruneAnswer> ListAsync(ImportBench bench, PruneLimits limits, params long[] expected)
    {
        var list = bench.Installation.Get<PruneList>();
        var answer = (await list.AskAsync(limits, 1, 50, Cancel)).Value!;
        for (var tries = 0; tries < 50 && !answer.Items.Select(item => item.Id).Order().SequenceEqual(expected.Order()); tries++)
        {
            await Task.Delay(100, Cancel);
            answer = (await list.AskAsync(limits, 1, 50, Cancel)).Value!;
        }
        Assert.Equal(expected.Order(), answer.Items.Select(item => item.Id).Order());
        Assert.Equal(expected.Length, answer.Total);
        return answer;
    }

    [Theory, EachDatabase]
    public async Task Who_cannot_be_reached_and_brings_nothing_is_listed_with_the_reasons(DatabaseKind kind)
    {
        var (bench, ids) = await BenchAsync(kind);
        await using var own = bench;
        var little = new PruneLimits(1, 1, 50_000);

        var answer = await ListAsync(bench, little, ids["nobody"], ids["wrong"], ids["refused"], ids["buys"]);
        Assert.Equal(
            [new PruneReason(WayState.Missing, WayState.Missing, 2), new(WayState.Wrong, WayState.Missing, 1), new(WayState.Refused, WayState.Missing, 1)], answer.Reasons);
        Assert.Equal((ids["buys"], 1), (answer.Items[^1].Id, answer.Items[^1].Orders));
        Assert.Null(answer.Items[0].LastDay);
        var one = new List<long>();
        for (var page = 1; page <= 5; page++) one.AddRange((await bench.Installation.Get<PruneList>().AskAsync(little, page, 1, Cancel)).Value!.Items.Select(item => item.Id));
        Assert.Equal(answer.Items.Select(item => item.Id), one);
        await ListAsync(bench, new(1, 1), ids["nobody"], ids["wrong"], ids["refused"], ids["buys"], ids["rich"]);
        await ListAsync(bench, new(1, 0), ids["nobody"], ids["wrong"], ids["refused"]);
        await ListAsync(bench, new(600, 5), ids["nobody"], ids["wrong"], ids["refused"]);

        // Who refuses every way they have goes on the list; who agrees again later leaves it.
        await bench.Installation.Get<CustomerConsents>().WithdrawAsync(ids["both"], new(ConsentChannel.Email, null, null), ImportBench.Somebody, Cancel);
        await ListAsync(bench, new(1, 0), ids["nobody"], ids["wrong"], ids["refused"], ids["both"]);
        await bench.Installation.Get<CustomerConsents>().DeclareAsync([ids["both"]], new(ConsentChannel.Email, ConsentPurpose.Care, "form", null), ImportBench.Somebody, Cancel);
        await ListAsync(bench, new(1, 0), ids["nobody"], ids["wrong"], ids["refused"]);
    }

    [Theory, EachDatabase]
    public async Task What_is_done_to_them_is_undone_in_place_and_reaches_nobody_else(DatabaseKind kind)
    {
        var (bench, ids) = await BenchAsync(kind);
        await using var own = bench;
        var (prune, limits) = (bench.Installation.Get<Prune>(), new PruneLimits(1, 0));
        long[] listed = [ids["nobody"], ids["wrong"], ids["refused"]];
        await ListAsync(bench, limits, listed);

        var done = (await prune.RunAsync(PruneAct.Suppress, [ids["nobody"], ids["phone"]], limits, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal([ids["nobody"]], done.Customers);
        Assert.Equal(2, done.Left);
        await ListAsync(bench, limits, ids["wrong"], ids["refused"]);
        var all = await ListAsync(bench, limits with { WithSuppressed = true }, listed);
        Assert.Equal(ids["nobody"], Assert.Single(all.Items, item => item.IsSuppressed).Id);
        var shown = (await bench.Installation.Get<Customer360>().AskAsync(ids["nobody"], new(), Cancel)).Value!.Customer.Known;
        Assert.Equal(("suppressed", "yes"), (Assert.Single(shown.Fields).Attribute, shown.Fields[0].Text));
        await bench.Installation.Get<EditProfile>().TakeBackAsync(done.Act!.Value, ImportBench.Somebody, Cancel);
        await ListAsync(bench, limits, listed);

        var moved = (await prune.RunAsync(PruneAct.Bin, null, limits, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal((null, 3, 0), (moved.Act, moved.Customers.Count, moved.Left));
        await ListAsync(bench, limits);
        Assert.Equal(ProblemCode.NotFound, (await prune.RunAsync(PruneAct.Bin, null, limits, ImportBench.Somebody, Cancel)).Refusal!.Code);
        await bench.Installation.Get<CustomerBin>().RestoreAsync([.. moved.Customers], ImportBench.Somebody, Cancel);
        await ListAsync(bench, limits, listed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Pages_that_are_out_of_reach_are_refused(int page)
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal("page", (await bench.Installation.Get<PruneList>().AskAsync(new(), page, 200, Cancel)).Refusal!.Path);
    }

    [Theory]
    [InlineData(0, 1, "months")]
    [InlineData(24, -1, "maxOrders")]
    public async Task Limits_that_mean_nothing_are_refused(int months, int orders, string path)
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(path, (await bench.Installation.Get<PruneList>().AskAsync(new(months, orders), 1, 50, Cancel)).Refusal!.Path);
    }

    [Theory, EachDatabase]
    public async Task A_clerk_finds_tags_and_ways_by_the_word_of_the_seen_shop(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        var list = shops.Get<CustomerList>();
        await shops.Get<InProcessLedgerHost>().StartAsync(Cancel);
        async Task<long[]> FoundAsync(string tag) => [.. (await TwoShops.AsClerkAsync(() => list.AskAsync(new() { Tag = tag }, Cancel))).Value!.Items.Select(item => item.Id)];

        var tagged = Assert.Single(await FoundAsync("firstmark tag"));
        Assert.Empty(await FoundAsync($"{TwoShops.Mark} tag"));
        Assert.Equal([tagged], (await list.AskAsync(new() { Tag = $"{TwoShops.Mark} tag" }, Cancel)).Value!.Items.Select(item => item.Id));
        var act = (await TwoShops.AsClerkAsync(() => shops.Get<EditProfile>().WriteAsync([tagged], [new("tag:firstmark tag", ""), new("tag:own", "on")], TwoShops.Clerk, Cancel))).Value!.Act;
        await UntilAsync(async () => (await FoundAsync("own")) is [var one] && one == tagged && (await FoundAsync("firstmark tag")).Length == 0);
        await TwoShops.AsClerkAsync(() => shops.Get<EditProfile>().TakeBackAsync(act, TwoShops.Clerk, Cancel));
        await UntilAsync(async () => (await FoundAsync("own")).Length == 0 && (await FoundAsync("firstmark tag")).Length == 1);

        var (seen, whole) = (await TwoShops.AsClerkAsync(() => shops.Get<TraitIndex>().ReadAsync(Cancel)), await shops.Get<TraitIndex>().ReadAsync(Cancel));
        Assert.True(seen.Ids.Length < whole.Ids.Length);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await holds()) return;
            await Task.Delay(100, Cancel);
        }
        Assert.Fail("The traits did not follow within ten seconds.");
    }
}
