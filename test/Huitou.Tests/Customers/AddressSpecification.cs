using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>The addresses of a customer, on both databases: each that any file tells or somebody wrote is kept, one stands, and all are handed out.</summary>
public sealed class AddressSpecification
{
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<ImportBench> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        return bench;
    }

    private static Task<Import> TellAsync(ImportBench bench, params (int Day, string Address)[] told) => bench.ImportAsync(
        new ListSource([.. told.Select((row, at) => new SourceCustomer(at + 2) { Buyer = new("a"), Name = "Ann", Address = row.Address, ModifiedAt = Then.AddDays(row.Day) })]) { Kind = FileKind.Customers });

    private static async Task<Guid> WriteAsync(ImportBench bench, string text) =>
        (await bench.Installation.Get<EditProfile>().WriteAsync([1], [new("address", text)], ImportBench.Somebody, Cancel)).Value!.Act;

    private static async Task<IReadOnlyList<ProfileAddress>> AddressesAsync(ImportBench bench) =>
        (await bench.Installation.Get<Customer360>().AskAsync(1, new(), Cancel)).Value!.Customer.Known.Addresses;

    /// <summary>All in full, in the sequence of the page; that which stands with a star.</summary>
    private static async Task<string> ShownAsync(ImportBench bench)
    {
        var full = (await bench.Installation.Get<CustomerReveal>().RevealAsync(1, ImportBench.Somebody, Cancel)).Value!.Fields.ToDictionary(field => field.Key, field => field.Text);
        return string.Join(", ", (await AddressesAsync(bench)).Select(address => full[address.Key] + (address.Stands ? "*" : "")));
    }

    [Theory, EachDatabase]
    public async Task Each_that_files_tell_is_kept_and_an_undo_takes_its_own_along(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await TellAsync(bench, (1, "Long Road 1"), (5, "Short Road 3"), (4, "Long Road 1"), (2, "Mill Lane 2"));
        Assert.Equal("Short Road 3*, Long Road 1, Mill Lane 2", await ShownAsync(bench));
        var second = await TellAsync(bench, (9, "New Street 9"), (8, "Long Road 1"));
        Assert.Equal("New Street 9*, Long Road 1, Short Road 3, Mill Lane 2", await ShownAsync(bench));
        Assert.All(await AddressesAsync(bench), address => Assert.Equal("***", address.Text));
        await bench.UndoAsync(second.Id);
        Assert.Equal("Short Road 3*, Long Road 1, Mill Lane 2", await ShownAsync(bench));
        await using var db = bench.Installation.Open();
        Assert.DoesNotContain(await db.BuyerStatements.Select(said => said.More).ToListAsync(Cancel), more => more!.Contains("Road", StringComparison.Ordinal) || more.Contains("Lane", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task One_by_hand_stands_until_it_is_taken_back_and_older_ones_stay(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await TellAsync(bench, (1, "Long Road 1"));
        var first = await WriteAsync(bench, "Hand Road 1");
        var second = await WriteAsync(bench, "Hand Road 2");
        Assert.Equal("Hand Road 2*, Hand Road 1, Long Road 1", await ShownAsync(bench));
        Assert.Equal([second, first, null], (await AddressesAsync(bench)).Select(address => address.Act));
        var edit = bench.Installation.Get<EditProfile>();
        await edit.TakeBackAsync(second, ImportBench.Somebody, Cancel);
        Assert.Equal("Hand Road 1*, Long Road 1", await ShownAsync(bench));
        var cleared = await WriteAsync(bench, "");
        Assert.Equal("Hand Road 1, Long Road 1", await ShownAsync(bench));
        await edit.TakeBackAsync(cleared, ImportBench.Somebody, Cancel);
        await edit.TakeBackAsync(first, ImportBench.Somebody, Cancel);
        Assert.Equal("Long Road 1*", await ShownAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task All_addresses_and_former_values_are_handed_out_and_erased(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await TellAsync(bench, (1, "Long Road 1"), (2, "Short Road 2"));
        var act = await WriteAsync(bench, "Hand Road 1");
        await bench.Installation.Get<EditProfile>().TakeBackAsync(act, ImportBench.Somebody, Cancel);
        await bench.ImportAsync(new ListSource(new SourceCustomer(2) { Buyer = new("a"), Name = "Ann Lee", ModifiedAt = Then.AddDays(5) }) { Kind = FileKind.Customers });
        var subject = (await bench.Installation.Get<SubjectExport>().RunAsync(1, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal(["Hand Road 1", "Short Road 2", "Long Road 1"], subject.Said.Where(word => word.Attribute == "address").Select(word => word.Text));
        Assert.Equal(["Ann Lee", "Ann"], subject.Said.Where(word => word.Attribute == "name").Select(word => word.Text));
        Assert.Equal([true, false, false], subject.Said.Where(word => word.Attribute == "address").Select(word => word.TakenBackAt is not null));
        Assert.Equal("Short Road 2", subject.Profile.Single(fact => fact.Attribute == "address").Text);

        Assert.Null((await bench.Installation.Get<EraseCustomers>().RunAsync([1], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Refusal);
        await using var db = bench.Installation.Open();
        Assert.Empty(await db.BuyerStatements.ToListAsync(Cancel));
        Assert.Empty(await db.ProfileEdits.ToListAsync(Cancel));
    }
}
