using Huitou.Access;
using Huitou.Analytics;
using Huitou.Data;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Flows.Views;
using Huitou.Tests.Access;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Flows.Views;

/// <summary>Named views of the list, on both databases: whose they are, who may change them, and what becomes of what they name.</summary>
public sealed class CustomerViewSpecification
{
    private static readonly Actor Ann = new("ann", Role.Operator);
    private static readonly Actor Bob = new("bob", Role.Operator);
    private static readonly Actor Desk = new("desk", Role.Service);
    private static readonly CustomerQuestion Lost = new() { R = RClass.Lost, Orders = (2, null), Sort = "-lastDay" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ViewWriting Named(string name, bool isShared = false) => new(name, isShared, ["name", "netSales"]);

    private static async Task<CustomerViewItem> KeptAsync(CustomerViews views, ViewWriting writing, CustomerQuestion question, Actor actor)
    {
        var kept = await views.AddAsync(writing, question, actor, Cancel);
        Assert.Null(kept.Refusal);
        return kept.Value!;
    }

    private static async Task<string[]> NamesAsync(CustomerViews views, Actor actor) => [.. (await views.ListAsync(actor, Cancel)).Select(view => view.Name)];

    [Theory, EachDatabase]
    public async Task A_view_keeps_filter_order_and_columns_for_whom_it_is(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var views = bench.Installation.Get<CustomerViews>();
        await KeptAsync(views, Named("mine"), Lost, Ann);
        await KeptAsync(views, Named(" all of us ", isShared: true), Lost, Ann);

        Assert.Equal(["mine", "all of us"], await NamesAsync(views, Ann));
        var seen = Assert.Single(await views.ListAsync(Bob, Cancel));
        Assert.Equal(("all of us", true, true, "ann", "-lastDay"), (seen.Name, seen.IsShared, seen.MayChange, seen.Maker, seen.Sort));
        Assert.Equal([("r", "lost"), ("minOrders", "2")], seen.Filter.Select(part => (part.Key, part.Value)));
        Assert.Equal(["name", "netSales"], seen.Columns);
        Assert.Empty(seen.Gone);
        Assert.False(Assert.Single(await views.ListAsync(Desk, Cancel)).MayChange);
        await using var db = bench.Installation.Open();
        Assert.Equal("Shared view “all of us” made", AuditWords.Sentence(Assert.Single(await db.Audit.ToListAsync(Cancel)).Fact, "en"));
    }

    [Theory, EachDatabase]
    public async Task Who_changes_a_view_has_seen_the_last_change_and_may(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var views = bench.Installation.Get<CustomerViews>();
        var (mine, shared) = (await KeptAsync(views, Named("mine"), Lost, Ann), await KeptAsync(views, Named("ours", isShared: true), Lost, Ann));
        async Task<string?> ReplaceAsync(int id, int seen, ViewWriting writing, Actor actor) => (await views.ReplaceAsync(id, seen, writing, new() { Tag = "vip" }, actor, Cancel)).Refusal?.Code;

        Assert.Equal(ProblemCode.NotFound, await ReplaceAsync(mine.Id, 1, Named("other"), Bob));
        Assert.Equal(ProblemCode.NotAllowed, await ReplaceAsync(shared.Id, 1, Named("other", isShared: true), Desk));
        Assert.Equal(ProblemCode.NotAllowed, await ReplaceAsync(shared.Id, 1, Named("other"), Bob));
        Assert.Null(await ReplaceAsync(shared.Id, 1, Named("others", isShared: true), Bob));
        Assert.Equal(ProblemCode.PreconditionFailed, await ReplaceAsync(shared.Id, 1, Named("again", isShared: true), Ann));
        Assert.Null(await ReplaceAsync(shared.Id, 2, Named("my own"), Ann));
        Assert.Empty(await views.ListAsync(Bob, Cancel));
        Assert.Equal(ProblemCode.NotFound, (await views.DeleteAsync(mine.Id, Bob, Cancel))!.Code);
        Assert.Null(await views.DeleteAsync(mine.Id, Ann, Cancel));
        Assert.Equal(["my own"], await NamesAsync(views, Ann));
        await using var db = bench.Installation.Open();
        Assert.Equal(
            ["Shared view “ours” made", "View “others” changed", "View “my own” changed"],
            (await db.Audit.OrderBy(entry => entry.Id).ToListAsync(Cancel)).Select(entry => AuditWords.Sentence(entry.Fact, "en")));
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_kept_is_refused_with_what_to_do(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var views = bench.Installation.Get<CustomerViews>();
        async Task<string> PathAsync(ViewWriting writing, CustomerQuestion question, Actor actor) =>
            (await views.AddAsync(writing, question, actor, Cancel)).Refusal is { } refusal ? $"{refusal.Code} {refusal.Path}" : "";

        Assert.Equal("invalid_field name", await PathAsync(Named(" "), Lost, Ann));
        Assert.Equal("invalid_field name", await PathAsync(Named(new string('x', 61)), Lost, Ann));
        Assert.Equal("invalid_field search", await PathAsync(Named("v"), Lost with { Search = "Ann Lee" }, Ann));
        Assert.Equal("invalid_field sort", await PathAsync(Named("v"), Lost with { Sort = "name" }, Ann));
        Assert.Equal("invalid_field shops", await PathAsync(Named("v"), Lost with { Scope = new() { Shops = "7" } }, Ann));
        Assert.Equal("invalid_field columns", await PathAsync(new("v", false, ["a b"]), Lost, Ann));
        Assert.Equal("not_allowed isShared", await PathAsync(Named("v", isShared: true), Lost, Desk));
        for (var n = 0; n < CustomerViews.MostViews; n++) await KeptAsync(views, Named($"v{n}"), Lost, Ann);
        Assert.Equal("conflict name", await PathAsync(Named("one more"), Lost, Ann));
        Assert.Equal("", await PathAsync(Named("one more"), Lost, Bob));
        Assert.Equal("name_taken name", await PathAsync(Named("ONE more"), Lost, Bob));
    }

    [Theory, EachDatabase]
    public async Task What_is_gone_is_said_and_the_rest_holds(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        var views = shops.Get<CustomerViews>();
        await shops.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await shops.Get<InProcessLedgerHost>().LedgerAsync(Cancel);
        var asked = new CustomerQuestion { Scope = new() { Shops = "1,2" }, Tag = $"{TwoShops.Mark} tag", Region = "firstmark region", R = RClass.Lost };
        await KeptAsync(views, Named("ours", isShared: true), asked, Ann);
        await KeptAsync(views, Named("stale", isShared: true), new() { Tag = "nobody's" }, Ann);

        Assert.Empty((await views.ListAsync(Ann, Cancel))[0].Gone);
        Assert.Equal([new ViewGap("tag", "nobody's")], (await views.ListAsync(Ann, Cancel))[1].Gone);
        var clerks = (await TwoShops.AsClerkAsync(() => views.ListAsync(TwoShops.Clerk, Cancel)))[0];
        Assert.Equal([new ViewGap("shops", null), new ViewGap("tag", null)], clerks.Gone);
        Assert.Equal(["r=lost", "region=firstmark region", "shops=1"], clerks.Filter.Select(part => $"{part.Key}={part.Value}").Order(StringComparer.Ordinal));
        Assert.False(clerks.MayChange);
        Assert.Equal(ProblemCode.BeyondScope, (await TwoShops.AsClerkAsync(() => views.DeleteAsync(clerks.Id, TwoShops.Clerk, Cancel)))!.Code);

        // What a clerk shares is for those who see their shop.
        var own = (await TwoShops.AsClerkAsync(() => views.AddAsync(Named("clerk's", isShared: true), new(), TwoShops.Clerk, Cancel))).Value!;
        using (DataScope.Enter(DataScope.Of([2]))) Assert.DoesNotContain(await views.ListAsync(new("other", Role.Operator) { Scope = DataScope.Of([2]) }, Cancel), view => view.Id == own.Id);
        Assert.Contains(await views.ListAsync(Ann, Cancel), view => view.Id == own.Id);
    }

    [Theory]
    [InlineData(ViewPeriod.Last7, "2026-02-23", "2026-03-01")]
    [InlineData(ViewPeriod.Last12m, "2025-03-02", "2026-03-01")]
    [InlineData(ViewPeriod.ThisMonth, "2026-03-01", "2026-03-01")]
    [InlineData(ViewPeriod.LastMonth, "2026-02-01", "2026-02-28")]
    [InlineData(ViewPeriod.LastYear, "2025-01-01", "2025-12-31")]
    public async Task A_moving_period_is_of_the_day_on_which_it_is_looked_at(ViewPeriod period, string from, string to)
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        var views = bench.Installation.Get<CustomerViews>();
        var asked = new CustomerQuestion { Scope = new() { From = "2020-01-01", To = "2020-02-01", AsOf = "2026-03-01" } };
        var view = await KeptAsync(views, Named("moving") with { Period = period }, asked, Ann);
        Assert.Equal((period, from, to), (view.Period, view.Filter["from"], view.Filter["to"]));
    }

    [Theory, EachDatabase]
    public async Task A_user_who_goes_takes_their_own_views_along(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var views = installation.Get<CustomerViews>();
        foreach (var name in new[] { "ann", "owner" })
            await installation.InScopeAsync<UserAccounts, Outcome<UserItem>>(users => users.AddAsync(name, "correct horse", name == "ann" ? Role.Operator : Role.Owner, null, Actor.Console, Cancel));
        await KeptAsync(views, Named("mine"), Lost, Ann);
        await KeptAsync(views, Named("ours", isShared: true), Lost, Ann);
        var users = await installation.InScopeAsync<UserAccounts, IReadOnlyList<UserItem>>(accounts => accounts.ListAsync(Cancel));
        Assert.Null(await installation.InScopeAsync<UserAccounts, Refusal?>(accounts => accounts.RemoveAsync(users.Single(user => user.Name == "ann").Id, Actor.Console, Cancel)));
        Assert.Equal(["ours"], await NamesAsync(views, Ann));
    }
}
