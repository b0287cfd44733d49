using Huitou.Access;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>What people write of customers, on both databases: it stands over what files say, outlives them, and goes when it is taken back.</summary>
public sealed class ProfileSpecification
{
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ListSource Told(params SourceRow[] rows) => new(rows) { Kind = FileKind.Customers };

    private static SourceCustomer Ann(string name = "Ann", string region = "North") => new(2)
    {
        Buyer = new("b1", "+8613800000001"), Name = name, Region = region, Birthday = "1990-02-28", Address = "Long Road 1", Tags = ["vip", "old"], SmsConsent = true, ConsentProof = "till 1", ModifiedAt = Then,
    };

    private static async Task<(string Name, string Region, string City)> RowAsync(ImportBench bench, long id)
    {
        await using var db = bench.Installation.Open();
        return await db.Customers.Where(customer => customer.Id == id).Select(customer => new ValueTuple<string, string, string>(customer.Name, customer.Region, customer.City)).SingleAsync(Cancel);
    }

    private static async Task<string[]> TagsAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        return [.. await db.CustomerTags.OrderBy(tag => tag.CustomerId).ThenBy(tag => tag.Tag).Select(tag => tag.Tag).ToListAsync(Cancel)];
    }

    private static async Task<CustomerProfile> ShownAsync(ImportBench bench, long id) => (await bench.Installation.Get<Customer360>().AskAsync(id, new(), Cancel)).Value!.Customer;

    private static async Task<ImportBench> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<Huitou.Analytics.InProcessLedgerHost>().StartAsync(Cancel);
        return bench;
    }

    private static Task<Outcome<ProfileWritten>> WriteAsync(ImportBench bench, long id, string attribute, string text) =>
        bench.Installation.Get<EditProfile>().WriteAsync([id], [new(attribute, text)], ImportBench.Somebody, Cancel);

    [Theory, EachDatabase]
    public async Task What_somebody_wrote_stands_over_newer_files_until_it_is_taken_back(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await bench.ImportAsync(Told(Ann()));
        var name = await WriteAsync(bench, 1, "name", " Anna Lee ");
        var region = await WriteAsync(bench, 1, "region", "");
        Assert.Equal(("Anna Lee", "", ""), await RowAsync(bench, 1));

        await bench.ImportAsync(Told(Ann("Ann B", "South") with { ModifiedAt = Then.AddYears(1) }));
        Assert.Equal(("Anna Lee", "", ""), await RowAsync(bench, 1));
        var edit = bench.Installation.Get<EditProfile>();
        Assert.Equal(1, (await edit.TakeBackAsync(name.Value!.Act, ImportBench.Somebody, Cancel)).Value!.Customers);
        Assert.Equal(("Ann B", "", ""), await RowAsync(bench, 1));
        await edit.TakeBackAsync(region.Value!.Act, ImportBench.Somebody, Cancel);
        Assert.Equal(("Ann B", "South", ""), await RowAsync(bench, 1));
        Assert.Equal(ProblemCode.NotFound, (await edit.TakeBackAsync(name.Value.Act, ImportBench.Somebody, Cancel)).Refusal!.Code);
    }

    [Theory, EachDatabase]
    public async Task What_was_written_meets_its_customer_again_when_a_file_comes_back(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        var import = await bench.ImportAsync(Told(Ann()));
        await WriteAsync(bench, 1, "name", "Anna");
        await WriteAsync(bench, 1, "tag:picky", "on");
        await WriteAsync(bench, 1, "tag:vip", "");
        await bench.UndoAsync(import.Id);
        Assert.Empty(await TagsAsync(bench));
        await bench.ImportAsync(Told(Ann()));
        Assert.Equal("Anna", (await RowAsync(bench, 1)).Name);
        Assert.Equal(["old", "picky"], await TagsAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task The_page_says_what_is_known_who_says_so_and_hides_what_is_personal(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        var import = await bench.ImportAsync(Told(Ann()));
        await WriteAsync(bench, 1, "own:hobby", "tea");
        await WriteAsync(bench, 1, "note", "likes green");
        var shown = (await ShownAsync(bench, 1)).Known;
        Assert.Equal(
            ["address ***", "birthday 1990-**-**", "name A***", "own:hobby tea", "phone +86138****0001", "region North"],
            shown.Fields.Select(field => $"{field.Attribute} {field.Text}"));
        Assert.Equal((import.Id, (long?)null), (shown.Fields[0].Source.ImportId, shown.Fields[3].Source.ImportId));
        Assert.Equal((ImportBench.Somebody.Name, "likes green"), (shown.Notes[0].Source.Name, shown.Notes[0].Text));
        Assert.Equal(["old", "vip"], shown.Tags.Select(tag => tag.Text));

        var revealed = (await bench.Installation.Get<CustomerReveal>().RevealAsync(1, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal(["address Long Road 1", "birthday 1990-02-28", "name Ann", "phone +8613800000001"], revealed.Fields.Select(field => $"{field.Key} {field.Text}"));
        await using var db = bench.Installation.Open();
        Assert.DoesNotContain(await db.ProfileEdits.Select(edit => edit.Text).ToListAsync(Cancel), text => text.Contains("green", StringComparison.Ordinal));
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == AuditAction.Reveal, Cancel));
        Assert.DoesNotContain(await db.Audit.Select(entry => entry.Values).ToListAsync(Cancel), values => values.Contains("green", StringComparison.Ordinal) || values.Contains("Ann", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Many_are_tagged_in_one_act_and_it_is_taken_back_in_one(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await bench.ImportAsync(Told([.. Enumerable.Range(0, 1_203).Select(n => new SourceCustomer(n + 2) { Buyer = new($"b{n}") })]));
        var edit = bench.Installation.Get<EditProfile>();
        var act = await edit.WriteAsync([.. Enumerable.Range(1, 1_203).Select(id => (long)id)], [new("tag:wave 1", "on")], ImportBench.Somebody, Cancel);
        Assert.Equal((1_203, 1_203), (act.Value!.Customers, (await TagsAsync(bench)).Length));
        Assert.Equal(1_203, (await edit.TakeBackAsync(act.Value.Act, ImportBench.Somebody, Cancel)).Value!.Customers);
        Assert.Empty(await TagsAsync(bench));
    }

    [Theory]
    [InlineData("birthday", "1990-02-30", "text")]
    [InlineData("birthday", "2999-01-01", "text")]
    [InlineData("birthday", "12 May", "text")]
    [InlineData("gender", "x", "text")]
    [InlineData("note", " ", "text")]
    [InlineData("phoneWrong", "maybe", "text")]
    [InlineData("tag:", "on", "attribute")]
    [InlineData("tag:a,b", "on", "attribute")]
    [InlineData("nose", "long", "attribute")]
    public async Task What_cannot_be_written_is_refused_and_where_is_said(string attribute, string text, string path)
    {
        await using var bench = await BenchAsync(DatabaseKind.Sqlite);
        await bench.ImportAsync(Told(Ann()));
        var refusal = (await WriteAsync(bench, 1, attribute, text)).Refusal!;
        Assert.Equal((ProblemCode.InvalidField, $"edits[0].{path}"), (refusal.Code, refusal.Path));
        await using var db = bench.Installation.Open();
        Assert.Empty(await db.ProfileEdits.ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_twenty_ninth_of_February_is_a_birthday_with_and_without_a_year()
    {
        await using var bench = await BenchAsync(DatabaseKind.Sqlite);
        await bench.ImportAsync(Told(Ann()));
        Assert.Null((await WriteAsync(bench, 1, "birthday", "--02-29")).Refusal);
        Assert.Null((await WriteAsync(bench, 1, "birthday", "1992-02-29")).Refusal);
        Assert.NotNull((await WriteAsync(bench, 1, "birthday", "1993-02-29")).Refusal);
        Assert.Equal("1992-**-**", (await ShownAsync(bench, 1)).Known.Fields.Single(field => field.Attribute == "birthday").Text);
    }

    [Theory, EachDatabase]
    public async Task A_withdrawal_stands_against_files_and_undo_and_only_a_later_declared_consent_ends_it(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        var import = await bench.ImportAsync(Told(Ann()));
        var consents = bench.Installation.Get<CustomerConsents>();
        async Task<ConsentStanding> SmsAsync() => (await ShownAsync(bench, 1)).Known.Consents.First(state => (state.Channel, state.Purpose) == (ConsentChannel.Sms, ConsentPurpose.Marketing)).Standing;
        Assert.Equal(ConsentStanding.Given, await SmsAsync());

        Assert.Null(await consents.WithdrawAsync(1, new(null, null, "on the phone"), ImportBench.Somebody, Cancel));
        Assert.All((await ShownAsync(bench, 1)).Known.Consents, state => Assert.Equal(ConsentStanding.Refused, state.Standing));
        await bench.UndoAsync(import.Id);
        await bench.ImportAsync(Told(Ann() with { ConsentAt = Then.AddMonths(6) }));
        Assert.Equal(ConsentStanding.Refused, await SmsAsync());

        ConsentDeclaration Said(string proof, DateTimeOffset? at) => new(ConsentChannel.Sms, ConsentPurpose.Marketing, proof, at);
        Assert.Equal("proof", (await consents.DeclareAsync([1], Said(" ", null), ImportBench.Somebody, Cancel)).Refusal!.Path);
        Assert.Equal("at", (await consents.DeclareAsync([1], Said("form", Then.AddYears(100)), ImportBench.Somebody, Cancel)).Refusal!.Path);
        Assert.Equal(ProblemCode.Conflict, (await consents.DeclareAsync([1], Said("form", Then), ImportBench.Somebody, Cancel)).Refusal!.Code);
        Assert.Equal(ConsentStanding.Refused, await SmsAsync());
        Assert.Equal(new ConsentsDeclared(1, 0), (await consents.DeclareAsync([1], Said("form of March", null), ImportBench.Somebody, Cancel)).Value);
        Assert.Equal(ConsentStanding.Given, await SmsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_withdrawal_of_two_who_were_one_stands_for_both_and_a_consent_for_the_one_alone(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await bench.ImportAsync(Told(new SourceCustomer(2) { Buyer = new("b1") }, new SourceCustomer(3) { Buyer = new("b2") }));
        var (consents, identity) = (bench.Installation.Get<CustomerConsents>(), bench.Installation.Get<CustomerIdentity>());
        var (one, other) = (await bench.CustomerOfAsync("b1"), await bench.CustomerOfAsync("b2"));
        var merged = await identity.MergeAsync(one, other, ImportBench.Somebody, Cancel);
        await consents.WithdrawAsync(other, new(ConsentChannel.Email, null, null), ImportBench.Somebody, Cancel);
        await consents.DeclareAsync([one], new(ConsentChannel.Sms, ConsentPurpose.Care, "form", null), ImportBench.Somebody, Cancel);
        await identity.WithdrawAsync(merged.Value!.Act, ImportBench.Somebody, Cancel);
        async Task<string> OfAsync(long id) => string.Join(' ', (await ShownAsync(bench, id)).Known.Consents.Select(state => state.Standing));
        var kept = merged.Value.Customers[0];
        Assert.Equal("Unknown Given Refused Refused", await OfAsync(kept));
        Assert.Equal("Unknown Unknown Refused Refused", await OfAsync(kept == one ? other : one));
    }
}
