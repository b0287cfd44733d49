using Huitou.Engine;

namespace Huitou.Analytics;

/// <summary>
/// The sales figures of one group of orders with the ratios made of them. Money and ratios of money are in minor units; a ratio whose
/// divisor is zero is null. What each one means is in <see cref="MetricDictionary"/>, under the property's own name.
/// </summary>
public sealed record Figures(
    long GrossSales, long NetSales, long Refunds, long RefundsByOwnDate, long Discounts, long Orders, long Buyers, long Units)
{
    public double? Aov { get; init; }

    public double? SpendPerBuyer { get; init; }

    public double? UnitsPerOrder { get; init; }

    public double? AverageUnitPrice { get; init; }

    public double? RefundRate { get; init; }

    /// <summary>The figures of <paramref name="sales"/>.</summary>
    /// <param name="sales">The additive figures.</param>
    /// <param name="namedNetSales">The net sales of the orders that name a buyer: nobody's money must not swell what a buyer spends.</param>
    public static Figures Of(SalesFigures sales, long namedNetSales) => new(
        sales.GrossSales, sales.NetSales, sales.Refunds, sales.RefundsByOwnDate, sales.Discounts, sales.Orders, sales.Buyers, sales.Units)
    {
        Aov = Ratio(sales.NetSales, sales.Orders),
        SpendPerBuyer = Ratio(namedNetSales, sales.Buyers),
        UnitsPerOrder = Ratio(sales.Units, sales.Orders),
        AverageUnitPrice = Ratio(sales.NetSales, sales.Units),
        RefundRate = Ratio(sales.Refunds, sales.GrossSales),
    };

    /// <summary>A quotient, or null where there is nothing to divide by.</summary>
    public static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>The figures of one period: everything, and its split by who bought.</summary>
public sealed record PeriodFigures(DateOnly From, DateOnly To, Figures All, Figures New, Figures Returning, Figures Anonymous)
{
    /// <summary>The figures of <paramref name="sales"/>.</summary>
    public static PeriodFigures Of(PeriodSales sales) => new(
        sales.From, sales.To,
        Figures.Of(sales.All, sales.New.NetSales + sales.Returning.NetSales),
        Figures.Of(sales.New, sales.New.NetSales),
        Figures.Of(sales.Returning, sales.Returning.NetSales),
        Figures.Of(sales.Anonymous, 0));
}
