using Huitou.Access;
using Huitou.Analytics;
using Huitou.Connect;
using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Flows;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Huitou.Tests.Customers;

/// <summary>Who turns out to be one person, on both databases: by evidence, by word, and no longer.</summary>
public sealed class IdentitySpecification
{
    private const string Phone = "+8613800000001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SourceCustomer Told(int line, SourceBuyer buyer, string name = "") => new(line) { Buyer = buyer, Name = name };

    private static SourceLine Bought(int line, string orderNo, SourceBuyer buyer) => ListSource.Line(line, orderNo, null, 100, 5) with { Buyer = buyer };

    private static ListSource Customers(params SourceRow[] rows) => new(rows) { Kind = FileKind.Customers };

    private static async Task<Dictionary<string, long>> CustomersAsync(ImportBench bench)
    {
        return (await bench.Installation.EvidenceAsync()).ToDictionary(node => node.Node.Kind == EvidenceKind.SourceId ? node.Name : node.Node.Kind.ToString(), node => node.Node.CustomerId);
    }

    [Theory, EachDatabase]
    public async Task A_phone_joins_an_id_with_whoever_bought_by_that_phone_alone_and_an_undo_parts_them(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(Bought(2, "1", new(null, Phone)), Bought(3, "2", new("b1"))));
        var before = await CustomersAsync(bench);
        Assert.Equal(2, before.Values.Distinct().Count());

        var told = await bench.ImportAsync(Customers(Told(2, new("b1", Phone), "Ann")));
        var joined = await CustomersAsync(bench);
        Assert.Equal(joined["b1"], joined["Phone"]);
        await using (var db = bench.Installation.Open())
        {
            var customer = Assert.Single(await db.Customers.ToListAsync(Cancel));
            Assert.Equal((joined["b1"], "Ann", 1L), (customer.Id, customer.Name, customer.FirstImportId));
        }
        var orders = await bench.Installation.Get<CustomerOrders>().AskAsync(joined["b1"], null, 10, Cancel);
        Assert.Equal(["1", "2"], orders.Value!.Items.Select(order => order.OrderNo).Order(StringComparer.Ordinal));

