using Huitou.Engine.Tests;
using Huitou.Orders;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows.Histories;

/// <summary>
/// Whatever was imported, broken off, cancelled and taken out again, in whatever sequence: the shop looks as if only what remains had
/// ever come.
/// </summary>
public sealed class HistorySpecification
{
    private const int Steps = 12;

    public static TheoryData<DatabaseKind, int> Seeds =>
    [
        .. Enumerable.Range(1, Campaign.Cases(16)).Select(seed => (DatabaseKind.Sqlite, seed)),
        .. Enumerable.Range(10_001, Campaign.Cases(3)).Select(seed => (DatabaseKind.Postgres, seed)),
    ];

    [Theory, MemberData(nameof(Seeds))]
    public async Task What_remains_is_all_there_ever_was(DatabaseKind kind, int seed)
    {
        var random = new Random(seed);
        await using var shop = await HistoryBench.CreateAsync(kind);
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(shop, random, step);
            await shop.AssertResolvedAsync();
        }
        await using (var fresh = await shop.AfreshAsync(DatabaseKind.Sqlite))
        {
            Same(await fresh.StateAsync(), await shop.StateAsync(), shop);
            Same((await fresh.ConsentsAsync()).Union(shop.RefusalsLeft).Order(StringComparer.Ordinal), await shop.ConsentsAsync(), shop);
        }

        while (shop.Standing.Count > 0) await shop.UndoAsync(random.Next(shop.Standing.Count));
        await using var db = shop.Bench.Installation.Open();
        Assert.All(await ShopState.SizesAsync(db), size => Assert.Equal(0, size));
    }

    public static TheoryData<int> OtherSeeds => [.. Enumerable.Range(20_001, Campaign.Cases(6))];

    [Theory, MemberData(nameof(OtherSeeds))]
    public async Task Nor_does_it_matter_in_which_sequence_it_came(int seed)
    {
        var random = new Random(seed);
        var days = Enumerable.Range(0, 8).ToArray();
        random.Shuffle(days);
        var imports = days.Select(day => RandomImport.Make(random, new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day))).ToArray();
        await using var one = await HistoryBench.CreateAsync(DatabaseKind.Sqlite);
        await using var other = await HistoryBench.CreateAsync(DatabaseKind.Sqlite);
        foreach (var (number, import) in imports.Index()) await one.ImportAsync(number, import);
        random.Shuffle(imports);
        foreach (var (number, import) in imports.Index()) await other.ImportAsync(number, import);

        Same(await one.StateAsync(), await other.StateAsync(), one, other);
        Assert.Equal(await one.ConsentsAsync(), await other.ConsentsAsync());
    }

    internal static async Task StepAsync(HistoryBench shop, Random random, int step)
    {
        if (random.Next(3) == 0) await shop.DecideAsync(random);
        if (random.Next(3) == 0) await shop.WriteAsync(random);
        if (shop.Standing.Count > 0 && random.Next(3) == 0)
        {
            await shop.UndoAsync(random.Next(shop.Standing.Count));
            return;
        }
        if (shop.Standing.Count > 0 && random.Next(4) == 0) await shop.StopUndoAsync(random.Next(shop.Standing.Count), 1 + random.Next(OrderTables.AllFacts.Count));
        var import = NextImport(random);
        if (random.Next(6) == 0) await shop.BreakAsync(step, NextImport(random), random.Next(3) switch { 0 => "commit", 1 => "merge", _ => null });
        await shop.ImportAsync(step, import);
    }

    private static RandomImport NextImport(Random random) =>
        RandomImport.Make(random, random.Next(2) == 0 ? null : new DateTimeOffset(2025, 1, 2, random.Next(6), 0, 0, TimeSpan.Zero));

    private static void Same(IEnumerable<string> expected, IEnumerable<string> found, params HistoryBench[] shops)
    {
        string[] one = [.. expected.Except(found)], other = [.. found.Except(expected)];
        Assert.True(
            one.Length + other.Length == 0 && expected.Count() == found.Count(),
            $"missing:\n{string.Join('\n', one)}\ntoo much:\n{string.Join('\n', other)}\nafter:\n{string.Join("\n--\n", shops.Select(shop => string.Join('\n', shop.Log)))}");
    }
}
