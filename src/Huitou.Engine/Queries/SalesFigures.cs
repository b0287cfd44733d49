namespace Huitou.Engine;

/// <summary>The additive figures of sales, from which every ratio of a report is made. Money in minor units.</summary>
/// <param name="GrossSales">Paid for the orders of the period, before refunds.</param>
/// <param name="Refunds">Refunds, dated up to the as-of day, of the period's orders, plus loose refunds dated in the period.</param>
/// <param name="RefundsByOwnDate">Refunds dated in the period, whichever period their orders are of.</param>
/// <param name="Discounts">Taken off the list prices of the period's orders.</param>
/// <param name="Orders">Paid orders.</param>
/// <param name="Buyers">Distinct customers with a paid order in the period; the anonymous customer is none.</param>
/// <param name="Units">Units of goods paid for; gifts and lines that are not goods have none.</param>
public readonly record struct SalesFigures(
    long GrossSales, long Refunds, long RefundsByOwnDate, long Discounts, long Orders, long Buyers, long Units)
{
    /// <summary>Gross sales minus <see cref="Refunds"/>.</summary>
    public long NetSales => GrossSales - Refunds;

    /// <summary>The sums of both.</summary>
    public static SalesFigures operator +(SalesFigures a, SalesFigures b) => new(
        a.GrossSales + b.GrossSales, a.Refunds + b.Refunds, a.RefundsByOwnDate + b.RefundsByOwnDate, a.Discounts + b.Discounts,
        a.Orders + b.Orders, a.Buyers + b.Buyers, a.Units + b.Units);

    /// <summary>The same as the operator.</summary>
    public SalesFigures Add(SalesFigures other) => this + other;
}

/// <summary>The length of one step of a series.</summary>
public enum Grain
{
    /// <summary>Civil days.</summary>
    Day,

    /// <summary>Weeks that begin on Monday (ISO 8601).</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,
}

/// <summary>Sales of one period, split by who bought.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="All">Everything, anonymous orders included.</param>
/// <param name="New">Customers whose first paid order lies in this period: all their orders of the period.</param>
/// <param name="Returning">Customers with a paid order before this period.</param>
/// <param name="Anonymous">Orders that name no buyer, and loose refunds of nobody.</param>
public sealed record PeriodSales(DateOnly From, DateOnly To, SalesFigures All, SalesFigures New, SalesFigures Returning, SalesFigures Anonymous);

/// <summary>Sales by the rank of the order in the customer's life (equation 1: sales = first + second + third + …).</summary>
/// <param name="Rank">1 for first orders, up to <see cref="OverviewQuery.LastRank"/>, which stands for that rank and above.</param>
/// <param name="Orders">Paid orders of that rank in the period.</param>
/// <param name="GrossSales">Their gross sales.</param>
/// <param name="NetSales">Their gross sales minus their own refunds dated up to the as-of day.</param>
public sealed record RankSales(int Rank, long Orders, long GrossSales, long NetSales);

/// <summary>The answer of an <see cref="OverviewQuery"/>.</summary>
/// <param name="Total">The whole period; new and returning are relative to the whole.</param>
/// <param name="Series">Step by step without holes, the first and last cut to the period; new and returning are relative to each step.</param>
/// <param name="Ranks">Ranks 1 up; named customers' orders only.</param>
public sealed record Overview(PeriodSales Total, IReadOnlyList<PeriodSales> Series, IReadOnlyList<RankSales> Ranks);
