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
    public RfmGroup Group => GroupOf(R >= High, F >= High, M >= High);

    /// <summary>1 + the number of <paramref name="edges"/> strictly below <paramref name="value"/>. Exact for money of any size.</summary>
    public static int Of(long value, IReadOnlyList<double> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var score = 1;
        foreach (var edge in edges)
            score += Whole(edge) < value ? 1 : 0;
        return score;
    }

    /// <summary>The groups are in the order of M, then of R and F: both, F alone, R alone, neither.</summary>
    internal static RfmGroup GroupOf(bool r, bool f, bool m) => (RfmGroup)((m ? 0 : 4) + (f ? 0 : 2) + (r ? 0 : 1));

    /// <summary>An edge is below a whole number just when its whole part is.</summary>
    internal static long Whole(double edge) => (long)Math.Floor(edge);

    /// <summary>The scores of a customer.</summary>
    public static RfmScore Of(CustomerFigures customer, RfmEdges edges)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(edges);
        var money = edges.Basis == MoneyBasis.Net ? customer.NetSales : customer.GrossSales;
        return new RfmScore(6 - Of(customer.Recency, edges.Recency), Of(customer.Orders, edges.Frequency), Of(money, edges.Monetary));
    }
}

/// <summary>The edges taken apart for a kernel. A group asks only which scores are high, and that is one edge an axis.</summary>
internal sealed class RfmScale
{
    private readonly long _recency, _frequency, _monetary;
    private readonly bool _net;

    /// <exception cref="ArgumentException">An axis has not four ascending edges.</exception>
    internal RfmScale(RfmEdges edges)
    {
        // R is high with no more than one edge below the recency, F and M with three or more below the value.
        (_recency, _frequency, _monetary) = (Edge(edges.Recency, 1), Edge(edges.Frequency, 2), Edge(edges.Monetary, 2));
        _net = edges.Basis == MoneyBasis.Net;
    }

    internal RfmGroup Group(CustomerTotals totals, int i, int asOf)
    {
        var money = _net ? totals.Net(i) : totals.Gross[i];
        return RfmScore.GroupOf(asOf - totals.Last[i] <= _recency, totals.Orders[i] > _frequency, money > _monetary);
    }

    private static long Edge(IReadOnlyList<double> edges, int which)
    {
        if (edges.Count != 4 || edges[0] > edges[1] || edges[1] > edges[2] || edges[2] > edges[3])
            throw new ArgumentException($"The edges {string.Join(", ", edges)} are not four ascending values. Give those of an {nameof(RfmEdgesQuery)}.", nameof(edges));
        return RfmScore.Whole(edges[which]);
    }
}
