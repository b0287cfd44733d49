namespace Huitou.Connect.Demo;

/// <summary>What a stream of random numbers decides; each decides alone, so that a change to one leaves the others as they were.</summary>
internal enum StreamUse : ulong
{
    Catalogue = 1,
    Arrival = 2,
    Buyer = 3,
    Order = 4,
    WalkIn = 5,
    Test = 6,
}

/// <summary>
/// A stream of random numbers that belongs to one (seed, use, index): xoshiro256** (Blackman and Vigna, ACM TOMS 47(4), 2021),
/// its state filled by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). <see cref="Random"/> promises no algorithm, so it is not used.
/// </summary>
internal sealed class RandomStream
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private ulong _s0, _s1, _s2, _s3;

    public RandomStream(long seed, StreamUse use, ulong index)
    {
        var state = Mix(Mix(Mix((ulong)seed + Golden) + (ulong)use * Golden) + (index + 1) * Golden);
        _s0 = Mix(state += Golden);
        _s1 = Mix(state += Golden);
        _s2 = Mix(state += Golden);
        _s3 = Mix(state + Golden);
    }

    /// <summary>A stream that starts in the given state.</summary>
    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    public ulong Next()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on [least, most).</summary>
    public double Between(double least, double most) => least + (most - least) * Unit();

    /// <summary>Uniform on 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(ReadOnlySpan<T> from) => from[Below(from.Length)];

    /// <summary>An index drawn in proportion to <paramref name="weights"/>.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var left = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            if (left < weights[i])
                return i;
            left -= weights[i];
        }

        return weights.Length - 1;
    }

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -PortableMath.Log(1 - Unit());

    /// <summary>Gamma with this shape and rate 1 (Marsaglia and Tsang, ACM TOMS 26(3), 2000, with their boost for shapes below 1).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * PortableMath.Exp(-Exponential() / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (PortableMath.Log(1 - Unit()) < 0.5 * x * x + d - d * v + d * PortableMath.Log(v))
                return d * v;
        }
    }

    public double Beta(double a, double b)
    {
        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    // Marsaglia's polar method; the second number of the pair is thrown away to keep the state in one place.
    private double Normal()
    {
        while (true)
        {
            var u = Between(-1, 1);
            var v = Between(-1, 1);
            var s = u * u + v * v;
            if (s is > 0 and < 1)
                return u * Math.Sqrt(-2 * PortableMath.Log(s) / s);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
