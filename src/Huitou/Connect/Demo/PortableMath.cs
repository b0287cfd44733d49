namespace Huitou.Connect.Demo;

/// <summary>
/// Logarithm and exponential from +, −, ×, ÷ alone. <see cref="Math.Log(double)"/> and <see cref="Math.Exp"/> come from each
/// machine's C library and may differ in the last bit, which would make another shop; the four operations and the square root are
/// rounded alike by every IEEE 754 machine. Accurate to 1e-15, relative.
/// </summary>
internal static class PortableMath
{
    // ln 2 in two parts, the first with trailing zero bits, so that k times it is exact.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xF_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh s, |s| < 0.172: twelve terms are beyond double precision.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var k = 23; k >= 1; k -= 2)
            sum = sum * square + 1.0 / k;
        return exponent * Ln2High + (2 * s * sum + exponent * Ln2Low);
    }

    /// <summary>The exponential of a number between −700 and 700; below, 0.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
            return 0;
        var k = Math.Floor(x * 1.4426950408889634 + 0.5);
        var rest = x - k * Ln2High - k * Ln2Low;
        var sum = 1.0;
        for (var i = 14; i >= 1; i--)
            sum = 1 + rest * sum / i;
        return sum * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }
}
