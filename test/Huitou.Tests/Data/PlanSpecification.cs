using Huitou.Access;
using Huitou.Flows;
using Huitou.Tests.Analytics;
using Huitou.Tests.Flows;
using Huitou.Tests.Support;

namespace Huitou.Tests.Data;

/// <summary>What a page asks of the database goes by indexes, however many customers and orders there are.</summary>
public sealed class PlanSpecification
{
    /// <summary>Tables that grow with customers and orders.</summary>
    private static readonly string[] Large =
    [
        "customer", "evidence_node", "evidence_claim", "buyer_statement", "buyer_order", "order_fact", "order_line", "order_refund", "order_details", "order_buyer", "touch",
        "consent", "profile_edit", "product",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_one_customer_read_no_table_through()
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        await bench.ImportAsync(new ListSource(ListSource.Line(2, "1", "ann", 100, 5), ListSource.Line(3, "2", "bob", 100, 5)));
        var (ann, bob) = (await bench.CustomerOfAsync("ann"), await bench.CustomerOfAsync("bob"));
        await bench.Installation.Get<CustomerIdentity>().MergeAsync(ann, bob, ImportBench.Somebody, Cancel);
        await ExpectIndexesAsync(bench.Installation, async () =>
        {
            Assert.Equal(2, (await bench.Installation.Get<CustomerOrders>().AskAsync(ann, null, 50, Cancel)).Value!.Items.Count);
            Assert.Equal(2, (await bench.Installation.Get<CustomerTimeline>().AskAsync(ann, [], null, 50, Cancel)).Value!.Items.Count);
            Assert.Single(await bench.Installation.InScopeAsync<IdentityReview, IReadOnlyList<IdentityActItem>>(review => review.ActsAsync(Cancel)));
            Assert.Null((await bench.Installation.Get<SubjectExport>().RunAsync(ann, ImportBench.Somebody, Cancel)).Refusal);
        });
    }

    [Fact]
    public async Task The_first_page_of_a_day_reads_no_table_through()
    {
        await using var shop = await RunningShop.StartAsync(DatabaseKind.Sqlite, RandomBook.Make(1));
        await ExpectIndexesAsync(shop.Installation, async () => Assert.Null((await shop.Installation.InScopeAsync<Today, Outcome<TodayAnswer>>(today => today.AskAsync(Cancel))).Refusal));
    }

    private static async Task ExpectIndexesAsync(TestInstallation installation, Func<Task> pages)
    {
        await using var db = installation.Open();
        var steps = await SqlPlans.OfAsync(db, pages);
        Assert.DoesNotContain(steps, step => Large.Any(table => step.Step.StartsWith($"SCAN {table}", StringComparison.Ordinal)));
        Assert.DoesNotContain(steps, step => step.Step.Contains("_import_id (import_id=?", StringComparison.Ordinal));
    }
}
