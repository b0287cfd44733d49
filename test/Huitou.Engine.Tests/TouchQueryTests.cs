using System.Text.Json;

namespace Huitou.Engine.Tests;

/// <summary>Questions of touches beside their plain reference, of ledgers that keep all of them and of ledgers that keep what may be asked.</summary>
public sealed class TouchQueryTests
{
    private static readonly int Seeds = Campaign.Cases(100);

    private static readonly GridLimits Limits = new(30, 90, 200, 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(0, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Touches_equal_the_reference(int seed)
    {
        var (source, facts, random) = Shop(seed);
        foreach (var ledger in LedgerForms.Of(facts, seed))
        {
            var (kept, asked) = source.Window();
            var question = source.Question(facts);
            question = question with { Scope = question.Scope with { From = asked ?? question.Scope.From } };
            var (days, threads) = (random.Next(3) * 15, random.Next(1, 5));
            var expected = JsonSerializer.Serialize(new Reference(facts, question).Touches(days));
            foreach (var form in Forms(ledger, facts, kept))
                Assert.Equal(expected, JsonSerializer.Serialize(form.Ask(new TouchQuery(days), question.Scope, threads, Cancel)));
        }
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void Who_was_touched_equals_the_reference(int seed)
    {
        var (source, facts, random) = Shop(seed);
        foreach (var ledger in LedgerForms.Of(facts, seed))
        {
            var (kept, asked) = source.Window();
            var question = source.Question(facts);
            int? days = random.Next(3) == 0 ? null : random.Next(1, 200);
            if (asked is { } first && days is not null)
                question = question with { Scope = question.Scope with { AsOf = first.AddDays(days.Value - 1 + random.Next(60)) } };
            var filter = new CustomerFilter { Touch = new TouchCondition(random.Next(2) == 0 ? random.Next(1, 4) : null, days, random.Next(3) > 0) };
            var expected = new Reference(facts, question).Matching(filter, Limits, null).Select(c => c.Id).Order();
            foreach (var form in Forms(ledger, facts, kept))
                Assert.Equal(expected, form.Ask(new CustomerIdsQuery(filter, Limits), question.Scope, cancellationToken: Cancel));
        }
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public void The_past_is_what_a_ledger_cut_at_that_day_says(int seed)
    {
        var (source, facts, random) = Shop(seed);
        var (kept, asked) = source.Window();
        var scope = source.Question(facts).Scope;
        scope = scope with { From = asked ?? scope.From };
        var cut = Ledger.Build(facts.Select(customer => Cut(customer, scope.AsOf)), partitionBits: 3);
        var ledger = Ledger.Build(facts, partitionBits: 3, touchesFrom: kept);
        Same(new TouchQuery(30));
        Same(new CustomerIdsQuery(new CustomerFilter { Touch = new TouchCondition(random.Next(1, 4), null) }, Limits));
        if (kept is null)
            Same(new CustomerIdsQuery(new CustomerFilter { Touch = new TouchCondition(null, 60, random.Next(2) == 0) }, Limits));

        void Same<TPartial, TAnswer>(ILedgerQuery<TPartial, TAnswer> query) =>
            Assert.Equal(JsonSerializer.Serialize(cut.Ask(query, scope, cancellationToken: Cancel)), JsonSerializer.Serialize(ledger.Ask(query, scope, cancellationToken: Cancel)));
    }

    [Fact]
    public void Days_before_those_that_are_kept_are_refused()
    {
        var from = RandomLedger.Centre;
        var ledger = Ledger.Build(new RandomLedger(3).Customers(50), partitionBits: 2, touchesFrom: from);
        var scope = new Scope { AsOf = from.AddDays(29), From = from };
        ledger.Ask(new TouchQuery(30), scope, 1, Cancel);
        ledger.Ask(Touched(30), scope, 1, Cancel);
        ledger.Ask(Touched(null), scope, 1, Cancel);

        Refused(() => ledger.Ask(new TouchQuery(30), scope with { From = from.AddDays(-1) }, 1, Cancel));
        Refused(() => ledger.Ask(new TouchQuery(30), scope with { From = null }, 1, Cancel));
        Refused(() => ledger.Ask(Touched(31), scope, 1, Cancel));

        static CustomerIdsQuery Touched(int? days) => new(new CustomerFilter { Touch = new TouchCondition(null, days) }, Limits);
        static void Refused(Action ask) => Assert.Contains("2024-02-20", Assert.Throws<AggregateException>(ask).InnerException!.Message, StringComparison.Ordinal);
    }

    private static (RandomLedger Source, List<CustomerFacts> Facts, Random Random) Shop(int seed)
    {
        var source = new RandomLedger(seed);
        return (source, source.Customers(seed % 10 == 0 ? 0 : 20 + (seed * 7 % 150)), new Random(seed));
    }

    /// <summary>The ledger itself, and, where it need not keep all touches, forms of it that do not, or here and there alone.</summary>
    private static IEnumerable<Ledger> Forms(Ledger ledger, List<CustomerFacts> facts, DateOnly? kept)
    {
        yield return ledger;
        if (kept is null)
            yield break;
        yield return Ledger.Build(facts, ledger.Partitions.Length == 1 ? 0 : 6, touchesFrom: kept);
        yield return ledger.With(facts.Take(5), [], kept);
        yield return ledger.With(facts, [], kept);
    }

    private static CustomerFacts Cut(CustomerFacts customer, DateOnly day)
    {
        List<TouchFacts> touches = [.. customer.Touches.Where(touch => touch.Day <= day)];
        return customer with
        {
            Orders = [.. customer.Orders.Where(order => order.Day <= day).Select(order => order with { Refunds = [.. order.Refunds.Where(refund => refund.Day <= day)] })],
            LooseRefunds = [.. customer.LooseRefunds.Where(refund => refund.Day <= day)],
            Touches = touches,
            TouchLives = TouchLife.Of(touches),
        };
    }
}
