using System.Buffers;
using System.Text.Json;

namespace Huitou.Engine.Tests;

/// <summary>
/// Every question beside its plain reference, on random ledgers and scopes: exactly the same answer from 1, 4 and 64 partitions, from a
/// ledger that came to the same facts by refreshes, and from any number of threads.
/// </summary>
public sealed class QueryTests
{
    private static readonly int Seeds = Campaign.Cases(50);

    private static readonly GridLimits Limits = new(30, 90, 200, 5);

    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(0, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Customer_classes_equal_the_reference(int seed) => Each(seed, (ask, reference, random) =>
    {
        ask.Same(reference.Grid(Limits), new GridQuery(Limits));
        var basis = (MoneyBasis)random.Next(2);
        var edges = reference.Edges(basis);
        ask.Same(edges, new RfmEdgesQuery(basis));
        var (both, grid) = ask.Ledger.Ask(new RfmEdgesQuery(basis).And(new GridQuery(Limits)), ask.Scope, ask.Threads, Cancel);
        Assert.Equal(JsonSerializer.Serialize((edges, reference.Grid(Limits)), Whole), JsonSerializer.Serialize((both, grid), Whole));
        ask.Same(reference.Rfm(edges), new RfmQuery(edges));
        ask.Same(reference.Gaps(), new GapQuantilesQuery());
        ask.Same(reference.Summary(), new LedgerSummaryQuery());
    });

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Flows_equal_the_reference(int seed) => Each(seed, (ask, reference, random) =>
    {
        if (ask.Scope.AsOf <= CivilDay.First) return;
        var (before, was) = (ask.Scope.AsOf.AddDays(-random.Next(1, 400)), new GridLimits(20, 50, 300, 4));
        ask.Same<CustomerTally[], IReadOnlyList<GridFlow>>(reference.Flows(reference.AsOf(before), was, Limits), new GridFlowQuery(before, was, Limits));
    });

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void The_past_is_what_a_ledger_cut_at_that_day_says(int seed)
    {
        var source = new RandomLedger(seed);
        var facts = source.Customers(20 + (seed * 7 % 150));
        var (scope, ledger) = (source.Question(facts).Scope, Ledger.Build(facts, partitionBits: 3));
        var cut = Ledger.Build(facts.Select(customer => Cut(customer, scope.AsOf)), partitionBits: 3);
        var edges = cut.Ask(new RfmEdgesQuery(MoneyBasis.Net), scope, cancellationToken: Cancel);
        Same(new RfmEdgesQuery(MoneyBasis.Net));
        Same(new GridQuery(Limits));
        Same(new RfmQuery(edges));
        Same(new GapQuantilesQuery());
        Same(new LedgerSummaryQuery());
        Same(new RecencyHistogramQuery([30, 90]));
        Same(new FrequencyHistogramQuery(5));
        Same(new CustomerIdsQuery(new(), Limits, edges));
        Same(new CustomerPageQuery(new(), CustomerSort.Aov, true, 3, 20, Limits, edges));
        Same(new OverviewQuery(Grain.Month));
        Same(new ProductRankingQuery(ProductSort.Sales, 10));
        if (scope.AsOf > CivilDay.First) Same(new GridFlowQuery(scope.AsOf.AddDays(-30), Limits, Limits));

        void Same<TPartial, TAnswer>(ILedgerQuery<TPartial, TAnswer> query) =>
            Assert.Equal(JsonSerializer.Serialize(cut.Ask(query, scope, cancellationToken: Cancel)), JsonSerializer.Serialize(ledger.Ask(query, scope, cancellationToken: Cancel)));
    }

    /// <summary>What was known of a customer at the end of a day.</summary>
    private static CustomerFacts Cut(CustomerFacts customer, DateOnly day) => customer with
    {
        Orders = [.. customer.Orders.Where(order => order.Day <= day).Select(order => order with { Refunds = [.. order.Refunds.Where(refund => refund.Day <= day)] })],
        LooseRefunds = [.. customer.LooseRefunds.Where(refund => refund.Day <= day)],
    };

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Histograms_equal_the_reference(int seed) => Each(seed, (ask, reference, random) =>
    {
        ask.Same<CustomerTally[], IReadOnlyList<HistogramBar>>(
            reference.Bars(c => c.Recency, [(0, 0), (1, 30), (31, 90), (91, null)]), new RecencyHistogramQuery([0, 30, 90]));
        var last = random.Next(1, 7);
        ask.Same<CustomerTally[], IReadOnlyList<HistogramBar>>(
            reference.Bars(c => c.Orders, Enumerable.Range(1, last).Select(i => (i, i < last ? (int?)i : null))), new FrequencyHistogramQuery(last));
    });

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Pages_and_ids_equal_the_reference(int seed) => Each(seed, (ask, reference, random) =>
    {
        var edges = reference.Edges(MoneyBasis.Net);
        var filter = random.Next(3) == 0 ? new CustomerFilter() : ask.Random.Filter(edges is not null);
        var matching = reference.Matching(filter, Limits, edges);
        ask.Same([.. matching.Select(c => c.Id).Order()], new CustomerIdsQuery(filter, Limits, edges));
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var (descending, offset, limit) = (random.Next(2) == 0, random.Next(3) * random.Next(20), random.Next(30));
            var page = Reference.Sorted(matching, sort, descending).Skip(offset).Take(limit);
            ask.Same(new CustomerPage(matching.Count, [.. page]), new CustomerPageQuery(filter, sort, descending, offset, limit, Limits, edges));
        }
    });

