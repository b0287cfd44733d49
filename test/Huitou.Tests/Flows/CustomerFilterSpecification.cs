using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Flows;
using Huitou.Flows.Traits;
using Huitou.Tests.Access;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

/// <summary>Filters of the list by what the ledger does not hold, on both databases.</summary>
public sealed class CustomerFilterSpecification
{
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Each_filter_finds_those_of_whom_it_holds(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.ImportAsync(new ListSource(
            ListSource.Line(2, "1", null, 100, 5) with { Buyer = new("ann", "+8613800000001"), City = "Hangzhou", District = "West Lake" }, ListSource.Line(3, "2", null, 100, 5) with { Buyer = new("bob", null, "bob@example.org"), City = "Suzhou" },
            ListSource.Line(4, "3", null, 100, 5) with { Buyer = new("cat", Ids: new("66220001", null, null, null, null, "")) }));
        await bench.ImportAsync(new ListSource(
            new SourceCustomer(2) { Buyer = new("ann"), Gender = Gender.Female, SmsConsent = true, ConsentProof = "till", ModifiedAt = Then },
            new SourceCustomer(3) { Buyer = new("bob"), Gender = Gender.Female, EmailConsent = false, ModifiedAt = Then })
        { Kind = FileKind.Customers });
        var names = new Dictionary<long, string>();
        foreach (var buyer in new[] { "ann", "bob", "cat" }) names[await bench.CustomerOfAsync(buyer)] = buyer;
        var edit = bench.Installation.Get<EditProfile>();
        await edit.WriteAsync([names.Single(one => one.Value == "bob").Key], [new("gender", "male"), new("note", "tall")], ImportBench.Somebody, Cancel);
        await edit.WriteAsync([names.Single(one => one.Value == "cat").Key], [new("suppressed", "yes")], ImportBench.Somebody, Cancel);
        await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel);

        await edit.WriteAsync([names.Single(one => one.Value == "bob").Key], [new("district", "Gusu")], ImportBench.Somebody, Cancel);
        await SellElsewhereAsync(bench);
        names[await bench.CustomerOfAsync("eve")] = "eve";
        await bench.Installation.Get<InProcessLedgerHost>().CatchUpAsync(Cancel);

        foreach (var (question, expected) in new (CustomerQuestion Question, string Expected)[]
        {
            (new() { Gender = Gender.Female }, "ann"), (new() { Gender = Gender.Male }, "bob"), (new() { City = "Suzhou" }, "bob"), (new() { City = "nowhere" }, ""),
            (new() { Consent = new(ConsentChannel.Sms, ConsentPurpose.Marketing, ConsentStanding.Given) }, "ann"), (new() { Consent = new(ConsentChannel.Email, ConsentPurpose.Marketing, ConsentStanding.Refused) }, "bob"),
            (new() { Consent = new(ConsentChannel.Sms, ConsentPurpose.Care, ConsentStanding.Unknown) }, "ann bob cat eve"), (new() { Reach = Reach.Phone }, "ann"), (new() { Reach = Reach.Email }, ""),
            (new() { Reach = Reach.Any }, "ann"), (new() { Reach = Reach.None }, "bob cat eve"), (new() { HasNote = true }, "bob"), (new() { HasNote = false }, "ann cat eve"), (new() { IsSuppressed = true }, "cat"),
            (new() { Reach = Reach.None, City = "Suzhou", Gender = Gender.Male }, "bob"), (new() { Search = "cat", IsSuppressed = false }, ""),
            (new() { District = "West Lake" }, "ann"), (new() { District = "Gusu", City = "Suzhou" }, "bob"), (new() { District = "Gusu", City = "Hangzhou" }, ""), (new() { District = "nowhere" }, ""),
            (new() { FirstSource = "other" }, "eve"), (new() { FirstSource = "test" }, "ann bob cat"), (new() { FirstSource = "none" }, ""),
            (new() { FirstShop = "1" }, "ann bob cat"), (new() { FirstShop = "2" }, "eve"), (new() { FirstShop = "1,2" }, "ann bob cat eve"),
            (new() { BoughtIn = "2" }, "ann eve"), (new() { BoughtIn = "1", Reach = Reach.Phone }, "ann"), (new() { BoughtIn = "2", FirstShop = "1" }, "ann"),
            (new() { BoughtIn = "2", Scope = new() { Shops = "1" } }, ""),
        })
        {
            var found = "";
            for (var tries = 0; tries < 50 && found != expected; tries++)
            {
                if (tries > 0) await Task.Delay(100, Cancel);
                var list = (await bench.Installation.Get<CustomerList>().AskAsync(question, Cancel)).Value!;
                found = string.Join(' ', list.Items.Select(item => names[item.Id]).Order(StringComparer.Ordinal));
                if (kind == DatabaseKind.Sqlite) break;
            }
            Assert.True(expected == found, $"{string.Join(' ', CustomerQuestionWords.Of(question))}: '{found}' instead of '{expected}'");
        }
    }

    /// <summary>Another shop in which ann buys later, known by her phone, and eve alone.</summary>
    private static async Task SellElsewhereAsync(ImportBench bench)
    {
        await using (var db = bench.Installation.Open())
        {
            db.Shops.Add(new Shop { Id = 2, Name = "other", TimeZone = "Europe/London" });
            await db.SaveChangesAsync(Cancel);
        }
        var sold = new ListSource(
            ListSource.Line(2, "1", null, 100, 50) with { Buyer = new("ann-2", "+8613800000001") }, ListSource.Line(3, "2", null, 100, 50) with { Buyer = new("eve") });
        await bench.RunAsync(await bench.Installation.Get<ImportStart>().RunAsync(sold, 2, "other", ImportBench.Somebody, Cancel));
    }

    [Fact]
    public async Task A_shop_that_is_not_there_is_refused()
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal("firstShop", (await bench.Installation.Get<CustomerList>().AskAsync(new() { FirstShop = "7" }, Cancel)).Refusal!.Path);
        Assert.Equal("boughtIn", (await bench.Installation.Get<CustomerList>().AskAsync(new() { BoughtIn = "1,x" }, Cancel)).Refusal!.Path);
    }

    [Theory, EachDatabase]
    public async Task A_clerk_is_answered_by_the_word_of_the_seen_shop(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        await shops.Get<InProcessLedgerHost>().StartAsync(Cancel);
        async Task<long> TotalAsync(CustomerQuestion question) => (await TwoShops.AsClerkAsync(() => shops.Get<CustomerList>().AskAsync(question, Cancel))).Value!.Total;

        Assert.Equal(0, await TotalAsync(new() { City = $"{TwoShops.Mark} city" }));
        Assert.True(await TotalAsync(new() { City = "firstmark city" }) > 0);
        Assert.Equal(0, await TotalAsync(new() { District = $"{TwoShops.Mark} district" }));
        Assert.True(await TotalAsync(new() { District = "firstmark district" }) > 0);
        Assert.Equal("boughtIn", (await TwoShops.AsClerkAsync(() => shops.Get<CustomerList>().AskAsync(new() { BoughtIn = "2" }, Cancel))).Refusal!.Path);
        Assert.Equal(await TotalAsync(new()), await TotalAsync(new() { FirstShop = "1" }));
        Assert.Equal(1, await TotalAsync(new() { Consent = new(ConsentChannel.Sms, ConsentPurpose.Marketing, ConsentStanding.Given) }));
        Assert.Equal(3, await TotalAsync(new() { Reach = Reach.Phone }));
        Assert.Equal(0, await TotalAsync(new() { ServiceLevel = "none" }));
    }
}
