using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Flows.Exports;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>By what people are recognised besides phones and e-mails, on both databases: cards, WeChat's ids, ids and nicknames of platforms.</summary>
public sealed class EvidenceKindsSpecification
{
    private const string Phone = "+8613800000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static BuyerIds Ids(string? card = null, string? union = null, string? open = null, string? omid = null, string? nickname = null, string platform = "taobao") =>
        new(card, union, open, omid, nickname, omid is null && nickname is null ? "" : platform);

    private static async Task<ImportBench> TwoShopsAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await using var db = bench.Installation.Open();
        db.Shops.Add(new Shop { Id = 2, Name = "other shop", TimeZone = "Europe/London" });
        await db.SaveChangesAsync(Cancel);
        return bench;
    }

    private static async Task<Import> TellAsync(ImportBench bench, int shop, params SourceBuyer[] buyers)
    {
        var source = new ListSource([.. buyers.Select((buyer, at) => new SourceCustomer(at + 2) { Buyer = buyer, Name = $"N {buyer.Name}" })]) { Kind = FileKind.Customers };
        var done = await bench.RunAsync(await bench.Installation.Get<ImportStart>().RunAsync(source, shop, "test", ImportBench.Somebody, Cancel));
        Assert.Equal((ImportState.Committed, ""), (done.State, done.Error));
        return done;
    }

    /// <summary>Who are together, each by scope and name: "1:a 2:b | 1:c".</summary>
    private static async Task<string> PeopleAsync(ImportBench bench) => string.Join(" | ",
        (await bench.Installation.EvidenceAsync()).GroupBy(node => node.Node.CustomerId, node => $"{node.Node.Scope.Replace("shop:", "", StringComparison.Ordinal)}:{node.Name}")
            .Select(person => string.Join(' ', person.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    [Theory, EachDatabase]
    public async Task What_both_shops_know_joins_over_shops_and_an_undo_parts(DatabaseKind kind)
    {
        foreach (var ids in new[] { Ids(card: "6622 0001"), Ids(union: "u1"), Ids(omid: "m1"), Ids(nickname: "小芳") })
        {
            await using var bench = await TwoShopsAsync(kind);
            await TellAsync(bench, 1, new SourceBuyer("a", Ids: ids));
            var second = await TellAsync(bench, 2, new SourceBuyer("b", Ids: ids));
            Assert.Equal("1:a 2:b", await PeopleAsync(bench));
            await bench.UndoAsync(second.Id);
            Assert.Equal("1:a", await PeopleAsync(bench));
        }
    }

    [Theory, EachDatabase]
    public async Task What_is_of_one_shop_or_of_another_platform_joins_nobody(DatabaseKind kind)
    {
        await using var bench = await TwoShopsAsync(kind);
        await TellAsync(bench, 1, new SourceBuyer("a", Ids: Ids(open: "o1")), new SourceBuyer(null, Phone, Ids: Ids(open: "o1")), new SourceBuyer("c", Ids: Ids(nickname: "n")), new SourceBuyer("d", Ids: Ids(omid: "m", platform: "")));
        await TellAsync(bench, 2, new SourceBuyer("b", Ids: Ids(open: "o1")), new SourceBuyer("c", Ids: Ids(nickname: "n", platform: "jd")), new SourceBuyer("d", Ids: Ids(omid: "m", platform: "")));
        Assert.Equal($"1:a :{Phone} | 1:c | 1:d | 2:b | 2:c | 2:d", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task Two_nicknames_of_one_platform_part_whom_a_phone_joined_and_an_undo_gives_them_back(DatabaseKind kind)
    {
        await using var bench = await TwoShopsAsync(kind);
        await TellAsync(bench, 1, new SourceBuyer("a", Phone));
        await TellAsync(bench, 2, new SourceBuyer("b", Phone));
        Assert.Equal("1:a 2:b", await PeopleAsync(bench));

        await TellAsync(bench, 1, new SourceBuyer("a", Ids: Ids(nickname: "one")));
        Assert.Equal("1:a 2:b", await PeopleAsync(bench));
        var other = await TellAsync(bench, 2, new SourceBuyer("b", Ids: Ids(nickname: "other")));
        Assert.Equal("1:a | 2:b", await PeopleAsync(bench));
        var doubt = Assert.Single((await bench.Installation.Get<IdentityReview>().DoubtsAsync(1, 20, Cancel)).Value!.Items);
        Assert.Equal((EvidenceKind.Phone, "", "+86138****0001", DoubtReason.Contested), (doubt.Kind, doubt.Scope, doubt.Value, doubt.Reason));

        // Who bears the first name too changed it.
        var both = await TellAsync(bench, 2, new SourceBuyer("b", Ids: Ids(nickname: "one")));
        Assert.Equal("1:a 2:b", await PeopleAsync(bench));
        await bench.UndoAsync(both.Id);
        Assert.Equal("1:a | 2:b", await PeopleAsync(bench));
        await bench.UndoAsync(other.Id);
        Assert.Equal("1:a 2:b", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task A_merge_by_hand_of_two_with_two_nicknames_holds_all_that_either_was(DatabaseKind kind)
    {
        await using var bench = await TwoShopsAsync(kind);
        await TellAsync(bench, 1, new SourceBuyer("a", Phone), new SourceBuyer("b", "+8613800000002"));
        await TellAsync(bench, 2, new SourceBuyer("a2", Phone, Ids: Ids(nickname: "one")), new SourceBuyer("b2", "+8613800000002", Ids: Ids(nickname: "other")));
        Assert.Equal("1:a 2:a2 | 1:b 2:b2", await PeopleAsync(bench));
        var merged = await bench.Installation.Get<CustomerIdentity>().MergeAsync(await bench.CustomerOfAsync("a"), await bench.CustomerOfAsync("b"), ImportBench.Somebody, Cancel);
        Assert.Equal("1:a 1:b 2:a2 2:b2", await PeopleAsync(bench));
        await bench.Installation.Get<CustomerIdentity>().WithdrawAsync(merged.Value!.Act, ImportBench.Somebody, Cancel);
        Assert.Equal("1:a 2:a2 | 1:b 2:b2", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task A_nickname_that_too_many_bear_no_longer_keeps_apart_whom_a_phone_joins(DatabaseKind kind)
    {
        await using var bench = await TwoShopsAsync(kind);
        await TellAsync(bench, 1, new SourceBuyer("a", Phone, Ids: Ids(nickname: "匿名")));
        await TellAsync(bench, 2, new SourceBuyer("b", Phone, Ids: Ids(nickname: "other")));
        Assert.Equal("1:a | 2:b", await PeopleAsync(bench));
        var many = await TellAsync(bench, 1, [.. Enumerable.Range(0, Resolver.MostCarriers).Select(n => new SourceBuyer(null, null, $"x{n}@b.example", Ids(nickname: "匿名")))]);
        Assert.Contains("1:a 2:b", await PeopleAsync(bench), StringComparison.Ordinal);
        Assert.Equal(Resolver.MostCarriers + 1, (await PeopleAsync(bench)).Split(" | ").Length);
        await bench.UndoAsync(many.Id);
        Assert.Equal("1:a | 2:b", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task They_are_shown_masked_told_in_full_to_who_may_see_and_found_by_the_whole(DatabaseKind kind)
    {
        await using var bench = await TwoShopsAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await TellAsync(bench, 1, new SourceBuyer("a", Phone, null, Ids("66220001", "oUnion77xyz", "oOpen77xyz", "AAHomid77xyz", "小芳的店铺小号")), new SourceBuyer("z", "+8613800000009"));
        var customer = await bench.CustomerOfAsync("a");

        var page = (await bench.Installation.Get<Customer360>().AskAsync(customer, new(), Cancel)).Value!.Customer;
        Assert.Equal(
            ["UnionId :o****xyz", "Omid taobao:A****xyz", "OpenId shop:1:o****xyz", "Nickname taobao:小***", "Card :6****001", "Phone :+86138****0001"],
            Assert.Single(page.Evidence).Carries.Select(carried => $"{carried.Kind} {carried.Scope}:{carried.Value}"));
        Assert.DoesNotContain(page.Known.Fields, field => field.Attribute.StartsWith("platformNickname", StringComparison.Ordinal) || field.Attribute == "card");
        var told = (await bench.Installation.Get<CustomerReveal>().RevealAsync(customer, ImportBench.Somebody, Cancel)).Value!.Evidence.ToDictionary(one => one.Key, one => one.Text);
        Assert.Equal(["oUnion77xyz", "AAHomid77xyz", "oOpen77xyz", "小芳的店铺小号", "66220001", Phone], Assert.Single(page.Evidence).Carries.Select(carried => told[carried.Key]));
        var file = (await bench.Installation.Get<SubjectExport>().RunAsync(customer, ImportBench.Somebody, Cancel)).Value!;
        Assert.Contains(new SubjectCarried(EvidenceKind.Nickname, "taobao", "小芳的店铺小号"), Assert.Single(file.Evidence).Carries);

        foreach (var text in new[] { "6622 0001", "oUnion77xyz", "oOpen77xyz", "AAHomid77xyz", "小芳的店铺小号" })
            Assert.True((await bench.Installation.Get<CustomerSearch>().FindAsync(new() { Search = text }, Cancel))!.Contains(customer), text);
        Assert.False((await bench.Installation.Get<CustomerSearch>().FindAsync(new() { Search = "oUnion77xy" }, Cancel))!.Contains(customer));
    }

    [Theory, EachDatabase]
    public async Task They_go_from_one_installation_to_another_with_their_platform(DatabaseKind kind)
    {
        await using var bench = await TwoShopsAsync(kind);
        SourceBuyer[] buyers =
        [
            new("a", Ids: Ids("66220001", "oUnion77xyz", "oOpen77xyz", "AAHomid77xyz", "小芳的店铺小号")), new("b", Ids: Ids(nickname: "unknown where", platform: "")), new("c", Ids: Ids(omid: "77", platform: "jd")),
        ];
        await TellAsync(bench, 1, buyers);
        var masked = await bench.Installation.FileAsync(new ExportRequest { Table = "profiles", Format = ExportFormat.Csv });
        var whole = await bench.Installation.FileAsync(new ExportRequest { Table = "profiles", Format = ExportFormat.Csv, Unmasked = true });

        await using var other = await TwoShopsAsync(kind);
        Assert.Equal(ImportState.Committed, (await other.ImportAsync("profiles.csv", new MemoryStream(whole))).State);
        async Task<string[]> ClaimsAsync(ImportBench of)
        {
            await using var db = of.Installation.Open();
            var names = await db.EvidenceNodes.ToDictionaryAsync(node => node.Id, node => node.Name(of.Installation.Get<Vault>()), Cancel);
            var carried = await BuyerContacts.CarriedAsync(db, of.Installation.Get<Vault>(), names.Keys, Cancel);
            Assert.Equal(carried.Sum(node => node.Count()), await db.EvidenceClaims.CountAsync(Cancel));
            return [.. names.SelectMany(node => carried[node.Key].Select(value => $"{node.Value} {value}")).Order(StringComparer.Ordinal)];
        }
        Assert.Equal(7, (await ClaimsAsync(bench)).Length);
        Assert.Equal(await ClaimsAsync(bench), await ClaimsAsync(other));

        await using var third = await TwoShopsAsync(kind);
        await third.ImportAsync("profiles.csv", new MemoryStream(masked));
        Assert.Empty(await ClaimsAsync(third));
    }

    [Theory, EachDatabase]
    public async Task Who_was_erased_is_known_again_by_what_they_carried(DatabaseKind kind)
    {
        foreach (var ids in new[] { Ids(card: "1"), Ids(union: "u"), Ids(open: "o"), Ids(omid: "m"), Ids(nickname: "n") })
        {
            await using var bench = await TwoShopsAsync(kind);
            await TellAsync(bench, 1, new SourceBuyer("a", Ids: ids));
            Assert.Null((await bench.Installation.Get<EraseCustomers>().RunAsync([await bench.CustomerOfAsync("a")], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Refusal);
            await TellAsync(bench, 1, new SourceBuyer("b", Ids: ids), new SourceBuyer("c", Ids: Ids("2", "2", "2", "2", "2")), new SourceBuyer("d", Ids: ids with { Platform = "jd", OpenId = null, UnionId = null, Card = null }));
            Assert.Equal("1:c | 1:d", await PeopleAsync(bench));
        }
    }
}
