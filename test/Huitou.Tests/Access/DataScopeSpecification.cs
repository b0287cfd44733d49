using System.Text.Json;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huitou.Tests.Access;

/// <summary>What somebody sees who sees one of two shops, on both databases: its rows, and whoever forgets to ask so is stopped.</summary>
public sealed class DataScopeSpecification
{
    /// <summary>Entities that belong to no shop.</summary>
    private static readonly string[] OfTheInstallation =
    [
        "User", "IdentityUserClaim<long>", "IdentityUserLogin<long>", "IdentityUserToken<long>", "AccessToken", "Setting",
        "ExchangeRate", "Change", "BlindLink",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Every_entity_is_narrowed_or_belongs_to_no_shop(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        using var within = DataScope.Enter(TwoShops.First);
        await using var db = installation.Open();

        Assert.All(db.Model.GetEntityTypes().Where(entity => !IsNarrowed(entity)), entity => Assert.Contains(entity.DisplayName(), OfTheInstallation));
    }

    [Theory, EachDatabase]
    public async Task Who_sees_all_pays_nothing(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await using var db = installation.Open();

        Assert.DoesNotContain(db.Model.GetEntityTypes(), IsNarrowed);
    }

    [Theory, EachDatabase]
    public async Task No_table_shows_a_row_of_another_shop(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        await using var seen = shops.OpenFirst();
        await using var all = shops.Bench.Installation.Open();
        foreach (var entity in seen.Model.GetEntityTypes().Where(IsNarrowed))
        {
            var mine = await RowsAsync(seen, entity.ClrType);
            var everybodys = await RowsAsync(all, entity.ClrType);
            Assert.DoesNotContain(TwoShops.Mark, JsonSerializer.Serialize(mine), StringComparison.Ordinal);
            Assert.True(everybodys.Count == 0 || everybodys.Count > mine.Count, $"{entity.DisplayName()}: {mine.Count} of {everybodys.Count}");
        }
        Assert.NotEmpty(await seen.OrderLines.ToListAsync(Cancel));
        Assert.NotEmpty(await seen.Channels.ToListAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Sql_and_bulk_writes_want_the_whole_and_nothing_is_written_beyond(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        using var within = DataScope.Enter(TwoShops.First);
        await using var db = installation.Open();

        Assert.Throws<InvalidOperationException>(() => db.Sql("SELECT 1"));
        Assert.Throws<InvalidOperationException>(() => db.BulkWriter());
        db.Imports.Add(new Import { ShopId = 2, Name = "", Preset = "", Actor = "" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        db.ChangeTracker.Clear();
        db.Jobs.Add(new Job { Kind = "", Actor = "", Shops = null });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_customer_of_both_shops_is_what_the_seen_one_says(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        var host = shops.Get<InProcessLedgerHost>();
        await host.StartAsync(Cancel);
        var shared = await SharedAsync(shops);

        var page = (await TwoShops.AsClerkAsync(() => shops.Get<Customer360>().AskAsync(shared, new(), Cancel))).Value!;
        Assert.Equal(("f***", "firstmark land"), (page.Customer.Name, page.Customer.Region));
        Assert.Equal(["firstmark1", "+86138****0009"], page.Customer.Evidence.Select(evidence => evidence.Value));
        Assert.Equal(2, page.Figures!.Orders);
        Assert.Equal("firstmark Ann", (await TwoShops.AsClerkAsync(() => shops.Get<CustomerReveal>().RevealAsync(shared, TwoShops.Clerk, Cancel))).Value!.Name);
        var orders = await TwoShops.AsClerkAsync(() => shops.Get<CustomerOrders>().AskAsync(shared, null, 10, Cancel));
        Assert.Equal(["firstmarko1", "firstmarko3"], orders.Value!.Items.Select(order => order.OrderNo).Order(StringComparer.Ordinal));

        foreach (var (question, found) in new (CustomerQuestion Question, int Found)[]
        {
            (new() { Search = "firstmark Ann" }, 1), (new() { Search = TwoShops.Mark }, 0), (new() { Search = $"{TwoShops.Mark}o1" }, 0), (new() { Search = "secondmark1" }, 0),
            (new() { Region = "firstmark land" }, 1), (new() { Region = "secondmark land" }, 0), (new() { Search = "+8613900000002" }, 0), (new(), 3),
        })
            Assert.Equal(found, (await TwoShops.AsClerkAsync(() => shops.Get<CustomerList>().AskAsync(question, Cancel))).Value!.Total);
        Assert.Equal(1, (await shops.Get<CustomerList>().AskAsync(new() { Region = "secondmark land" }, Cancel)).Value!.Total);
        await host.StopAsync(Cancel);
    }

    [Theory, EachDatabase]
    public async Task Who_is_who_is_decided_within_the_seen_shops_alone(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        var (identity, review) = (shops.Get<CustomerIdentity>(), shops.Get<IdentityReview>());
        var (shared, mine, also, other) = (await SharedAsync(shops), await CustomerAsync(shops, "firstmark2"), await CustomerAsync(shops, "firstmark3"), await CustomerAsync(shops, "secondmark2"));
        string? Code(Outcome<IdentityActDone> outcome) => outcome.Refusal?.Code;

        Assert.Single((await TwoShops.AsClerkAsync(() => review.DoubtsAsync(1, 20, Cancel))).Value!.Items);
        Assert.Equal(2, (await review.DoubtsAsync(1, 20, Cancel)).Value!.Items.Count);
        Assert.Equal(ProblemCode.NotFound, Code(await TwoShops.AsClerkAsync(() => identity.MergeAsync(mine, other, TwoShops.Clerk, Cancel))));
        Assert.Equal(ProblemCode.BeyondScope, Code(await TwoShops.AsClerkAsync(() => identity.MergeAsync(mine, shared, TwoShops.Clerk, Cancel))));
        Assert.Equal(ProblemCode.BeyondScope, Code(await TwoShops.AsClerkAsync(() => identity.PartAsync(shared, [shared], TwoShops.Clerk, Cancel))));
        Assert.Equal(shared, await SharedAsync(shops));

        var beyond = (await identity.MergeAsync(mine, other, Actor.Console, Cancel)).Value!;
        Assert.Empty(await TwoShops.AsClerkAsync(() => review.ActsAsync(Cancel)));
        Assert.Equal(ProblemCode.NotFound, Code(await TwoShops.AsClerkAsync(() => identity.WithdrawAsync(beyond.Act, TwoShops.Clerk, Cancel))));
        await identity.WithdrawAsync(beyond.Act, Actor.Console, Cancel);

        var done = (await TwoShops.AsClerkAsync(() => identity.MergeAsync(mine, also, TwoShops.Clerk, Cancel))).Value!;
        Assert.Single(done.Customers);
        Assert.Single(await TwoShops.AsClerkAsync(() => review.ActsAsync(Cancel)));
        Assert.Null(Code(await TwoShops.AsClerkAsync(() => identity.WithdrawAsync(done.Act, TwoShops.Clerk, Cancel))));
        Assert.Equal(also, await CustomerAsync(shops, "firstmark3"));
    }

    [Theory, EachDatabase]
    public async Task A_clerk_writes_on_what_their_shop_alone_knows_and_takes_down_any_withdrawal(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        var both = new SourceBuyer(null, "+8613900000055");
        foreach (var shop in new[] { 1, 2 }) await shops.ImportAsync(shop, FileKind.Orders, ListSource.Line(2, $"{shop}", null, 100, 5) with { Buyer = both });
        await using var db = shops.Bench.Installation.Open();
        var phone = shops.Get<Vault>().Blind(both.Phone!, "phone");
        var (shared, own) = (await db.EvidenceNodes.Where(node => node.Value == phone).Select(node => node.CustomerId).SingleAsync(Cancel), await CustomerAsync(shops, "firstmark1"));
        Task<Outcome<ProfileWritten>> WriteAsync(long customer) => TwoShops.AsClerkAsync(() => shops.Get<EditProfile>().WriteAsync([customer], [new("note", "called")], TwoShops.Clerk, Cancel));

        Assert.Equal(ProblemCode.BeyondScope, (await WriteAsync(shared)).Refusal!.Code);
        var written = (await WriteAsync(own)).Value!;
        Assert.Equal("shop:1", Assert.Single(await db.ProfileEdits.Where(edit => edit.Act == written.Act).ToListAsync(Cancel)).Scope);
        Assert.Null((await TwoShops.AsClerkAsync(() => shops.Get<EditProfile>().TakeBackAsync(written.Act, TwoShops.Clerk, Cancel))).Refusal);
        var wide = (await shops.Get<EditProfile>().WriteAsync([own], [new("note", "of all")], ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal(ProblemCode.BeyondScope, (await TwoShops.AsClerkAsync(() => shops.Get<EditProfile>().TakeBackAsync(wide.Act, TwoShops.Clerk, Cancel))).Refusal!.Code);

        Assert.Null(await TwoShops.AsClerkAsync(() => shops.Get<CustomerConsents>().WithdrawAsync(shared, new(null, null, null), TwoShops.Clerk, Cancel)));
        Assert.All((await ProfileView.ReadAsync(db, shops.Get<Vault>(), shared, Cancel)).Consents, consent => Assert.Equal(ConsentStanding.Refused, consent.Standing));
        Assert.Equal(ProblemCode.NotFound, (await TwoShops.AsClerkAsync(() => shops.Get<CustomerConsents>().WithdrawAsync(9_999, new(null, null, null), TwoShops.Clerk, Cancel)))!.Code);
    }

    [Theory, EachDatabase]
    public async Task A_trial_of_a_file_of_customers_compares_with_what_the_seen_shop_says(DatabaseKind kind)
    {
        await using var shops = await TwoShops.CreateAsync(kind);
        var report = await TwoShops.AsClerkAsync(async () =>
        {
            var preview = await shops.Bench.UploadAsync("customers.csv", new MemoryStream("Buyer id,Buyer name,Tags\nfirstmark1,New Ann,fresh\n"u8.ToArray()));
            var dry = await shops.Get<DryRun>().RunAsync(new ImportRequest(preview.Upload.Id, 1, preview.Reading, null), TwoShops.Clerk, Cancel);
            await shops.Bench.Runner.RunAsync(await shops.Get<Jobs>().Queue.ReadAsync(Cancel), Cancel);
            return await shops.Get<DryRun>().ReportAsync(dry.Value!.JobId, Cancel);
        });
        var sample = Assert.Single(report!.Samples);
        Assert.Contains(sample.Values, value => value is { Field: "tags", Before: "firstmark tag" });
        Assert.DoesNotContain(TwoShops.Mark, JsonSerializer.Serialize(report), StringComparison.Ordinal);
    }

    private static bool IsNarrowed(IReadOnlyEntityType entity) => entity.GetDeclaredQueryFilters().Count > 0;

    private static Task<long> SharedAsync(TwoShops shops) => CustomerAsync(shops, "firstmark1");

    private static Task<long> CustomerAsync(TwoShops shops, string buyer) => shops.Bench.CustomerOfAsync(buyer);

    private static async Task<List<object>> RowsAsync(HuitouDb db, Type type)
    {
        var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, [])!;
        return await set.AsNoTracking().ToListAsync(Cancel);
    }
}
