using Huitou.Analytics;
using Huitou.Engine;
using Huitou.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

/// <summary>The change feed is cut a day behind its end, and nobody who follows it misses anything by it.</summary>
public sealed class FeedPruneSpecification
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Rows_go_after_a_day_and_the_ledger_goes_on(DatabaseKind kind)
    {
        var clock = new StillTime(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var shop = await RunningShop.StartAsync(kind, RandomBook.Make(1), clock);
        var prune = shop.Get<FeedPrune>();
        await SellAsync(shop);
        await SellAsync(shop);
        var last = (await RowsAsync(shop)).Max();
        Assert.Equal(0, await prune.RunAsync(Cancel));
        clock.Now += TimeSpan.FromHours(23);
        Assert.Equal(0, await prune.RunAsync(Cancel));
        await SellAsync(shop);

        clock.Now += TimeSpan.FromHours(2);
        Assert.True(await prune.RunAsync(Cancel) > 0);
        Assert.Equal([last + 1], await RowsAsync(shop));
        await SellAsync(shop);
        shop.SameAsTheBook();

        await using var again = await shop.RestartAsync();
        again.SameAsTheBook();
    }

    [Theory, EachDatabase]
    public async Task The_last_row_stays_and_files_that_are_as_old_as_it_are_followed(DatabaseKind kind)
    {
        var clock = new StillTime(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var shop = await RunningShop.StartAsync(kind, RandomBook.Make(1), clock);
        await SellAsync(shop);
        await SellAsync(shop);
        await PruneAsync(shop, clock);
        await PruneAsync(shop, clock);
        Assert.Single(await RowsAsync(shop));
        await shop.StopAsync();
        await using (var db = shop.Installation.Open()) await db.OrderFacts.ExecuteUpdateAsync(set => set.SetProperty(order => order.Discount, 7_777_777), Cancel);

        await using var again = await shop.RestartAsync();
        var customers = shop.Book.Customers.Select(customer => again.Ledger.Facts(customer.Id)).OfType<CustomerFacts>();
        Assert.DoesNotContain(customers.SelectMany(customer => customer.Orders), order => order.Discount == 7_777_777);
    }

    [Theory, EachDatabase]
    public async Task Files_older_than_what_is_left_of_the_feed_are_made_anew(DatabaseKind kind)
    {
        var clock = new StillTime(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var shop = await RunningShop.StartAsync(kind, RandomBook.Make(1), clock);
        await SellAsync(shop);
        await shop.Get<InProcessLedgerHost>().KeepAsync(Cancel);
        var old = Directory.CreateTempSubdirectory("huitou-old-").FullName;
        foreach (var file in Directory.EnumerateFiles(shop.Installation.Folder.Ledger)) File.Copy(file, Path.Combine(old, Path.GetFileName(file)));
        await SellAsync(shop);
        await SellAsync(shop);
        await PruneAsync(shop, clock);
        await shop.StopAsync();
        foreach (var file in Directory.EnumerateFiles(shop.Installation.Folder.Ledger)) File.Delete(file);
        foreach (var file in Directory.EnumerateFiles(old)) File.Move(file, Path.Combine(shop.Installation.Folder.Ledger, Path.GetFileName(file)));
        Directory.Delete(old);

        await using var again = await shop.RestartAsync();
        again.SameAsTheBook();
    }

    [Theory, EachDatabase]
    public async Task Who_slept_while_rows_went_reads_anew(DatabaseKind kind)
    {
        var clock = new StillTime(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var shop = await RunningShop.StartAsync(kind, RandomBook.Make(1), clock);
        var (names, customer) = (shop.Get<NameIndex>(), shop.Book.Nodes[4].CustomerId);
        Assert.DoesNotContain(customer, await names.FindAsync("slept", Cancel));
        await using (var db = shop.Installation.Open())
            await db.Customers.Where(one => one.Id == customer).ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "who slept"), Cancel);
        await SellAsync(shop);
        await SellAsync(shop, node: 5);
        await PruneAsync(shop, clock);

        Assert.Contains(customer, await names.FindAsync("slept", Cancel));
    }

    /// <summary>An order, and a row of the feed, which the ledger has passed.</summary>
    private static async Task SellAsync(RunningShop shop, int node = 4)
    {
        var buyer = shop.Book.Nodes[node];
        await shop.CommitAsync(shop.Book.AddOrder(buyer.Id, 12, 4_200), buyer.CustomerId);
        await shop.PassedAsync();
    }

    private static async Task PruneAsync(RunningShop shop, StillTime clock)
    {
        await shop.Get<FeedPrune>().RunAsync(Cancel);
        clock.Now += TimeSpan.FromHours(25);
        await shop.Get<FeedPrune>().RunAsync(Cancel);
    }

    private static async Task<List<long>> RowsAsync(RunningShop shop)
    {
        await using var db = shop.Installation.Open();
        return await db.Changes.OrderBy(change => change.Seq).Select(change => change.Seq).ToListAsync(Cancel);
    }
}
