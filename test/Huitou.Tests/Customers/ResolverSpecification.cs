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
            var other = new EvidenceSet(set.Scopes, [.. values.Select(carried => carried with { Value = carried.Value ^ key })], same, different);

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
                [.. one.Same, .. other.Same.Select(Moved)], [.. one.Different, .. other.Different.Select(Moved)]);

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

    private static Carried Phone(int value, int node) => new(EvidenceKind.Phone, (UInt128)value, node);

    private static IEnumerable<string> Text(IEnumerable<Doubt> doubts) =>
        doubts.Select(doubt => $"{doubt.Reason} {doubt.Kind} {string.Join(' ', doubt.Nodes)}").Order(StringComparer.Ordinal);

    private static EvidenceSet Random(Random random)
    {
        var count = random.Next(1, 25);
        (int, int)[] Pairs(int most) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => (random.Next(count), random.Next(count))).Where(pair => pair.Item1 != pair.Item2)];
        return new EvidenceSet(
            [.. Enumerable.Range(0, count).Select(_ => random.Next(5))],
            [.. Enumerable.Range(0, random.Next(40)).Select(_ => new Carried(random.Next(2) == 0 ? EvidenceKind.Phone : EvidenceKind.Email, (UInt128)random.Next(random.Next(1, 12)), random.Next(count)))],
            Pairs(4), Pairs(4));
    }

    /// <summary>The rules again, in sets of sets.</summary>
    private static int[] Plainly(EvidenceSet set)
    {
        var people = Enumerable.Range(0, set.Scopes.Count).Select(node => new HashSet<int> { node }).ToList();
        HashSet<int> Of(int node) => people.Single(person => person.Contains(node));
        bool CalledDifferent(HashSet<int> one, HashSet<int> other) =>
            set.Different.Any(pair => (one.Contains(pair.Item1) && other.Contains(pair.Item2)) || (one.Contains(pair.Item2) && other.Contains(pair.Item1)));
        bool ShareAScope(HashSet<int> one, HashSet<int> other) => one.Any(node => set.Scopes[node] != 0 && other.Any(second => set.Scopes[second] == set.Scopes[node]));
        bool AtOdds(IEnumerable<int> nodes)
        {
            var different = nodes.Select(Of).Distinct().ToList();
            return different.Any(one => different.Any(other => one != other && (CalledDifferent(one, other) || ShareAScope(one, other))));
        }
        void Unite(IEnumerable<int> nodes)
        {
            var joined = nodes.Select(Of).Distinct().ToList();
            foreach (var person in joined) people.Remove(person);
            people.Add([.. joined.SelectMany(person => person)]);
        }

        foreach (var (one, other) in set.Same.Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2))).Order())
            if (!CalledDifferent(Of(one), Of(other))) Unite([one, other]);
        var values = set.Values.GroupBy(carried => (carried.Kind, carried.Value)).Select(value => (value.Key.Kind, Nodes: value.Select(carried => carried.Node).Distinct().Order().ToList()))
            .Where(value => value.Nodes.Count <= Resolver.MostCarriers && !AtOdds(value.Nodes)).ToList();
        foreach (var value in values.OrderBy(value => value.Kind).ThenBy(value => string.Join(' ', value.Nodes.Select(node => $"{node:D3}")), StringComparer.Ordinal))
            if (!AtOdds(value.Nodes)) Unite(value.Nodes);
        return [.. Enumerable.Range(0, set.Scopes.Count).Select(node => Of(node).Min())];
    }
}