    /// <summary>Pages far down are found between two customers of a sample, which has to be right also where the sample is as wrong as can be.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_far_down_equal_the_reference(bool misleading)
    {
        var random = new Random(3);
        long[] ids = [.. Enumerable.Range(1, 9_000).Select(id => (long)id).OrderBy(LedgerHash.Of)];
        var ledger = Ledger.Build(ids.Select((id, place) => Bought(id, misleading && place % 64 == 0 ? 1_000_000 : random.Next(1, 3_000))), partitionBits: 0);
        Scope scope = new() { AsOf = RandomLedger.Centre };
        foreach (var sort in new[] { CustomerSort.NetSales, CustomerSort.Aov, CustomerSort.LastDay, CustomerSort.Orders })
        {
            foreach (var (offset, limit) in new[] { (2_000, 50), (4_321, 100), (8_950, 50), (8_990, 50), (9_000, 50), (20_000, 50), (0, 9_000) })
            {
                foreach (var descending in new[] { false, true })
                {
                    var page = ledger.Ask(new CustomerPageQuery(new(), sort, descending, offset, limit, Limits), scope, 2, Cancel);
                    Assert.Equal(9_000, page.Total);
                    Assert.Equal(Sorted(sort, descending).Skip(offset).Take(limit), page.Items.Select(customer => customer.Id));
                }
            }
        }

        IEnumerable<long> Sorted(CustomerSort sort, bool descending)
        {
            var facts = ids.Select(id => ledger.Facts(id)!);
            long Key(CustomerFacts customer) => sort is CustomerSort.Orders ? 1 : sort is CustomerSort.LastDay ? customer.Orders[0].Day.DayNumber : customer.Orders[0].Amount;
            return (descending ? facts.OrderByDescending(Key) : facts.OrderBy(Key)).ThenBy(customer => customer.Id).Select(customer => customer.Id);
        }

        CustomerFacts Bought(long id, long amount) =>
            new(id, 0, [new OrderFacts(id, RandomLedger.Centre.AddDays(-random.Next(300)), 0, 1, 0, OrderMarks.None, amount, 0, [new LineFacts(1, 1, amount, LineMarks.None)], [])], []);
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Overviews_equal_the_reference_and_add_up(int seed) => Each(seed, (ask, reference, _) =>
    {
        foreach (var grain in Enum.GetValues<Grain>())
        {
            var plain = new ReferenceOverview(reference, ask.Scope);
            // Days and weeks from the first to the last that a ledger holds are checked by one seed; they are slow to check.
            if (grain != Grain.Month && plain.Days > 700 && (seed != 7 || grain == Grain.Day))
                continue;
            var expected = plain.Of(grain);
            ask.Same(expected, new OverviewQuery(grain));
            var series = expected.Series.Aggregate(default(SalesFigures), (sum, step) => sum + step.All);
            Assert.Equal(expected.Total.All with { Buyers = 0 }, series with { Buyers = 0 });
            Assert.Equal(expected.Total.All.Orders - expected.Total.Anonymous.Orders, expected.Ranks.Sum(rank => rank.Orders));
        }
    });

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Product_rankings_equal_the_reference(int seed) => Each(seed, (ask, reference, random) =>
    {
        foreach (var sort in Enum.GetValues<ProductSort>())
        {
            var limit = random.Next(12);
            ask.Same(reference.Products(sort, limit), new ProductRankingQuery(sort, limit));
        }
    });

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void One_customers_figures_equal_the_reference(int seed) => Each(seed, (ask, reference, random) =>
    {
        foreach (var customer in reference.Asked.Take(25))
            Assert.Equal(reference.Figures(customer), ask.Ledger.Figures(customer.Id, ask.Scope));
        var some = reference.AllFigures().OrderBy(_ => random.Next()).Take(7).ToList();
        ask.Same<List<CustomerFigures>, IReadOnlyList<CustomerFigures>>(some, new CustomerFiguresQuery([123_456_789_000, .. some.Select(c => c.Id)]));
        Assert.Null(ask.Ledger.Figures(0, ask.Scope));
    });

    [Fact]
    public void Whole_lives_read_the_same_as_walked()
    {
        var (read, walked) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            Each(seed, (ask, _, random) =>
            {
                var scope = new ScopeFilter(random.Next(2) == 0 ? ask.Scope : ask.Scope with { AsOf = CivilDay.Last, From = null, To = null, Shops = null, Channels = null });
                foreach (var partition in ask.Ledger.Partitions)
                {
                    var (filled, plain) = (new CustomerTotals(), new CustomerTotals());
                    filled.Fill(partition, scope);
                    plain.Walk(partition, scope);
                    Assert.Equal(Rows(plain), Rows(filled));
                    if (partition.Lives.Answers(scope, partition.MarksUnion)) read += filled.Count;
                    else walked += filled.Count;
                }
            });
        }

        Assert.True(read > 1_000 && walked > 1_000, $"{read} read, {walked} walked");
    }

