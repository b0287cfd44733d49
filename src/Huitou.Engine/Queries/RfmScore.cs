namespace Huitou.Engine;

/// <summary>The three scores of a customer, each 1 (worst) to 5 (best).</summary>
/// <param name="R">How recently.</param>
/// <param name="F">How often.</param>
/// <param name="M">How much.</param>
public readonly record struct RfmScore(int R, int F, int M)
{
    /// <summary>From this score on, a score is high.</summary>
    public const int High = 4;

    /// <summary>The group by which of the scores are high.</summary>
    public RfmGroup Group => (RfmGroup)((M >= High ? 0 : 4) + (R >= High ? (F >= High ? 0 : 2) : (F >= High ? 1 : 3)));

    /// <summary>1 + the number of <paramref name="edges"/> strictly below <paramref name="value"/>.</summary>
    public static int Of(double value, IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var score = 1;
        foreach (var edge in edges)
            score += edge < value ? 1 : 0;
        return score;
    }

    /// <summary>The scores of a customer.</summary>
    public static RfmScore Of(CustomerFigures customer, RfmEdges edges)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(edges);
        var money = edges.Basis == MoneyBasis.Net ? customer.NetSales : customer.GrossSales;
        return new RfmScore(6 - Of(customer.Recency, edges.Recency), Of(customer.Orders, edges.Frequency), Of(money, edges.Monetary));
    }
}

/// <summary>The edges taken apart for a kernel: what <see cref="RfmScore"/> says, without a look-up in lists.</summary>
internal sealed class RfmScale
{
    private readonly double[] _recency, _frequency, _monetary;
    private readonly bool _net;

    /// <exception cref="ArgumentException">An axis has not four ascending edges.</exception>
    internal RfmScale(RfmEdges edges)
    {
        (_recency, _frequency, _monetary) = (Axis(edges.Recency), Axis(edges.Frequency), Axis(edges.Monetary));
        _net = edges.Basis == MoneyBasis.Net;
    }

    internal RfmGroup Group(CustomerTotals totals, int i, int asOf)
    {
        var r = 6 - Score(asOf - totals.Last[i], _recency);
        var f = Score(totals.Orders[i], _frequency);
        var m = Score(_net ? totals.Net(i) : totals.Gross[i], _monetary);
        return new RfmScore(r, f, m).Group;
    }

    private static int Score(double value, double[] edges) =>
        1 + (edges[0] < value ? 1 : 0) + (edges[1] < value ? 1 : 0) + (edges[2] < value ? 1 : 0) + (edges[3] < value ? 1 : 0);

    private static double[] Axis(IReadOnlyList<double> edges)
    {
        if (edges.Count != 4 || edges[0] > edges[1] || edges[1] > edges[2] || edges[2] > edges[3])
            throw new ArgumentException($"The edges {string.Join(", ", edges)} are not four ascending values. Give those of an {nameof(RfmEdgesQuery)}.", nameof(edges));
        return [.. edges];
    }
}
