using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Flows.Traits;
using Huitou.Tests.Access;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>Phones, e-mails and cards that people write of customers, on both databases: evidence like a file's, which outlives files and is taken back.</summary>
public sealed class WrittenEvidenceSpecification
{
    private const string Phone = "+8613800000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<ImportBench> BenchAsync(DatabaseKind kind, params SourceBuyer[] buyers)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await TellAsync(bench, buyers);
        return bench;
    }

    private static Task<Import> TellAsync(ImportBench bench, params SourceBuyer[] buyers) =>
        bench.ImportAsync(new ListSource([.. buyers.Select((buyer, at) => new SourceCustomer(at + 2) { Buyer = buyer, Name = $"N {buyer.Name}" })]) { Kind = FileKind.Customers });

    /// <summary>Who are together, each by their name: "a b | c".</summary>
    private static async Task<string> PeopleAsync(ImportBench bench) => string.Join(" | ",
        (await bench.Installation.EvidenceAsync()).GroupBy(node => node.Node.CustomerId, node => node.Name).Select(person => string.Join(' ', person.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static async Task<(long Customer, long Node)> OfAsync(ImportBench bench, string name)
    {
        var (node, _) = (await bench.Installation.EvidenceAsync()).Single(node => node.Name == name);
        return (node.CustomerId, node.Id);
    }

    private static async Task<Outcome<ProfileWritten>> WriteAsync(ImportBench bench, string name, string attribute, string text)
    {
        var (customer, node) = await OfAsync(bench, name);
        return await bench.Installation.Get<EditProfile>().WriteAsync([customer], [new(attribute, text)], ImportBench.Somebody, Cancel, node);
    }

    private static async Task TakeBackAsync(ImportBench bench, Outcome<ProfileWritten> written) =>
        Assert.Null((await bench.Installation.Get<EditProfile>().TakeBackAsync(written.Value!.Act, ImportBench.Somebody, Cancel)).Refusal);

    private static async Task<CustomerProfile> ShownAsync(ImportBench bench, string name) =>
        (await bench.Installation.Get<Customer360>().AskAsync((await OfAsync(bench, name)).Customer, new(), Cancel)).Value!.Customer;

    [Theory, EachDatabase]
    public async Task What_is_written_joins_as_a_file_does_and_parts_when_it_is_taken_back(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new("a"), new(null, Phone), new(null, null, "x@d.example"), new(null, "+8613800000009", "y@d.example", new("C1", null, null, null, null, "")));
        var phone = await WriteAsync(bench, "a", "phone", "138 0000 0001");
        var email = await WriteAsync(bench, "a", "email", "X@d.example");
        var card = await WriteAsync(bench, "a", "card", "c 1");
        Assert.Equal($"{Phone} a x@d.example y@d.example", await PeopleAsync(bench));
        await TakeBackAsync(bench, email);
        Assert.Equal($"{Phone} a y@d.example | x@d.example", await PeopleAsync(bench));
        await TakeBackAsync(bench, card);
        await TakeBackAsync(bench, phone);
        Assert.Equal($"{Phone} | a | x@d.example | y@d.example", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task It_outlives_the_undo_of_the_file_and_holds_when_the_file_comes_again(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new SourceBuyer(null, Phone));
        var import = await TellAsync(bench, new SourceBuyer("a"));
        await WriteAsync(bench, "a", "phone", Phone);
        await bench.UndoAsync(import.Id);
        await using var db = bench.Installation.Open();
        Assert.DoesNotContain(await db.EvidenceClaims.ToListAsync(Cancel), claim => claim.ImportId == EvidenceClaim.ByHand);

        await TellAsync(bench, new SourceBuyer("a"), new SourceBuyer("b"));
        Assert.Equal($"{Phone} a | b", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task What_a_file_says_too_stands_when_the_word_is_taken_back_and_the_word_when_the_file_goes(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new("a"), new(null, Phone));
        var first = await WriteAsync(bench, "a", "phone", Phone);
        var again = await WriteAsync(bench, "a", "phone", Phone);
        var import = await TellAsync(bench, new SourceBuyer("a", Phone));
        await TakeBackAsync(bench, first);
        await bench.UndoAsync(import.Id);
        Assert.Equal($"{Phone} a", await PeopleAsync(bench));
        await TellAsync(bench, new SourceBuyer("a", Phone));
        await TakeBackAsync(bench, again);
        Assert.Equal($"{Phone} a", await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task One_carrier_too_many_by_hand_parts_all_whom_the_value_joined_until_it_is_taken_back(DatabaseKind kind)
    {
        var many = Enumerable.Range(0, Resolver.MostCarriers).Select(n => new SourceBuyer(null, Phone, $"{n}@d.example")).ToArray();
        await using var bench = await BenchAsync(kind, [new("a"), .. many]);
        var joined = await PeopleAsync(bench);
        Assert.Equal(2, joined.Split('|').Length);
        var written = await WriteAsync(bench, "a", "phone", Phone);
        Assert.Equal(Resolver.MostCarriers + 1, (await PeopleAsync(bench)).Split('|').Length);
        await TakeBackAsync(bench, written);
        Assert.Equal(joined, await PeopleAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task The_undo_that_takes_one_carrier_too_many_along_gives_the_others_back(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, [.. Enumerable.Range(0, Resolver.MostCarriers).Select(n => new SourceBuyer(null, Phone, $"{n}@d.example"))]);
        var joined = await PeopleAsync(bench);
        var import = await TellAsync(bench, new SourceBuyer("a"));
        await WriteAsync(bench, "a", "phone", Phone);
        Assert.Equal(Resolver.MostCarriers + 1, (await PeopleAsync(bench)).Split('|').Length);
        await bench.UndoAsync(import.Id);
        Assert.Equal(joined, await PeopleAsync(bench));
        await TellAsync(bench, new SourceBuyer("a"));
        Assert.Equal(Resolver.MostCarriers + 1, (await PeopleAsync(bench)).Split('|').Length);
    }

    [Theory, EachDatabase]
    public async Task It_is_of_one_piece_and_stays_with_it_when_customers_are_joined_and_part(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new("a"), new("b"));
        var merged = await bench.Installation.Get<CustomerIdentity>().MergeAsync((await OfAsync(bench, "a")).Customer, (await OfAsync(bench, "b")).Customer, ImportBench.Somebody, Cancel);
        await WriteAsync(bench, "b", "phone", Phone);
        var customer = (await OfAsync(bench, "a")).Customer;
        await bench.Installation.Get<EditProfile>().WriteAsync([customer], [new("card", "K1")], ImportBench.Somebody, Cancel);
        await bench.Installation.Get<CustomerIdentity>().WithdrawAsync(merged.Value!.Act, ImportBench.Somebody, Cancel);
        await TellAsync(bench, new SourceBuyer(null, Phone));
        Assert.Equal($"{Phone} b | a", await PeopleAsync(bench));
        // Of whom no piece was named it is the one that the customer went by.
        var oldest = (await bench.Installation.EvidenceAsync()).Single(node => node.Node.Id == customer).Name;
        Assert.Equal([(customer, "K***")], (await ShownAsync(bench, oldest)).Evidence.SelectMany(node => node.Carries.Where(carried => carried.Kind == EvidenceKind.Card).Select(carried => (node.Id, carried.Value))));
    }

    [Theory, EachDatabase]
    public async Task Pages_mask_it_and_find_by_it_and_what_is_handed_out_tells_it(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new SourceBuyer("a", "+8613800000002"));
        var written = await WriteAsync(bench, "a", "phone", Phone);
        var customer = (await OfAsync(bench, "a")).Customer;
        var shown = await ShownAsync(bench, "a");
        Assert.Equal([("+86138****0001", written.Value!.Act), ("+86138****0002", (Guid?)null)], shown.Evidence[0].Carries.Select(carried => (carried.Value, carried.Act)));
        Assert.Equal(("+86138****0001", written.Value.Act), shown.Known.Fields.Where(field => field.Attribute == "phone").Select(field => (field.Text, field.Act!.Value)).Single());
        Assert.True((await bench.Installation.Get<CustomerSearch>().FindAsync(new() { Search = "13800000001" }, Cancel))!.Contains(customer));
        var revealed = (await bench.Installation.Get<CustomerReveal>().RevealAsync(customer, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal([Phone, "+8613800000002"], revealed.Evidence.Select(one => one.Text));
        var subject = (await bench.Installation.Get<SubjectExport>().RunAsync(customer, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal([Phone, "+8613800000002"], subject.Evidence[0].Carries.Select(carried => carried.Value));
        await using var db = bench.Installation.Open();
        // Exports tell what files say: taken in again, a word by hand would become a file's.
        Assert.Equal("+8613800000002", (await BuyerContacts.ReadAsync(db, bench.Installation.Get<Vault>(), [customer], Cancel))[customer].Phone);
        Assert.DoesNotContain(await db.Audit.Select(entry => entry.Subject + entry.Values).ToListAsync(Cancel), text => text.Contains("1380000", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Whoever_has_a_phone_by_hand_can_be_reached_by_it(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new SourceBuyer("a"));
        async Task<bool> HasPhoneAsync()
        {
            await using var db = bench.Installation.Open();
            return (await new TraitReader(db, new TraitWords(), null).ReadAsync(Cancel)).Single().Value.Marks.HasFlag(TraitMarks.HasPhone);
        }

        Assert.False(await HasPhoneAsync());
        var written = await WriteAsync(bench, "a", "phone", Phone);
        Assert.True(await HasPhoneAsync());
        await TakeBackAsync(bench, written);
        Assert.False(await HasPhoneAsync());
    }

    [Theory, EachDatabase]
    public async Task Erasing_takes_it_along_and_nobody_writes_it_again(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind, new("a"), new("b"));
        await WriteAsync(bench, "a", "phone", Phone);
        Assert.Null((await bench.Installation.Get<EraseCustomers>().RunAsync([(await OfAsync(bench, "a")).Customer], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Refusal);
        await using var db = bench.Installation.Open();
        Assert.Empty(await db.ProfileEdits.ToListAsync(Cancel));
        Assert.DoesNotContain(await db.EvidenceClaims.ToListAsync(Cancel), claim => claim.ImportId == EvidenceClaim.ByHand);
        Assert.Equal(ProblemCode.InvalidField, (await WriteAsync(bench, "b", "phone", Phone)).Refusal!.Code);
        Assert.Empty(await db.ProfileEdits.ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("phone", "138****0001", "edits[0].text")]
    [InlineData("phone", "020 7946 0000", "edits[0].text")]
    [InlineData("phone", "", "edits[0].text")]
    [InlineData("email", "nobody", "edits[0].text")]
    [InlineData("card", "66**01", "edits[0].text")]
    [InlineData("card", " - ", "edits[0].text")]
    [InlineData("unionId", "u1", "edits[0].attribute")]
    public async Task What_identifies_nobody_is_refused(string attribute, string text, string path)
    {
        await using var bench = await BenchAsync(DatabaseKind.Sqlite, new SourceBuyer("a"));
        var refusal = (await WriteAsync(bench, "a", attribute, text)).Refusal!;
        Assert.Equal((ProblemCode.InvalidField, path), (refusal.Code, refusal.Path));
    }

    [Fact]
    public async Task It_is_one_customers_and_of_their_own_evidence()
    {
        await using var bench = await BenchAsync(DatabaseKind.Sqlite, new("a"), new("b"));
        var (edit, (a, _), (b, other)) = (bench.Installation.Get<EditProfile>(), await OfAsync(bench, "a"), await OfAsync(bench, "b"));
        Assert.Equal("edits[0].attribute", (await edit.WriteAsync([a, b], [new("phone", Phone)], ImportBench.Somebody, Cancel)).Refusal!.Path);
        Assert.Equal("evidence", (await edit.WriteAsync([a], [new("note", "called"), new("phone", Phone)], ImportBench.Somebody, Cancel, other)).Refusal!.Path);
        await using var db = bench.Installation.Open();
        Assert.Empty(await db.ProfileEdits.ToListAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Of_what_was_written_of_another_shops_evidence_a_clerk_sees_nothing(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        await shops.Bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await WriteAsync(shops.Bench, $"{TwoShops.Mark}1", "email", "theirs@d.example");
        var ours = (await OfAsync(shops.Bench, "firstmark1")).Node;
        Assert.Null((await TwoShops.AsClerkAsync(() => shops.Get<EditProfile>().WriteAsync([ours], [new("email", "ours@d.example")], TwoShops.Clerk, Cancel))).Refusal);
        await using var db = shops.OpenFirst();
        Assert.Equal([ours], await EvidenceClaim.Counting(db).Where(claim => claim.ImportId == EvidenceClaim.ByHand).Select(claim => claim.NodeId).ToListAsync(Cancel));
        var customer = (await OfAsync(shops.Bench, "firstmark1")).Customer;
        var subject = (await TwoShops.AsClerkAsync(() => shops.Get<Customer360>().AskAsync(customer, new(), Cancel))).Value!.Customer;
        Assert.Equal(["o***@d.example"], subject.Evidence.SelectMany(node => node.Carries).Where(carried => carried.Kind == EvidenceKind.Email).Select(carried => carried.Value));
    }
}
