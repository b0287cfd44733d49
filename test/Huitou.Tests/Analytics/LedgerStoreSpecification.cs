using Huitou.Engine;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Analytics;

/// <summary>
/// A ledger is kept in files from one start to the next. What comes from files and what from the database is told apart by a change of all
/// discounts that the change feed knows nothing of: <see cref="Marker"/> is seen only by who reads the database.
/// </summary>
public sealed class LedgerStoreSpecification
{
    private const long Marker = 7_777_777;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_start_reads_files_and_follows_what_came_since(DatabaseKind kind)
    {
        await using var shop = await StopAsync(kind);
        var buyer = shop.Book.Nodes[4];
        var order = shop.Book.AddOrder(buyer.Id, 12, 4_200);
        await shop.CommitAsync(order, buyer.CustomerId);

        await using var again = await shop.RestartAsync();

        again.SameAsTheBook();
        Assert.Contains(again.Ledger.Facts(buyer.CustomerId)!.Orders, found => found.Id == order.Id);
        Assert.Equal(1, Customers(again.Ledger).Count(customer => IsFromDatabase(customer, but: order.Id)));
    }

    [Theory, EachDatabase]
    public async Task Files_that_are_missing_or_damaged_are_made_anew_alone(DatabaseKind kind)
    {
        await using var shop = await StopAsync(kind);
        var files = Files(shop);
        var partitions = shop.Ledger.Partitions.Length;
        Assert.Equal(partitions, files.Length);
        File.Delete(files[1]);
        Damage(files[2]);

        await using var again = await shop.RestartAsync();

        again.SameAsTheBook();
        var bought = Customers(again.Ledger).FindAll(customer => customer.Orders.Count > 0);
        Assert.Equal(2, again.Ledger.Partitions.ToArray().Count(partition => bought.Where(customer => LedgerHash.BeginsWith(customer.Id, partition.Prefix, partition.Depth)).All(customer => IsFromDatabase(customer))));
        await again.StopAsync();
        Assert.Equal(partitions, Files(again).Length);
    }

    [Theory]
    [EachDatabase("damaged"), EachDatabase("missing"), EachDatabase("another build"), EachDatabase("a region unknown to it")]
    public async Task A_list_that_cannot_be_trusted_has_all_read_anew(DatabaseKind kind, string fault)
    {
        await using var shop = await StopAsync(kind);
        var list = Path.Combine(shop.Installation.Folder.Ledger, "ledger.json");
        var text = (await File.ReadAllTextAsync(list, Cancel)).Split('\n')[1];
        if (fault == "missing") File.Delete(list);
        else if (fault == "damaged") Damage(list);
        else if (fault == "another build") Write(list, text.Replace("\"Build\":\"", "\"Build\":\"0", StringComparison.Ordinal));
        else Write(list, text.Replace(",\"France\"", "", StringComparison.Ordinal).Replace("\"France\",", "", StringComparison.Ordinal));

        await using var again = await shop.RestartAsync();

        again.SameAsTheBook();
        Assert.All(Customers(again.Ledger).Where(customer => customer.Orders.Count > 0), customer => Assert.True(IsFromDatabase(customer)));
    }

    [Theory, EachDatabase]
    public async Task Files_of_another_database_are_no_files(DatabaseKind kind)
    {
        await using var shop = await StopAsync(kind);
        await using (var db = shop.Installation.Open())
        {
            // As it was before a change that the files hold.
            await db.Changes.Where(change => change.Seq == db.Changes.Max(last => last.Seq)).ExecuteDeleteAsync(Cancel);
            await RunningShop.FeedAsync(db, 59);
        }

        await using var again = await shop.RestartAsync();

        Assert.All(Customers(again.Ledger).Where(customer => customer.Orders.Count > 0), customer => Assert.True(IsFromDatabase(customer)));
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_killed_while_writing_leaves_the_files_of_before(DatabaseKind kind)
    {
        await using var shop = await StopAsync(kind);
        var folder = shop.Installation.Folder.Ledger;
        foreach (var name in new[] { "ff.part", "100.part", "ledger.json.new" }) await File.WriteAllTextAsync(Path.Combine(folder, name), "half of", Cancel);

        await using var again = await shop.RestartAsync();
        Assert.DoesNotContain(Customers(again.Ledger), customer => IsFromDatabase(customer));
        var buyer = shop.Book.Nodes[4];
        await again.CommitAsync(shop.Book.AddOrder(buyer.Id, 12, 4_200), buyer.CustomerId);
        await RunningShop.UntilAsync(() => again.Ledger.Facts(buyer.CustomerId)!.Orders.Any(order => order.Amount == 4_200));
        await again.StopAsync();

        Assert.Equal(again.Ledger.Partitions.Length, Files(again).Length);
        await using var third = await again.RestartAsync();
        third.SameAsTheBook();
        Assert.Equal(1, Customers(third.Ledger).Count(customer => IsFromDatabase(customer, but: shop.Book.Orders[^1].Id)));
    }

    /// <summary>A shop of several partitions whose host has stopped, and in whose database all discounts were changed behind its back.</summary>
    private static async Task<RunningShop> StopAsync(DatabaseKind kind)
    {
        var shop = await RunningShop.StartAsync(kind, RandomBook.Make(1, customers: 12_000, orders: 16_000));
        await using var db = shop.Installation.Open();
        await RunningShop.FeedAsync(db, 4);
        await shop.PassedAsync();
        await shop.StopAsync();
        Assert.InRange(shop.Ledger.Partitions.Length, 4, 32);
        await db.OrderFacts.ExecuteUpdateAsync(set => set.SetProperty(order => order.Discount, Marker), Cancel);
        return shop;
    }

    private static string[] Files(RunningShop shop) => [.. Directory.GetFiles(shop.Installation.Folder.Ledger, "*.part").Order(StringComparer.Ordinal)];

    private static List<CustomerFacts> Customers(Ledger ledger) =>
        [.. Enumerable.Range(1, 12_000).Select(id => ledger.Facts(id)).OfType<CustomerFacts>()];

    private static bool IsFromDatabase(CustomerFacts customer, long but = 0) =>
        customer.Orders.Any(order => order.Id != but) && customer.Orders.Where(order => order.Id != but).All(order => order.Discount == Marker);

    private static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>A list whose checksum is right, whatever it says.</summary>
    private static void Write(string path, string text) =>
        File.WriteAllText(path, $"{PartitionFile.Checksum(System.Text.Encoding.UTF8.GetBytes(text)):x8}\n{text}");
}
