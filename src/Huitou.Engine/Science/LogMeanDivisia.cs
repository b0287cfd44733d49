namespace Huitou.Engine;

/// <summary>A factor of a product, before and after; null where it is undefined (such as orders by buyer without a buyer).</summary>
/// <param name="Before">Its value before; not negative.</param>
/// <param name="After">Its value after; not negative.</param>
public readonly record struct FactorChange(double? Before, double? After);

/// <summary>
/// Splits the change of a product of factors into what each factor did: the additive logarithmic mean Divisia index, LMDI-I, of
/// B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005), equations 4 to 6. It leaves no
/// rest, treats all factors alike, and is reversed when before and after are.
/// </summary>
/// <remarks>
/// A product that comes from or falls to zero is split by the analytical limits of B. W. Ang and N. Liu, "Handling zero values in the
/// logarithmic mean Divisia index decomposition approach", Energy Policy 35 (2007): the factor that is zero there did it all; several
/// share alike. A factor that is undefined there did nothing.
/// </remarks>
public static class LogMeanDivisia
{
    /// <summary>What each factor contributed, in whole units that add up to <c>after − before</c> exactly (largest remainders).</summary>
    /// <param name="before">The product before; not negative.</param>
    /// <param name="after">The product after; not negative.</param>
    /// <param name="factors">The factors whose product it is.</param>
    /// <exception cref="ArgumentException">The product is negative, or its factors cannot be what makes it.</exception>
    public static long[] Contributions(long before, long after, IReadOnlyList<FactorChange> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (before < 0 || after < 0 || factors.Count == 0)
            throw new ArgumentException($"{before} → {after} by {factors.Count} factors: only a product from 0 up, of one factor or more, can be split.", nameof(before));
        if (before == 0 && after == 0)
            return new long[factors.Count];
        var shares = before > 0 && after > 0 ? ByLogarithms(before, after, factors) : ByLimit(before, after, factors);
        return Rounded(shares, after - before);
    }

    /// <summary>The logarithmic mean of two positive numbers. By the inverse hyperbolic tangent, which loses nothing where they are close.</summary>
    internal static double LogMean(double a, double b) => a == b ? a : (a - b) / (2 * Math.Atanh((a - b) / (a + b)));

    private static double[] ByLogarithms(long before, long after, IReadOnlyList<FactorChange> factors)
    {
        var weight = LogMean(after, before);
        return
        [
            .. factors.Select(factor => factor is { Before: > 0, After: > 0 }
                ? weight * Math.Log(factor.After.Value / factor.Before.Value)
                : throw new ArgumentException($"{factor} cannot be a factor of {before} → {after}. Leave out factors that are undefined.", nameof(factors))),
        ];
    }

    private static double[] ByLimit(long before, long after, IReadOnlyList<FactorChange> factors)
    {
        bool[] zero = [.. factors.Select(factor => (before == 0 ? factor.Before : factor.After) == 0)];
        var zeros = zero.Count(isZero => isZero);
        if (zeros == 0)
            throw new ArgumentException($"{before} → {after}: none of the factors is zero where their product is.", nameof(factors));
        return [.. zero.Select(isZero => isZero ? (double)(after - before) / zeros : 0)];
    }

    /// <summary>Rounded down, then the units that are missing go to those that lost most; among equals to the first.</summary>
    private static long[] Rounded(double[] shares, long sum)
    {
        long[] rounded = [.. shares.Select(share => (long)Math.Floor(share))];
        var missing = sum - rounded.Sum();
        // Of very large sums of money the last digits are lost to the logarithm: they are spread evenly first.
        var (each, rest) = Math.DivRem(missing, rounded.Length);
        if (rest < 0)
            (each, rest) = (each - 1, rest + rounded.Length);
        var byLoss = Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i] - Math.Floor(shares[i])).ToArray();
        for (var i = 0; i < byLoss.Length; i++)
            rounded[byLoss[i]] += each + (i < rest ? 1 : 0);
        return rounded;
    }
}
