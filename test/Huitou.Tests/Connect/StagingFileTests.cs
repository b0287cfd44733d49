using Huitou.Connect;
using Huitou.Connect.Staging;
using Huitou.Tests.Support;

namespace Huitou.Tests.Connect;

public sealed class StagingFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("huitou-staging-").FullName;

    private string Place => Path.Combine(_folder, "rows");

    /// <summary>Few keys and few hashes make scattered runs and collisions; one hash for all makes every key collide with every other.</summary>
    [Theory]
    [InlineData(1, ulong.MaxValue)]
    [InlineData(2, 7UL)]
    [InlineData(3, 1UL)]
    public void Gives_back_every_fact_by_key(int seed, ulong hashes)
    {
        var random = new Random(seed);
        var facts = new RandomFacts(random);
        foreach (var kind in RandomFacts.Kinds)
        {
            var rows = new List<SourceFact>();
            for (var keys = 1 + random.Next(60); rows.Count < 400;)
            {
                var key = $"{random.Next(keys)}";
                // Neighbours of one key at times, as in sorted files.
                for (var run = random.Next(4); run >= 0; run--) rows.Add(facts.Next(kind, key, random.NextInt64(1L << 40)));
            }
            AssertGrouped(rows, key => KeyHash.Of(key) % hashes);
        }
    }

    [Fact]
    public void Knows_every_kind_of_fact_and_takes_them_mixed()
    {
        var random = new Random(4);
        var facts = new RandomFacts(random);
        Assert.True(RandomFacts.Kinds.Length >= 7);
        AssertGrouped(
            [.. Enumerable.Range(0, 2_000).Select(n => facts.Next(RandomFacts.Kinds[random.Next(RandomFacts.Kinds.Length)], $"{random.Next(50)}", n))],
            KeyHash.Of);
    }

    /// <summary>A run longer than one may be, a text larger than every buffer, more different texts than are kept, runs far apart.</summary>
    [Fact]
    public void Takes_what_fits_no_buffer()
    {
        var rows = new List<SourceLine>();
        for (var n = 0; n < 25_000; n++)
        {
            rows.Add(Line(n, n % 3 == 0 ? "far apart" : $"{n / 7}", city: $"city {n % 9}", product: $"{n,200}", buyer: new string('x', n % 211)));
            if (n % 10_000 == 0) rows.Add(Line(n, "huge", buyer: new string('写', 300_000)));
        }
        for (var n = 0; n < 10_000; n++) rows.Add(Line(n, "one order", product: $"{-n}", buyer: $"{n,150}"));
        using var staging = new StagingFile(Place, KeyHash.Of);
        foreach (var row in rows) staging.Add(row);
        Assert.Equal(rows.GroupBy(row => row.Key).SelectMany(group => group), staging.Groups(CancellationToken.None).SelectMany(group => group));
    }

    [Fact]
    public void Nobody_else_reads_what_is_staged()
    {
        using var staging = new StagingFile(Place, KeyHash.Of);
        for (var n = 0; n < 5_000; n++) staging.Add(Line(n, $"{n}", buyer: $"+861380000{n:0000}"));
        Assert.Equal(5_000, staging.Groups(CancellationToken.None).Count());
        var stored = Plain.Bytes(Place);
        Assert.True(stored.Length > 50_000);
        Assert.Equal(-1, stored.AsSpan().IndexOf("861380000"u8));
    }

    [Fact]
    public void Repeated_texts_come_as_one_object()
    {
        using var staging = new StagingFile(Place, KeyHash.Of);
        for (var n = 0; n < 100; n++) staging.Add(Line(n, $"{n}", city: new string("杭州"), product: $"p{n % 2}"));
        var lines = staging.Groups(CancellationToken.None).SelectMany(group => group).Cast<SourceLine>().ToList();
        Assert.All(lines, line => Assert.Same(lines[0].City, line.City));
        Assert.All(lines, line => Assert.Same(lines[(int)(line.Number % 2)].ProductCode, line.ProductCode));
    }

    [Fact]
    public void Holds_nothing_at_first_and_leaves_nothing_behind()
    {
        using (var staging = new StagingFile(Place, KeyHash.Of))
        {
            Assert.Empty(staging.Groups(CancellationToken.None));
            Assert.Equal(0, staging.Rows);
            Assert.True(File.Exists(Place));
        }
        Assert.False(File.Exists(Place));
    }

    [Fact]
    public void Offsets_reach_beyond_32_bits()
    {
        var runs = new RunIndex();
        long[] offsets = [0, 5, uint.MaxValue, 1L << 32, (1L << 32) + 1, 3L << 32, (3L << 32) + 9];
        foreach (var offset in offsets) runs.Add((ulong)offset % 2, offset);
        Assert.Equal(offsets, Enumerable.Range(0, runs.Count).Select(runs.OffsetOf));
    }

    private static SourceLine Line(long number, string orderNo, string city = "", string product = "", string buyer = "") => new(number)
    {
        OrderNo = orderNo, Quantity = 1, Amount = number, City = city, ProductCode = product, Buyer = new SourceBuyer(buyer),
    };

    private void AssertGrouped(List<SourceFact> rows, Func<string, ulong> hash)
    {
        using var staging = new StagingFile(Place, hash);
        foreach (var row in rows) staging.Add(row);
        Assert.Equal(rows.Count, staging.Rows);
        var expected = rows.GroupBy(row => row.Key).Select(group => group.Select(RandomFacts.Said).ToList()).ToList();
        // Twice, for a dry run and the run.
        for (var time = 0; time < 2; time++)
            Assert.Equal(expected, staging.Groups(CancellationToken.None).Select(group => group.Select(RandomFacts.Said).ToList()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