        await bench.UndoAsync(told.Id);
        Assert.Equal(before, await CustomersAsync(bench));
    }

    [Theory, EachDatabase]
    public async Task A_link_to_a_customer_that_became_part_of_another_leads_to_that_one(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        var host = bench.Installation.Get<InProcessLedgerHost>();
        await host.StartAsync(Cancel);
        await bench.ImportAsync(new ListSource(Bought(2, "1", new("b1")), Bought(3, "2", new("b2"))));
        var before = await CustomersAsync(bench);
        var done = await bench.Installation.Get<CustomerIdentity>().MergeAsync(before["b1"], before["b2"], ImportBench.Somebody, Cancel);

        var kept = Assert.Single(done.Value!.Customers);
        foreach (var id in before.Values)
        {
            var page = await bench.Installation.Get<Customer360>().AskAsync(id, new(), Cancel);
            Assert.Equal((kept, 2), (page.Value!.Customer.Id, page.Value.Customer.Evidence.Count));
            Assert.Equal(2, (await bench.Installation.Get<CustomerOrders>().AskAsync(id, null, 10, Cancel)).Value!.Items.Count);
            Assert.Null((await bench.Installation.Get<CustomerReveal>().RevealAsync(id, ImportBench.Somebody, Cancel)).Refusal);
        }
        Assert.True(await host.CatchUpAsync(Cancel));
        Assert.Equal(2, host.Current!.Ledger.Facts(kept)!.Orders.Count);
        await host.StopAsync(Cancel);
    }

    [Theory, EachDatabase]
    public async Task What_came_between_a_merge_and_its_withdrawal_stands_where_it_belongs(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(Bought(2, "1", new("b1")), Bought(3, "2", new("b2"))));
        var before = await CustomersAsync(bench);
        var identity = bench.Installation.Get<CustomerIdentity>();
        var merged = await identity.MergeAsync(before["b2"], before["b1"], ImportBench.Somebody, Cancel);
        await bench.ImportAsync(new ListSource(Bought(2, "3", new("b2")), Bought(3, "4", new("b1"))));
        await identity.WithdrawAsync(merged.Value!.Act, ImportBench.Somebody, Cancel);

        Assert.Equal(before, await CustomersAsync(bench));
        foreach (var (buyer, expected) in new[] { ("b1", "1 4"), ("b2", "2 3") })
        {
            var orders = await bench.Installation.Get<CustomerOrders>().AskAsync(before[buyer], null, 10, Cancel);
            Assert.Equal(expected, string.Join(' ', orders.Value!.Items.Select(order => order.OrderNo).Order(StringComparer.Ordinal)));
        }
        await using var db = bench.Installation.Open();
        Assert.Equal([AuditAction.Merge, AuditAction.Undo], await db.Audit.Where(entry => entry.Action == AuditAction.Merge || entry.Action == AuditAction.Undo).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Two_ids_of_one_shop_with_one_phone_are_proposed_until_somebody_says_what_they_are(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(Customers(Told(2, new("b1", Phone), "Ann Lee"), Told(3, new("b2", Phone), "Bob Lee")));
        var (identity, review) = (bench.Installation.Get<CustomerIdentity>(), bench.Installation.Get<IdentityReview>());
        var customers = await CustomersAsync(bench);
        Assert.NotEqual(customers["b1"], customers["b2"]);

        var doubt = Assert.Single((await review.DoubtsAsync(1, 20, Cancel)).Value!.Items);
        Assert.Equal((DoubtReason.Contested, "+86138****0001", 2), (doubt.Reason, doubt.Value, doubt.Carriers));
        Assert.Equal(["b1", "b2"], doubt.Sides.Select(side => side.Evidence.Value).Order());
        Assert.DoesNotContain(doubt.Sides, side => side.Name.Contains("Lee", StringComparison.Ordinal));

        var apart = await identity.KeepApartAsync(customers["b1"], customers["b2"], ImportBench.Somebody, Cancel);
        Assert.Empty((await review.DoubtsAsync(1, 20, Cancel)).Value!.Items);
        Assert.Equal([(apart.Value!.Act, false)], (await review.ActsAsync(Cancel)).Select(act => (act.Act, act.IsSame)));

        var merged = await identity.MergeAsync(customers["b1"], customers["b2"], ImportBench.Somebody, Cancel);
        Assert.Empty((await review.DoubtsAsync(1, 20, Cancel)).Value!.Items);
        Assert.Single(merged.Value!.Customers);
        Assert.Equal([(merged.Value.Act, true)], (await review.ActsAsync(Cancel)).Select(act => (act.Act, act.IsSame)));

        // Withdrawn, the merge gives the earlier word back.
        await identity.WithdrawAsync(merged.Value.Act, ImportBench.Somebody, Cancel);
        Assert.Equal(customers, await CustomersAsync(bench));
        Assert.Equal([apart.Value.Act], (await review.ActsAsync(Cancel)).Select(act => act.Act));
    }

    [Theory, EachDatabase]
    public async Task A_value_that_one_more_carries_than_may_parts_whom_it_joined(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        SourceRow[] carriers = [.. Enumerable.Range(0, Resolver.MostCarriers).Select(n => Told(n + 2, new(null, Phone, $"a{n}@b.example")))];
        await bench.ImportAsync(Customers(carriers));
        Assert.Single((await CustomersOfNodesAsync(bench)).Distinct());

        var more = await bench.ImportAsync(Customers(Told(2, new(null, Phone, "z@b.example"))));
        Assert.Equal(carriers.Length + 1, (await CustomersOfNodesAsync(bench)).Distinct().Count());
        Assert.Equal(DoubtReason.Fenced, Assert.Single((await bench.Installation.Get<IdentityReview>().DoubtsAsync(1, 20, Cancel)).Value!.Items).Reason);

        await bench.UndoAsync(more.Id);
        Assert.Single((await CustomersOfNodesAsync(bench)).Distinct());
    }

    [Theory, EachDatabase]
    public async Task Another_limit_parts_and_joins_whoever_is_there_already_and_whoever_comes_in(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.Installation.Get<InProcessLedgerHost>().StartAsync(Cancel);
        await bench.ImportAsync(Customers([.. Enumerable.Range(0, 4).Select(n => Told(n + 2, new(null, Phone, $"a{n}@b.example")))]));
        var change = bench.Installation.Get<ChangeIdentityRules>();
        async Task<int> PeopleAfterAsync(int limit)
        {
            var done = (await change.RunAsync(new(limit), (await change.CurrentAsync(Cancel)).Version, ImportBench.Somebody, Cancel)).Value!;
            await bench.Runner.RunAsync(await bench.Installation.Get<Jobs>().Queue.ReadAsync(Cancel), Cancel);
            Assert.Equal((limit, JobState.Done), (done.Rules.MostCarriers, (await bench.Installation.Get<Jobs>().FindAsync(done.JobId!.Value, Cancel))!.State));
            return (await CustomersOfNodesAsync(bench)).Distinct().Count();
        }
        Assert.Equal(4, await PeopleAfterAsync(3));
        Assert.Equal(DoubtReason.Fenced, Assert.Single((await bench.Installation.Get<IdentityReview>().DoubtsAsync(1, 20, Cancel)).Value!.Items).Reason);
        Assert.Equal(1, await PeopleAfterAsync(4));
        var fifth = await bench.ImportAsync(Customers(Told(2, new(null, Phone, "z@b.example"))));
        Assert.Equal(5, (await CustomersOfNodesAsync(bench)).Distinct().Count());
        await bench.UndoAsync(fifth.Id);
        Assert.Single((await CustomersOfNodesAsync(bench)).Distinct());

        var now = await change.CurrentAsync(Cancel);
        Assert.Null((await change.RunAsync(now.Rules, now.Version, ImportBench.Somebody, Cancel)).Value!.JobId);
        Assert.Equal(ProblemCode.PreconditionFailed, (await change.RunAsync(new(7), "x", ImportBench.Somebody, Cancel)).Refusal!.Code);
        foreach (var none in new[] { -1, 0, 1, 1_001 })
            Assert.Equal((ProblemCode.InvalidField, "mostCarriers"), (await change.RunAsync(new(none), now.Version, ImportBench.Somebody, Cancel)).Refusal is { } no ? (no.Code, no.Path) : default);
        await using var db = bench.Installation.Open();
        Assert.Equal([("10", "3"), ("3", "4")],
            (await db.Audit.Where(entry => entry.Kind == AuditKind.IdentityRulesChanged).OrderBy(entry => entry.Id).ToListAsync(Cancel)).Select(entry => (entry.Fact.Values["before"], entry.Fact.Values["mostCarriers"])));
    }

    [Theory, EachDatabase]
    public async Task A_whole_phone_or_e_mail_finds_whoever_carries_it_and_a_part_finds_nobody(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(Customers(Told(2, new("b1", Phone, "ann@b.example"), "Ann"), Told(3, new("b2", Phone), "Bob"), Told(4, new(null, null, "cat@b.example"), "Cat")));
        var customers = await CustomersAsync(bench);
        var search = bench.Installation.Get<CustomerSearch>();
        async Task<long[]> FindAsync(string text)
        {
            var found = (await search.FindAsync(new() { Search = text }, Cancel))!;
            return [.. customers.Values.Where(found.Contains).Order()];
        }

        Assert.Equal(new[] { customers["b1"], customers["b2"] }.Order(), await FindAsync("138 0000 0001"));
        Assert.Equal([customers["b1"]], await FindAsync(" ANN@b.example "));
        Assert.Equal([customers["Email"]], await FindAsync("cat@b.example"));
        Assert.Equal([customers["b2"]], await FindAsync("b2"));
        foreach (var part in new[] { "13800000002", "0001", "b.example", "at@b.example" }) Assert.Empty(await FindAsync(part));
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_with_the_wrong_customer_is_found_and_moved_by_resolving_all_anew(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(Customers([.. Enumerable.Range(0, 30).Select(n => Told(n + 2, new(n % 2 == 0 ? null : $"b{n}", $"+861380000{n / 2:0000}", n % 2 == 0 ? $"a{n}@b.example" : null), $"N{n}"))]));
        var right = await CustomersOfNodesAsync(bench);
        Assert.Equal(15, right.Distinct().Count());
        await using var db = bench.Installation.Open();
        // As other rules would have had it: everybody alone.
        await db.Database.ExecuteSqlRawAsync("INSERT INTO customer (id, stable_seed, name, region, city, name_at, region_at, city_at, first_import_id, created_at) SELECT n.id, 1, '', '', '', 0, 0, 0, 1, 0 FROM evidence_node n WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = n.id)", Cancel);
        await db.Database.ExecuteSqlRawAsync("UPDATE evidence_node SET customer_id = id", Cancel);
        var moved = await IdentityUpdate.RunAllAsync(db, (_, _) => { }, Cancel);
        Assert.Equal(right, await CustomersOfNodesAsync(bench));
        Assert.Equal(right.Count - right.Distinct().Count(), moved);
        Assert.Equal(right.Distinct().Order(), await db.Customers.Select(customer => customer.Id).Order().ToListAsync(Cancel));
        Assert.DoesNotContain(await db.Customers.Select(customer => customer.Name).ToListAsync(Cancel), name => name.Length == 0);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_is_refused_with_the_reason(DatabaseKind kind)
    {
        await using var bench = await ImportBench.CreateAsync(kind);
        await bench.ImportAsync(new ListSource(Bought(2, "1", new("b1")), Bought(3, "2", new("b2"))));
        var customers = await CustomersAsync(bench);
        var identity = bench.Installation.Get<CustomerIdentity>();
        var (one, other) = (customers["b1"], customers["b2"]);
        (string Code, string Path)[] refused =
        [
            .. new[]
            {
                await identity.MergeAsync(one, one, ImportBench.Somebody, Cancel), await identity.MergeAsync(one, 999, ImportBench.Somebody, Cancel),
                await identity.MergeAsync(999, one, ImportBench.Somebody, Cancel), await identity.PartAsync(one, [], ImportBench.Somebody, Cancel),
                await identity.PartAsync(one, [one], ImportBench.Somebody, Cancel), await identity.PartAsync(one, [other], ImportBench.Somebody, Cancel),
                await identity.KeepApartAsync(one, one, ImportBench.Somebody, Cancel), await identity.WithdrawAsync(Guid.NewGuid(), ImportBench.Somebody, Cancel),
            }.Select(outcome => (outcome.Refusal!.Code, outcome.Refusal.Path)),
        ];

        Assert.Equal(
            [
                (ProblemCode.InvalidField, "other"), (ProblemCode.NotFound, "other"), (ProblemCode.NotFound, "id"), (ProblemCode.InvalidField, "evidence"),
                (ProblemCode.InvalidField, "evidence"), (ProblemCode.InvalidField, "evidence"), (ProblemCode.InvalidField, "other"), (ProblemCode.NotFound, "act"),
            ],
            refused);
        Assert.Equal(customers, await CustomersAsync(bench));
        await using var db = bench.Installation.Open();
        Assert.Empty(await db.IdentityDecisions.ToListAsync(Cancel));
    }

    private static async Task<List<long>> CustomersOfNodesAsync(ImportBench bench)
    {
        await using var db = bench.Installation.Open();
        return await db.EvidenceNodes.Select(node => node.CustomerId).ToListAsync(Cancel);
    }
}
