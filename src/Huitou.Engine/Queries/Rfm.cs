namespace Huitou.Engine;

/// <summary>The eight groups of RFM: 重要 (important) where M is high; 价值 R and F high, 保持 F high, 发展 R high, 挽留 neither. High is a score of 4 or 5.</summary>
public enum RfmGroup
{
    /// <summary>重要价值.</summary>
    ImportantValue,

    /// <summary>重要保持.</summary>
    ImportantKeep,

    /// <summary>重要发展.</summary>
    ImportantDevelop,

    /// <summary>重要挽留.</summary>
    ImportantWinback,

    /// <summary>一般价值.</summary>
    GeneralValue,

    /// <summary>一般保持.</summary>
    GeneralKeep,

    /// <summary>一般发展.</summary>
    GeneralDevelop,

    /// <summary>一般挽留.</summary>
    GeneralWinback,
}

/// <summary>
/// The quintile edges that make scores: four values each, ascending, at 20, 40, 60 and 80 percent, linearly interpolated (type 7 of
/// Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996).
/// A score is 1 + the number of edges strictly below the value, so equal values score equally; recency is reversed (6 − score).
/// </summary>
/// <param name="Recency">Days.</param>
/// <param name="Frequency">Paid orders.</param>
/// <param name="Monetary">Minor units.</param>
/// <param name="Basis">Whether the money is before or after refunds.</param>
public sealed record RfmEdges(IReadOnlyList<double> Recency, IReadOnlyList<double> Frequency, IReadOnlyList<double> Monetary, MoneyBasis Basis);

/// <summary>One group. Money in minor units.</summary>
/// <param name="Group">Which.</param>
/// <param name="Customers">People in it.</param>
/// <param name="Orders">Their paid orders.</param>
/// <param name="GrossSales">What they paid.</param>
/// <param name="NetSales">Minus their refunds dated up to the as-of day.</param>
public sealed record RfmGroupFigures(RfmGroup Group, long Customers, long Orders, long GrossSales, long NetSales);

/// <summary>The answer of an <see cref="RfmQuery"/>.</summary>
/// <param name="Edges">The edges used; null where nobody has bought.</param>
/// <param name="Groups">Always eight, in the order of the enum.</param>
public sealed record Rfm(RfmEdges? Edges, IReadOnlyList<RfmGroupFigures> Groups);
