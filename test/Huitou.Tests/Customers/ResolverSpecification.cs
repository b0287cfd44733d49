using Huitou.Customers;
using Huitou.Customers.Identity;
using Huitou.Engine.Tests;

namespace Huitou.Tests.Customers;

/// <summary>Who is who is what the plain words of the rules say, whatever the sequence in which evidence and decisions come.</summary>
public sealed class ResolverSpecification
{
    private static readonly int Cases = Campaign.Cases(1_000);

    [Fact]
    public void Is_what_the_rules_say()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var set = Random(new Random(seed));
            Assert.Equal(Plainly(set), Resolver.Resolve(set).OldestOf);
        }
    }

    [Fact]
    public void Does_not_depend_on_the_sequence_nor_on_the_key()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var set = Random(random);
            var (values, same, different) = (set.Values.ToArray(), set.Same.ToArray(), set.Different.ToArray());
            random.Shuffle(values);
            random.Shuffle(same);
            random.Shuffle(different);
            var key = (UInt128)(ulong)random.NextInt64();
            var other = set with { Same = same, Different = different, Values = [.. values.Select(carried => carried with { Value = carried.Value ^ key })] };

            var (one, two) = (Resolver.Resolve(set), Resolver.Resolve(other));
            Assert.Equal(one.OldestOf, two.OldestOf);
            Assert.Equal(Text(one.Doubts), Text(two.Doubts));
        }
    }

    [Fact]
    public void People_who_share_nothing_are_found_out_apart()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var (one, other) = (Random(new Random(seed)), Random(new Random(seed + 1_000_000)));
            var count = one.Scopes.Count;
            (int, int) Moved((int, int) pair) => (pair.Item1 + count, pair.Item2 + count);
            var both = new EvidenceSet(
                [.. one.Scopes, .. other.Scopes], [.. one.Values, .. other.Values.Select(carried => carried with { Value = carried.Value + 1_000, Node = carried.Node + count })],
                [.. one.Same, .. other.Same.Select(Moved)], [.. one.Different, .. other.Different.Select(Moved)])
            {
                MostCarriers = 11,
            };
            (one, other) = (one with { MostCarriers = 11 }, other with { MostCarriers = 11 });

            Assert.Equal([.. Resolver.Resolve(one).OldestOf, .. Resolver.Resolve(other).OldestOf.Select(oldest => oldest + count)], Resolver.Resolve(both).OldestOf);
        }
    }

    [Fact]
    public void Two_ids_of_one_platform_are_never_joined_by_a_phone()
    {
        // Two accounts of a couple, a third shop's id and a bare phone: nobody can say whose of the two the others are.
        var set = new EvidenceSet([1, 1, 2, 0], [Phone(7, 0), Phone(7, 1), Phone(7, 2), Phone(7, 3)], [], []);
        var found = Resolver.Resolve(set);
        Assert.Equal([0, 1, 2, 3], found.OldestOf);
        Assert.Equal(["Contested Phone 0 1 2 3"], Text(found.Doubts));

        // Once somebody says that they are one, they all are.
        Assert.Equal([0, 0, 0, 0], Resolver.Resolve(set with { Same = [(0, 1)] }).OldestOf);
    }

    [Fact]
    public void A_chain_ends_before_it_joins_two_ids_of_one_platform()
    {
        var found = Resolver.Resolve(new EvidenceSet([1, 2, 1], [Phone(7, 0), Phone(7, 1), Phone(8, 1), Phone(8, 2)], [], []));
        Assert.Equal([0, 0, 2], found.OldestOf);
        Assert.Equal(["Chained Phone 1 2"], Text(found.Doubts));
    }

    [Theory]
    [InlineData(Resolver.MostCarriers, 1)]
    [InlineData(Resolver.MostCarriers + 1, Resolver.MostCarriers + 1)]
    public void What_too_many_carry_joins_nobody(int carriers, int people)
    {
        var nodes = Enumerable.Range(0, carriers).ToList();
        var found = Resolver.Resolve(new EvidenceSet([.. nodes.Select(_ => 0)], [.. nodes.Select(node => Phone(7, node))], [], []));
        Assert.Equal(people, found.OldestOf.Distinct().Count());
    }

    [Theory]
    [InlineData(EvidenceKind.UnionId)]
    [InlineData(EvidenceKind.Omid)]
    [InlineData(EvidenceKind.OpenId)]
    [InlineData(EvidenceKind.Nickname)]
    public void Two_ids_of_one_platform_that_people_carry_are_never_joined_by_a_phone(EvidenceKind kind)
    {
        Carried[] values = [Phone(7, 0), Phone(7, 1), new(kind, 1, 1, 0), new(kind, 1, 2, 1)];
        var found = Resolver.Resolve(new EvidenceSet([0, 0], values, [], []));
        Assert.Equal([0, 1], found.OldestOf);
        Assert.Equal(["Contested Phone 0 1"], Text(found.Doubts));

        // Of two platforms they say nothing of each other, and who bears the second name besides changed it.
        Assert.Equal([0, 0], Resolver.Resolve(new EvidenceSet([0, 0], [.. values[..3], new(kind, 2, 2, 1)], [], [])).OldestOf);
        Assert.Equal([0, 0], Resolver.Resolve(new EvidenceSet([0, 0], [.. values, new(kind, 1, 2, 0)], [], [])).OldestOf);
    }

    [Fact]
    public void Whoever_is_one_by_word_is_whoever_carries_an_id_of_either()
    {
        Carried[] values = [Nickname(1, 0), Nickname(2, 1), Nickname(2, 2), Phone(7, 0), Phone(7, 3), Nickname(3, 3)];
        var found = Resolver.Resolve(new EvidenceSet([0, 0, 0, 0], values, [(0, 1)], []));
        Assert.Equal([0, 0, 0, 3], found.OldestOf);
        Assert.Equal(["Contested Phone 0 3"], Text(found.Doubts));
    }

    [Fact]
    public void Equal_values_of_two_scopes_join_nobody()
    {
        Assert.Equal([0, 1], Resolver.Resolve(new EvidenceSet([0, 0], [new(EvidenceKind.Omid, 1, 7, 0), new(EvidenceKind.Omid, 2, 7, 1)], [], [])).OldestOf);
        Assert.Equal([0, 0], Resolver.Resolve(new EvidenceSet([0, 0], [new(EvidenceKind.Omid, 1, 7, 0), new(EvidenceKind.Omid, 1, 7, 1)], [], [])).OldestOf);
    }

    [Fact]
    public void The_stronger_joins_first_and_what_is_left_then_is_in_doubt()
    {
        // The second has the first's card and the third's phone; the first and the third are two ids of one shop.
        var set = new EvidenceSet([1, 2, 1], [new(EvidenceKind.Card, 0, 7, 0), new(EvidenceKind.Card, 0, 7, 1), Phone(8, 1), Phone(8, 2)], [], []);
        Assert.Equal([0, 0, 2], Resolver.Resolve(set).OldestOf);
        foreach (var kind in EvidenceKinds.Exclusive)
            Assert.Equal([0, 1, 1], Resolver.Resolve(set with { Values = [.. set.Values.Take(2), new(kind, 0, 9, 1), new(kind, 0, 9, 2)] }).OldestOf);
    }

    [Fact]
    public void A_card_that_was_lost_keeps_nobody_apart() =>
        Assert.Equal([0, 0], Resolver.Resolve(new EvidenceSet([0, 0], [new(EvidenceKind.Card, 0, 1, 0), new(EvidenceKind.Card, 0, 2, 1), Phone(7, 0), Phone(7, 1)], [], [])).OldestOf);

    [Fact]
    public void A_nickname_that_too_many_bear_tells_nobody_apart()
    {
        Carried[] bear = [.. Enumerable.Range(0, Resolver.MostCarriers).Select(node => Nickname(1, node))];
        Carried[] phone = [Phone(7, 0), Phone(7, Resolver.MostCarriers), Nickname(2, Resolver.MostCarriers)];
        int[] scopes = [.. Enumerable.Repeat(0, Resolver.MostCarriers + 2)];
        Assert.Equal(3, Resolver.Resolve(new EvidenceSet(scopes, [.. bear, .. phone], [], [])).OldestOf.Distinct().Count());

        var fenced = Resolver.Resolve(new EvidenceSet(scopes, [.. bear, Nickname(1, Resolver.MostCarriers + 1), .. phone], [], []));
        Assert.Equal(0, fenced.OldestOf[Resolver.MostCarriers]);
        Assert.Equal(Resolver.MostCarriers + 1, fenced.OldestOf.Distinct().Count());
    }

    private static Carried Phone(int value, int node) => new(EvidenceKind.Phone, 0, (UInt128)value, node);

    private static Carried Nickname(int value, int node) => new(EvidenceKind.Nickname, 1, (UInt128)value, node);

    private static IEnumerable<string> Text(IEnumerable<Doubt> doubts) =>
        doubts.Select(doubt => $"{doubt.Reason} {doubt.Kind} {string.Join(' ', doubt.Nodes)}").Order(StringComparer.Ordinal);

    /// <summary>Those of which a person has one less often than the others: two of a kind keep apart.</summary>
    private static readonly EvidenceKind[] Kinds = [EvidenceKind.Phone, EvidenceKind.Phone, EvidenceKind.Email, EvidenceKind.Card, .. EvidenceKinds.Exclusive];

    private static EvidenceSet Random(Random random)
    {
        var count = random.Next(1, 25);
        (int, int)[] Pairs(int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => (random.Next(count), random.Next(count))).Where(pair => pair.Item1 != pair.Item2)];
        return new EvidenceSet(
            [.. Enumerable.Range(0, count).Select(_ => random.Next(5))],
            [.. Enumerable.Range(0, random.Next(40)).Select(_ => new Carried(Kinds[random.Next(Kinds.Length)], random.Next(2), (UInt128)random.Next(random.Next(1, 12)), random.Next(count)))],
            Pairs(4), Pairs(4))
        {
            MostCarriers = random.Next(2, 12),
        };
    }

    /// <summary>The rules again, in sets of sets.</summary>
    private static int[] Plainly(EvidenceSet set)
    {
        var people = Enumerable.Range(0, set.Scopes.Count).Select(node => new HashSet<int> { node }).ToList();
        HashSet<int> Of(int node) => people.Single(person => person.Contains(node));
        bool CalledDifferent(HashSet<int> one, HashSet<int> other) =>
            set.Different.Any(pair => (one.Contains(pair.Item1) && other.Contains(pair.Item2)) || (one.Contains(pair.Item2) && other.Contains(pair.Item1)));
        bool ShareAScope(HashSet<int> one, HashSet<int> other) => one.Any(node => set.Scopes[node] != 0 && other.Any(second => set.Scopes[second] == set.Scopes[node]));
        var carriers = set.Values.GroupBy(carried => (carried.Kind, carried.Scope, carried.Value)).Where(value => value.Select(carried => carried.Node).Distinct().Count() <= set.MostCarriers).ToList();
        bool HaveOtherIds(HashSet<int> one, HashSet<int> other) =>
            carriers.Where(value => value.Key.Kind is EvidenceKind.UnionId or EvidenceKind.OpenId or EvidenceKind.Omid or EvidenceKind.Nickname).GroupBy(value => (value.Key.Kind, value.Key.Scope)).Any(scope =>
            {
                UInt128[] Of(HashSet<int> person) => [.. scope.Where(value => value.Any(carried => person.Contains(carried.Node))).Select(value => value.Key.Value)];
                return Of(one).Length > 0 && Of(other).Length > 0 && !Of(one).Intersect(Of(other)).Any();
            });
        bool AtOdds(IEnumerable<int> nodes)
        {
            var different = nodes.Select(Of).Distinct().ToList();
            return different.Any(one => different.Any(other => one != other && (CalledDifferent(one, other) || ShareAScope(one, other) || HaveOtherIds(one, other))));
        }
        void Unite(IEnumerable<int> nodes)
        {
            var joined = nodes.Select(Of).Distinct().ToList();
            foreach (var person in joined) people.Remove(person);
            people.Add([.. joined.SelectMany(person => person)]);
        }

        foreach (var (one, other) in set.Same.Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2))).Order())
            if (!CalledDifferent(Of(one), Of(other))) Unite([one, other]);
        var strongest = (EvidenceKind[])[EvidenceKind.UnionId, EvidenceKind.Omid, EvidenceKind.OpenId, EvidenceKind.Nickname, EvidenceKind.Card, EvidenceKind.Phone, EvidenceKind.Email];
        var values = carriers.Select(value => (value.Key.Kind, Nodes: value.Select(carried => carried.Node).Distinct().Order().ToList()))
            .Where(value => !AtOdds(value.Nodes)).ToList();
        foreach (var value in values.OrderBy(value => Array.IndexOf(strongest, value.Kind)).ThenBy(value => string.Join(' ', value.Nodes.Select(node => $"{node:D3}")), StringComparer.Ordinal))
            if (!AtOdds(value.Nodes)) Unite(value.Nodes);
        return [.. Enumerable.Range(0, set.Scopes.Count).Select(node => Of(node).Min())];
    }
}
