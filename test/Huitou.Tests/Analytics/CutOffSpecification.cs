using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

public sealed class CutOffSpecification
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_day_before_the_first_publication_is_computed_as_of_itself(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        await shop.Get<PublishCutOffs>().PublishAsync(shop.Ledger, null, Today, Cancel);
        var past = new DateOnly(2026, 7, 1);

        var then = await LimitsAsync(shop, past);
        var now = await LimitsAsync(shop, Today);

        Assert.Equal(CutOffOrigin.Computed, then.Origin);
        Assert.Null(then.ValidFrom);
        Assert.Equal(SuggestedLimits.Of(shop.Ledger, Scope(past), past).Limits, then.Limits);
        Assert.Equal(CutOffOrigin.Published, now.Origin);
        Assert.Equal(Today, now.ValidFrom);
        Assert.Equal(SuggestedLimits.Of(shop.Ledger, Scope(Today), Today).Limits, now.Limits);
        Assert.NotEqual(then.Limits, now.Limits);
    }

    [Theory, EachDatabase]
    public async Task Published_edges_hold_until_the_next_and_are_of_that_days_population(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var day = new DateOnly(2026, 8, 1);
        await shop.Get<PublishCutOffs>().PublishAsync(shop.Ledger, null, day, Cancel);

        foreach (var basis in Enum.GetValues<MoneyBasis>())
        {
            var later = await EdgesAsync(shop, Scope(Today), basis);
            var expected = shop.Ledger.Ask(new RfmEdgesQuery(basis), Scope(day), cancellationToken: Cancel);
            Assert.Equal(CutOffOrigin.Published, later.Origin);
            Assert.Equal(day, later.ValidFrom);
            Assert.Equal(expected!.Recency, later.Edges!.Recency);
            Assert.Equal(expected.Monetary, later.Edges.Monetary);
        }

        var oneShop = await EdgesAsync(shop, Scope(Today) with { Shops = [2] }, MoneyBasis.Net);
        var oneChannel = await EdgesAsync(shop, Scope(Today) with { Channels = [1] }, MoneyBasis.Net);
        var oneMonth = await EdgesAsync(shop, Scope(Today) with { From = day }, MoneyBasis.Net);
        Assert.All([oneShop, oneChannel, oneMonth], edges => Assert.Equal(CutOffOrigin.Computed, edges.Origin));
    }

    [Theory, EachDatabase]
    public async Task Chosen_customers_are_scored_against_everybody(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var chosen = Scope(Today) with { Customers = new CustomerSet([1, 2, 3]) };

        var edges = await EdgesAsync(shop, chosen, MoneyBasis.Net);

        Assert.Equal((await EdgesAsync(shop, Scope(Today), MoneyBasis.Net)).Edges!.Monetary, edges.Edges!.Monetary);
    }

    [Theory, EachDatabase]
    public async Task Another_counting_rule_does_not_use_what_was_published_under_this_one(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        await shop.Get<PublishCutOffs>().PublishAsync(shop.Ledger, null, Today, Cancel);
        var everything = Scope(Today) with { Counting = new CountingRules(OrderMarks.None) };

        Assert.Equal(CutOffOrigin.Computed, (await EdgesAsync(shop, everything, MoneyBasis.Net)).Origin);
        Assert.Equal(CutOffOrigin.Computed, (await shop.Get<GridLimitsFor>().FindAsync(shop.Ledger, everything, Today, Cancel)).Origin);
    }

    [Theory, EachDatabase]
    public async Task A_shops_own_limits_go_before_those_of_all_and_both_before_published_ones(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        await shop.Get<PublishCutOffs>().PublishAsync(shop.Ledger, null, Today.AddDays(-30), Cancel);
        await SetAsync(shop, null, Today.AddDays(-20), 10);
        await SetAsync(shop, 2, Today.AddDays(-10), 20);
        await SetAsync(shop, null, Today.AddDays(-5), 30);

        Assert.Equal(CutOffOrigin.Published, (await LimitsAsync(shop, Today.AddDays(-21))).Origin);
        Assert.Equal(10, (await LimitsAsync(shop, Today.AddDays(-20))).Limits.ActiveMax);
        Assert.Equal(10, (await LimitsAsync(shop, Today.AddDays(-6), 2, 1)).Limits.ActiveMax);
        Assert.Equal(20, (await LimitsAsync(shop, Today.AddDays(-6), 2)).Limits.ActiveMax);
        Assert.Equal(10, (await LimitsAsync(shop, Today.AddDays(-11), 2)).Limits.ActiveMax);
        Assert.Equal(30, (await LimitsAsync(shop, Today, 1)).Limits.ActiveMax);
        var set = await LimitsAsync(shop, Today, 2);
        Assert.Equal((20, CutOffOrigin.Set, Today.AddDays(-10)), (set.Limits.ActiveMax, set.Origin, set.ValidFrom));
    }

    [Theory, EachDatabase]
    public async Task Setting_a_day_again_replaces_it_and_each_is_written_down(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        await SetAsync(shop, 1, Today, 10);
        await SetAsync(shop, 1, Today, 15);
        await SetAsync(shop, 1, Today.AddDays(1), 20);

        var history = (await shop.Get<GridLimitsHistory>().AskAsync("1", Cancel)).Value!;

        Assert.Equal([20, 15], history.Versions.Select(version => version.ActiveMax));
        Assert.Equal(15, history.Current.ActiveMax);
        Assert.Equal(SuggestedLimits.Of(shop.Ledger, Scope(Today) with { Shops = [1] }, Today).Gaps, history.Suggested.Gaps);
        await using var db = shop.Installation.Open();
        Assert.Equal(3, await db.Audit.CountAsync(entry => entry.Action == AuditAction.Settings && entry.Subject == "gridLimits:1", Cancel));
    }

    [Theory]
    [InlineData(-1, 20, 30, 4, "activeMax")]
    [InlineData(20, 20, 30, 4, "silentMax")]
    [InlineData(10, 20, 20, 4, "dormantMax")]
    [InlineData(10, 20, 30, 3, "fanMin")]
    public async Task Limits_that_do_not_ascend_are_refused(int active, int silent, int dormant, int fan, string path)
    {
        await using var shop = await ShopAsync(DatabaseKind.Sqlite);

        var refusal = (await shop.Get<SetGridLimits>().SetAsync(new(null, Today, active, silent, dormant, fan), Actor.Console, Cancel)).Refusal;

        Assert.Equal(path, refusal?.Path);
    }

    [Theory, EachDatabase]
    public async Task A_comparison_uses_the_limits_of_its_later_day_for_both(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        await SetAsync(shop, null, new(2026, 3, 1), 15);
        await SetAsync(shop, null, new(2026, 9, 1), 40);
        var report = shop.Get<GridReport>();

        var forward = (await report.AskAsync(new(new() { AsOf = "2026-10-01" }, "2026-05-01"), Cancel)).Value!;
        var backward = (await report.AskAsync(new(new() { AsOf = "2026-05-01" }, "2026-10-01"), Cancel)).Value!;
        var alone = (await report.AskAsync(new(new() { AsOf = "2026-05-01" }), Cancel)).Value!;

        Assert.Equal(40, forward.Limits.ActiveMax);
        Assert.Equal(40, backward.Limits.ActiveMax);
        Assert.Equal(15, alone.Limits.ActiveMax);
        Assert.Equal(forward.Cells, backward.Compared!);
        Assert.Equal(forward.Compared!, backward.Cells);
        Assert.NotEqual(alone.Cells, backward.Cells);
        Assert.Equal(alone.Customers, backward.Customers);
    }

    [Theory, EachDatabase]
    public async Task Each_shop_is_published_when_its_own_day_turns_and_again_after_a_bulk_change(DatabaseKind kind)
    {
        // 15:30 UTC: 23:30 in Shanghai, 15:30 in London.
        var time = new StillTime(new DateTimeOffset(2026, 11, 21, 15, 30, 0, TimeSpan.Zero));
        var book = RandomBook.Make(3);
        book.Shops[1].TimeZone = "Europe/London";
        await using var shop = await RunningShop.StartAsync(kind, book, time);
        var clock = shop.Get<CutOffClock>();

        await clock.LookAsync(Cancel);
        Assert.Equal([(null, Today), (1, Today), (2, Today)], await PublishedAsync(shop));

        time.Now = time.Now.AddHours(1);
        await clock.LookAsync(Cancel);
        Assert.Equal([(null, Today), (null, Today.AddDays(1)), (1, Today), (1, Today.AddDays(1)), (2, Today)], await PublishedAsync(shop));

        await using (var db = shop.Installation.Open()) await db.CutOffs.ExecuteDeleteAsync(Cancel);
        await clock.LookAsync(Cancel);
        Assert.Empty(await PublishedAsync(shop));

        await using (var db = shop.Installation.Open()) await RunningShop.FeedAsync(db, [.. Enumerable.Range(1, 20).Select(id => (long)id)]);
        var read = shop.Get<InProcessLedgerHost>().CustomersRead;
        shop.Get<ChangeSignal>().Raise();
        await RunningShop.UntilAsync(() => shop.Get<InProcessLedgerHost>().CustomersRead > read);
        await clock.LookAsync(Cancel);
        Assert.Equal([(null, Today.AddDays(1)), (1, Today.AddDays(1)), (2, Today)], await PublishedAsync(shop));
    }

    private static Task<RunningShop> ShopAsync(DatabaseKind kind) =>
        RunningShop.StartAsync(kind, RandomBook.Make(11, customers: 200, orders: 2_500), new StillTime(new DateTimeOffset(2026, 11, 21, 4, 0, 0, TimeSpan.Zero)));

    private static Scope Scope(DateOnly asOf) => new() { AsOf = asOf };

    private static Task<LimitsInForce> LimitsAsync(RunningShop shop, DateOnly day, params int[] shops) =>
        shop.Get<GridLimitsFor>().FindAsync(shop.Ledger, Scope(day) with { Shops = shops.Length == 0 ? null : shops }, day, Cancel);

    private static Task<EdgesInForce> EdgesAsync(RunningShop shop, Scope scope, MoneyBasis basis) =>
        shop.Get<RfmEdgesFor>().FindAsync(shop.Ledger, scope, basis, scope.AsOf, Cancel);

    private static async Task SetAsync(RunningShop shop, int? id, DateOnly from, int active) =>
        Assert.Null((await shop.Get<SetGridLimits>().SetAsync(new(id, from, active, active + 10, active + 20, 5), Actor.Console, Cancel)).Refusal);

    private static async Task<List<(int?, DateOnly)>> PublishedAsync(RunningShop shop)
    {
        await using var db = shop.Installation.Open();
        var rows = await db.CutOffs.Where(row => row.Kind == CutOffKind.RfmNet).ToListAsync(Cancel);
        Assert.Equal(3 * rows.Count, await db.CutOffs.CountAsync(Cancel));
        return [.. rows.OrderBy(row => row.ShopId ?? 0).ThenBy(row => row.ValidFrom).Select(row => (row.ShopId, row.ValidFrom))];
    }
}
