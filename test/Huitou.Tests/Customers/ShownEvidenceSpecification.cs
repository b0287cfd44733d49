using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>What sources mask of buyers whom they name by something whole, on both databases: kept to be shown, and to nothing else.</summary>
public sealed class ShownEvidenceSpecification
{
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<ImportBench> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        return bench;
    }

    private static Task<Import> TellAsync(ImportBench bench, int day, params SourceBuyer[] buyers) => bench.ImportAsync(
        new ListSource([.. buyers.Select((buyer, at) => new SourceCustomer(at + 2) { Buyer = buyer, ModifiedAt = Then.AddDays(day) })]) { Kind = FileKind.Customers });

    private static BuyerMasks Phone(string text) => new(null, text, null, null, null);

    private static async Task<CustomerProfile> ShownAsync(ImportBench bench, string name)
    {
        var node = (await bench.Installation.EvidenceAsync()).Single(node => node.Name == name).Node;
        return (await bench.Installation.Get<Customer360>().AskAsync(node.CustomerId, new(), Cancel)).Value!.Customer;
    }

    [Theory, EachDatabase]
    public async Task It_joins_nobody_and_finds_nobody(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await TellAsync(bench, 0, new("a", Masks: Phone("138****0001")), new(null, "+8613900000009", Masks: Phone("138****0001")), new(null, null, "x@d.example", Masks: new("t**3", null, null, null, "小**")));
        await using var db = bench.Installation.Open();
        Assert.Equal(3, await db.Customers.CountAsync(Cancel));
        Assert.Equal([EvidenceKind.Phone, EvidenceKind.Email], await db.EvidenceClaims.OrderBy(claim => claim.Kind).Select(claim => claim.Kind).ToListAsync(Cancel));
        foreach (var text in (string[])["138****0001", "小**", "t**3"])
            Assert.DoesNotContain((await db.Customers.Select(customer => customer.Id).ToListAsync(Cancel)), (await bench.Installation.Get<CustomerSearch>().FindAsync(new() { Search = text }, Cancel))!.Contains);
        Assert.DoesNotContain(await db.BuyerStatements.Select(said => said.More).ToListAsync(Cancel), more => more!.Contains("138****", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task The_newest_of_each_kind_is_shown_and_an_undo_gives_back_the_one_before(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await TellAsync(bench, 0, new SourceBuyer("a", Masks: new(null, "138****0001", null, null, "t*3")));
        var second = await TellAsync(bench, 2, new SourceBuyer("a", Masks: Phone("139****0002")));
        await TellAsync(bench, 1, new SourceBuyer("a", Masks: Phone("137****0003")));
        async Task<string[]> TextsAsync() => [.. (await ShownAsync(bench, "a")).Evidence.Single().Shown.Select(shown => $"{shown.Kind} {shown.Value}")];
        Assert.Equal(["Phone 139****0002", "Nickname t***"], await TextsAsync());
        await bench.UndoAsync(second.Id);
        Assert.Equal(["Phone 137****0003", "Nickname t***"], await TextsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_page_masks_what_a_source_hid_too_little_of_and_who_may_see_it_sees_it(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await TellAsync(bench, 0, new SourceBuyer("a", Masks: Phone("1381234567*")));
        var profile = await ShownAsync(bench, "a");
        Assert.Equal("138****567*", profile.Evidence.Single().Shown.Single().Value);
        Assert.Empty(profile.Known.Fields);
        var revealed = (await bench.Installation.Get<CustomerReveal>().RevealAsync(profile.Id, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal((profile.Evidence.Single().Shown.Single().Key, "1381234567*"), (revealed.Evidence.Single().Key, revealed.Evidence.Single().Text));
        var subject = (await bench.Installation.Get<SubjectExport>().RunAsync(profile.Id, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal([new SubjectShown(EvidenceKind.Phone, "1381234567*")], subject.Evidence.Single().Shown);
        Assert.Null((await bench.Installation.Get<EraseCustomers>().RunAsync([profile.Id], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Refusal);
        await using var db = bench.Installation.Open();
        Assert.Empty(await db.BuyerStatements.ToListAsync(Cancel));
    }
}
