using System.Buffers;
using System.Text.Json;

namespace Huitou.Engine.Tests;

public sealed class LedgerTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Campaign.Cases(40))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facts_come_back_as_they_went_in(int seed)
    {
        var facts = new RandomLedger(seed).Customers(seed * 4);
        foreach (var ledger in LedgerForms.Of(facts, seed))
        {
            Assert.Equal(facts.Count, ledger.CustomerCount);
            Assert.Equal(facts.Sum(customer => customer.Orders.Count), ledger.OrderCount);
            foreach (var customer in facts)
                Assert.Equal(Text(customer), Text(ledger.Facts(customer.Id)!));
            Assert.Null(ledger.Facts(987_654_321));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_refresh_leaves_the_old_ledger_and_untouched_partitions_as_they_are(int seed)
    {
        var source = new RandomLedger(seed);
        var facts = source.Customers(200);
        var before = Ledger.Build(facts, partitionBits: 5);
        var (changed, removed) = source.Edits(facts);
        changed = [.. changed.Take(3)];
        removed = [.. removed.Where(id => changed.All(customer => customer.Id != id)).TakeLast(3)];
        var after = before.With(changed, removed);

        Assert.All(facts, customer => Assert.Equal(Text(customer), Text(before.Facts(customer.Id)!)));
        Assert.All(changed, customer => Assert.Equal(Text(customer), Text(after.Facts(customer.Id)!)));
        Assert.All(removed, id => Assert.Null(after.Find(id)));
        Assert.InRange(before.Partitions.ToArray().Except(after.Partitions.ToArray()).Count(), 1, 6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_refreshed_ledger_has_the_columns_of_a_fresh_one(int seed)
    {
        var facts = new RandomLedger(seed).Customers(seed * 5);
        var refreshed = LedgerForms.Refreshed(facts, seed);
        foreach (var partition in refreshed.Partitions)
        {
            var builder = new PartitionBuilder();
            foreach (var customer in facts.Where(c => LedgerHash.Prefix(LedgerHash.Of(c.Id), partition.Depth) == partition.Prefix))
                builder.Add(customer);
            var fresh = builder.Build(partition.Depth, partition.Prefix);
            Assert.Equal(fresh.Customers.Id, partition.Customers.Id);
            Assert.Equal(fresh.Orders.Day, partition.Orders.Day);
            Assert.Equal(fresh.Refunds.Order, partition.Refunds.Order);
            Assert.Equal(fresh.ColumnSizes(), partition.ColumnSizes());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Touches_before_the_window_are_summed_up_alone(int seed)
    {
        var source = new RandomLedger(seed);
        var facts = source.Customers(seed * 4);
        var (older, from) = (RandomLedger.Centre.AddDays(-200), RandomLedger.Centre.AddDays(-20));
        var fresh = Ledger.Build(facts, partitionBits: 2, touchesFrom: from);
        var trimmed = Ledger.Build(facts, partitionBits: 0, splitAbove: 8, touchesFrom: older).With(facts, [], from);
        var (some, stay) = (facts.Take(facts.Count / 2).ToList(), facts.Skip(facts.Count / 2).ToList());
        var half = Ledger.Build(facts, partitionBits: 2, touchesFrom: older).With(some, [], from);

        foreach (var ledger in new[] { fresh, trimmed })
            Assert.All(facts, customer => Assert.Equal(Text(Since(customer, from)), Text(ledger.Facts(customer.Id)!)));
        Assert.All(some, customer => Assert.Equal(Text(Since(customer, from)), Text(half.Facts(customer.Id)!)));
        Assert.All(stay, customer => Assert.Contains(Text(half.Facts(customer.Id)!), (string[])[Text(Since(customer, from)), Text(Since(customer, older))]));
        Assert.Equal(from, fresh.TouchesFrom);
        Assert.Equal(some.Count == 0 ? older : from, half.TouchesFrom);
        Assert.Equal(half.TouchesFrom, half.With(some, [], older).TouchesFrom);
    }

    private static CustomerFacts Since(CustomerFacts customer, DateOnly day) => customer with { Touches = [.. customer.Touches.Where(touch => touch.Day >= day)] };

    [Fact]
    public void A_touch_takes_ten_bytes()
    {
        var random = new Random(1);
        TouchFacts[] touches = [.. Enumerable.Range(0, 1_000).Select(_ => new TouchFacts(RandomLedger.Centre.AddDays(random.Next(180)), random.Next(1440), random.Next(1, 8), random.Next(1, 9), random.Next(4), random.Next(5_000), random.Next(6)))];
        var ledger = Ledger.Build([new CustomerFacts(1, 0, [], []) { Touches = touches, TouchLives = TouchLife.Of(touches) }]);
        Assert.Equal(10 * touches.Length, ledger.ColumnSizes().Where(size => size.Table == "touches").Sum(size => size.Bytes));
        Assert.Equal(0, Ledger.Build([new CustomerFacts(1, 0, [], [])]).ColumnSizes().Where(size => size.Table.StartsWith("touch", StringComparison.Ordinal) || size.Column == "touchStart").Sum(size => size.Bytes));
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_the_damage_is()
    {
        var partition = Ledger.Build(new RandomLedger(3).Customers(30), partitionBits: 0).Partitions[0];
        var target = new ArrayBufferWriter<byte>();
        PartitionFile.Write(partition, target);
        byte[] whole = target.WrittenSpan.ToArray();
        Assert.Equal(partition.ColumnSizes(), PartitionFile.Read(whole).ColumnSizes());
        for (var place = 0; place < whole.Length; place += 1 + (whole.Length / 500))
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => PartitionFile.Read(damaged));
            Assert.Throws<InvalidDataException>(() => PartitionFile.Read(whole.AsMemory(0, place)));
        }

        Assert.Throws<InvalidDataException>(() => PartitionFile.Read((byte[])[.. whole, 0]));
    }

    [Fact]
    public void A_ledger_takes_partitions_of_one_ledger_all_of_them()
    {
        var partitions = Ledger.Build(new RandomLedger(4).Customers(100), partitionBits: 3).Partitions.ToArray();
        Assert.Equal(100, Ledger.Of(partitions.Reverse())!.CustomerCount);
        Assert.Null(Ledger.Of(partitions[1..]));
        Assert.Null(Ledger.Of(partitions[..^1]));
        Assert.Null(Ledger.Of([.. partitions, partitions[3]]));
        Assert.Equal(0, Ledger.Of([])!.CustomerCount);
    }

    [Fact]
    public void A_partition_that_grows_splits_until_it_is_small_enough()
    {
        var ledger = Ledger.Build([], partitionBits: 0, splitAbove: 10);
        for (var day = 0; day < 20; day++)
            ledger = ledger.With(Enumerable.Range(1 + (day * 25), 25).Select(id => new CustomerFacts(id, 0, [], [])), []);
        Assert.Equal(500, ledger.CustomerCount);
        Assert.All(ledger.Partitions.ToArray(), partition => Assert.InRange(partition.CustomerCount, 0, 10));
        Assert.All(Enumerable.Range(1, 500), id => Assert.NotNull(ledger.Find(id)));
    }

    [Fact]
    public void Partitions_hold_one_to_two_thousand_customers_by_default()
    {
        var ledger = Ledger.Build(Enumerable.Range(1, 100_000).Select(id => new CustomerFacts(id, 0, [], [])));
        Assert.InRange(ledger.Partitions.Length, 50, 128);
        Assert.All(ledger.Partitions.ToArray(), partition => Assert.InRange(partition.CustomerCount, 500, Ledger.DefaultSplitAbove));
        Assert.Equal(1, Ledger.Build([]).Partitions.Length);
    }

    [Fact]
    public void Columns_are_as_narrow_as_their_values_allow()
    {
        long[][] values = [[0, 0], [255, 1], [256, 1], [65_536, 0], [int.MaxValue, 3], [1L << 31, 3]];
        Assert.Equal<IEnumerable<int>>([0, 1, 2, 4, 4, 8], values.Select(column => Column.Of(column).Width));
        foreach (var column in values)
        {
            var copy = new long[2];
            Column.Of(column).CopyTo(0, copy);
            Assert.Equal(column, copy);
            Assert.Equal((column[0], column[1]), (Column.Of(column)[0], Column.Of(column)[1]));
        }
    }

    [Fact]
    public void Facts_that_break_their_contract_are_refused_with_value_and_limit()
    {
        var order = new OrderFacts(1, new DateOnly(2024, 1, 1), 0, 1, 0, OrderMarks.None, 100, 0, [], []);
        var refund = new RefundFacts(order.Day, 1, 1, 0);
        var touch = new TouchFacts(order.Day, 0, 1, 1, 0, 0, 0);
        Refused("65536, outside 1 to 65535", order with { Shop = 65_536 });
        Refused("256, outside 0 to 255", order with { Channel = 256 });
        Refused("1440, outside 0 to 1439", order with { Minute = 1_440 });
        Refused("-1, outside", order with { Amount = -1 });
        Refused("-1, outside", order with { Discount = -1 });
        Refused("1989-12-31", order with { Day = new DateOnly(1989, 12, 31) });
        Refused("quantity is 0", order with { Lines = [new LineFacts(1, 0, 1, LineMarks.None)] });
        Refused("refund's amount is 0", order with { Refunds = [refund with { Amount = 0 }] });
        RefusedTouch("kind is 0", touch with { Kind = 0 });
        RefusedTouch("kind is 32", touch with { Kind = 32 });
        RefusedTouch("rating is 6", touch with { Rating = 6 });
        RefusedTouch("minute is 1440", touch with { Minute = 1440 });
        RefusedTouch("shop is 0", touch with { Shop = 0 });
        RefusedTouch("channel code is 256", touch with { Channel = 256 });
        RefusedTouch("product is -1", touch with { Product = -1 });
        RefusedTouch("1989-12-31", touch with { Day = new DateOnly(1989, 12, 31) });
        RefusedLife("number of touches is 0", new TouchLife(1, 1, 0, order.Day, order.Day, 0));
        RefusedLife("days from the first touch to the last is -1", new TouchLife(1, 1, 0, order.Day, order.Day.AddDays(-1), 1));
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Ledger.Build([Customer(1, order, order)])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Ledger.Build([Customer(1), Customer(2), Customer(3), Customer(1)])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Ledger.Build([]).With([Customer(1)], [1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Ledger.Build([Customer(-1)]));

        static CustomerFacts Customer(long id, params OrderFacts[] orders) => new(id, 0, orders, []);
        static void Refused(string why, OrderFacts order) => RefusedAll(why, Customer(5, order));
        static void RefusedTouch(string why, TouchFacts touch) => RefusedAll(why, Customer(5) with { Touches = [touch] });
        static void RefusedLife(string why, TouchLife life) => RefusedAll(why, Customer(5) with { TouchLives = [life] });
        static void RefusedAll(string why, CustomerFacts customer) =>
            Assert.Contains(why, Assert.Throws<ArgumentException>(() => Ledger.Build([customer])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_question_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Ledger.Build([]).Ask(new LedgerSummaryQuery(), new Scope { AsOf = RandomLedger.Centre }, 2, cancelled.Token));
    }

    [Fact]
    public void Column_sizes_add_up()
    {
        var ledger = Ledger.Build(new RandomLedger(3).Customers(300), partitionBits: 3);
        Assert.Equal(ledger.ByteSize, ledger.ColumnSizes().Sum(column => column.Bytes));
        Assert.Equal(8 * ledger.CustomerCount, ledger.ColumnSizes().Single(column => column is { Table: "customers", Column: "id" }).Bytes);
    }

    [Fact]
    public void A_question_asked_twice_of_one_ledger_is_answered_once()
    {
        var facts = new RandomLedger(3).Customers(40);
        var ledger = Ledger.Build(facts);
        Scope Of(params int[] shops) => new() { AsOf = new DateOnly(2026, 1, 1), Shops = shops };
        var answer = ledger.AskOnce(new LedgerSummaryQuery(), Of(1, 2));

        Assert.Same(answer, ledger.AskOnce(new LedgerSummaryQuery(), Of(1, 2)));
        Assert.NotSame(answer, ledger.AskOnce(new LedgerSummaryQuery(), Of(1, 3)));
        Assert.NotSame(answer, ledger.AskOnce(new LedgerSummaryQuery(), Of(1, 2) with { Customers = new CustomerSet([1]) }));
        Assert.NotSame(ledger.AskOnce(new OverviewQuery(Grain.Day), Of()), ledger.AskOnce(new OverviewQuery(Grain.Week), Of()));
        Assert.NotSame(answer, ledger.With([], [facts[0].Id]).AskOnce(new LedgerSummaryQuery(), Of(1, 2)));
    }

    [Fact]
    public void A_question_that_failed_is_asked_again()
    {
        var (ledger, asked) = (Ledger.Build(new RandomLedger(5).Customers(20)), 0);
        object Ask() => ledger.AskOnce(new Failing(() => asked++ == 0), new Scope { AsOf = RandomLedger.Centre });

        Assert.Throws<InvalidOperationException>(Ask);
        Assert.Same(Ask(), Ask());
        Assert.Equal(2, asked);
    }

    private sealed record Failing(Func<bool> Fails) : ILedgerQuery<int, object>
    {
        public bool Equals(Failing? other) => other is not null;

        public override int GetHashCode() => 1;

        public int Run(ReadOnlySpan<LedgerPartition> block, ScopeFilter scope) => 0;

        public Round<int, object> Merge(IReadOnlyList<int> partials, ScopeFilter scope) =>
            Fails() ? throw new InvalidOperationException("Out of room.") : new Round<int, object>.Done(new object());
    }

    private static string Text(CustomerFacts customer) => JsonSerializer.Serialize(customer with
    {
        Orders = [.. customer.Orders.OrderBy(o => o.Day).ThenBy(o => o.Minute).ThenBy(o => o.Id).Select(o => o with { Refunds = InOrder(o.Refunds) })],
        LooseRefunds = InOrder(customer.LooseRefunds),
        Touches = [.. customer.Touches.OrderBy(t => (t.Day, t.Minute)).ThenBy(t => (t.Kind, t.Shop, t.Channel, t.Product, t.Rating))],
        TouchLives = [.. customer.TouchLives.OrderBy(life => (life.Kind, life.Shop, life.Channel))],
    });

    private static List<RefundFacts> InOrder(IEnumerable<RefundFacts> refunds) =>
        [.. refunds.OrderBy(r => r.Day).ThenBy(r => r.Amount).ThenBy(r => r.Shop).ThenBy(r => r.Channel)];
}
