namespace Huitou.Engine.Tests;

/// <summary>Sorting by what is known of the values gives what sorting gives, of few, of many, and of values that are not as they usually are.</summary>
public sealed class LinearSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(70_000)]
    public void Hashes_come_out_sorted_however_they_lie(int count)
    {
        var random = new Random(count);
        foreach (var most in new ulong[] { ulong.MaxValue, 50_000, 3 })
        {
            var hashes = Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() * 2 % most).ToArray();
            ulong[] sorted = [.. hashes.Order()];
            LinearSort.Hashes(hashes);
            Assert.Equal(sorted, hashes);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(70_000)]
    public void Ids_come_out_sorted_whether_or_not_there_are_gaps(int count)
    {
        var random = new Random(count);
        foreach (var (first, most) in new (long, long)[] { (0, 2L * count), (0, 100L * count), (0, long.MaxValue), (-5, 2L * count), (long.MaxValue - (2L * count), long.MaxValue) })
        {
            var ids = new HashSet<long>();
            while (ids.Count < count) ids.Add(random.NextInt64(first, most));
            var shuffled = ids.ToArray();
            LinearSort.Ids(shuffled);
            Assert.Equal(ids.Order(), shuffled);
        }
    }
}
