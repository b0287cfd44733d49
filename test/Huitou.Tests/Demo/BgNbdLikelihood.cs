namespace Huitou.Tests.Demo;

/// <summary>What BG/NBD needs to know of a customer: repeat purchases, when the last was, how long they have been observed.</summary>
internal readonly record struct Purchases(int Repeats, double Last, double Observed);

/// <summary>
/// The log-likelihood of BG/NBD in the form of Fader and Hardie, "Implementing the BG/NBD Model for Customer Base Analysis in
/// Excel" (2005), and its maximum by Nelder and Mead over the logarithms of the parameters.
/// </summary>
internal sealed class BgNbdLikelihood(IReadOnlyList<Purchases> customers)
{
    public double At(double r, double alpha, double a, double b)
    {
        var byRepeats = new Dictionary<int, double>();
        var sum = 0.0;
        foreach (var (x, last, observed) in customers)
        {
            if (!byRepeats.TryGetValue(x, out var constant))
                byRepeats[x] = constant = LogGamma(r + x) - LogGamma(r) + r * Math.Log(alpha)
                    + LogGamma(a + b) + LogGamma(b + x) - LogGamma(b) - LogGamma(a + b + x);
            var alive = -(r + x) * Math.Log(alpha + observed);
            if (x == 0)
            {
                sum += constant + alive;
                continue;
            }

            var gone = Math.Log(a / (b + x - 1)) - (r + x) * Math.Log(alpha + last);
            var larger = Math.Max(alive, gone);
            sum += constant + larger + Math.Log(Math.Exp(alive - larger) + Math.Exp(gone - larger));
        }

        return sum;
    }

    public double Maximum(double r, double alpha, double a, double b)
    {
        double Minus(double[] p) => -At(Math.Exp(p[0]), Math.Exp(p[1]), Math.Exp(p[2]), Math.Exp(p[3]));
        double[] start = [Math.Log(r), Math.Log(alpha), Math.Log(a), Math.Log(b)];
        var simplex = new List<(double Value, double[] At)> { (Minus(start), start) };
        for (var i = 0; i < 4; i++)
        {
            var corner = (double[])start.Clone();
            corner[i] += 0.2;
            simplex.Add((Minus(corner), corner));
        }

        for (var step = 0; step < 400; step++)
        {
            simplex.Sort((left, right) => left.Value.CompareTo(right.Value));
            if (simplex[4].Value - simplex[0].Value < 1e-7)
                break;
            Improve(simplex, Minus);
        }

        return -simplex.Min(corner => corner.Value);
    }

    private static void Improve(List<(double Value, double[] At)> simplex, Func<double[], double> value)
    {
        var worst = simplex[4];
        var centre = Enumerable.Range(0, 4).Select(k => simplex.Take(4).Average(corner => corner.At[k])).ToArray();
        var reflected = Along(-1);
        if (reflected.Value < simplex[0].Value)
            simplex[4] = Along(-2) is var expanded && expanded.Value < reflected.Value ? expanded : reflected;
        else if (reflected.Value < simplex[3].Value)
            simplex[4] = reflected;
        else if (Along(reflected.Value < worst.Value ? -0.5 : 0.5) is var contracted && contracted.Value < Math.Min(worst.Value, reflected.Value))
            simplex[4] = contracted;
        else
            for (var i = 1; i < 5; i++)
            {
                var halved = simplex[i].At.Zip(simplex[0].At, (p, best) => (p + best) / 2).ToArray();
                simplex[i] = (value(halved), halved);
            }

        (double Value, double[] At) Along(double share)
        {
            var at = centre.Zip(worst.At, (c, w) => c + share * (w - c)).ToArray();
            return (value(at), at);
        }
    }

    /// <summary>Stirling's series after a shift to arguments above 10.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
            shift += Math.Log(x);
        var inverse = 1 / (x * x);
        var series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - shift;
    }
}