    private static IEnumerable<(int, int, ushort, ushort, long, long)> Rows(CustomerTotals totals) =>
        Enumerable.Range(0, totals.Count).Select(i => (totals.Customer[i], totals.Orders[i], totals.First[i], totals.Last[i], totals.Gross[i], totals.Refunds[i]));

    private static void Each(int seed, Action<Asker, Reference, Random> check)
    {
        var source = new RandomLedger(seed);
        var facts = source.Customers(seed % 10 == 0 ? 0 : 20 + (seed * 7 % 150));
        foreach (var ledger in LedgerForms.Of(facts, seed))
        {
            var question = source.Question(facts);
            var random = new Random(seed);
            check(new Asker(ledger, question.Scope, random.Next(1, 5), source), new Reference(facts, question), random);
        }
    }

    private sealed record Asker(Ledger Ledger, Scope Scope, int Threads, RandomLedger Random)
    {
        internal void Same<TPartial, TAnswer>(TAnswer expected, ILedgerQuery<TPartial, TAnswer> query) =>
            Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(Ledger.Ask(query, Scope, Threads, Cancel)));
    }
}

/// <summary>The same facts as ledgers of different makes.</summary>
internal static class LedgerForms
{
    internal static IEnumerable<Ledger> Of(IReadOnlyList<CustomerFacts> facts, int seed)
    {
        yield return Ledger.Build(facts, partitionBits: 0, splitAbove: int.MaxValue);
        yield return Ledger.Build(facts, partitionBits: 2);
        yield return Ledger.Build(facts, partitionBits: 6);
        yield return Ledger.Build(facts, partitionBits: 8);
        yield return Refreshed(facts, seed);
        yield return Stored(Ledger.Build(facts, partitionBits: 3));
    }

    /// <summary>Written to files and read back, in another sequence.</summary>
    private static Ledger Stored(Ledger ledger)
    {
        var target = new ArrayBufferWriter<byte>();
        var read = new List<LedgerPartition>();
        foreach (var partition in ledger.Partitions)
        {
            var before = target.WrittenCount;
            PartitionFile.Write(partition, target);
            read.Insert(0, PartitionFile.Read(target.WrittenMemory[before..]));
        }

        return Ledger.Of(read)!;
    }

    /// <summary>Begins with other facts, and comes to these by refreshes that also split small partitions.</summary>
    internal static Ledger Refreshed(IReadOnlyList<CustomerFacts> facts, int seed)
    {
        var source = new RandomLedger(seed + 1_000_000);
        var (others, _) = source.Edits(facts);
        var ids = facts.Select(customer => customer.Id).ToHashSet();
        var half = facts.Count / 2;
        return Ledger.Build(others, partitionBits: 0, splitAbove: 8)
            .With(facts.Take(half), [])
            .With(facts.Skip(half), others.Select(customer => customer.Id).Where(id => !ids.Contains(id)))
            .With([], []);
    }
}
