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
            ListSource.Line(2, "1", null, 100, 5) with { Buyer = new("ann", "+8613800000001"), City = "Hangzhou" }, ListSource.Line(3, "2", null, 100, 5) with { Buyer = new("bob", null, "bob@example.org"), City = "Suzhou" },
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

        foreach (var (question, expected) in new (CustomerQuestion Question, string Expected)[]
        {
            (new() { Gender = Gender.Female }, "ann"), (new() { Gender = Gender.Male }, "bob"), (new() { City = "Suzhou" }, "bob"), (new() { City = "nowhere" }, ""),
            (new() { Consent = new(ConsentChannel.Sms, ConsentPurpose.Marketing, ConsentStanding.Given) }, "ann"), (new() { Consent = new(ConsentChannel.Email, ConsentPurpose.Marketing, ConsentStanding.Refused) }, "bob"),
            (new() { Consent = new(ConsentChannel.Sms, ConsentPurpose.Care, ConsentStanding.Unknown) }, "ann bob cat"), (new() { Reach = Reach.Phone }, "ann"), (new() { Reach = Reach.Email }, ""),
            (new() { Reach = Reach.Any }, "ann"), (new() { Reach = Reach.None }, "bob cat"), (new() { HasNote = true }, "bob"), (new() { HasNote = false }, "ann cat"), (new() { IsSuppressed = true }, "cat"),
            (new() { Reach = Reach.None, City = "Suzhou", Gender = Gender.Male }, "bob"), (new() { Search = "cat", IsSuppressed = false }, ""),
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

    [Theory, EachDatabase]
    public async Task A_clerk_is_answered_by_the_word_of_the_seen_shop(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        await shops.Get<InProcessLedgerHost>().StartAsync(Cancel);
        async Task<long> TotalAsync(CustomerQuestion question) => (await TwoShops.AsClerkAsync(() => shops.Get<CustomerList>().AskAsync(question, Cancel))).Value!.Total;

        Assert.Equal(0, await TotalAsync(new() { City = $"{TwoShops.Mark} city" }));
        Assert.True(await TotalAsync(new() { City = "firstmark city" }) > 0);
        Assert.Equal(1, await TotalAsync(new() { Consent = new(ConsentChannel.Sms, ConsentPurpose.Marketing, ConsentStanding.Given) }));
        Assert.Equal(3, await TotalAsync(new() { Reach = Reach.Phone }));
        Assert.Equal(0, await TotalAsync(new() { ServiceLevel = "none" }));
    }
}
