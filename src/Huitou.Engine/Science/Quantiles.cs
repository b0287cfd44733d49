namespace Huitou.Engine;

/// <summary>
/// Quantiles by linear interpolation: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician
/// 50 (1996), the default of R and NumPy. The probability is a fraction of integers and the interpolation is done in integers, so the
/// only rounding is that of the result to a double: a quantile that is a whole number is that number.
/// </summary>
public static class Quantiles
{
    /// <summary>The quantile at <paramref name="numerator"/>/<paramref name="denominator"/> (0 to 1) of values in ascending order; null where there are none.</summary>
    public static double? Type7(ReadOnlySpan<long> sorted, int numerator, int denominator)
    {
        if (sorted.IsEmpty)
            return null;
        var at = QuantileRank.Of(sorted.Length, numerator, denominator);
        return at.Between(sorted[(int)at.Low], sorted[(int)at.High]);
    }

    /// <summary>The same of counted values.</summary>
    public static double? Type7(CountingHistogram histogram, int numerator, int denominator)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        if (histogram.Total == 0)
            return null;
        var at = QuantileRank.Of(histogram.Total, numerator, denominator);
        return at.Between(histogram.ValueAt(at.Low), histogram.ValueAt(at.High));
    }
}

/// <summary>Where a quantile lies: between two ranks (from 0), <c>Rest/Denominator</c> of the way.</summary>
internal readonly record struct QuantileRank(long Low, long High, int Rest, int Denominator)
{
    internal static QuantileRank Of(long count, int numerator, int denominator)
    {
        if (denominator <= 0 || numerator < 0 || numerator > denominator)
            throw new ArgumentOutOfRangeException(nameof(numerator), $"{numerator}/{denominator}", "A quantile lies at a share from 0 to 1.");
        var (low, rest) = Int128.DivRem((Int128)(count - 1) * numerator, denominator);
        return new QuantileRank((long)low, rest == 0 ? (long)low : (long)low + 1, (int)rest, denominator);
    }

    /// <summary>The whole part and the rest are made doubles one by one, so that a whole number comes out whole however large it is.</summary>
    internal double Between(long low, long high)
    {
        var (whole, rest) = Int128.DivRem(((Int128)low * Denominator) + (((Int128)high - low) * Rest), Denominator);
        return (double)whole + ((double)rest / Denominator);
    }
}
