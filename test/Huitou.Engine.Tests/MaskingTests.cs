using System.Runtime.Intrinsics;

namespace Huitou.Engine.Tests;

/// <summary>The kernels that mask rows: both of their paths against one line of LINQ. The suite also runs with vectors switched off.</summary>
public sealed class MaskingTests
{
    private static readonly ushort[] Edges = [0, 1, 2, 32_767, 32_768, 65_534, 65_535];

    [Fact]
    public void Days_outside_a_period_are_masked()
    {
        var random = new Random(20261122);
        foreach (var from in Edges)
        {
            foreach (var to in Edges.Where(to => to >= from))
                Holds(random, new Masking.OtherDays(from, to), value => value < from || value > to);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(Masking.OtherCodes.Most)]
    public void Codes_that_were_not_chosen_are_masked(int count)
    {
        var random = new Random(count);
        for (var turn = 0; turn < 20; turn++)
        {
            ushort[] chosen = [.. Enumerable.Range(0, count).Select(_ => Value(random))];
            Holds(random, new Masking.OtherCodes(chosen), value => !chosen.Contains(value));
        }
    }

    private static void Holds<TOutside>(Random random, TOutside outside, Func<ushort, bool> expected)
        where TOutside : struct, IOutside
    {
        ushort[] values = [.. Enumerable.Range(0, random.Next(100)).Select(_ => Value(random))];
        byte[] before = [.. values.Select(_ => (byte)(random.Next(3) == 0 ? random.Next(1, 256) : 0))];
        bool[] masked = [.. values.Select((value, row) => before[row] != 0 || expected(value))];
        var into = new byte[values.Length + 1];
        Masking.Add(values, before, into, outside);
        Assert.Equal(masked, into[..^1].Select(mask => mask != 0));
        Assert.Equal(0, into[^1]);
        Masking.Add(values, before, before, outside);
        Assert.Equal(into[..^1], before);
        foreach (var value in values)
            Assert.Equal(expected(value) ? ushort.MaxValue : 0, outside.Holds(Vector256.Create(value))[15]);
    }

    private static ushort Value(Random random) => random.Next(2) == 0 ? Edges[random.Next(Edges.Length)] : (ushort)random.Next(65_536);
}
