using Huitou.Connect.Demo;

namespace Huitou.Tests.Demo;

public sealed class RandomStreamTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Gives_the_numbers_of_the_published_generator()
    {
        // Test vector of rand_xoshiro, from the authors' C code started in the state 1, 2, 3, 4.
        var random = new RandomStream(1, 2, 3, 4);
        ulong[] expected = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600];
        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void Logarithm_and_exponential_agree_with_the_machines()
    {
        var random = new RandomStream(3, StreamUse.Test, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var x = random.Between(-650, 650);
            Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-14);
            var y = Math.Exp(x);
            Assert.Equal(Math.Log(y), PortableMath.Log(y), Math.Abs(x) * 1e-15 + 1e-16);
        }

        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(1, PortableMath.Exp(0));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(5)]
    public void Gamma_has_its_mean_and_variance(double shape)
    {
        var random = new RandomStream(1, StreamUse.Test, 1);
        // Fourth central moment of a gamma: 3k² + 6k.
        CheckMoments(() => random.Gamma(shape), shape, shape, 3 * shape * shape + 6 * shape);
    }

    [Fact]
    public void Beta_has_its_mean_and_variance()
    {
        var random = new RandomStream(1, StreamUse.Test, 2);
        const double a = 0.8, b = 4.5, n = a + b;
        const double variance = a * b / (n * n * (n + 1));
        const double excess = 6 * ((a - b) * (a - b) * (n + 1) - a * b * (n + 2)) / (a * b * (n + 2) * (n + 3));
        CheckMoments(() => random.Beta(a, b), a / n, variance, (excess + 3) * variance * variance);
    }

    [Fact]
    public void Exponential_has_its_mean_and_variance()
    {
        var random = new RandomStream(1, StreamUse.Test, 3);
        CheckMoments(random.Exponential, 1, 1, 9);
    }

    [Fact]
    public void Weights_are_kept()
    {
        var random = new RandomStream(1, StreamUse.Test, 4);
        double[] weights = [1, 0, 3, 6];
        var counts = new int[4];
        for (var i = 0; i < Draws; i++)
            counts[random.Weighted(weights)]++;
        Assert.Equal(0, counts[1]);
        for (var i = 0; i < 4; i++)
            Assert.Equal(weights[i] / 10, (double)counts[i] / Draws, 4 * Math.Sqrt(0.25 / Draws));
    }

    /// <summary>Mean and variance of many draws lie within four standard errors of what they should be.</summary>
    private static void CheckMoments(Func<double> draw, double mean, double variance, double fourthMoment)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < Draws; i++)
        {
            var x = draw();
            sum += x;
            squares += (x - mean) * (x - mean);
        }

        Assert.Equal(mean, sum / Draws, 4 * Math.Sqrt(variance / Draws));
        Assert.Equal(variance, squares / Draws, 4 * Math.Sqrt((fourthMoment - variance * variance) / Draws));
    }
}
