namespace Huitou.Connect.Demo;

/// <summary>
/// How customers buy, as parameters of BG/NBD (Fader, Hardie and Lee, Marketing Science 24(2), 2005) and gamma-gamma (Fader and
/// Hardie, "The Gamma-Gamma Model of Monetary Value", 2013). Time is in days of the customer's <see cref="OperationalClock"/>.
/// </summary>
/// <param name="R">Shape of the purchase rates λ ~ Gamma(r, α).</param>
/// <param name="Alpha">Their rate α, in days.</param>
/// <param name="A">First parameter of the drop-out probabilities p ~ Beta(a, b).</param>
/// <param name="B">The second.</param>
/// <param name="SpendShape">p of gamma-gamma: an order's value z ~ Gamma(p, ν).</param>
/// <param name="SpendQ">q of gamma-gamma: ν ~ Gamma(q, γ).</param>
/// <param name="SpendGamma">γ of gamma-gamma, in minor units.</param>
public sealed record DemoProcess(double R, double Alpha, double A, double B, double SpendShape, double SpendQ, double SpendGamma)
{
    /// <summary>
    /// A third of the customers ever come back, the keenest every week; the mean chance that a repeat purchase is the last is one
    /// in seven; an order is worth ¥300 on average.
    /// </summary>
    public static readonly DemoProcess Default = new(0.20, 44, 0.8, 4.5, 6, 5, 20_000);

    /// <summary>Mean value of an order over all customers, in minor units.</summary>
    public double MeanSpend => SpendShape * SpendGamma / (SpendQ - 1);
}
