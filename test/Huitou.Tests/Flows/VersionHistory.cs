using System.Globalization;
using Huitou.Connect;
using Huitou.Data;
using Huitou.Engine.Tests;
using Huitou.Tests.Support;

namespace Huitou.Tests.Flows;

/// <summary>Whatever files arrive in whatever sequence, what is to be seen is what one import of the newest versions would show.</summary>
public sealed class VersionHistory
{
    /// <summary>A version of an order: all lines of it carry its hour, which is its rank.</summary>
    private sealed record Version(string OrderNo, int Hour, SourceLine[] Lines);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Campaign.Cases(6))];

    [Theory, MemberData(nameof(Seeds))]
    public async Task The_sequence_of_imports_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var imports = Enumerable.Range(0, 6).Select(_ => NewImport(random)).ToArray();
        var expected = await StateAfterAsync([Newest(imports)], random, breaking: false);

        Assert.Equal(Orders(expected), Orders(await StateAfterAsync(imports, random, breaking: false)));
        random.Shuffle(imports);
        Assert.Equal(Orders(expected), Orders(await StateAfterAsync(imports, random, breaking: true)));
    }

    public static TheoryData<int> OtherSeeds => [.. Enumerable.Range(1_001, Campaign.Cases(3))];

    [Theory, MemberData(nameof(OtherSeeds))]
    public async Task Nor_does_it_for_what_is_known_of_the_buyers(int seed)
    {
        var random = new Random(seed);
        var imports = Enumerable.Range(0, 5).Select(_ => NewImport(random)).ToArray();
        var one = await StateAfterAsync(imports, random, breaking: false);
        random.Shuffle(imports);
        Assert.Equal(one, await StateAfterAsync(imports, random, breaking: true));
    }

    /// <summary>Some of ten orders, each at some hour: an hour tells the version's content, so that equal rank means equal version.</summary>
    private static Version[] NewImport(Random random) =>
    [
        .. Enumerable.Range(0, 10).Where(_ => random.Next(3) > 0).Select(order =>
        {
            var hour = random.Next(8);
            var content = new Random((order * 100) + hour);
            var buyer = content.Next(4) == 0 ? null : $"b{content.Next(3)}";
            var lines = Enumerable.Range(0, 1 + content.Next(3))
                .Select(i => ListSource.Line((order * 10) + i + 2, order.ToString(CultureInfo.InvariantCulture), buyer, 100 + content.Next(900), hour)).ToArray();
            return new Version(lines[0].OrderNo, hour, lines);
        }),
    ];

    private static Version[] Newest(Version[][] imports) =>
        [.. imports.SelectMany(i => i).GroupBy(v => v.OrderNo).Select(versions => versions.MaxBy(v => v.Hour)!)];

    /// <summary>With <paramref name="breaking"/>, each import is first tried from a source that gives out, and while one merges, it is cancelled once.</summary>
    private static async Task<string[]> StateAfterAsync(Version[][] imports, Random random, bool breaking)
    {
        await using var bench = await ImportBench.CreateAsync(DatabaseKind.Sqlite);
        foreach (var versions in imports)
        {
            SourceRow[] rows = [.. versions.SelectMany(v => v.Lines)];
            if (breaking)
            {
                random.Shuffle(rows);
                rows = [.. rows.GroupBy(r => ((SourceLine)r).OrderNo).SelectMany(g => g.OrderBy(r => r.Number))];
                Assert.Equal(ImportState.Failed, (await bench.ImportAsync(ListSource.Breaking(rows))).State);
                Assert.Equal(ImportState.Cancelled, (await bench.CancelAsync(new ListSource(rows), "commit")).State);
            }
            Assert.Equal(ImportState.Committed, (await bench.ImportAsync(new ListSource(rows))).State);
        }
        await using var db = bench.Installation.Open();
        return await ShopState.VisibleAsync(db, bench.Installation.Get<Vault>());
    }

    private static IEnumerable<string> Orders(string[] state) => state.Where(line => line.StartsWith("order ", StringComparison.Ordinal));
}
