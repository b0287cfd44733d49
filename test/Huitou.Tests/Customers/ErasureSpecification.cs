using System.Text;
using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers.Erasures;
using Huitou.Data;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>Erasing a person, on both databases: nothing tells who they were, the figures stand, and no file brings them back.</summary>
public sealed class ErasureSpecification
{
    private const string Phone = "+8613800000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ListSource Orders => new(
        ListSource.Line(2, "1", null, 100, 5) with { Buyer = new("secret-b1"), BuyerName = "Secret Ann" }, ListSource.Line(3, "2", null, 200, 5) with { Buyer = new(null, Phone) },
        ListSource.Line(4, "3", null, 400, 5) with { Buyer = new("b2"), BuyerName = "Bob" });

    private static ListSource Profiles => new(
        new SourceCustomer(2) { Buyer = new("secret-b1", Phone), Name = "Secret Ann", Address = "Secret Road", Tags = ["secret-tag"], SmsConsent = false },
        new SourceCustomer(3) { Buyer = new("b2"), Name = "Bob" })
    { Kind = FileKind.Customers };

    private static ListSource Touches => new(
        new SourceTouch(2) { Id = "t1", Kind = TouchKind.Review, At = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), Buyer = new("secret-b1"), Comment = "Secret words" },
        new SourceTouch(3) { Id = "t2", Kind = TouchKind.Review, At = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), OrderNo = "1", Comment = "Secret words" })
    { Kind = FileKind.Touches };

    private static async Task<ImportBench> BenchAsync(DatabaseKind kind)
    {
        var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        return bench;
    }

    /// <summary>Everything in all tables as text.</summary>
    private static async Task<string> AllTextAsync(HuitouDb db)
    {
        var all = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
            foreach (var row in await db.ListAsync($"SELECT * FROM \"{table}\"", row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i).ToString())), Cancel)) all.AppendLine(row);
        return all.ToString();
    }

    private static async Task<long> SalesAsync(ImportBench bench)
    {
        var host = bench.Installation.Get<InProcessLedgerHost>();
        Assert.True(await host.CatchUpAsync(Cancel));
        await using var db = bench.Installation.Open();
        return (await bench.Installation.Get<LedgerLoader>().ReadAsync(db, [0, 1, 2, 3], Cancel)).SelectMany(customer => customer.Orders).Sum(order => order.Amount);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_left_of_a_person_but_what_was_sold_and_no_file_brings_them_back(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await bench.ImportAsync(Orders);
        var profiles = await bench.ImportAsync(Profiles);
        await bench.ImportAsync(Touches);
        await using var db = bench.Installation.Open();
        var person = await bench.CustomerOfAsync("secret-b1");
        var phone = bench.Installation.Get<Vault>().Blind(Phone, "phone");
        await bench.Installation.Get<EditProfile>().WriteAsync([person], [new("note", "secret note"), new("tag:secret-hand", "on")], ImportBench.Somebody, Cancel);
        await bench.Installation.Get<CustomerIdentity>().KeepApartAsync(person, await bench.CustomerOfAsync("b2"), ImportBench.Somebody, Cancel);
        var sales = await SalesAsync(bench);
        foreach (var mark in new[] { "Secret", "secret-tag", "secret-hand", phone, bench.Installation.Get<Vault>().Blind("secret-b1", "id") }) Assert.Contains(mark, await AllTextAsync(db), StringComparison.Ordinal);

        var erase = bench.Installation.Get<EraseCustomers>();
        Assert.Equal("confirm", (await erase.RunAsync([person], "yes", ImportBench.Somebody, Cancel)).Refusal!.Path);
        Assert.Equal(1, (await erase.RunAsync([person], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Value!.Customers);
        await AssertGoneAsync(bench, phone);
        Assert.Equal(sales, await SalesAsync(bench));
        Assert.Equal(ProblemCode.NotFound, (await bench.Installation.Get<Customer360>().AskAsync(person, new(), Cancel)).Refusal!.Code);

        // The same files again, and the phone under another id: what was sold is taken in, the person is not.
        Assert.Equal(0, (await bench.ImportAsync(Orders)).Counts.RowsRejected);
        var again = await bench.ImportAsync(Profiles);
        Assert.Equal(1, again.Rejects["erasedPerson"]);
        Assert.Equal(1, (await bench.ImportAsync(new ListSource(new SourceCustomer(2) { Buyer = new("secret-b9", Phone) }) { Kind = FileKind.Customers })).Rejects["erasedPerson"]);
        await AssertGoneAsync(bench, phone);
        Assert.Equal(sales, await SalesAsync(bench));

        // Nor do older versions that come to light when an import is taken out.
        foreach (var import in new[] { again.Id, profiles.Id }) await bench.UndoAsync(import);
        await AssertGoneAsync(bench, phone);
        Assert.Equal(sales, await SalesAsync(bench));
    }

    private static async Task AssertGoneAsync(ImportBench bench, string phone)
    {
        await using var db = bench.Installation.Open();
        var text = await AllTextAsync(db);
        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        // The keyed hash of the phone is what refuses it from now on, and stands nowhere else.
        foreach (var hash in new[] { phone, bench.Installation.Get<Vault>().Blind("secret-b1", "id") })
        {
            Assert.Equal(1, await db.Erasures.CountAsync(erasure => erasure.Hash == hash, Cancel));
            Assert.Equal(2, text.Split(hash).Length);
        }
        Assert.Contains("Bob", text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_database_that_was_restored_does_the_erasures_again_when_its_host_starts(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await bench.ImportAsync(Orders);
        await bench.ImportAsync(Profiles);
        Assert.Null((await bench.Installation.Get<EraseCustomers>().RunAsync([await bench.CustomerOfAsync("secret-b1")], EraseCustomers.Confirmation, ImportBench.Somebody, Cancel)).Refusal);

        await using var restored = await BenchAsync(kind);
        await restored.ImportAsync(Orders);
        await restored.ImportAsync(Profiles);
        var sales = await SalesAsync(restored);
        File.Copy(ErasureLog.PathIn(bench.Installation.Folder), ErasureLog.PathIn(restored.Installation.Folder));
        await File.AppendAllTextAsync(ErasureLog.PathIn(restored.Installation.Folder), "{\"torn", Cancel);
        var replay = new ErasureReplay(restored.Installation.Get<EraseCustomers>());
        await replay.StartAsync(Cancel);
        await AssertGoneAsync(restored, restored.Installation.Get<Vault>().Blind(Phone, "phone"));
        Assert.Equal(sales, await SalesAsync(restored));
        Assert.Equal(0, await restored.Installation.Get<EraseCustomers>().ReplayAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task All_that_is_kept_of_a_person_is_one_file(DatabaseKind kind)
    {
        await using var bench = await BenchAsync(kind);
        await bench.ImportAsync(Orders);
        await bench.ImportAsync(Profiles);
        await bench.ImportAsync(Touches);
        var person = await bench.CustomerOfAsync("secret-b1");
        await bench.Installation.Get<EditProfile>().WriteAsync([person], [new("note", "a note")], ImportBench.Somebody, Cancel);
        var file = (await bench.Installation.Get<SubjectExport>().RunAsync(person, ImportBench.Somebody, Cancel)).Value!;
        Assert.Equal([Phone, "secret-b1"], file.Evidence.Select(evidence => evidence.Value).Order(StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "Secret Ann", "Secret Road", "secret-tag", "a note", Phone }, file.Profile.Select(fact => fact.Text).ToHashSet());
        Assert.Equal(["1", "2"], file.Timeline.Where(item => item.Order is not null).Select(item => item.Order!.OrderNo).Order(StringComparer.Ordinal));
        Assert.Equal(2, file.Timeline.Count(item => item.Touch is { Comment: "Secret words" }));
        Assert.Single(file.Timeline, item => item.Consent is { IsGiven: false });
        await using var db = bench.Installation.Open();
        Assert.Single(await db.Audit.Where(entry => entry.Action == AuditAction.Export).ToListAsync(Cancel));
    }
}
